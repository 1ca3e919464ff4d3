// SPDX-License-Identifier: GPL-3.0-or-later
// Composing a report by keys, and the reports of several weeks.
#include "support/windowrig.h"
#include "ui/markdownview.h"
#include "ui/models/composemodel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

MessageId root(int number)
{
    return MessageId{QByteArray::number(number) + "@example.invalid"};
}

std::vector<ComposeModel::Row> fourRows()
{
    std::vector<ComposeModel::Row> rows;
    for (int i = 1; i <= 4; ++i)
        rows.push_back({root(i), u"thread %1"_s.arg(i),
                        i == 2 ? thread::Category::Discussion : thread::Category::Patch, i});
    return rows;
}

QList<int> order(const ComposeModel& model)
{
    QList<int> numbers;
    for (const MessageId& id : model.composition({}).threads)
        numbers += id.bytes.left(1).toInt();
    return numbers;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCompose : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void modelKeepsCategories();
    void modelChooses();
    void modelTakesUpWhatWasThere();
    void composesByKeys();
    void remembersWhatWasComposed();
    void startsWithTheSelection();
    void exportsSeveralWeeks();
};

void TestCompose::modelKeepsCategories()
{
    ComposeModel model(fourRows());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(order(model), (QList<int>{1, 3, 4, 2}));
    QVERIFY(model.move(2, -1));
    QCOMPARE(order(model), (QList<int>{1, 4, 3, 2}));
    QVERIFY(!model.move(3, -1)); // another category
    QVERIFY(!model.move(0, -1));
    QVERIFY(!model.move(2, 1));
    QVERIFY(model.move(0, 1));
    QCOMPARE(order(model), (QList<int>{4, 1, 3, 2}));
}

