// SPDX-License-Identifier: GPL-3.0-or-later
// The query line in the window: what is typed decides what is shown.
#include "support/windowrig.h"
#include "ui/queryflow.h"
#include "ui/queryline.h"

#include <QLabel>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestQueryWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void asksTheLibraryWhileTyping();
    void mixesFactsTextAndState();
    void whatIsWrongLeavesTheTreeAsItIs();
    void marksTheMailsThatMatch();
    void listLeadsToAllMailOfIt();
    void knowsWhoWrites();
    void historyOutlivesTheWindow();
    void anotherKeyDropsTheQuestionBefore();

private:
    [[nodiscard]] QueryLine* line() const { return m_rig->window->findChild<QueryLine*>(); }
    [[nodiscard]] int shown() const { return m_rig->window->threads().arrangement().shown; }
    /// Of the threads of the week, by what the tree knows of them.
    template <typename Asked>
    [[nodiscard]] int count(Asked asked) const
    {
        const SnapshotPointer& snapshot = m_rig->window->threads().arrangement().snapshot;
        return static_cast<int>(
            std::count_if(snapshot->threads.begin(), snapshot->threads.end(), [&](const ThreadEntry& entry) {
                return asked(entry, m_rig->window->threads().marks().value(entry.listing.thread));
            }));
    }
    std::unique_ptr<WindowRig> m_rig;
};

void TestQueryWindow::initTestCase()
{
    m_rig = std::make_unique<WindowRig>();
    QVERIFY(m_rig->openSample());
    QVERIFY(m_rig->waitForJobs());
    const auto known = [this] {
        return count([](const ThreadEntry&, const ThreadMarks& marks) { return marks.facts.has_value(); });
    };
    QTRY_COMPARE_WITH_TIMEOUT(known(), 26, Patience);
}

void TestQueryWindow::init()
{
    line()->clear();
    QVERIFY(m_rig->waitForThreads(26));
    line()->setFocus();
}

void TestQueryWindow::asksTheLibraryWhileTyping()
{
    // A word that stands in bodies alone.
    QTest::keyClicks(line(), u"body:\"signed\" or body:thanks"_s);
    const int found = shown();
    Q_UNUSED(found)
    const auto complete = [this] { return m_rig->window->threads().arrangement().filter.isComplete(); };
    QTRY_VERIFY_WITH_TIMEOUT(complete() && shown() > 0 && shown() < 26, Patience);
    line()->setText(u"body:thanks -body:thanks"_s);
    QVERIFY(m_rig->waitForThreads(0));
}

void TestQueryWindow::mixesFactsTextAndState()
{
    const int expected = count([](const ThreadEntry& entry, const ThreadMarks& marks) {
        return entry.revision >= 2 && marks.facts->reviews > 0 && marks.unread > 0;
    });
    line()->setText(u"revision:>=2 has:review is:unread"_s);
    QVERIFY(m_rig->waitForThreads(expected));
    const int large
        = count([](const ThreadEntry& entry, const ThreadMarks&) { return entry.listing.count() > 20; });
    QVERIFY(large > 0);
    line()->setText(u"mails:>20"_s);
    QVERIFY(m_rig->waitForThreads(large));
    line()->setText(u"not mails:>20"_s);
    QVERIFY(m_rig->waitForThreads(26 - large));
}

void TestQueryWindow::whatIsWrongLeavesTheTreeAsItIs()
{
    line()->setText(u"mails:>20"_s);
    const int large
        = count([](const ThreadEntry& entry, const ThreadMarks&) { return entry.listing.count() > 20; });
    QVERIFY(m_rig->waitForThreads(large));
    const auto* message = m_rig->window->findChild<QLabel*>(u"queryProblemLabel"_s);
    QTest::keyClicks(line(), u" is:opne"_s);
    QVERIFY(message->isHidden()); // it is still being typed
    QTest::keyClicks(line(), u" vgic"_s);
    QVERIFY(message->isVisible());
    QVERIFY(message->text().contains(u"is:open"_s)); // what was meant
    QVERIFY(line()->problem());
    QCOMPARE(line()->accessibleDescription(), message->text());
    QCOMPARE(shown(), large);
    line()->clear();
    QVERIFY(message->isHidden());
    QTest::keyClicks(line(), u"since:nonsense"_s);
    QTest::keyClick(line(), Qt::Key_Return); // Enter asks for it
    QVERIFY(message->isVisible());
}

