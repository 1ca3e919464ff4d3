// SPDX-License-Identifier: GPL-3.0-or-later
// When a thread's mail came, day by day: counted, said and drawn.
#include "thread/activity.h"
#include "ui/colours.h"
#include "ui/models/activity.h"
#include "ui/sparkline.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace lb;
using namespace lb::ui;
using namespace Qt::StringLiterals;

namespace
{

const thread::Period week{QDate(2025, 6, 16), QDate(2025, 6, 22)};

thread::Listing mailsAt(const QList<QDateTime>& times)
{
    thread::Listing listing;
    for (const QDateTime& time : times) {
        thread::ListedMail listed;
        listed.mail.date.utc = time.toSecsSinceEpoch();
        listing.mails.push_back(listed);
    }
    return listing;
}

QDateTime at(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2025, 6, day), QTime(hour, minute), Qt::UTC);
}

/// How high the bar of a day is, from the bottom.
int heightAt(const QImage& image, int x)
{
    int height = 0;
    for (int y = image.height() - 1; y >= 0 && image.pixelColor(x, y) != QColor(Qt::white); --y)
        ++height;
    return height;
}

} // namespace

class TestActivity : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsDays_data();
    void countsDays();
    void saysThem();
    void drawsThem();
    void drawsNothingWithoutRoom();
};

void TestActivity::countsDays_data()
{
    QTest::addColumn<QList<QDateTime>>("times");
    QTest::addColumn<std::optional<thread::Period>>("period");
    QTest::addColumn<QList<int>>("days");
    const std::optional<thread::Period> shown = week;
    QTest::newRow("no mail") << QList<QDateTime>{} << shown << QList<int>(7, 0);
    QTest::newRow("first and last second")
        << QList<QDateTime>{at(16, 0), at(22, 23, 59)} << shown << QList<int>{1, 0, 0, 0, 0, 0, 1};
    QTest::newRow("earlier and later mail is not of the period")
        << QList<QDateTime>{at(15, 23, 59), at(18, 12), at(18, 13), at(23, 0)} << shown
        << QList<int>{0, 0, 2, 0, 0, 0, 0};
    QTest::newRow("all mail has no days")
        << QList<QDateTime>{at(18, 12)} << std::optional<thread::Period>() << QList<int>{};
    QTest::newRow("a month has too many")
        << QList<QDateTime>{at(18, 12)}
        << std::optional<thread::Period>(thread::Period{QDate(2025, 6, 1), QDate(2025, 6, 30)})
        << QList<int>{};
}

void TestActivity::countsDays()
{
    QFETCH(const QList<QDateTime>, times);
    QFETCH(const std::optional<thread::Period>, period);
    QFETCH(const QList<int>, days);
    QCOMPARE(thread::activityOf(mailsAt(times), period), days);
}

void TestActivity::saysThem()
{
    QCOMPARE(activityText({3, 0, 1, 0, 0, 0, 2}, week.since), u"Mon 3, Wed 1, Sun 2"_s);
    QCOMPARE(activityText(QList<int>(7, 0), week.since), QString());
}

void TestActivity::drawsThem()
{
    const QList<int> days{4, 0, 2, 1, 0, 0, 0};
    const int width = sparklineWidth(days.size(), QFontMetrics(QGuiApplication::font()));
    QImage image(width, 16, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintSparkline(painter, image.rect(), days, Qt::black);
    painter.end();
    const int step = width / 7;
    QCOMPARE(heightAt(image, 0), 16);
    QCOMPARE(heightAt(image, step), 1); // a day without mail is there, too
    QCOMPARE(heightAt(image, 2 * step), 8);
    QCOMPARE(heightAt(image, 3 * step), 4);
}

void TestActivity::drawsNothingWithoutRoom()
{
    QImage image(10, 16, QImage::Format_RGB32);
    image.fill(Qt::white);
    const QImage before = image;
    QPainter painter(&image);
    paintSparkline(painter, image.rect(), QList<int>(14, 3), Qt::black);
    paintSparkline(painter, image.rect(), {}, Qt::black);
    painter.end();
    QCOMPARE(image, before);
}

QTEST_MAIN(TestActivity)
#include "test_activity.moc"
