// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/receipt.h"
#include "ui/services.h"

#include <QObject>

#include <optional>

class QUndoStack;
class QWidget;

namespace lb::ui
{

class SummaryFlow;
class SummaryPane;
class UserPrompts;

/// The user's own texts in the place of summaries: reads the shown thread's, has it edited, saves it. Saving
/// and removing can be undone. GUI thread.
class EditFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditFlow)
public:
    struct Parts {
        SummaryFlow& summaries;
        SummaryPane& pane;
        UserPrompts& prompts;
        QUndoStack& undo;
        QWidget* window;
    };
    EditFlow(Services& services, const Parts& parts);

    void edit(); ///< the user's text for the shown thread, or the summary as a start
    /// Puts it in the place of what there is; none = removes it.
    void apply(ListId list, const MessageId& anchor, const std::optional<store::SummaryEdit>& edit);

Q_SIGNALS:
    void told(const QString& sentence);
    void failed(const lb::Error& error);

private:
    void read();

    Services& m_services;
    SummaryFlow& m_summaries;
    SummaryPane& m_pane;
    UserPrompts& m_prompts;
    QUndoStack& m_undo;
    QWidget* m_window;
    ThreadId m_thread; ///< whose text the pane was given
    quint64 m_run = 0; ///< answers about an earlier selection are dropped
};

} // namespace lb::ui