void TestQueryWindow::marksTheMailsThatMatch()
{
    line()->setText(u"from:owen"_s);
    const int expected = count(
        [](const ThreadEntry& entry, const ThreadMarks&) { return entry.senders.contains(u"owen"_s); });
    QVERIFY(expected > 0);
    QVERIFY(m_rig->waitForThreads(expected));
    const ThreadTreeModel& model = m_rig->window->threads();
    int marked = 0;
    for (const ThreadId thread : model.shownThreads()) {
        const QModelIndex parent = model.threadIndex(thread);
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            const bool his = model.mail(index)->mail.from.name.contains(u"owen"_s, Qt::CaseInsensitive)
                || model.mail(index)->mail.from.address.contains(u"owen"_s, Qt::CaseInsensitive);
            QCOMPARE(index.data(ThreadTreeModel::MatchRole).toBool(), his);
            marked += his ? 1 : 0;
        }
    }
    QVERIFY(marked > 0);
}

void TestQueryWindow::listLeadsToAllMailOfIt()
{
    const QString name = line()->vocabulary().lists.value(0);
    QVERIFY(!name.isEmpty());
    const Scope week = m_rig->window->threads().arrangement().snapshot->scope;
    line()->setText(u"list:"_s + query::quoted(name.toUpper()));
    QVERIFY(m_rig->waitForThreads(26)); // it is the list that is shown
    QTest::keyClick(line(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_rig->window->threads().arrangement().snapshot->scope.period, Patience);
    QCOMPARE(line()->text(), u"list:"_s + query::quoted(name.toUpper()));
    // Where that cannot lead, it is told: at once in place of the threads, and on Enter.
    const auto isTold = [this](const QString& words) {
        const QList<QLabel*> labels = m_rig->window->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&words](const QLabel* label) {
            return label->isVisible() && label->text().contains(words);
        });
    };
    for (const QString& query : {u"list:nowhere"_s, u"list:%1 list:nowhere"_s.arg(query::quoted(name))}) {
        const Scope before = m_rig->window->threads().arrangement().snapshot->scope;
        line()->setText(query);
        QVERIFY(m_rig->waitForThreads(0));
        QTRY_VERIFY_WITH_TIMEOUT(isTold(u"nowhere"_s), Patience);
        QVERIFY(!isTold(u"Press Enter"_s));
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(m_rig->window->threads().arrangement().snapshot->scope, before);
        QCOMPARE(line()->text(), query);
    }
    line()->clear();
    m_rig->lists()->setCurrentIndex({});
    const auto* lists = static_cast<const ListsModel*>(m_rig->lists()->model());
    m_rig->lists()->setCurrentIndex(lists->indexOf(week));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->window->threads().arrangement().snapshot->scope == week, Patience);
}

void TestQueryWindow::knowsWhoWrites()
{
    QTRY_VERIFY_WITH_TIMEOUT(line()->vocabulary().people.size() > 20, Patience);
    const QList<query::Vocabulary::Person>& people = line()->vocabulary().people;
    QVERIFY(people.first().mails >= people.last().mails);
}

void TestQueryWindow::historyOutlivesTheWindow()
{
    line()->setText(u"is:open"_s);
    QTest::keyClick(line(), Qt::Key_Return);
    m_rig->window->close();
    const WindowRig next(m_rig->profile);
    QCOMPARE(next.window->findChild<QueryLine*>()->history().value(0), u"is:open"_s);
    m_rig->window->show();
}

void TestQueryWindow::anotherKeyDropsTheQuestionBefore()
{
    // Whatever is dropped on the way, the last one decides.
    const int large
        = count([](const ThreadEntry& entry, const ThreadMarks&) { return entry.listing.count() > 20; });
    for (int i = 0; i < 50; ++i)
        line()->setText(u"word%1 or body:other%1"_s.arg(i));
    line()->setText(u"mails:>20 or body:neverwritten"_s);
    QVERIFY(m_rig->waitForThreads(large));
    const auto complete = [this] { return m_rig->window->threads().arrangement().filter.isComplete(); };
    QTRY_VERIFY_WITH_TIMEOUT(complete(), Patience);
    QCOMPARE(shown(), large);
}

QTEST_MAIN(TestQueryWindow)
#include "test_querywindow.moc"
