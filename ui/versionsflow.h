// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/receipt.h"
#include "ui/services.h"

#include <QHash>
#include <QObject>

class QWidget;

namespace lb::ui
{

class SummaryFlow;
class SummaryPane;

/// What can be done with the versions of the shown thread's summary: compare two, keep one, see what
/// was sent for it or would be for the next. Says so when a new one has been made. GUI thread.
class VersionsFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionsFlow)
public:
    struct Parts {
        SummaryFlow& summaries;
        SummaryPane& pane;
        QWidget* window;
    };
    VersionsFlow(Services& services, const Parts& parts);

    void compare(); ///< the one that is shown with the one before it
    void showSent(); ///< of the version that is shown
    void showWouldBeSent(); ///< were it made now; sends nothing

Q_SIGNALS:
    void told(const QString& sentence);
    void failed(const lb::Error& error);
    void mailRequested(lb::ThreadId thread, int number); ///< in the thread's list of today

private:
    void tellNews();
    void compareWith(SummaryId earlier);
    void goTo(const MessageId& mail);
    void showReceipt(const store::Receipt& receipt, bool sent);

    Services& m_services;
    SummaryFlow& m_summaries;
    SummaryPane& m_pane;
    QWidget* m_window;
    QHash<ThreadId, SummaryId> m_news; ///< threads with a new version, and what was shown before it
};

} // namespace lb::ui
