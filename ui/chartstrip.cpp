// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chartstrip.h"

#include "query/grammar.h"
#include "query/query.h"
#include "thread/activity.h"
#include "ui/chartview.h"

#include <QEvent>
#include <QLabel>
#include <QStyle>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int narrowest = 30; ///< characters
constexpr int allInARow = 120;

} // namespace

ChartStrip::ChartStrip(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"chartStrip"_s);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_parts.at(Weeks)
        = {new QLabel(this), new ChartView(ChartView::Shape::Columns, brief::chartedWeeks, this), 3};
    m_parts.at(Days)
        = {new QLabel(this), new ChartView(ChartView::Shape::Columns, thread::mostActiveDays, this), 2};
    m_parts.at(People)
        = {new QLabel(this), new ChartView(ChartView::Shape::Rows, brief::chartedPeople, this), 3};
    m_parts.at(Weeks).view->setNames(u"weeksChart"_s, tr("Mails by week"));
    m_parts.at(Days).view->setNames(u"daysChart"_s, tr("Mails by day"));
    m_parts.at(People).view->setNames(u"peopleChart"_s, tr("Who wrote most"));
    for (const Part& part : m_parts) {
        part.sentence->setObjectName(QString(part.view->objectName() + u"Sentence"_s));
        part.sentence->setTextFormat(Qt::PlainText);
        part.sentence->setWordWrap(true);
        part.sentence->setAlignment(Qt::AlignLeading | Qt::AlignBottom);
        part.sentence->hide();
        part.view->hide();
    }
    connect(m_parts.at(Weeks).view, &ChartView::chosen, this, [this](int week) {
        if (week != m_charts->weeks.shown)
            Q_EMIT weekChosen(m_charts->weeks.weeks.at(week).monday);
    });
    connect(m_parts.at(Days).view, &ChartView::chosen, this, [this](int day) {
        const QString date = m_charts->firstDay.addDays(day).toString(Qt::ISODate);
        Q_EMIT queryChosen(QString(query::ruleOf(query::Field::During).name + u':' + date));
    });
    connect(m_parts.at(People).view, &ChartView::chosen, this, [this](int person) {
        const QString condition
            = query::conditionOf(query::Field::From, m_charts->participants.most.at(person).key);
        if (!condition.isEmpty())
            Q_EMIT queryChosen(condition);
    });
}

void ChartStrip::show(const brief::ChartsPointer& charts)
{
    m_charts = charts;
    m_waiting = false;
    static const brief::Charts none;
    const brief::Charts& from = charts == nullptr ? none : *charts;
    const auto show
        = [this](Kind kind, const QList<ChartEntry>& entries, const QString& sentence, const QString& hint) {
              m_parts.at(kind).view->show(entries, sentence, hint);
              tell(kind, sentence);
          };
    show(Weeks, ChartTexts::weekEntries(from.weeks), ChartTexts::weeks(from.weeks), tr("Shows this week"));
    show(Days, ChartTexts::dayEntries(from), ChartTexts::days(from),
         tr("Shows the threads with mail of this day"));
    show(People, ChartTexts::peopleEntries(from.participants), ChartTexts::people(from.participants),
         tr("Shows the threads this person wrote in"));
    arrange(width(), true);
    updateGeometry();
}

/// A sentence is there with its chart.
void ChartStrip::tell(Kind kind, const QString& sentence)
{
    const Part& part = m_parts.at(kind);
    part.sentence->setText(sentence);
    part.sentence->setVisible(!sentence.isEmpty());
    part.view->setVisible(part.view->count() > 0);
}

void ChartStrip::wait()
{
    m_waiting = true;
    for (const Part& part : m_parts) {
        part.sentence->clear();
        part.view->wait();
    }
}

bool ChartStrip::isEmpty() const
{
    return std::ranges::all_of(m_parts, [](const Part& part) { return part.view->count() == 0; });
}

bool ChartStrip::hasRoom(int width) const
{
    return width >= narrowest * fontMetrics().averageCharWidth();
}

/// While it waits it keeps its height: what is below must not jump up and down again.
int ChartStrip::heightForWidth(int width) const
{
    return m_waiting ? height() : arrange(width, false);
}

QSize ChartStrip::sizeHint() const
{
    const int width = allInARow / 2 * fontMetrics().averageCharWidth();
    return {width, heightForWidth(width)};
}

QSize ChartStrip::minimumSizeHint() const
{
    return {0, 0}; // whether there is room is the pane's to say
}

void ChartStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange(width(), true);
}

bool ChartStrip::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::LayoutDirectionChange) {
        arrange(width(), true);
        updateGeometry();
    }
    return QWidget::event(event);
}

int ChartStrip::arrange(int width, bool apply) const
{
    QList<Part> first;
    QList<Part> second;
    const bool inARow = width >= allInARow * fontMetrics().averageCharWidth();
    for (const Part& part : m_parts) {
        if (part.view->count() == 0)
            continue;
        const bool below = part.view == m_parts.at(People).view && !inARow;
        (below ? second : first).append(part);
    }
    const int space = fontMetrics().height() / 2;
    const int inner = width - 2 * space;
    int bottom = 0;
    for (const QList<Part>& row : {first, second}) {
        if (!row.isEmpty())
            bottom += arrangeRow(row, {space, bottom, inner, 0}, apply) + space;
    }
    return bottom;
}

/// Sentences above, all as high as the longest, so that the charts stand side by side.
int ChartStrip::arrangeRow(const QList<Part>& parts, const QRect& area, bool apply) const
{
    const int gap = fontMetrics().height();
    int shares = 0;
    for (const Part& part : parts)
        shares += part.share;
    const int room = std::max(0, area.width() - gap * static_cast<int>(parts.size() - 1));
    int words = 0;
    int bars = 0;
    for (const Part& part : parts) {
        const int width = room * part.share / shares;
        words = std::max(words, part.sentence->heightForWidth(width));
        bars = std::max(bars, part.view->heightForWidth(width));
    }
    const int apart = fontMetrics().height() / 4;
    int left = area.left();
    for (const Part& part : parts) {
        const int width = room * part.share / shares;
        const auto place = [this, apply](QWidget* widget, const QRect& rectangle) {
            if (apply)
                widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), rectangle));
        };
        place(part.sentence, {left, area.top(), width, words});
        place(part.view, {left, area.top() + words + apart, width, part.view->heightForWidth(width)});
        left += width + gap;
    }
    return words + apart + bars;
}

} // namespace lb::ui