void TestCompose::modelChooses()
{
    ComposeModel model(fourRows());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy changed(&model, &ComposeModel::changed);
    QVERIFY(model.setData(model.index(0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.chosen(), 3);
    QCOMPARE(order(model), (QList<int>{3, 4, 2}));
    model.chooseAll(false);
    QCOMPARE(order(model).size(), 4); // none is all
    model.setRemark(1, u"mine"_s);
    QCOMPARE(model.composition({}).remarks.value(root(3)), u"mine"_s);
    QVERIFY(model.index(1).data().toString().startsWith(u'✎'));
    QCOMPARE(changed.size(), 3);
}

void TestCompose::modelTakesUpWhatWasThere()
{
    ComposeModel model(fourRows());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const report::Composition earlier{{root(4), root(9), root(1)}, {{root(4), u"again"_s}}, u"notes"_s};
    model.apply(report::compositionFromJson(report::toJson(earlier)));
    QCOMPARE(order(model), (QList<int>{4, 1}));
    QCOMPARE(model.remark(0), u"again"_s);
    QVERIFY(report::compositionFromJson(report::toJson(earlier)) == earlier);
    QVERIFY(report::compositionFromJson("garbage") == report::Composition());
}

void TestCompose::composesByKeys()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    rig.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto* dialog = rig.window->findChild<QDialog*>(u"composeDialog"_s);
    QVERIFY(dialog != nullptr);
    auto* threads = dialog->findChild<QListView*>(u"composeThreads"_s);
    auto* go = dialog->findChild<QPushButton*>(u"composeExportButton"_s);
    auto* preview = dialog->findChild<MarkdownView*>(u"composePreview"_s);
    QTRY_VERIFY(go->isEnabled()); // it is gathered
    QTRY_VERIFY(preview->markdown().startsWith("# KVMARM"_L1));
    QCOMPARE(threads->model()->rowCount(), 26);
    // Only the second, with a remark.
    dialog->findChild<QPushButton*>(u"composeNoneButton"_s)->click();
    threads->setCurrentIndex(threads->model()->index(0, 0));
    const QString second = threads->model()->index(1, 0).data(Qt::ToolTipRole).toString();
    QTest::keyClick(threads, Qt::Key_Down);
    QTest::keyClick(threads, Qt::Key_Space);
    QTest::keyClick(threads, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(threads->currentIndex().row(), 0);
    QCOMPARE(threads->currentIndex().data(Qt::ToolTipRole).toString(), second);
    auto* remark = dialog->findChild<QPlainTextEdit*>(u"composeRemark"_s);
    QTest::keyClicks(remark, u"Look here."_s);
    QTest::keyClicks(dialog->findChild<QPlainTextEdit*>(u"composeNotes"_s), u"A week."_s);
    QTRY_VERIFY(preview->markdown().contains("Look here."_L1));
    QTRY_VERIFY(preview->markdown().contains("A week."_L1));
    QCOMPARE(preview->markdown().count("\n### Thread "_L1), 1);
    // The style decides what the preview looks like; mail is HTML.
    auto* style = dialog->findChild<QComboBox*>(u"exportStyleBox"_s);
    style->setCurrentIndex(2);
    Q_EMIT style->activated(2);
    QTRY_VERIFY(preview->markdown().startsWith("# KVMARM-SAMPLE in brief"_L1)
                || preview->markdown().contains(" in brief"_L1));
    auto* line = dialog->findChild<QLineEdit*>(u"exportFileLine"_s);
    QVERIFY(line->text().endsWith(".html"_L1));
    const QString file = rig.home.filePath(u"composed.html"_s);
    line->setText(file);
    go->click();
    QTRY_VERIFY(QFile::exists(file));
    const QByteArray html = contents(file);
    QVERIFY(html.contains("Look here.") && html.contains("<h2 style="));
    QVERIFY(rig.chat.requests.isEmpty());
}

void TestCompose::remembersWhatWasComposed()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    const auto open = [&rig] {
        rig.window->actions()[ActionId::Compose]->trigger();
        return rig.window->findChild<QDialog*>(u"composeDialog"_s);
    };
    QDialog* first = open();
    auto* threads = first->findChild<QListView*>(u"composeThreads"_s);
    QTRY_VERIFY(threads->hasFocus());
    QTest::keyClicks(first->findChild<QPlainTextEdit*>(u"composeNotes"_s), u"Kept."_s);
    QTest::keyClick(threads, Qt::Key_Space);
    QCOMPARE(threads->currentIndex().data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    first->reject();
    QTRY_VERIFY(rig.window->findChild<QDialog*>(u"composeDialog"_s) == nullptr);
    QDialog* second = open();
    QTRY_COMPARE(second->findChild<QPlainTextEdit*>(u"composeNotes"_s)->toPlainText(), u"Kept."_s);
    QCOMPARE(
        qobject_cast<ComposeModel*>(second->findChild<QListView*>(u"composeThreads"_s)->model())->chosen(),
        25);
}

void TestCompose::startsWithTheSelection()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    rig.tree()->setFocus();
    rig.tree()->setCurrentIndex(
        rig.window->threads().threadIndex(rig.window->threads().shownThreads().constFirst()));
    rig.key(Qt::Key_Down, Qt::ShiftModifier);
    rig.window->actions()[ActionId::Compose]->trigger();
    auto* dialog = rig.window->findChild<QDialog*>(u"composeDialog"_s);
    QCOMPARE(
        qobject_cast<ComposeModel*>(dialog->findChild<QListView*>(u"composeThreads"_s)->model())->chosen(),
        2);
}

void TestCompose::exportsSeveralWeeks()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    rig.window->actions()[ActionId::ExportWeeks]->trigger();
    QTRY_VERIFY(rig.window->findChild<QDialog*>(u"weeksDialog"_s) != nullptr);
    auto* dialog = rig.window->findChild<QDialog*>(u"weeksDialog"_s);
    auto* go = dialog->findChild<QPushButton*>(u"exportWeeksButton"_s);
    auto* first = dialog->findChild<QComboBox*>(u"firstWeekBox"_s);
    auto* last = dialog->findChild<QComboBox*>(u"lastWeekBox"_s);
    QVERIFY(first->currentIndex() > last->currentIndex());
    last->setCurrentIndex(first->count() - 1);
    first->setCurrentIndex(0);
    QVERIFY(!go->isEnabled()); // the wrong way round
    last->setCurrentIndex(0);
    first->setCurrentIndex(1);
    const QString folder = rig.home.filePath(u"site"_s);
    dialog->findChild<QLineEdit*>(u"exportFileLine"_s)->setText(folder);
    QVERIFY(go->isEnabled());
    go->click();
    QTRY_VERIFY(QFile::exists(folder + u"/index.json"_s));
    QVERIFY(contents(folder + u"/index.html"_s).contains("2025-W25"));
    QVERIFY(QFile::exists(folder + u"/kvmarm-sample-2025-W25.html"_s));
    QVERIFY(rig.waitForJobs());
}

QTEST_MAIN(TestCompose)
#include "test_compose.moc"
