// SPDX-License-Identifier: GPL-3.0-or-later
// The page as a widget: driven by keys and mouse.
#include "ui/conversation/conversationview.h"
#include "ui/pagebuilder.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

/// Many mails, each with a paragraph that wraps.
ConversationPointer longPage(int mails)
{
    ThreadBuilder thread;
    thread.mail(1, "Hello").body("Hi.\n");
    for (int number = 2; number <= mails; ++number) {
        const QByteArray words = "Mail " + QByteArray::number(number) + " says a lot of words. ";
        thread.mail(static_cast<IdNumber>(number), "Re: Hello", {1}, number)
            .body(QByteArray(words.repeated(20) + "\n\nBye.\n").constData());
    }
    return std::make_shared<const Conversation>(pageOf(thread.material()));
}

} // namespace

class TestConversationView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }

    void whatIsInViewIsLaidOutAtOnce();
    void theTopLineStaysWhileHeightsBecomeKnown();
    void theTopLineStaysWhenThePageGetsNarrower();
    void pagesAndSaysWhenThereIsNoMore();
    void keysGoFromPassageToPassage();
    void goesToParentNewMailAndQuestion();
    void opensTheMailOfAPassage();
    void opensAndClosesTheDiffAround();
    void showsAMailWholeInItsPlace();
    void collapsesPatchesAuthorsAndAll();
    void tabGoesThroughWhatCanBeFollowed();
    void linksAskBeforeAnythingOpens();
    void selectsByKeyboardAndCopies();
    void selectsByMouseAcrossItems();
    void copiesAPassageAsQuotedText();
    void aMatchIsShownEvenIfItIsHidden();
    void clicksOpenFolds();
    void seenMailIsToldOnce();
    void nothingIsSeenBeforeTheReaderActs();
    void aRefreshedPageKeepsItsPlace();

private:
    [[nodiscard]] int find(ItemKind kind, const QString& words) const
    {
        return findItem(m_view->page(), kind, words);
    }
    [[nodiscard]] QString currentText() const
    {
        return m_view->page().items[static_cast<std::size_t>(m_view->currentItem())].text;
    }
    [[nodiscard]] int topItem() const { return m_view->layout().itemAt(-m_view->itemRect(0).top()); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(m_view.get(), key, modifiers);
    }
    [[nodiscard]] QPoint pointOf(int item, int offset) const
    {
        PageLayout& layout = m_view->layout();
        const QTextLine line = layout.text(item).lineForTextPosition(offset);
        const QPoint origin
            = layout.textOrigin(item) + m_view->itemRect(item).topLeft() - QPoint(0, layout.top(item));
        return origin + QPoint(qRound(line.cursorToX(offset)) + 1, qRound(line.y() + line.height() / 2));
    }

    std::unique_ptr<ConversationView> m_view;
};

void TestConversationView::init()
{
    m_view = std::make_unique<ConversationView>();
    m_view->setSeenAfter(0);
    m_view->resize(480, 400);
    m_view->setPage(seriesPage());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus();
}

void TestConversationView::whatIsInViewIsLaidOutAtOnce()
{
    m_view->setPage(longPage(200));
    PageLayout& layout = m_view->layout();
    int y = 0;
    for (int item = 0; item < layout.count() && y < m_view->viewport()->height(); ++item) {
        QVERIFY(layout.isKnown(item));
        y += layout.heightOf(item);
    }
    QVERIFY(!layout.isKnown(layout.count() - 1)); // that has time
    QTRY_VERIFY(m_view->isMeasured());
    for (int item = 0; item < layout.count(); ++item)
        QVERIFY(layout.isKnown(item) || !layout.isShown(item));
}

void TestConversationView::theTopLineStaysWhileHeightsBecomeKnown()
{
    m_view->setPage(longPage(200));
    m_view->showMail(150); // nothing above it has been laid out
    const int item = m_view->currentItem();
    const int y = m_view->itemRect(item).top();
    QVERIFY(y >= 0 && y < m_view->viewport()->height());
    const int estimated = m_view->layout().height();
    QTRY_VERIFY(m_view->isMeasured());
    QVERIFY(m_view->layout().height() != estimated);
    QCOMPARE(m_view->itemRect(item).top(), y);
    QCOMPARE(m_view->verticalScrollBar()->maximum(),
             m_view->layout().height() - m_view->viewport()->height());
}

void TestConversationView::theTopLineStaysWhenThePageGetsNarrower()
{
    m_view->setPage(longPage(100));
    QTRY_VERIFY(m_view->isMeasured());
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    const int top = topItem();
    m_view->resize(300, 400);
    QCOMPARE(topItem(), top);
    QTRY_VERIFY(m_view->isMeasured());
    QCOMPARE(topItem(), top);
}

