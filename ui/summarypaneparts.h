// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/receipt.h"
#include "summary/staleness.h"
#include "summary/update.h"
#include "ui/summarypane.h"

#include <QTimer>

#include <algorithm>

class QActionGroup;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace lb::ui
{

class Badge;
class Banner;
class FactStrip;
class MarkdownView;

/// What both halves of the pane share.
struct SummaryPane::Parts {
    QStackedWidget* pages = nullptr;
    QWidget* threadPage = nullptr;
    QLabel* title = nullptr;
    QLabel* size = nullptr;
    QHBoxLayout* sizeRow = nullptr; ///< with the buttons at its right
    FactStrip* facts = nullptr;
    Banner* banner = nullptr;
    QWidget* runRow = nullptr;
    QLabel* runText = nullptr;
    QPushButton* stop = nullptr;
    QLabel* provenance = nullptr;
    Badge* stale = nullptr;
    QToolButton* versionsButton = nullptr;
    QMenu* versionsMenu = nullptr;
    QActionGroup* versionsGroup = nullptr;
    QPushButton* regenerate = nullptr;
    QToolButton* more = nullptr; ///< other ways to regenerate
    QToolButton* update = nullptr;
    QToolButton* showEarlier = nullptr; ///< while another text streams in
    QLabel* none = nullptr;
    SummaryNotes* notes = nullptr;
    MarkdownView* text = nullptr;

    std::optional<thread::Listing> listing;
    QList<store::SummaryRecord> versions;
    QByteArray sourceKey;
    QHash<QString, QString> providerNames;
    QString who;
    std::optional<summary::Staleness> staleness; ///< of the current version, once it is known
    summary::WholeReason whole = summary::WholeReason::Asked; ///< why an update would read the whole thread
    std::optional<store::SummaryEdit> edit;
    bool showMachine = false; ///< in place of the user's own text
    bool hideDoubtful = false;
    bool showAnyway = false; ///< what is hidden, of this thread
    bool running = false;
    bool streamed = false; ///< text of the run is shown in place of the old version
    QString arrived;
    QTimer throttle;

    [[nodiscard]] const store::SummaryRecord* current() const
    {
        const auto found = std::ranges::find_if(versions, &store::SummaryRecord::current);
        if (found != versions.end())
            return &*found;
        return versions.isEmpty() ? nullptr : &versions.front();
    }

    /// The version whose numbers the citations shown are of; null = those of today.
    [[nodiscard]] const store::SummaryRecord* cited() const
    {
        if (!edit || showMachine)
            return current();
        const auto base = std::ranges::find(versions, edit->base, &store::SummaryRecord::id);
        return base == versions.end() ? nullptr : &*base;
    }

    void forgetThread()
    {
        staleness.reset();
        edit.reset();
        showMachine = false;
        showAnyway = false;
    }
};

} // namespace lb::ui
