// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobsbar.h"

#include "ui/icons.h"

#include <QAction>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QScreen>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int barSteps = 1000;

} // namespace

JobsBar::JobsBar(JobsModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
    , m_all(new QToolButton(this))
    , m_popup(new QFrame(this, Qt::Popup))
    , m_list(new QTreeView(m_popup))
    , m_stop(new QToolButton(m_popup))
    , m_stopAll(new QToolButton(m_popup))
    , m_dismiss(new QToolButton(m_popup))
{
    const int character = fontMetrics().horizontalAdvance(u'0');
    m_text->setObjectName(u"jobLabel"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_progress->setObjectName(u"jobProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(character * 24);
    m_progress->setMaximumHeight(fontMetrics().height());
    m_cancel->setObjectName(u"cancelJobButton"_s);
    m_cancel->setAccessibleName(tr("Cancel the job"));
    m_cancel->setToolTip(tr("Cancel this job (Esc)"));
    m_cancel->setIcon(icon(Icon::Stop));
    m_cancel->setAutoRaise(true);
    m_cancel->setFocusPolicy(Qt::TabFocus);
    m_all->setObjectName(u"showJobsButton"_s);
    m_all->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_all->setAutoRaise(true);
    m_all->setFocusPolicy(Qt::TabFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(character, 2, character, 2);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    layout->addWidget(m_all);
    // As high as with everything shown, so that the panes above do not jump when a job begins.
    setMinimumHeight(m_all->sizeHint().height() + 6);

    buildPopup();
    connect(m_cancel, &QToolButton::clicked, this, [this] { (void)cancelFirst(); });
    connect(m_all, &QToolButton::clicked, this, &JobsBar::showAll);
    connect(&m_model, &JobsModel::changed, this, &JobsBar::refresh);
    refresh();
}

void JobsBar::buildPopup()
{
    m_popup->setObjectName(u"jobsPopup"_s);
    m_popup->setFrameShape(QFrame::StyledPanel);
    m_list->setObjectName(u"jobsList"_s);
    m_list->setAccessibleName(tr("Jobs"));
    m_list->setModel(&m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(false);
    m_list->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setSectionResizeMode(JobsModel::TitleColumn, QHeaderView::Interactive);
    m_list->header()->setStretchLastSection(true);
    m_stop->setObjectName(u"cancelSelectedJobButton"_s);
    m_stop->setText(tr("Cancel the Selected Job"));
    m_stop->setIcon(icon(Icon::Stop));
    m_stopAll->setObjectName(u"cancelAllJobsButton"_s);
    m_stopAll->setText(tr("Cancel All"));
    m_dismiss->setObjectName(u"dismissErrorsButton"_s);
    m_dismiss->setText(tr("Clear Errors"));
    m_dismiss->setIcon(icon(Icon::Check));
    auto* buttons = new QHBoxLayout;
    for (QToolButton* button : {m_stop, m_stopAll, m_dismiss}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    buttons->addWidget(m_stop);
    buttons->addWidget(m_stopAll);
    buttons->addStretch(1);
    buttons->addWidget(m_dismiss);
    auto* layout = new QVBoxLayout(m_popup);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);

    connect(m_stop, &QToolButton::clicked, this, [this] { m_model.cancel(m_list->currentIndex().row()); });
    connect(m_stopAll, &QToolButton::clicked, this, [this] { m_model.cancelAll(); });
    connect(m_dismiss, &QToolButton::clicked, this, [this] {
        m_model.removeFailures();
        if (m_model.rowCount() == 0)
            m_popup->hide();
    });
}

void JobsBar::showAll()
{
    const int character = fontMetrics().horizontalAdvance(u'0');
    const QSize size(qMin(window()->width() * 9 / 10, character * 110), fontMetrics().height() * 16);
    m_popup->resize(size);
    m_list->setColumnWidth(JobsModel::TitleColumn, size.width() * 2 / 5);
    const QPoint corner = mapToGlobal(QPoint(width(), 0));
    m_popup->move(corner.x() - size.width(), corner.y() - size.height());
    m_popup->show();
    m_list->setFocus();
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0, 0));
}

void JobsBar::tell(const QString& sentence)
{
    m_told = sentence;
    refresh();
}

bool JobsBar::cancelFirst()
{
    const QModelIndex first = m_model.firstRunning();
    if (!first.isValid())
        return false;
    m_model.cancel(first.row());
    return true;
}

QWidget* JobsBar::popup() const
{
    return m_popup;
}

void JobsBar::refresh()
{
    const QModelIndex first = m_model.firstRunning();
    const int running = m_model.running();
    const int failed = m_model.failed();
    QString text = m_told;
    if (first.isValid()) {
        m_told.clear();
        text = first.siblingAtColumn(JobsModel::TitleColumn).data(Qt::AccessibleTextRole).toString();
        const qint64 total = first.data(JobsModel::TotalRole).toLongLong();
        const qint64 done = first.data(JobsModel::DoneRole).toLongLong();
        m_progress->setRange(0, total > 0 ? barSteps : 0);
        if (total > 0)
            m_progress->setValue(static_cast<int>(
                qBound(0.0, static_cast<double>(done) / static_cast<double>(total), 1.0) * barSteps));
    }
    m_text->setToolTip(text);
    m_text->setText(fontMetrics().elidedText(text, Qt::ElideMiddle, qMax(m_text->width(), 40)));
    m_progress->setVisible(running > 0);
    m_cancel->setVisible(running > 0);
    m_all->setVisible(running > 1 || failed > 0);
    m_all->setIcon(icon(failed > 0 ? Icon::Warning : Icon::List));
    const QString jobs = tr("%n job(s)", nullptr, running);
    const QString errors = tr("%n error(s)", nullptr, failed);
    //: Counts of jobs and of errors
    const QString both = running > 0 && failed > 0 ? tr("%1, %2").arg(jobs, errors)
        : failed > 0                               ? errors
                                                   : jobs;
    m_all->setText(both);
    m_all->setAccessibleName(tr("Show all jobs: %1").arg(both));
    m_all->setToolTip(tr("Show all jobs and what went wrong (Ctrl+J)"));
    m_stop->setEnabled(running > 0);
    m_stopAll->setEnabled(running > 0);
    m_dismiss->setEnabled(failed > 0);
}

void JobsBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refresh();
}

} // namespace lb::ui
