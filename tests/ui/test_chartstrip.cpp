// SPDX-License-Identifier: GPL-3.0-or-later
// Weeks, days and people as bars: what is painted, said, and done with keys.
#include "support/screenshot.h"
#include "ui/chartstrip.h"
#include "ui/chartview.h"
#include "ui/colours.h"

#include <QAccessible>
#include <QImage>
#include <QLabel>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

const QDate shownMonday(2025, 6, 16);

/// Twelve weeks up to the one that is shown, a week's days, and ten people of whom eight are named.
brief::Charts someCharts()
{
    brief::Charts charts;
    const QList<int> mails{200, 240, 0, 180, 221, 150, 260, 230, 210, 190, 268, 301};
    for (qsizetype i = 0; i < mails.size(); ++i)
        charts.weeks.weeks.append({shownMonday.addDays(7 * (i - 11)), mails.at(i), mails.at(i) / 10});
    charts.weeks.shown = 11;
    charts.weeks.median = 221;
    charts.weeks.withMail = 11;
    charts.firstDay = shownMonday;
    charts.days = {60, 66, 50, 40, 70, 0, 15};
    charts.participants.most = {{u"Ada Example"_s, u"ada@example.invalid"_s, 60},
                                {u"王小明"_s, u"王小明"_s, 40},
                                {u"A Name So Long That No Row Of Any Pane Will Ever Hold It In Full"_s,
                                 u"long@example.invalid"_s, 30},
                                {u"<b>Bo</b> & Co"_s, u"me"_s, 20},
                                {u"Cy"_s, u"cy@example.invalid"_s, 10},
                                {QString(), QString(), 9},
                                {u"Di"_s, u"di@example.invalid"_s, 8},
                                {u"Ed"_s, u"ed@example.invalid"_s, 7}};
    charts.participants.people = 72;
    charts.participants.mails = 301;
    return charts;
}

/// Of counts as they are without a translation.
QString plain(QString text)
{
    for (const QString& word : {u"mail"_s, u"thread"_s, u"week"_s})
        text.replace(word + u"(s)"_s, word + u's');
    return text;
}

struct Shown {
    explicit Shown(const brief::Charts& charts = someCharts(), int width = 480)
    {
        strip.setPalette(lightPalette());
        strip.show(std::make_shared<const brief::Charts>(charts));
        strip.resize(width, strip.heightForWidth(width));
        strip.QWidget::show();
        (void)QTest::qWaitForWindowActive(&strip);
    }
    [[nodiscard]] ChartView* view(const QString& name) const { return strip.findChild<ChartView*>(name); }
    [[nodiscard]] ChartView* weeks() const { return view(u"weeksChart"_s); }
    [[nodiscard]] ChartView* days() const { return view(u"daysChart"_s); }
    [[nodiscard]] ChartView* people() const { return view(u"peopleChart"_s); }
    [[nodiscard]] QString sentence(const QString& name) const
    {
        return plain(strip.findChild<QLabel*>(name + u"Sentence"_s)->text());
    }
    ChartStrip strip;
};

int countOf(const QImage& image, const QRect& area, const QColor& colour)
{
    int found = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            found += image.pixelColor(x, y).rgb() == colour.rgb() ? 1 : 0;
    }
    return found;
}

} // namespace

class TestChartStrip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatIsToBeSeen();
    void saysTheWeek_data();
    void saysTheWeek();
    void everyValueIsSaid();
    void barsAreAsLongAsTheirValues();
    void aMarkIsNotOnlyAColour();
    void keysLeadFromBarToBar();
    void oneBarOfAChartIsInTheChainOfTab();
    void barsLeadToWeeksAndQueries();
    void theFocusCanBeSeen();
    void whatIsNotThereIsNotShown();
    void waitingKeepsPlaceAndFocus();
    void namesStayInTheirRows_data();
    void namesStayInTheirRows();
    void rightToLeftIsMirrored();
    void coloursCanBeSeen_data();
    void coloursCanBeSeen();
};

void TestChartStrip::saysWhatIsToBeSeen()
{
    const Shown shown;
    QCOMPARE(shown.sentence(u"weeksChart"_s),
             u"301 mails (12 % more than the week before) in 30 threads. Median of 11 weeks: 221."_s);
    QCOMPARE(shown.sentence(u"daysChart"_s), u"Most on Friday: 70 of 301 mails."_s);
    QCOMPARE(shown.sentence(u"peopleChart"_s), u"8 people wrote 61 % of the mails, and 64 more the rest."_s);
}