void TestConversationView::pagesAndSaysWhenThereIsNoMore()
{
    QTRY_VERIFY(m_view->isMeasured());
    QScrollBar* bar = m_view->verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    int last = bar->value();
    for (int pages = 0; bar->value() < bar->maximum() && pages < 50; ++pages) {
        QVERIFY(m_view->turnPage(1));
        QVERIFY(bar->value() > last);
        last = bar->value();
    }
    QCOMPARE(bar->value(), bar->maximum());
    QVERIFY(!m_view->turnPage(1));
    QVERIFY(m_view->turnPage(-1));
    QVERIFY(bar->value() < bar->maximum());
    key(Qt::Key_Home);
    QCOMPARE(bar->value(), 0);
    QVERIFY(!m_view->turnPage(-1));
    key(Qt::Key_End);
    QCOMPARE(bar->value(), bar->maximum());
}

void TestConversationView::keysGoFromPassageToPassage()
{
    QStringList met;
    while (m_view->run(PageCommand::NextCard))
        met.append(currentText().section(u"  ·"_s, 0, 0));
    QCOMPARE(met,
             (QStringList{u"v2 1/2  vgic: take the lock once"_s, u"Grace Example"_s, u"Grace Example"_s,
                          u"Ada Example"_s, u"v2 2/2  vgic: test it"_s, u"Alan Example"_s}));
    while (m_view->run(PageCommand::PreviousCard)) { }
    QCOMPARE(m_view->currentItem(), 0);
}

void TestConversationView::goesToParentNewMailAndQuestion()
{
    m_view->showMail(4);
    QVERIFY(m_view->run(PageCommand::Parent));
    QCOMPARE(m_view->currentItem(), m_view->page().mails[3].firstItem);
    QVERIFY(m_view->run(PageCommand::Parent));
    QCOMPARE(m_view->currentItem(), m_view->page().mails[1].firstItem);
    QVERIFY(m_view->run(PageCommand::Parent));
    QVERIFY(!m_view->run(PageCommand::Parent)); // the cover letter answers nothing
    m_view->setRead({true, true, true, true, true, false});
    QVERIFY(m_view->run(PageCommand::NextNew));
    QCOMPARE(m_view->currentItem(), m_view->page().mails[5].firstItem);
    m_view->setRead(std::vector<bool>(6, true));
    QVERIFY(!m_view->run(PageCommand::NextNew));
    QVERIFY(m_view->run(PageCommand::NextQuestion));
    QCOMPARE(currentText(), u"Why is it taken for each vCPU and not once for the guest?"_s);
    QVERIFY(m_view->viewport()->rect().contains(m_view->itemRect(m_view->currentItem())));
}

void TestConversationView::opensTheMailOfAPassage()
{
    QSignalSpy requested(m_view.get(), &ConversationView::mailRequested);
    m_view->showMail(3);
    key(Qt::Key_Return); // on the first line of a card
    m_view->run(PageCommand::OpenMail);
    QCOMPARE(requested.size(), 2);
    QCOMPARE(requested.at(0).at(0).toInt(), 3);
    QCOMPARE(requested.at(1).at(0).toInt(), 3);
}

void TestConversationView::opensAndClosesTheDiffAround()
{
    const int below = find(ItemKind::Diff, u"while (1)"_s);
    const int above = find(ItemKind::Diff, u"diff --git a/vgic.c"_s);
    m_view->setCurrentItem(find(ItemKind::Diff, u"mutex_lock"_s));
    QVERIFY(!m_view->layout().isShown(above) && !m_view->layout().isShown(below));
    QVERIFY(m_view->run(PageCommand::ToggleDiff));
    QVERIFY(m_view->layout().isShown(above) && m_view->layout().isShown(below));
    QVERIFY(m_view->run(PageCommand::ToggleDiff));
    QVERIFY(!m_view->layout().isShown(above) && !m_view->layout().isShown(below));
    m_view->setCurrentItem(0);
    QVERIFY(!m_view->run(PageCommand::ToggleDiff)); // a cover letter has none
}

void TestConversationView::showsAMailWholeInItsPlace()
{
    m_view->showMail(3);
    const int card = m_view->currentItem();
    QVERIFY(m_view->run(PageCommand::ToggleWholeMail));
    QCOMPARE(m_view->currentItem(), card);
    int whole = 0;
    for (int item = 0; item < m_view->layout().count(); ++item) {
        const Item& shown = m_view->page().items[static_cast<std::size_t>(item)];
        whole += m_view->layout().isShown(item) && isOfWholeMail(m_view->page(), shown) ? 1 : 0;
    }
    QVERIFY(whole > 3);
    QVERIFY(m_view->run(PageCommand::ToggleWholeMail));
    QVERIFY(m_view->state().openFolds.isEmpty());
}

