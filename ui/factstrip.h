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

/// The facts of a thread as a row of badges: revision and patches, trailers, applied, failures, questions,
/// who is awaited.
class FactStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FactStrip)
public:
    explicit FactStrip(QWidget* parent = nullptr);

    void showFacts(const std::optional<thread::Facts>& facts);

Q_SIGNALS:
    void mailRequested(int number);

private:
    Badge* add(const QString& name, const QString& text, const QString& spoken, Tone tone);
    void addSeries(const thread::SeriesFacts& series);
    void addTrailers(const thread::Facts& facts);
    void addStatements(const thread::Facts& facts);
    void addAwaiting(thread::Awaiting awaiting);
};

} // namespace lb::ui