void TestChartStrip::saysTheWeek_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("shown"); // mails
    QTest::addColumn<bool>("running");
    QTest::addColumn<QString>("said");
    QTest::newRow("fewer") << 200 << 100 << false
                           << u"100 mails (50 % fewer than the week before) in 10 threads."_s;
    QTest::newRow("as many") << 200 << 200 << false
                             << u"200 mails (as many as the week before) in 20 threads."_s;
    QTest::newRow("nearly as many") << 1000 << 1004 << false
                                    << u"1004 mails (about as many as the week before) in 100 threads."_s;
    QTest::newRow("many times as many")
        << 10 << 200 << false << u"200 mails (10 in the week before) in 20 threads."_s;
    QTest::newRow("nothing before") << 0 << 200 << false << u"200 mails in 20 threads."_s;
    QTest::newRow("nothing at all") << 200 << 0 << false << u"Nothing of this week is in the library."_s;
    QTest::newRow("running") << 200 << 50 << true
                             << u"So far 50 mails in 5 threads; the week before had 200 in 20."_s;
    QTest::newRow("one mail") << 2 << 1 << true
                              << u"So far 1 mails in 0 threads; the week before had 2 in 0."_s;
}

void TestChartStrip::saysTheWeek()
{
    QFETCH(int, before);
    QFETCH(int, shown);
    QFETCH(bool, running);
    QFETCH(QString, said);
    brief::WeekSeries series;
    series.weeks = {{shownMonday.addDays(-7), before, before / 10}, {shownMonday, shown, shown / 10}};
    series.shown = 1;
    series.isRunning = running;
    series.withMail = 2;
    series.median = 150;
    QCOMPARE(plain(ChartTexts::weeks(series)), QString(said + u" Median of 2 weeks: 150."_s));
    series.shown = -1;
    QCOMPARE(ChartTexts::weeks(series).section(u". "_s, 1),
             u"Most mails in %1: %2."_s.arg(before >= shown ? u"2025-W24"_s : u"2025-W25"_s,
                                            QLocale().toString(std::max(before, shown))));
}

void TestChartStrip::everyValueIsSaid()
{
    const Shown shown;
    QAccessibleInterface* weeks = QAccessible::queryAccessibleInterface(shown.weeks());
    QCOMPARE(weeks->text(QAccessible::Name), u"Mails by week"_s);
    const QString all = plain(weeks->text(QAccessible::Description));
    QVERIFY(all.startsWith(shown.sentence(u"weeksChart"_s)));
    QVERIFY(all.contains(u"2025-W24: 268 mails in 26 threads; 2025-W25: 301 mails in 30 threads (shown)"_s));
    QVERIFY(all.contains(u"2025-W16: nothing in the library"_s));
    QVERIFY(plain(shown.days()->accessibleDescription()).contains(u"Tuesday 06-17: 66 mails"_s));
    QVERIFY(plain(shown.people()->accessibleDescription()).contains(u"王小明: 40 mails"_s));
    QVERIFY(plain(shown.people()->accessibleDescription()).contains(u"unknown sender: 9 mails"_s));

    QAccessibleInterface* bar = QAccessible::queryAccessibleInterface(shown.people()->bar(3));
    QCOMPARE(plain(bar->text(QAccessible::Name)), u"<b>Bo</b> & Co: 20 mails"_s);
    QCOMPARE(bar->text(QAccessible::Description), u"Shows the threads this person wrote in"_s);
    QVERIFY(plain(shown.people()->bar(3)->toolTip()).contains(u"&lt;b&gt;Bo&lt;/b&gt; &amp; Co: 20 mails"_s));
}

void TestChartStrip::barsAreAsLongAsTheirValues()
{
    const Shown shown;
    const ChartView* weeks = shown.weeks();
    shown.days()->bar(0)->setFocus(); // what has it has a frame
    const QImage image = shown.weeks()->grab().toImage();
    const ChartColours colours = chartColours(weeks->palette());
    for (int i = 0; i < weeks->count(); ++i) {
        const QRect bar = weeks->filled(i);
        QVERIFY(QRect(QPoint(), image.size()).contains(bar));
        QCOMPARE(countOf(image, bar, i == 11 ? colours.marked : colours.bar), bar.width() * bar.height());
    }
    const int highest = weeks->filled(11).height();
    QVERIFY(qAbs(weeks->filled(10).height() - highest * 268 / 301) <= 1);
    QCOMPARE(weeks->filled(2).height(), 1); // a week without mail can be counted
    const ChartView* people = shown.people();
    QVERIFY(qAbs(people->filled(4).width() - people->filled(0).width() / 6) <= 1);
    QVERIFY(people->filled(7).width() > 0);
}

void TestChartStrip::aMarkIsNotOnlyAColour()
{
    const Shown shown;
    shown.days()->bar(0)->setFocus();
    const QImage image = shown.weeks()->grab().toImage();
    const QRect bar = shown.weeks()->filled(11);
    const QRect other = shown.weeks()->filled(10);
    const QColor text = chartColours(shown.weeks()->palette()).text;
    const auto below = [](const QRect& of) { return QRect(of.left(), of.bottom() + 1, of.width(), 4); };
    QVERIFY(countOf(image, below(bar), text) >= bar.width()); // a line
    QCOMPARE(countOf(image, below(other), text), 0);
}