void TestConversationView::collapsesPatchesAuthorsAndAll()
{
    const int words = find(ItemKind::Prose, u"Why is it"_s);
    m_view->setCurrentItem(words);
    QVERIFY(m_view->run(PageCommand::ToggleSection));
    QVERIFY(!m_view->layout().isShown(words));
    QCOMPARE(m_view->currentItem(), m_view->page().sections[1].firstItem); // what is left of it
    QVERIFY(m_view->run(PageCommand::ToggleSection));
    QVERIFY(m_view->layout().isShown(words));

    m_view->setCurrentItem(words);
    QVERIFY(m_view->run(PageCommand::ToggleAuthor));
    QVERIFY(!m_view->layout().isShown(words));
    QVERIFY(m_view->layout().isShown(find(ItemKind::Prose, u"I will read"_s)));

    QVERIFY(m_view->run(PageCommand::ToggleAll)); // something is closed: opens
    QVERIFY(m_view->layout().isShown(words));
    QVERIFY(m_view->run(PageCommand::ToggleAll));
    int shown = 0;
    for (int item = 0; item < m_view->layout().count(); ++item)
        shown += m_view->layout().isShown(item) ? 1 : 0;
    QCOMPARE(shown, 3);
    m_view->showMail(3); // opens what hides it
    QVERIFY(m_view->layout().isShown(words));
}

void TestConversationView::tabGoesThroughWhatCanBeFollowed()
{
    const Item* last = nullptr;
    int stops = 0;
    m_view->setCurrentItem(0);
    for (; stops < 100; ++stops) {
        const int item = m_view->currentItem();
        const int zone = m_view->currentZone();
        key(Qt::Key_Tab);
        if (m_view->currentItem() == item && m_view->currentZone() == zone)
            break; // the end: the keyboard would leave if it had anywhere to go
        last = &m_view->page().items[static_cast<std::size_t>(m_view->currentItem())];
        QVERIFY(m_view->currentZone() < static_cast<int>(last->zones.size()));
        QVERIFY(m_view->layout().isShown(m_view->currentItem()));
    }
    QVERIFY(stops > 15);
    QCOMPARE(last->section, 2);
    key(Qt::Key_Backtab);
    QVERIFY(&m_view->page().items[static_cast<std::size_t>(m_view->currentItem())] != last
            || m_view->currentZone() == 0);
}

void TestConversationView::linksAskBeforeAnythingOpens()
{
    QSignalSpy links(m_view.get(), &ConversationView::linkRequested);
    const int item = find(ItemKind::Prose, u"See https"_s);
    m_view->setCurrentItem(item, 0);
    key(Qt::Key_Return);
    QCOMPARE(links.size(), 1);
    QCOMPARE(links.at(0).at(0).toUrl(), QUrl(u"https://example.invalid/locking"_s));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(item, 8));
    QCOMPARE(links.size(), 2);
    QTest::mouseMove(m_view->viewport(), pointOf(item, 8));
    QTRY_COMPARE(m_view->viewport()->toolTip(), u"https://example.invalid/locking"_s);
}

void TestConversationView::selectsByKeyboardAndCopies()
{
    const int item = find(ItemKind::Prose, u"It is released"_s);
    m_view->setCurrentItem(item);
    QVERIFY(!m_view->run(PageCommand::Copy)); // nothing is selected
    key(Qt::Key_End, Qt::ShiftModifier);
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"It is released before the loop."_s);
    key(Qt::Key_Right, Qt::ShiftModifier); // into the next item
    key(Qt::Key_Right, Qt::ShiftModifier);
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"It is released before the loop.\n\nS"_s);
    key(Qt::Key_Left, Qt::ShiftModifier);
    key(Qt::Key_Left, Qt::ShiftModifier | Qt::ControlModifier);
    key(Qt::Key_Up, Qt::ShiftModifier);
    QVERIFY(m_view->selection().cursor < m_view->selection().anchor
            || m_view->selection().cursor.item == item);
    key(Qt::Key_A, Qt::ControlModifier);
    key(Qt::Key_C, Qt::ControlModifier);
    const QString all = QGuiApplication::clipboard()->text();
    QVERIFY(all.startsWith(u"v2 0/2"_s) && all.contains(u"Why is it"_s) && !all.contains(u"while (1)"_s));
    key(Qt::Key_PageDown, Qt::ShiftModifier);
    key(Qt::Key_Home, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(m_view->selection().cursor, (PagePlace{0, 0}));
}

