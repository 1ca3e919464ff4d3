// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/facts.h"
#include "thread/listing.h"

#include <QWidget>

#include <optional>

namespace lb::ui
{

class Badge;
enum class Tone;

/// The facts of a thread as a row of badges: revision and patches, trailers, what was applied, bots,
/// objections, questions, who is awaited. Each tells what it rests on and leads there.
class FactStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FactStrip)
public:
    explicit FactStrip(QWidget* parent = nullptr);

    void showFacts(const thread::Listing& listing, const std::optional<thread::Facts>& facts);

Q_SIGNALS:
    void mailRequested(int number);

private:
    struct Shown; ///< the words of one badge
    void add(const Shown& shown);
    void addSeries(const thread::Listing& listing, const thread::SeriesFacts& series);
    void addTrailers(const thread::Facts& facts);
    void addApplied(const thread::Listing& listing, const thread::Facts& facts);
    void addBots(const thread::Listing& listing, const thread::Facts& facts);
    void addWords(const thread::Listing& listing, const thread::Facts& facts);
    void addAwaiting(const thread::Listing& listing, const thread::Facts& facts);
};

} // namespace lb::ui