void TestChartStrip::keysLeadFromBarToBar()
{
    const Shown shown;
    ChartView* weeks = shown.weeks();
    weeks->bar(11)->setFocus();
    const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
    press(Qt::Key_Left);
    QVERIFY(weeks->bar(10)->hasFocus());
    press(Qt::Key_Right);
    press(Qt::Key_Right); // there is no more
    QVERIFY(weeks->bar(11)->hasFocus());
    press(Qt::Key_Home);
    QVERIFY(weeks->bar(0)->hasFocus());
    press(Qt::Key_End);
    QVERIFY(weeks->bar(11)->hasFocus());
    press(Qt::Key_Up);
    QVERIFY(weeks->bar(11)->hasFocus());

    ChartView* people = shown.people(); // in two columns of four
    people->bar(0)->setFocus();
    press(Qt::Key_Down);
    QVERIFY(people->bar(1)->hasFocus());
    press(Qt::Key_Right);
    QVERIFY(people->bar(5)->hasFocus());
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    QVERIFY(people->bar(3)->hasFocus());
}

void TestChartStrip::oneBarOfAChartIsInTheChainOfTab()
{
    const Shown shown;
    const auto reached = [&shown] {
        QStringList names;
        for (const ChartBar* bar : shown.strip.findChildren<ChartBar*>()) {
            if ((bar->focusPolicy() & Qt::TabFocus) != 0)
                names += bar->objectName();
        }
        return names;
    };
    QCOMPARE(reached(), (QStringList{u"weeksChartBar11"_s, u"daysChartBar0"_s, u"peopleChartBar0"_s}));
    shown.days()->bar(3)->setFocus();
    QCOMPARE(reached(), (QStringList{u"weeksChartBar11"_s, u"daysChartBar3"_s, u"peopleChartBar0"_s}));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(shown.people()->bar(0)->hasFocus());
}

void TestChartStrip::barsLeadToWeeksAndQueries()
{
    const Shown shown;
    QSignalSpy week(&shown.strip, &ChartStrip::weekChosen);
    QSignalSpy query(&shown.strip, &ChartStrip::queryChosen);
    QTest::mouseClick(shown.weeks()->bar(10), Qt::LeftButton);
    QCOMPARE(week.size(), 1);
    QCOMPARE(week.first().first().toDate(), shownMonday.addDays(-7));
    QTest::mouseClick(shown.weeks()->bar(11), Qt::LeftButton); // is shown already
    QCOMPARE(week.size(), 1);
    const auto asked = [&query](ChartBar* bar, Qt::Key key) {
        query.clear();
        bar->setFocus();
        QTest::keyClick(bar, key);
        return query.isEmpty() ? QString() : query.first().first().toString();
    };
    QCOMPARE(asked(shown.days()->bar(1), Qt::Key_Return), u"during:2025-06-17"_s);
    QCOMPARE(asked(shown.people()->bar(0), Qt::Key_Enter), u"from:ada@example.invalid"_s);
    QCOMPARE(asked(shown.people()->bar(1), Qt::Key_Space), u"from:\"王小明\""_s);
    QCOMPARE(asked(shown.people()->bar(3), Qt::Key_Return), u"from:\"me\""_s); // not the reader
    QCOMPARE(asked(shown.people()->bar(5), Qt::Key_Return), QString()); // who has no name cannot be found
}

void TestChartStrip::theFocusCanBeSeen()
{
    const Shown shown;
    ChartBar* bar = shown.weeks()->bar(5);
    const auto picture = [&shown, bar] { return shown.weeks()->grab(bar->geometry()).toImage(); };
    const QImage before = picture();
    bar->setFocus();
    QVERIFY(bar->hasFocus());
    const QImage after = picture();
    QVERIFY(before != after);
    QVERIFY(countOf(after, after.rect(), chartColours(bar->palette()).text) > bar->height());
}

void TestChartStrip::whatIsNotThereIsNotShown()
{
    ChartStrip strip;
    QVERIFY(strip.isEmpty());
    strip.show(std::make_shared<const brief::Charts>());
    QVERIFY(strip.isEmpty());
    QCOMPARE(strip.heightForWidth(400), 0);
    strip.show(nullptr);
    QVERIFY(strip.isEmpty());

    brief::Charts charts = someCharts(); // all mail
    charts.days.clear();
    charts.weeks.shown = -1;
    const Shown shown(charts);
    QVERIFY(shown.days()->isHidden());
    QVERIFY(shown.strip.findChild<QLabel*>(u"daysChartSentence"_s)->isHidden());
    QVERIFY(shown.weeks()->isVisible());
    QVERIFY(shown.weeks()->width() > 400); // takes the place
    QCOMPARE(shown.sentence(u"weeksChart"_s), u"Median of 11 weeks: 221. Most mails in 2025-W25: 301."_s);
}

