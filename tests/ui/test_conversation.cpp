// SPDX-License-Identifier: GPL-3.0-or-later
// The page as a value: what stands on it and in what order.
#include "ui/conversation/pagestate.h"
#include "ui/conversation/prose.h"
#include "ui/pagebuilder.h"

#include <QTest>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

QString nameOf(ItemKind kind)
{
    static constexpr std::array names{"heading", "head", "chips", "label",     "prose",
                                      "fixed",   "diff", "fold",  "signature", "note"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(kind)));
}

/// "depth kind: text" of what is seen while nothing is opened; quoted kinds in brackets.
QStringList told(const Conversation& page, const PageState& state = {})
{
    QStringList lines;
    for (const Item& item : page.items) {
        if (!state.isShown(page, item))
            continue;
        QString text = item.text;
        text.replace(QChar(QChar::LineSeparator), u'/');
        const QString kind = item.quoted ? QString(u"("_s + nameOf(item.kind) + u')') : nameOf(item.kind);
        lines.append(u"%1 %2: %3"_s.arg(item.depth).arg(kind, text));
    }
    return lines;
}

} // namespace

class TestConversation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSeriesReadsFromTopToBottom();
    void everyOwnLineIsOnThePage();
    void partsOfTextCanBeFollowed();
    void foldsHideAndShow();
    void openQuestionsAreMarked();
    void anEmptyMailSaysSo();
    void mailOfBeforeIsTold();
    void longQuotesAreFolded();
    void hostileThreadsMakeAPage_data();
    void hostileThreadsMakeAPage();
    void selectionsAreCopiedAsWritten();
    void quotedCopiesNameTheirMail();
    void textIsFound();
    void placesToGoAreFound();
    void aNewerPageKeepsWhatWasOpen();
};

void TestConversation::aSeriesReadsFromTopToBottom()
{
    const Conversation page = pageOf(seriesThread().material());
    const QStringList expected{
        u"0 heading: v2 0/2  vgic: keep list registers in memory"_s,
        u"0 head: Ada Example  ·  06-16 01:00  ·  [1]"_s,
        u"0 prose: Hi,"_s,
        u"0 prose: the list registers stay in memory until the first interrupt."_s,
        u"0 heading: v2 1/2  vgic: take the lock once"_s,
        u"0 head: Ada Example  ·  06-16 01:00  ·  [2]"_s,
        u"0 prose: The lock is taken once for each vCPU."_s,
        u"1 head: Grace Example  ·  06-16 02:00  ·  [4]  ·  whole mail"_s,
        u"1 prose: Why is it taken for each vCPU and not once for the guest?"_s,
        u"0 prose: It is released before the loop."_s,
        u"0 prose: Signed-off-by: Ada Example <ada@example.invalid>"_s,
        u"0 fold: 1 file changed, 2 insertions(+), 3 deletions(-)"_s,
        u"0 fold: 6 more line(s) of vgic.c"_s,
        u"0 label: vgic.c"_s,
        u"0 diff: -\tmutex_lock(&kvm->lock);/-\tret = vgic_setup(kvm);/+\tret = vgic_setup_locked(kvm);"_s,
        u"1 head: Grace Example  ·  06-16 02:00  ·  [4]"_s,
        u"1 prose: See https://example.invalid/locking for the rules."_s,
        u"2 head: Ada Example  ·  06-16 03:00  ·  [5]  ·  whole mail"_s,
        u"2 prose: I will read them."_s,
        u"2 prose: Ada"_s,
        u"0 fold: 8 more line(s) of vgic.c"_s,
        u"0 heading: v2 2/2  vgic: test it"_s,
    };
    const QStringList got = told(page);
    for (qsizetype line = 0; line < qMin(expected.size(), got.size()); ++line)
        QCOMPARE(got.at(line), expected.at(line));
    QVERIFY(got.size() > expected.size());
    QVERIFY(got.contains(u"0 chips:  Reviewed-by Alan Example "_s));
    QVERIFY(got.contains(u"0 fold: Diff: 1 file(s), 7 line(s)"_s));
    QVERIFY(got.contains(u"1 (label): quoted, source not found"_s));
    QVERIFY(got.contains(u"1 (prose): These words were never written."_s));
}

