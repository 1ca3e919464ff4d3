// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/screenshot.h"
#include "support/windowrig.h"
#include "ui/dialogs/comparedialog.h"
#include "ui/dialogs/linkdialog.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::ui;
using test::WindowRig;

/// Revisions in the window, on the sample: v6 (known by its answers), v7, v8 and v9 are one series.
class TestRevisions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void showsOneRowForASeries();
    void comparesTwoRevisions();
    void choosesBothRevisions();
    void saysWhenOnlyAnswersAreThere();
    void unlinksAndUndoes();
    void linksByHandAndUndoes();
    void offersOnlyWhatCanBeDone();
    void looksRight_data();
    void looksRight();
    void keepsDecisionsForTheNextSession();

private:
    [[nodiscard]] const ThreadTreeModel& model() const { return m_rig->window->threads(); }
    [[nodiscard]] QModelIndex series() const;
    [[nodiscard]] int revisionsShown() const { return model().rowCount(series()); }
    [[nodiscard]] QAction* action(ActionId id) const { return m_rig->window->actions()[id]; }
    void select(const QModelIndex& index) const { m_rig->tree()->setCurrentIndex(index); }

    std::unique_ptr<WindowRig> m_rig;
};

QModelIndex TestRevisions::series() const
{
    for (int group = 0; group < model().rowCount(); ++group) {
        const QModelIndex category = model().index(group, 0);
        for (int row = 0; row < model().rowCount(category); ++row) {
            const QModelIndex index = model().index(row, 0, category);
            if (index.data(ThreadTreeModel::KindRole).toInt()
                == static_cast<int>(ThreadTreeModel::Kind::Series))
                return index;
        }
    }
    return {};
}

void TestRevisions::initTestCase()
{
    m_rig = std::make_unique<WindowRig>();
    QVERIFY(m_rig->openSample());
    QVERIFY(m_rig->waitForJobs());
    QTRY_COMPARE(revisionsShown(), 4);
}

void TestRevisions::cleanupTestCase()
{
    m_rig.reset();
}

void TestRevisions::showsOneRowForASeries()
{
    const QString text = series().data().toString();
    QVERIFY2(text.startsWith(u"v9"_s) && text.contains(u"Map GPU device memory"_s), qPrintable(text));
    QCOMPARE(model().arrangement().series.size(), 1U);
    QStringList titles;
    for (int row = 0; row < 4; ++row)
        titles.append(model().index(row, 0, series()).data().toString().section(u' ', 1, 1));
    QCOMPARE(titles, (QStringList{u"v9"_s, u"v8"_s, u"v7"_s, u"v6"_s}));
    QVERIFY(model().index(3, 0, series()).data(ThreadTreeModel::SupersededRole).toBool());
}

void TestRevisions::comparesTwoRevisions()
{
    select(series());
    action(ActionId::CompareRevisions)->trigger();
    auto* dialog = m_rig->window->findChild<CompareDialog*>();
    QVERIFY(dialog != nullptr);
    auto* patches = dialog->findChild<QTreeWidget*>(u"comparedPatches"_s);
    auto* text = dialog->findChild<QPlainTextEdit*>(u"comparisonText"_s);
    QTRY_VERIFY(patches->topLevelItemCount() > 1);
    QCOMPARE(patches->topLevelItemCount(), 7); // the author's notes and six patches
    QTRY_VERIFY(text->toPlainText().contains(u"Changes since v8"_s));
    QCOMPARE(dialog->findChild<QComboBox*>(u"laterRevisionBox"_s)->currentText().section(u',', 0, 0),
             u"v9"_s);
    QCOMPARE(dialog->findChild<QComboBox*>(u"earlierRevisionBox"_s)->currentText().section(u',', 0, 0),
             u"v8"_s);
    QTest::keyClick(patches, Qt::Key_Down);
    QTRY_VERIFY(text->toPlainText().startsWith(patches->topLevelItem(1)->text(3)));
    dialog->close();
    QTRY_VERIFY(m_rig->window->findChild<CompareDialog*>() == nullptr);
}

void TestRevisions::choosesBothRevisions()
{
    CompareDialog dialog(m_rig->services, model().arrangement().revisions,
                         model().arrangement().revisions->newestIn(model().threadsOf(series()).constFirst()));
    QSignalSpy compared(&dialog, &CompareDialog::compared);
    QTRY_COMPARE(compared.count(), 1);
    auto* earlier = dialog.findChild<QComboBox*>(u"earlierRevisionBox"_s);
    auto* later = dialog.findChild<QComboBox*>(u"laterRevisionBox"_s);
    auto* verdict = dialog.findChild<QLabel*>(u"comparisonVerdict"_s);
    earlier->setCurrentIndex(2); // v7
    QTRY_COMPARE(compared.count(), 2);
    const QString before = verdict->text();
    // The other way round it is the same comparison.
    later->setCurrentIndex(2);
    QVERIFY(verdict->text().contains(u"two revisions"_s));
    earlier->setCurrentIndex(0);
    QTRY_COMPARE(compared.count(), 3);
    QCOMPARE(verdict->text(), before);
}

void TestRevisions::saysWhenOnlyAnswersAreThere()
{
    CompareDialog dialog(m_rig->services, model().arrangement().revisions,
                         model().arrangement().revisions->newestIn(model().threadsOf(series()).constLast()));
    auto* verdict = dialog.findChild<QLabel*>(u"comparisonVerdict"_s);
    QVERIFY2(verdict->text().contains(u"Only answers"_s), qPrintable(verdict->text()));
}

