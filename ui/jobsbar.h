// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/jobsmodel.h"

#include <QWidget>

class QFrame;
class QLabel;
class QProgressBar;
class QToolButton;
class QTreeView;

namespace lb::ui
{

/// What is going on, at the foot of the window: the foremost job with its progress and a cancel button, how
/// many more there are, and a popup of them all with what went wrong. GUI thread.
class JobsBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsBar)
public:
    explicit JobsBar(JobsModel& model, QWidget* parent = nullptr);

    void showAll(); ///< the popup
    void tell(const QString& sentence); ///< shown while nothing runs
    [[nodiscard]] bool cancelFirst(); ///< false = nothing runs
    [[nodiscard]] QWidget* popup() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildPopup();
    void refresh();

    JobsModel& m_model;
    QLabel* m_text;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
    QToolButton* m_all;
    QFrame* m_popup;
    QTreeView* m_list;
    QToolButton* m_stop;
    QToolButton* m_stopAll;
    QToolButton* m_dismiss;
    QString m_told;
};

} // namespace lb::ui
