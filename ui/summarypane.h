// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/records.h"
#include "thread/facts.h"
#include "thread/listing.h"

#include <QHash>
#include <QWidget>

#include <memory>
#include <optional>

namespace lb::ui
{

class UserPrompts;

/// One thread's title, facts and summary, with its versions and the buttons of a run. Shows what it is
/// told and says what the user wants; it reads and changes nothing itself. GUI thread.
class SummaryPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummaryPane)
public:
    explicit SummaryPane(UserPrompts& prompts, QWidget* parent = nullptr);
    ~SummaryPane() override;

    void clear(); ///< nothing is selected
    /// Title and facts. A call for another thread than the one shown drops its versions and run state; a call
    /// for the same thread (facts have come, mail was added) leaves them.
    void showThread(const thread::Listing& listing, const std::optional<thread::Facts>& facts);
    void
    putBelowFacts(QWidget* widget); ///< something about the thread that another part fills; takes it over
    /// Newest first; the one marked current is shown. `sourceKey` is the thread's of today: a version made
    /// from other mails is marked as out of date.
    void setVersions(const QList<store::SummaryRecord>& versions, const QByteArray& sourceKey);
    /// Names for provider ids, for the line that says where a summary comes from.
    void setProviderNames(const QHash<QString, QString>& names);
    /// What Regenerate would use, for its tool tip: "the built-in digest", "qwen at My server".
    void setNextProvider(const QString& who);

    void beginRun(const QString& who); ///< the old text stays until the first text arrives
    void showWaiting(const QString& why); ///< "Waiting for ..."
    void showStreaming(const QString& markdown); ///< everything that has arrived so far
    void endRun(const Status& outcome); ///< call setVersions() after a success

Q_SIGNALS:
    void mailRequested(int number); ///< in the numbers of the thread that is shown now
    void regenerateRequested();
    void stopRequested();
    void versionChosen(lb::SummaryId id);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Parts;
    void buildHead();
    void buildRunRow();
    void buildVersionRow();
    void colour();
    void showCurrent(); ///< the version that counts, or that there is none
    void showProvenance();
    void showStreamed();
    void fillVersionsMenu();
    void setRunning(bool running);
    void follow(int citation);

    std::unique_ptr<Parts> m_parts;
};

} // namespace lb::ui