/// Open or closed, in the cards: what a mail says is told once.
void TestConversation::everyOwnLineIsOnThePage()
{
    const thread::Material material = seriesThread().material();
    const Conversation page = pageOf(material);
    for (std::size_t mail = 0; mail < material.bodies.size(); ++mail) {
        QStringList shown;
        for (const Item& item : page.items) {
            if (item.mail == static_cast<int>(mail) && item.isMailText() && !item.quoted
                && !isOfWholeMail(page, item))
                shown += originalText(item, 0, item.text.size()).split(u'\n');
        }
        QStringList own;
        for (const mail::BodyLine& line : material.bodies[mail].lines) {
            const bool counts = line.kind == mail::LineKind::Own || line.kind == mail::LineKind::Diff
                || line.kind == mail::LineKind::DiffStat;
            const QString text = material.bodies[mail].line(line).toString();
            if (counts && !text.trimmed().isEmpty() && text != u"---"_s)
                own += text;
        }
        shown.removeIf([](const QString& line) { return line.trimmed().isEmpty(); });
        shown.removeAll(u"---"_s);
        QCOMPARE(shown, own);
    }
}

void TestConversation::partsOfTextCanBeFollowed()
{
    const Conversation page = pageOf(seriesThread().material());
    const Item& link = page.items[static_cast<std::size_t>(findItem(page, ItemKind::Prose, u"locking"_s))];
    QCOMPARE(link.zones.size(), 1U);
    QCOMPARE(link.text.mid(link.zones.front().start, link.zones.front().length),
             u"https://example.invalid/locking"_s);
    const Item& head = page.items[static_cast<std::size_t>(findItem(page, ItemKind::Head, u"Grace"_s))];
    QCOMPARE(head.zones.size(), 2U);
    QCOMPARE(head.zones[0].kind, ZoneKind::Mail);
    QCOMPARE(page.mails[static_cast<std::size_t>(head.zones[0].target)].number, 4);
    QCOMPARE(head.zones[1].kind, ZoneKind::Fold);
    const Item& chips = page.items[static_cast<std::size_t>(findItem(page, ItemKind::Chips, u"Alan"_s))];
    QCOMPARE(chips.zones.front().kind, ZoneKind::Chip);
    QCOMPARE(page.mails[static_cast<std::size_t>(chips.zones.front().target)].sender, u"Alan Example"_s);
    QCOMPARE(page.mails.back().permalink, u"https://lists.example.invalid/6@example.invalid"_s);
    QCOMPARE(page.mails[3].parent, 1);
}

void TestConversation::foldsHideAndShow()
{
    const Conversation page = pageOf(seriesThread().material());
    const qsizetype before = told(page).size();
    PageState state;
    const int hidden = findItem(page, ItemKind::Diff, u"while (1)"_s);
    QVERIFY(hidden >= 0);
    QVERIFY(!state.isShown(page, page.items[static_cast<std::size_t>(hidden)]));
    state.reveal(page, page.items[static_cast<std::size_t>(hidden)]);
    QVERIFY(state.isShown(page, page.items[static_cast<std::size_t>(hidden)]));
    QVERIFY(told(page, state).size() > before);
    state.closedSections.insert(1);
    QVERIFY(!state.isShown(page, page.items[static_cast<std::size_t>(hidden)]));
    const qsizetype headings = told(page, state).filter(u" heading: "_s).size();
    QCOMPARE(headings, qsizetype(3));

    PageState people;
    people.closedPeople.insert(page.mails[3].person); // Grace
    const QStringList left = told(page, people);
    QVERIFY(left.contains(u"1 head: Grace Example  ·  06-16 02:00  ·  [4]  ·  whole mail"_s));
    QVERIFY(left.filter(u"Why is it taken"_s).isEmpty());
    QVERIFY(!left.filter(u"I will read them."_s).isEmpty());

    // The whole mail stands where its card was.
    PageState whole;
    const Item& head = page.items[static_cast<std::size_t>(findItem(page, ItemKind::Head, u"Grace"_s))];
    whole.openFolds.insert(head.zones[1].target);
    const QStringList all = told(page, whole);
    QCOMPARE(all.filter(u"Why is it taken"_s).size(), qsizetype(1));
    QVERIFY(all.contains(u"1 (prose): The lock is taken once for each vCPU."_s));
}