void TestChartStrip::waitingKeepsPlaceAndFocus()
{
    Shown shown;
    const int height = shown.strip.height();
    shown.weeks()->bar(10)->setFocus();
    shown.strip.wait();
    QCOMPARE(shown.strip.heightForWidth(480), height);
    QVERIFY(shown.weeks()->bar(10)->hasFocus());
    QVERIFY(shown.sentence(u"weeksChart"_s).isEmpty());
    QVERIFY(shown.weeks()->filled(10).isEmpty());
    QCOMPARE(shown.weeks()->bar(10)->accessibleName(), u"Mails by week"_s);
    QSignalSpy week(&shown.strip, &ChartStrip::weekChosen);
    shown.weeks()->bar(9)->click();
    QVERIFY(week.isEmpty()); // which one that is will be known later
    brief::Charts charts = someCharts();
    charts.weeks.weeks.removeFirst();
    charts.weeks.shown = 9;
    shown.strip.show(std::make_shared<const brief::Charts>(charts));
    QVERIFY(shown.weeks()->bar(10)->hasFocus());
    QVERIFY(shown.weeks()->bar(11)->isHidden());
}

void TestChartStrip::namesStayInTheirRows_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("points");
    QTest::newRow("narrow") << 260 << 9;
    QTest::newRow("usual") << 480 << 10;
    QTest::newRow("wide") << 1400 << 10;
    QTest::newRow("large letters") << 900 << 20;
}

void TestChartStrip::namesStayInTheirRows()
{
    QFETCH(int, width);
    QFETCH(int, points);
    QFont font = QApplication::font();
    const auto back = qScopeGuard([font] { QApplication::setFont(font); });
    font.setPointSize(points);
    QApplication::setFont(font);
    const Shown shown(someCharts(), width);
    const ChartView* people = shown.people();
    QRect before;
    for (int i = 0; i < people->count(); ++i) {
        const QRect place = people->bar(i)->geometry();
        QVERIFY(people->rect().contains(place));
        QVERIFY(place.height() >= people->fontMetrics().height());
        QVERIFY(!place.intersects(before));
        QVERIFY(place.contains(people->filled(i)));
        QVERIFY(people->filled(0).left() >= place.left() + place.width() / 3 || i >= people->count() / 2);
        before = place;
    }
    for (const QLabel* sentence : shown.strip.findChildren<QLabel*>())
        QVERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
    takeScreenshot(const_cast<ChartStrip&>(shown.strip), u"chartstrip-%1-%2"_s.arg(width).arg(points));
}

void TestChartStrip::rightToLeftIsMirrored()
{
    Shown shown;
    const QRect week = shown.weeks()->filled(11);
    shown.strip.setLayoutDirection(Qt::RightToLeft);
    QCoreApplication::processEvents();
    const ChartView* weeks = shown.weeks();
    QVERIFY(weeks->x() > shown.days()->x());
    QVERIFY(weeks->filled(11).left() < weeks->width() / 4);
    QCOMPARE(weeks->filled(11).height(), week.height());
    shown.weeks()->bar(11)->setFocus();
    QTest::keyClick(shown.weeks()->bar(11), Qt::Key_Right);
    QVERIFY(weeks->bar(10)->hasFocus());
    const ChartView* people = shown.people();
    QVERIFY(people->bar(0)->geometry().left() > people->width() / 2);
    QVERIFY(people->filled(0).right() > people->filled(0).left());
    QCOMPARE(people->filled(0).right(), people->filled(1).right()); // begin where names end
    takeScreenshot(shown.strip, u"chartstrip-rtl"_s);
}

void TestChartStrip::coloursCanBeSeen_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
    QTest::newRow("yellow on black") << QPalette(QColor(Qt::yellow), QColor(Qt::black), Qt::gray, Qt::black,
                                                 Qt::gray, Qt::yellow, Qt::white, Qt::black, Qt::black);
}

void TestChartStrip::coloursCanBeSeen()
{
    QFETCH(QPalette, palette);
    const ChartColours colours = chartColours(palette);
    const QColor window = palette.color(QPalette::Window);
    QVERIFY(contrast(colours.bar, window) >= 3);
    QVERIFY(contrast(colours.marked, window) >= 3);
    QVERIFY(contrast(colours.text, window) >= 4.5);
    QVERIFY(contrast(colours.faintText, window) >= 4.5);
}

QTEST_MAIN(TestChartStrip)
#include "test_chartstrip.moc"