void TestConversationView::selectsByMouseAcrossItems()
{
    const int first = find(ItemKind::Prose, u"The lock is taken"_s);
    const int last = find(ItemKind::Prose, u"It is released"_s);
    m_view->resize(480, 1200);
    m_view->setCurrentItem(first);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, pointOf(first, 4));
    QMouseEvent move(QEvent::MouseMove, pointOf(last, 5), m_view->viewport()->mapToGlobal(pointOf(last, 5)),
                     Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view->viewport(), &move);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, pointOf(last, 5));
    QCOMPARE(m_view->selection().first(), (PagePlace{first, 4}));
    QCOMPARE(m_view->selection().last(), (PagePlace{last, 5}));
    QVERIFY(m_view->run(PageCommand::Copy));
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"lock is taken once for each vCPU.\n\n"_s));
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(first, 5));
    m_view->run(PageCommand::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"lock"_s);
}

void TestConversationView::copiesAPassageAsQuotedText()
{
    m_view->setCurrentItem(find(ItemKind::Prose, u"I will read"_s));
    QVERIFY(m_view->run(PageCommand::CopyQuoted));
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.endsWith(u"Ada Example wrote:\n> I will read them.\n>\n> Ada\n"
                           "https://lists.example.invalid/5@example.invalid"_s),
             qPrintable(text));
}

void TestConversationView::aMatchIsShownEvenIfItIsHidden()
{
    m_view->setMatches(findInPage(m_view->page(), u"while (1)"_s));
    m_view->showMatch(0);
    QCOMPARE(currentText().mid(m_view->selection().first().offset, 9), u"while (1)"_s);
    QVERIFY(m_view->layout().isShown(m_view->currentItem()));
    QVERIFY(m_view->viewport()->rect().intersects(m_view->itemRect(m_view->currentItem())));
}

void TestConversationView::clicksOpenFolds()
{
    const int fold = find(ItemKind::Fold, u"1 file changed"_s);
    m_view->setCurrentItem(fold);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(fold, 2));
    QCOMPARE(m_view->state().openFolds.size(), 1);
    key(Qt::Key_Return);
    QCOMPARE(m_view->state().openFolds.size(), 0);
}

void TestConversationView::seenMailIsToldOnce()
{
    QSignalSpy seen(m_view.get(), &ConversationView::seen);
    m_view->setPage(longPage(100));
    m_view->setSeenAfter(1);
    m_view->startReading();
    QTRY_COMPARE(seen.size(), 1);
    const auto first = seen.at(0).at(0).value<QList<int>>();
    QVERIFY(first.contains(0) && first.size() < 20);
    m_view->verticalScrollBar()->setValue(1);
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    QTRY_COMPARE(seen.size(), 2);
    for (const int mail : seen.at(1).at(0).value<QList<int>>())
        QVERIFY(!first.contains(mail));
}

void TestConversationView::nothingIsSeenBeforeTheReaderActs()
{
    QSignalSpy seen(m_view.get(), &ConversationView::seen);
    m_view->setSeenAfter(1);
    m_view->setPage(longPage(10));
    m_view->verticalScrollBar()->setValue(5);
    QTRY_VERIFY(m_view->isMeasured());
    QCOMPARE(seen.size(), 0);
    key(Qt::Key_Down);
    QTRY_COMPARE(seen.size(), 1);
}

void TestConversationView::aRefreshedPageKeepsItsPlace()
{
    const int item = find(ItemKind::Prose, u"See https"_s);
    m_view->setCurrentItem(find(ItemKind::Diff, u"mutex_lock"_s));
    m_view->run(PageCommand::ToggleDiff);
    m_view->setCurrentItem(item);
    QTRY_VERIFY(m_view->isMeasured());
    ThreadBuilder more = seriesThread();
    more.mail(7, "Re: [PATCH v2 0/2] vgic: keep list registers in memory", {1}, 5)
        .from("Zoe Example")
        .body("> the list registers stay in memory until the first interrupt.\n\nNice.\n");
    const QString top = m_view->page().items[static_cast<std::size_t>(topItem())].text;
    m_view->setPage(std::make_shared<const Conversation>(pageOf(more.material())));
    QCOMPARE(currentText(), u"See https://example.invalid/locking for the rules."_s);
    QCOMPARE(m_view->state().openFolds.size(), 2);
    QCOMPARE(m_view->page().items[static_cast<std::size_t>(topItem())].text, top);
}

QTEST_MAIN(TestConversationView)
#include "test_conversationview.moc"
