// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/screenshot.h"
#include "ui/icons.h"

#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace lb::ui;
using namespace Qt::StringLiterals;

namespace
{

int inkedPixels(const QImage& image, const QColor& colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() > 200 && qAbs(pixel.red() - colour.red()) < 12
                && qAbs(pixel.green() - colour.green()) < 12 && qAbs(pixel.blue() - colour.blue()) < 12)
                ++count;
        }
    }
    return count;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyIconIsDrawnInThePaletteColour_data();
    void everyIconIsDrawnInThePaletteColour();
    void allIconsDiffer();
    void aPaletteChangeNeedsNoNewIcon();
    void iconsAreSharpAtAnyScale();
    void theApplicationIconIsThere();
    void theFilesAreSafe();
    void contactSheet();
};

void TestIcons::everyIconIsDrawnInThePaletteColour_data()
{
    QTest::addColumn<int>("which");
    for (int number = 0; number < iconCount; ++number)
        QTest::newRow(qPrintable(iconFile(static_cast<Icon>(number)))) << number;
}

void TestIcons::everyIconIsDrawnInThePaletteColour()
{
    QFETCH(int, which);
    QVERIFY(QFile::exists(iconFile(static_cast<Icon>(which))));
    const QImage image = icon(static_cast<Icon>(which)).pixmap(32, 32).toImage();
    QCOMPARE(image.size(), QSize(32, 32));
    QVERIFY(inkedPixels(image, QGuiApplication::palette().color(QPalette::ButtonText)) > 10);
}

void TestIcons::allIconsDiffer()
{
    for (int one = 0; one < iconCount; ++one) {
        for (int other = one + 1; other < iconCount; ++other)
            QVERIFY2(
                icon(static_cast<Icon>(one)).pixmap(32, 32).toImage()
                    != icon(static_cast<Icon>(other)).pixmap(32, 32).toImage(),
                qPrintable(QString(iconFile(static_cast<Icon>(one)) + iconFile(static_cast<Icon>(other)))));
    }
}

void TestIcons::aPaletteChangeNeedsNoNewIcon()
{
    const QPalette before = QGuiApplication::palette();
    const QIcon kept = icon(Icon::Refresh);
    QGuiApplication::setPalette(lb::test::darkPalette());
    const QColor light = lb::test::darkPalette().color(QPalette::ButtonText);
    QVERIFY(inkedPixels(kept.pixmap(32, 32).toImage(), light) > 10);
    QGuiApplication::setPalette(before);
    QVERIFY(inkedPixels(kept.pixmap(32, 32).toImage(), light) < 10);
    const QColor red(200, 30, 30);
    QVERIFY(inkedPixels(icon(Icon::Stop, red).pixmap(32, 32).toImage(), red) > 10);
    QVERIFY(kept.pixmap(32, 32, QIcon::Disabled).toImage() != kept.pixmap(32, 32).toImage());
}

void TestIcons::iconsAreSharpAtAnyScale()
{
    for (const int size : {16, 24, 48, 256})
        QCOMPARE(icon(Icon::Mail).pixmap(QSize(size, size)).size(), QSize(size, size));
    const QPixmap doubled = icon(Icon::Mail).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(doubled.size(), QSize(32, 32));
    QCOMPARE(doubled.devicePixelRatio(), 2.0);
}

void TestIcons::theApplicationIconIsThere()
{
    QVERIFY(!applicationIcon().pixmap(64, 64).isNull());
}

void TestIcons::theFilesAreSafe()
{
    QDirIterator files(u":/icons"_s);
    int count = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QVERIFY2(!svg.contains("href") && !svg.contains("script"), qPrintable(file.fileName()));
        QVERIFY(svg.contains("SPDX-License-Identifier"));
        ++count;
    }
    QCOMPARE(count, iconCount + 1);
}

void TestIcons::contactSheet()
{
    QImage sheet(12 * 64, 3 * 64, QImage::Format_RGB32);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    for (int number = 0; number < iconCount; ++number) {
        const int x = number % 12 * 64;
        const int y = number / 12 * 64;
        painter.drawPixmap(x + 4, y + 4, icon(static_cast<Icon>(number)).pixmap(40, 40));
        painter.drawPixmap(x + 46, y + 28, icon(static_cast<Icon>(number)).pixmap(16, 16));
    }
    painter.end();
    const QString folder = qEnvironmentVariable("LB_SCREENSHOTS");
    if (!folder.isEmpty())
        QVERIFY(sheet.save(QString(folder + u"/icons.png"_s)));
}

QTEST_MAIN(TestIcons)
#include "test_icons.moc"