void TestConversation::openQuestionsAreMarked()
{
    const Conversation page = pageOf(seriesThread().material());
    QStringList questions;
    for (const Item& item : page.items) {
        if (item.isQuestion)
            questions.append(item.text);
    }
    QCOMPARE(questions, QStringList{u"Why is it taken for each vCPU and not once for the guest?"_s});
}

void TestConversation::anEmptyMailSaysSo()
{
    ThreadBuilder thread;
    thread.mail(1, "Hello").body("Hi.\n").mail(2, "Re: Hello", {1}, 1).body("");
    const QStringList lines = told(pageOf(thread.material()));
    QVERIFY(lines.contains(u"1 note: This mail has no text."_s));
}

void TestConversation::mailOfBeforeIsTold()
{
    ThreadBuilder thread;
    thread.mail(1, "Hello", {}, -24 * 300).body("Hi.\n").mail(2, "Re: Hello", {1}, 1).body("Yes.\n");
    thread::ListingOptions options;
    options.period = thread::weekOf(QDate(2025, 6, 16));
    const QStringList lines = told(pageOf(thread.material(options)));
    QVERIFY(lines.contains(u"0 head: Ada Example  ·  2024-08-20 00:00  ·  [1]  ·  earlier"_s));
    QVERIFY(lines.contains(u"1 head: Ada Example  ·  06-16 01:00  ·  [2]"_s));
}

void TestConversation::longQuotesAreFolded()
{
    QByteArray quote;
    for (int line = 1; line <= 30; ++line)
        quote += "> These are the words number " + QByteArray::number(line) + " of somebody.\n";
    ThreadBuilder thread;
    thread.mail(1, "Hello")
        .body("Hi.\n")
        .mail(2, "Re: Hello", {1}, 1)
        .body(QByteArray(quote + "\nYes.\n").constData());
    const QStringList lines = told(pageOf(thread.material()));
    QCOMPARE(lines.filter(u"1 fold: 22 more quoted line(s)"_s).size(), qsizetype(1));
    QCOMPARE(lines.filter(u"number 22 "_s).size(), qsizetype(0));
    QCOMPARE(lines.filter(u"number 23 "_s).size(), qsizetype(1));
}