void TestRevisions::unlinksAndUndoes()
{
    const ThreadId v8 = model().threadsOf(series()).at(1);
    select(model().threadIndex(v8));
    action(ActionId::UnlinkRevision)->trigger();
    QTRY_COMPARE(revisionsShown(), 3);
    QCOMPARE(m_rig->currentThread(), v8); // still selected, on its own now
    QCOMPARE(model().threadIndex(v8).parent().data(ThreadTreeModel::KindRole).toInt(),
             static_cast<int>(ThreadTreeModel::Kind::Category));
    QVERIFY(action(ActionId::Undo)->text().contains(u"Unlink Revision"_s));
    action(ActionId::Undo)->trigger();
    QTRY_COMPARE(revisionsShown(), 4);
    action(ActionId::Redo)->trigger();
    QTRY_COMPARE(revisionsShown(), 3);
    action(ActionId::Undo)->trigger();
    QTRY_COMPARE(revisionsShown(), 4);
    QCOMPARE(m_rig->currentThread(), v8);
}

void TestRevisions::linksByHandAndUndoes()
{
    const QList<ThreadId> linked = model().threadsOf(series());
    ThreadId other;
    for (const ThreadId thread : model().shownThreads()) {
        if (!linked.contains(thread) && model().arrangement().revisions->newestIn(thread) >= 0)
            other = thread;
    }
    QVERIFY(other.isValid());
    select(model().threadIndex(other));
    action(ActionId::LinkRevision)->trigger();
    auto* dialog = m_rig->window->findChild<LinkDialog*>();
    QVERIFY(dialog != nullptr);
    auto* list = dialog->findChild<QListWidget*>(u"linkCandidates"_s);
    dialog->findChild<QLineEdit*>(u"linkFilterLine"_s)->setText(u"v9 gpu"_s);
    QCOMPARE(list->count(), 1);
    dialog->findChild<QPushButton*>(u"linkButton"_s)->click();
    QTRY_COMPARE(revisionsShown(), 5);
    QVERIFY(model().threadsOf(series()).contains(other));
    action(ActionId::Undo)->trigger();
    QTRY_COMPARE(revisionsShown(), 4);
    QTRY_VERIFY(m_rig->window->findChild<LinkDialog*>() == nullptr);
}

void TestRevisions::offersOnlyWhatCanBeDone()
{
    select(series());
    QTRY_VERIFY(action(ActionId::CompareRevisions)->isEnabled());
    QVERIFY(action(ActionId::UnlinkRevision)->isEnabled());
    for (const ThreadId thread : model().shownThreads()) {
        if (model().arrangement().revisions->newestIn(thread) >= 0)
            continue;
        select(model().threadIndex(thread)); // a pull request posts nothing
        QVERIFY(!action(ActionId::CompareRevisions)->isEnabled());
        QVERIFY(!action(ActionId::LinkRevision)->isEnabled());
        QVERIFY(!action(ActionId::UnlinkRevision)->isEnabled());
        return;
    }
    QFAIL("the sample has a thread without patches");
}

void TestRevisions::looksRight_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << test::lightPalette();
    QTest::newRow("dark") << test::darkPalette();
}

/// Shows it all in both palettes; with LB_SCREENSHOTS set, pictures are kept.
void TestRevisions::looksRight()
{
    QFETCH(QPalette, palette);
    qApp->setPalette(palette);
    const QString tag = u'-' + QString::fromLatin1(QTest::currentDataTag());
    m_rig->tree()->expand(series());
    select(model().index(1, 0, series()));
    test::takeScreenshot(*m_rig->window, QString(u"series"_s + tag));
    CompareDialog dialog(m_rig->services, model().arrangement().revisions,
                         model().arrangement().revisions->newestIn(model().threadsOf(series()).constFirst()));
    dialog.show();
    auto* patches = dialog.findChild<QTreeWidget*>(u"comparedPatches"_s);
    auto* text = dialog.findChild<QPlainTextEdit*>(u"comparisonText"_s);
    dialog.findChild<QComboBox*>(u"earlierRevisionBox"_s)->setCurrentIndex(2);
    QTRY_VERIFY(text->toPlainText().contains(u"Changes since v7"_s)); // of v8's letter
    test::takeScreenshot(dialog, QString(u"compare-notes"_s + tag));
    for (int row = 1; row < patches->topLevelItemCount(); ++row) {
        patches->setCurrentItem(patches->topLevelItem(row));
        QTRY_VERIFY(text->toPlainText().startsWith(patches->topLevelItem(row)->text(3)));
        test::takeScreenshot(dialog, u"compare-%1"_s.arg(row) + tag);
    }
    LinkDialog link(model().arrangement().revisions, 0);
    link.show();
    QVERIFY(link.findChild<QListWidget*>(u"linkCandidates"_s)->count() > 1);
    test::takeScreenshot(link, QString(u"link"_s + tag));
    qApp->setPalette(test::lightPalette());
}

void TestRevisions::keepsDecisionsForTheNextSession()
{
    select(model().threadIndex(model().threadsOf(series()).constLast()));
    action(ActionId::UnlinkRevision)->trigger();
    QTRY_COMPARE(revisionsShown(), 3);
    const QString folder = m_rig->profile;
    m_rig->window->close();
    auto first = std::move(m_rig); // its folder is used on
    first->window.reset();
    WindowRig next(folder);
    next.show();
    QVERIFY(next.waitForThreads(26));
    QTRY_COMPARE(next.window->threads().arrangement().series.size(), 1U);
    // With all evidence there is: by headers alone v6 would not be there either.
    QTRY_VERIFY(next.window->threads().arrangement().revisions->decisions.size() == 1);
    QCOMPARE(next.window->threads().arrangement().series.front().threads.size(), 3U);
    m_rig = std::move(first);
}

QTEST_MAIN(TestRevisions)
#include "test_revisions.moc"
