// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "brief/charts.h"
#include "report/overview.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace lb::ui
{

class ChartStrip;
class EmptyState;

/// The period at a glance: charts above groups of lines, each of which is a link to a thread and a mail.
/// Shows what it is told. GUI thread.
class OverviewPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewPane)
public:
    explicit OverviewPane(QWidget* parent = nullptr);

    void setHeading(const QString& heading); ///< list and week
    /// What is shown stays; the selected line, collapsed groups and the place too. `reading`: more is coming.
    void show(const report::Overview& overview, Language language, bool reading);
    void showCharts(const brief::ChartsPointer& charts); ///< above the lines, where there is room
    void clear(); ///< another period is coming
    void focusLines(); ///< as soon as there are some, unless the pane is hidden before

    [[nodiscard]] QTreeWidget* tree() const { return m_tree; }
    [[nodiscard]] ChartStrip* charts() const { return m_charts; }
    void setChartsUnfolded(bool unfolded); ///< as the user left them
    [[nodiscard]] bool areChartsUnfolded() const { return m_chartsUnfolded; }

Q_SIGNALS:
    void lineChosen(lb::ThreadId thread, int mail); ///< number of the mail in the thread's list
    void appeared();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void fill();
    void fillGroup(std::size_t group, QTreeWidgetItem* head);
    void follow(QTreeWidgetItem* item);
    void explain();
    void buildHead();
    void updateCharts();

    QLabel* m_heading;
    QLabel* m_state;
    QToolButton* m_chartsButton;
    ChartStrip* m_charts;
    QStackedWidget* m_pages;
    QTreeWidget* m_tree;
    EmptyState* m_empty;
    report::Overview m_overview;
    Language m_language = Language::English;
    QSet<int> m_whole; ///< groups of which all lines are shown
    QSet<int> m_collapsed;
    bool m_chartsUnfolded = true;
    bool m_reading = true;
    bool m_known = false; ///< something was shown for this period
    bool m_filling = false;
    bool m_moved = false; ///< another line than the first one was selected by the user
    bool m_wantsFocus = false;
};

} // namespace lb::ui
