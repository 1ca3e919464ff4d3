// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowstyle.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QTest>
#include <QTreeView>

using namespace lb::ui;
using namespace Qt::StringLiterals;

/// A tree with and without the style must look the same.
class TestRowStyle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void looksAsTheStyleItStandsInFor_data();
    void looksAsTheStyleItStandsInFor();
};

void TestRowStyle::looksAsTheStyleItStandsInFor_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Qt::Alignment>("alignment");
    QTest::addColumn<bool>("bold");
    QTest::addColumn<bool>("enabled");
    const Qt::Alignment left = Qt::AlignLeft | Qt::AlignVCenter;
    const Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;
    const QString sentence = u"[PATCH v2 00/27] KVM: arm64: Map GPU memory with no struct pages"_s;
    QTest::newRow("nothing") << QString() << left << false << true;
    QTest::newRow("one word") << u"vgic"_s << left << false << true;
    QTest::newRow("too long") << sentence << left << false << true;
    QTest::newRow("bold") << sentence << left << true << true;
    QTest::newRow("a number at the right") << u"3/27"_s << right << false << true;
    QTest::newRow("too long at the right") << sentence << right << false << true;
    QTest::newRow("in the middle") << u"3/27"_s << Qt::Alignment(Qt::AlignCenter) << false << true;
    QTest::newRow("disabled") << u"vgic"_s << left << false << false;
    QTest::newRow("an ampersand is no mnemonic") << u"a && b & c"_s << left << false << true;
    QTest::newRow("two lines") << u"first\nsecond"_s << left << false << true;
}

void TestRowStyle::looksAsTheStyleItStandsInFor()
{
    QFETCH(const QString, text);
    QFETCH(const Qt::Alignment, alignment);
    QFETCH(const bool, bold);
    QFETCH(const bool, enabled);
    QStandardItemModel model(3, 2);
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            auto* item = new QStandardItem(text);
            item->setTextAlignment(alignment);
            QFont font = item->font();
            font.setBold(bold);
            item->setFont(font);
            item->setEnabled(enabled);
            model.setItem(row, column, item);
        }
    }
    const auto picture = [&model](bool styled) {
        QTreeView tree;
        if (styled)
            tree.setStyle(new RowStyle(&tree));
        tree.setModel(&model);
        tree.setUniformRowHeights(true);
        tree.setAllColumnsShowFocus(true);
        tree.resize(400, 200);
        tree.header()->resizeSection(0, 200);
        tree.selectionModel()->select(model.index(1, 0),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
        return tree.grab().toImage();
    };
    QCOMPARE(picture(true), picture(false));
}

QTEST_MAIN(TestRowStyle)
#include "test_rowstyle.moc"
