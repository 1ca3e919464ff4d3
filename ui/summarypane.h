// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/receipt.h"
#include "store/records.h"
#include "summary/update.h"
#include "thread/facts.h"
#include "thread/listing.h"

#include <QHash>
#include <QWidget>

#include <memory>
#include <optional>

class QMenu;

namespace lb::summary
{
struct Staleness;
}

namespace lb::ui
{

class SummaryNotes;
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

    /// Claims that the check doubts are left out, and their number is told.
    void setHideDoubtful(bool hide);
    /// Of the current version; `whole` says whether an update would read the whole thread, and why.
    void setStaleness(const summary::Staleness& staleness, summary::WholeReason whole);
    /// The user's own text stands in the place of every version and is marked as his.
    void setEdit(const std::optional<store::SummaryEdit>& edit);
    [[nodiscard]] const std::optional<store::SummaryEdit>& edit() const;
    void setRegenerateMenu(QMenu* menu); ///< what the arrow beside the button offers
    [[nodiscard]] SummaryNotes& notes() const; ///< lines above the text

    void beginRun(const QString& who); ///< the old text stays until the first text arrives
    void showWaiting(const QString& why); ///< "Waiting for ..."
    void showStreaming(const QString& markdown); ///< everything that has arrived so far
    void endRun(const Status& outcome); ///< call setVersions() after a success

Q_SIGNALS:
    void mailRequested(int number); ///< in the numbers of the thread that is shown now
    void regenerateRequested();
    void stopRequested();
    void versionChosen(lb::SummaryId id);
    void compareRequested(); ///< of versions
    void editRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Parts;
    void buildHead();
    void buildRunRow();
    void buildVersionRow();
    void colour();
    void showCurrent(); ///< the version that counts, or that there is none
    void showText();
    void showNotes();
    void noteEdit();
    void noteHidden(int hidden);
    void showStaleness(const store::SummaryRecord* summary); ///< null = no version is shown
    void showProvenance();
    void showStreamed();
    void fillVersionsMenu();
    void setRunning(bool running);
    void follow(int citation);

    std::unique_ptr<Parts> m_parts;
};

} // namespace lb::ui
