// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/material.h"
#include "support/preparedmail.h"
#include "support/runjob.h"
#include "ui/factmenu.h"
#include "ui/factsflow.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestFactsFlow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void handsFactsToTheTree();
    void readsAgainOnlyWhatChanged();
    void isStopped();
    void goesOnAfterADamagedMail();
    void readsNothingOfNothing();
    void aMenuWritesTheWords();
};

namespace
{

const QByteArray patch = "A change.\n---\n a.c | 1 +\n 1 file changed, 1 insertion(+)\n\n"
                         "diff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1 +1,2 @@\n one\n+two\n";

/// A library with `count` patches, each answered by a review, in the tree.
struct Rig {
    explicit Rig(int count)
    {
        std::vector<store::PreparedMail> mails;
        for (int i = 0; i < count; ++i) {
            const QByteArray id = "p" + QByteArray::number(i) + "@x";
            mails.push_back(
                PreparedBuilder(id).subject(u"[PATCH] change %1"_s.arg(i)).utc(1000 + i).body(patch).mail());
            mails.push_back(PreparedBuilder("r" + id)
                                .subject(u"Re: [PATCH] change %1"_s.arg(i))
                                .from(u"Grace Example"_s, u"grace@example.invalid"_s)
                                .utc(5000 + i)
                                .references({id})
                                .body("Reviewed-by: Grace Example <grace@example.invalid>\n")
                                .mail());
        }
        library.save(mails);
        load();
    }
    void load()
    {
        QVERIFY(library.store.updateThreads(library.list).result());
        auto listings = awaited(library::loadListings(library.store, library.list, {}));
        QVERIFY(listings);
        const LoadedSnapshot loaded = buildSnapshot({library.list, {}}, *std::move(listings), {});
        model.show(arrange(loaded.snapshot, loaded.marks, {}, {}), loaded.marks);
    }
    [[nodiscard]] int reviewed() const
    {
        return static_cast<int>(
            std::count_if(model.marks().cbegin(), model.marks().cend(),
                          [](const ThreadMarks& marks) { return marks.facts && marks.facts->reviews == 1; }));
    }

    StoreFixture library;
    ThreadTreeModel model;
    FactsFlow flow{library.store, model};
};

} // namespace

void TestFactsFlow::handsFactsToTheTree()
{
    Rig rig(20);
    QSignalSpy reading(&rig.flow, &FactsFlow::readingChanged);
    QSignalSpy read(&rig.flow, &FactsFlow::factsRead);
    rig.flow.read(rig.model.arrangement());
    QVERIFY(rig.flow.isReading());
    QTRY_VERIFY(!rig.flow.isReading());
    QCOMPARE(rig.reviewed(), 20);
    QVERIFY(read.count() > 0);
    QCOMPARE(reading.count(), 2);
}

void TestFactsFlow::readsAgainOnlyWhatChanged()
{
    Rig rig(5);
    rig.flow.read(rig.model.arrangement());
    QTRY_VERIFY(!rig.flow.isReading());
    QCOMPARE(rig.flow.threadsRead(), 5);
    rig.library.save({PreparedBuilder("new@x")
                          .subject(u"Re: [PATCH] change 3"_s)
                          .from(u"Bob Example"_s, u"bob@example.invalid"_s)
                          .utc(9000)
                          .references({"p3@x"})
                          .body("Reviewed-by: Bob Example <bob@example.invalid>\n")
                          .mail()});
    rig.load();
    rig.flow.read(rig.model.arrangement());
    QTRY_VERIFY(!rig.flow.isReading());
    QCOMPARE(rig.flow.threadsRead(), 6);
    QCOMPARE(rig.reviewed(), 4);
}

void TestFactsFlow::isStopped()
{
    Rig rig(10);
    QSignalSpy read(&rig.flow, &FactsFlow::factsRead);
    rig.flow.read(rig.model.arrangement());
    rig.flow.stop();
    QVERIFY(!rig.flow.isReading());
    rig.flow.read(rig.model.arrangement()); // the first run's answers do not disturb it
    QTRY_VERIFY(!rig.flow.isReading());
    QCOMPARE(rig.reviewed(), 10);
    QVERIFY(rig.flow.threadsRead() <= 10);
}

void TestFactsFlow::goesOnAfterADamagedMail()
{
    Rig rig(3);
    store::PreparedMail damaged = PreparedBuilder("damaged@x").utc(9999).mail();
    damaged.compressed = "not what it should be";
    rig.library.save({damaged});
    rig.load();
    rig.flow.read(rig.model.arrangement());
    QTRY_VERIFY(!rig.flow.isReading());
    QCOMPARE(rig.reviewed(), 3);
    QCOMPARE(rig.model.marks().size(), 4);
}

void TestFactsFlow::readsNothingOfNothing()
{
    StoreFixture library;
    ThreadTreeModel model;
    FactsFlow flow(library.store, model);
    flow.read(model.arrangement());
    QVERIFY(!flow.isReading());
}

void TestFactsFlow::aMenuWritesTheWords()
{
    QWidget window;
    QLineEdit line(&window);
    FactMenu button(line, &window);
    line.setText(u"ada  Is:Open"_s);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window, Patience));
    button.setFocus();
    QVERIFY(!button.accessibleName().isEmpty());
    const auto* menu = button.findChild<QMenu*>(u"factFilterMenu"_s);
    const auto press = [&button, menu](Qt::Key key) {
        QTest::keyClick(&button, Qt::Key_Space);
        QVERIFY(menu->isVisible());
        QTest::keyClick(QApplication::activePopupWidget(), key);
        QVERIFY(!menu->isVisible());
    };
    press(Qt::Key_R); // Reviewed
    QCOMPARE(line.text(), u"ada Is:Open has:review"_s);
    QVERIFY(menu->actions().constFirst()->isChecked()); // what was typed is seen in the menu
    press(Qt::Key_O);
    QCOMPARE(line.text(), u"ada has:review"_s);
}

QTEST_MAIN(TestFactsFlow)
#include "test_factsflow.moc"