void TestConversation::hostileThreadsMakeAPage_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("one line of 2 MB") << QByteArray(2 << 20, 'x');
    QTest::newRow("5,000 quoted lines") << QByteArray("> same\n").repeated(5000) + "\nyes\n";
    QTest::newRow("10,000 levels") << QByteArray(10'000, '>') + " deep\n\nyes\n";
    QTest::newRow("2,000 hunks")
        << QByteArray("diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n+y\n").repeated(2000);
    QTest::newRow("only blanks") << QByteArray("\n").repeated(20'000);
    QTest::newRow("only signs") << QByteArray("- \n+ \n@@\n--- \n+++ \n-- \n | \n").repeated(1000);
    QTest::newRow("links") << QByteArray("http://a.invalid:http://::: ").repeated(5000);
}

void TestConversation::hostileThreadsMakeAPage()
{
    QFETCH(QByteArray, body);
    ThreadBuilder thread;
    thread.mail(1, "[PATCH 1/1] x")
        .body(body.constData())
        .mail(2, "Re: [PATCH 1/1] x", {1}, 1)
        .body(body.constData());
    const Conversation page = pageOf(thread.material());
    QVERIFY(!page.items.empty());
    for (const Item& item : page.items) {
        QVERIFY(item.text.size() <= 8000);
        QVERIFY(item.fold < static_cast<int>(page.folds.size()));
        for (const Zone& zone : item.zones)
            QVERIFY(zone.start >= 0 && zone.start + zone.length <= item.text.size());
    }
}

void TestConversation::selectionsAreCopiedAsWritten()
{
    const Conversation page = pageOf(seriesThread().material());
    std::vector<bool> shown;
    for (const Item& item : page.items)
        shown.push_back(PageState().isShown(page, item));
    const int first = findItem(page, ItemKind::Prose, u"It is released"_s);
    const int last = findItem(page, ItemKind::Prose, u"Signed-off-by: Ada"_s);
    const PageSelection selection{{last, 13}, {first, 3}}; // backwards
    QCOMPARE(selectedText(page, shown, selection), u"is released before the loop.\n\nSigned-off-by"_s);
    QCOMPARE(selectedText(page, shown, {{first, 3}, {first, 3}}), QString());
}

void TestConversation::quotedCopiesNameTheirMail()
{
    const Conversation page = pageOf(seriesThread().material());
    std::vector<bool> shown;
    for (const Item& item : page.items)
        shown.push_back(PageState().isShown(page, item));
    const int item = findItem(page, ItemKind::Prose, u"See https"_s);
    const QString text = quotedText(page, shown, passageAt(page, item));
    QVERIFY2(
        text.startsWith(u"On "_s)
            && text.contains(u"Grace Example wrote:\n> See https://example.invalid/locking for the rules.\n"
                             "https://lists.example.invalid/4@example.invalid"_s),
        qPrintable(text));
    const int diff = findItem(page, ItemKind::Diff, u"mutex_lock"_s);
    const QString both = quotedText(page, shown, {{diff, 0}, {item, 3}});
    QVERIFY(
        both.contains(u"Ada Example wrote:\n> -\tmutex_lock(&kvm->lock);\n> -\tret = vgic_setup(kvm);\n"_s));
    QVERIFY(both.contains(u"Grace Example wrote:\n> See\n"_s));
}

void TestConversation::textIsFound()
{
    const Conversation page = pageOf(seriesThread().material());
    QCOMPARE(findInPage(page, u"why is it TAKEN"_s).size(), 1U);
    QCOMPARE(findInPage(page, u"while (1)"_s).size(), 1U); // folded away, and found
    QVERIFY(findInPage(page, u"nowhere"_s).empty());
    QVERIFY(findInPage(page, QString()).empty());
}

void TestConversation::placesToGoAreFound()
{
    const Conversation page = pageOf(seriesThread().material());
    std::vector<bool> shown(page.items.size(), true);
    std::vector<bool> read(page.mails.size(), true);
    QCOMPARE(nextCard(page, shown, 0, -1), -1);
    QCOMPARE(nextCard(page, shown, 0, 1), page.sections[1].firstItem);
    QCOMPARE(nextNew(page, read, 0), -1);
    read[1] = read[5] = false;
    QCOMPARE(nextNew(page, read, 0), page.mails[1].firstItem);
    QCOMPARE(nextNew(page, read, page.mails[1].firstItem), page.mails[5].firstItem);
    QCOMPARE(nextNew(page, read, page.mails[5].firstItem), page.mails[1].firstItem); // around
    const int question = findItem(page, ItemKind::Prose, u"Why is it"_s);
    QCOMPARE(nextQuestion(page, 0), question);
    QCOMPARE(nextQuestion(page, question), question);
}

void TestConversation::aNewerPageKeepsWhatWasOpen()
{
    const Conversation older = pageOf(seriesThread().material());
    ThreadBuilder more = seriesThread();
    more.mail(7, "Re: [PATCH v2 0/2] vgic: keep list registers in memory", {1}, 0.5)
        .from("Zoe Example")
        .body("> the list registers stay in memory until the first interrupt.\n\nNice.\n");
    const Conversation newer = pageOf(more.material());
    PageState state;
    const Item& hidden
        = older.items[static_cast<std::size_t>(findItem(older, ItemKind::Diff, u"while (1)"_s))];
    state.reveal(older, hidden);
    state.closedSections.insert(2);
    state.closedPeople.insert(older.mails[3].person);
    const PageState carried = carriedOver(state, older, newer);
    QCOMPARE(carried.openFolds.size(), 1);
    QCOMPARE(*carried.openFolds.begin(),
             newer.items[static_cast<std::size_t>(findItem(newer, ItemKind::Diff, u"while (1)"_s))].fold);
    QCOMPARE(carried.closedSections, QSet<int>{2});
    QCOMPARE(carried.closedPeople.size(), 1);
    const int item = findItem(older, ItemKind::Prose, u"See https"_s);
    QCOMPARE(sameItem(older, item, newer), findItem(newer, ItemKind::Prose, u"See https"_s));
}

QTEST_GUILESS_MAIN(TestConversation)
#include "test_conversation.moc"
