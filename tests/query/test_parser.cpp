// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/dates.h"
#include "query/query.h"
#include "query/texts.h"

#include <QRandomGenerator>
#include <QTest>

using namespace lb;
using namespace lb::query;
using namespace Qt::StringLiterals;

namespace
{

const QDate today(2025, 6, 18);

using Kind = Problem::Kind;

} // namespace
Q_DECLARE_METATYPE(lb::query::Problem::Kind)

class TestParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void understands_data();
    void understands();
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void readsCounts_data();
    void readsCounts();
    void readsDays_data();
    void readsDays();
    void readsTimes();
    void explainsEveryProblem();
    void knowsEveryWordOfItsTable();
    void staysWithinItsBounds();
    void whatIsPrintedIsReadAsTheSame_data();
    void whatIsPrintedIsReadAsTheSame();
    void anyTextIsReadOrRefused();
    void aValueOfAMailIsOneCondition_data();
    void aValueOfAMailIsOneCondition();
};

void TestParser::understands_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("printed");
    const auto row = [](const char* what, const QString& typed, const QString& printed) {
        QTest::newRow(what) << typed << printed;
    };
    row("nothing", u""_s, u""_s);
    row("blanks", u" \t "_s, u""_s);
    row("words", u"vgic  irq"_s, u"vgic and irq"_s);
    row("a phrase", u"\"page   table\""_s, u"\"page table\""_s);
    row("a phrase that is still typed", u"\"page ta"_s, u"\"page ta\""_s);
    row("quotes end a word", u"x\"y z\"w"_s, u"x and \"y z\" and w"_s);
    row("fields", u"from:ada SUBJECT:vgic"_s, u"from:ada and subject:vgic"_s);
    row("a field's phrase", u"from:\"Ada Example\""_s, u"from:\"Ada Example\""_s);
    row("Chinese punctuation", u"from：“Ada Example”"_s, u"from:\"Ada Example\""_s);
    row("choices in any case", u"IS:Open has:PATCH"_s, u"is:open and has:patch"_s);
    row("or binds least", u"a b or c d"_s, u"a and b or c and d"_s);
    row("groups", u"a (b or c)"_s, u"a and (b or c)"_s);
    row("a needless group", u"((a) or ((b)))"_s, u"a or b"_s);
    row("not", u"not a -b -(c d)"_s, u"-a and -b and -(c and d)"_s);
    row("not not", u"not -a"_s, u"-(-a)"_s);
    row("operators in any case", u"a AND NOT b OR c"_s, u"a and -b or c"_s);
    row("operators in quotes are words", u"\"or\" \"not\""_s, u"\"or\" and \"not\""_s);
    row("the tree to the right is kept", u"a (b c)"_s, u"a and (b and c)"_s);
    row("a subject's tag", u"[PATCH v2 0/9] KVM: arm64: fix"_s,
        u"[PATCH and v2 and 0/9] and KVM: and arm64: and fix"_s);
    row("a function", u"(vgic_inject() or f(g(x)))"_s, u"vgic_inject() or f(g(x))"_s);
    row("a lone minus", u"a - b"_s, u"a and - and b"_s);
    row("a minus inside", u"bot-failure"_s, u"bot-failure"_s);
    row("one of those awaited", u"awaiting:author awaiting:reviewers is:open"_s,
        u"(awaiting:author or awaiting:reviewers) and is:open"_s);
    row("both, if it is said", u"awaiting:me and awaiting:author"_s, u"awaiting:me and awaiting:author"_s);
    row("not awaited", u"-awaiting:me -awaiting:author"_s, u"-awaiting:me and -awaiting:author"_s);
    row("a URL", u"https://example.invalid/x"_s, u"https://example.invalid/x"_s);
    row("a short name before a colon", u"mm:fix"_s, u"mm:fix"_s);
    row("a name that is no field's neighbour", u"selftests:foo"_s, u"selftests:foo"_s);
}

void TestParser::understands()
{
    QFETCH(QString, typed);
    const Parsed parsed = parse(typed, today);
    QVERIFY2(!parsed.problem, parsed.problem ? qPrintable(Texts::problem(*parsed.problem)) : "");
    QTEST(toText(parsed.query), "printed");
}

void TestParser::saysWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("word"); ///< what is underlined
    QTest::addColumn<QString>("suggestion");
    const auto row
        = [](const char* what, const QString& typed, Kind kind, const QString& word,
             const QString& suggestion = {}) { QTest::newRow(what) << typed << kind << word << suggestion; };
    row("a choice", u"a is:whatever"_s, Kind::UnknownChoice, u"is:whatever"_s);
    row("a slip", u"is:opne b"_s, Kind::UnknownChoice, u"is:opne"_s, u"is:open"_s);
    row("a beginning", u"is:bot"_s, Kind::UnknownChoice, u"is:bot"_s, u"is:bot-failure"_s);
    row("a choice of another field", u"has:open"_s, Kind::UnknownChoice, u"has:open"_s);
    row("a field", u"form:ada"_s, Kind::UnknownField, u"form:ada"_s, u"from:ada"_s);
    row("no value", u"a from:"_s, Kind::MissingValue, u"from:"_s);
    row("no value before a group's end", u"(from:)"_s, Kind::MissingValue, u"from:"_s);
    row("an empty phrase", u"\"\""_s, Kind::MissingValue, u"\"\""_s);
    row("no count", u"mails:many"_s, Kind::NotANumber, u"mails:many"_s);
    row("a range backwards", u"mails:5..3"_s, Kind::NotANumber, u"mails:5..3"_s);
    row("a negative count", u"mails:>-1"_s, Kind::NotANumber, u"mails:>-1"_s);
    row("no date", u"since:june"_s, Kind::NotADate, u"since:june"_s);
    row("no such day", u"since:2025-02-30"_s, Kind::NotADate, u"since:2025-02-30"_s);
    row("no such week", u"since:2025-W60"_s, Kind::NotADate, u"since:2025-W60"_s);
    row("nothing to find", u"body:->"_s, Kind::NothingToFind, u"body:->"_s);
    row("or first", u"or a"_s, Kind::NothingBefore, u"or"_s);
    row("and or", u"a and or b"_s, Kind::NothingBefore, u"or"_s);
    row("or last", u"a or"_s, Kind::NothingAfter, u"or"_s);
    row("not last", u"a not"_s, Kind::NothingAfter, u"not"_s);
    row("or before the end of a group", u"(a or) b"_s, Kind::NothingAfter, u"or"_s);
    row("an empty group", u"a ( ) b"_s, Kind::EmptyGroup, u"( )"_s);
    row("not closed", u"a (b or c"_s, Kind::NotClosed, u"("_s);
    row("not opened", u"a b) c"_s, Kind::NotOpened, u")"_s);
    row("the first of two", u"mails:x is:y"_s, Kind::NotANumber, u"mails:x"_s);
}

void TestParser::saysWhatIsWrongAndWhere()
{
    QFETCH(QString, typed);
    const Parsed parsed = parse(typed, today);
    QVERIFY(parsed.problem);
    QVERIFY(parsed.query.isEmpty());
    QTEST(parsed.problem->kind, "kind");
    QTEST(typed.mid(parsed.problem->start, parsed.problem->length), "word");
    QTEST(parsed.problem->suggestion, "suggestion");
    const QString sentence = Texts::problem(*parsed.problem);
    QVERIFY(sentence.endsWith(u'.') || sentence.endsWith(u'?'));
    QVERIFY(sentence.contains(parsed.problem->suggestion));
}

void TestParser::readsCounts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("held"); ///< of 0 to 6
    QTest::newRow("one") << u"3"_s << u"3"_s;
    QTest::newRow("equal") << u"=3"_s << u"3"_s;
    QTest::newRow("more") << u">3"_s << u"456"_s;
    QTest::newRow("at least") << u">=3"_s << u"3456"_s;
    QTest::newRow("fewer") << u"<3"_s << u"012"_s;
    QTest::newRow("at most") << u"<=3"_s << u"0123"_s;
    QTest::newRow("between") << u"2..4"_s << u"234"_s;
    QTest::newRow("from") << u"5.."_s << u"56"_s;
    QTest::newRow("up to") << u"..1"_s << u"01"_s;
}

void TestParser::readsCounts()
{
    QFETCH(QString, typed);
    const Parsed parsed = parse(u"mails:"_s + typed, today);
    QVERIFY(!parsed.problem);
    QString held;
    for (int i = 0; i <= 6; ++i) {
        if (parsed.query.terms.at(0).range.contains(i))
            held += QString::number(i);
    }
    QTEST(held, "held");
}

void TestParser::readsDays_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    const auto row = [](const QString& word, QDate first, QDate last) {
        QTest::newRow(qPrintable(word)) << word << first << last;
    };
    row(u"today"_s, today, today);
    row(u"Yesterday"_s, QDate(2025, 6, 17), QDate(2025, 6, 17));
    row(u"7d"_s, QDate(2025, 6, 11), QDate(2025, 6, 11));
    row(u"2W"_s, QDate(2025, 6, 4), QDate(2025, 6, 4));
    row(u"1m"_s, QDate(2025, 5, 18), QDate(2025, 5, 18));
    row(u"1y"_s, QDate(2024, 6, 18), QDate(2024, 6, 18));
    row(u"2025-06-16"_s, QDate(2025, 6, 16), QDate(2025, 6, 16));
    row(u"2025-w25"_s, QDate(2025, 6, 16), QDate(2025, 6, 22));
    row(u"2024-02"_s, QDate(2024, 2, 1), QDate(2024, 2, 29));
    row(u"2024"_s, QDate(2024, 1, 1), QDate(2024, 12, 31));
    for (const QString& none :
         {u""_s, u"d"_s, u"7"_s, u"7x"_s, u"99999d"_s, u"1800-01-01"_s, u"2025-13"_s, u"2025-00"_s,
          u"2025-06-16-1"_s, u"25-06-16"_s, u"2025-W"_s, u"2025-W0"_s, u"٢٠٢٥"_s, u"9999y"_s})
        row(none, {}, {});
}

void TestParser::readsDays()
{
    QFETCH(QString, word);
    QFETCH(QDate, first);
    const std::optional<thread::Period> days = daysNamed(word, today);
    QCOMPARE(days.has_value(), first.isValid());
    if (days) {
        QTEST(days->since, "first");
        QTEST(days->until, "last");
    }
}

void TestParser::readsTimes()
{
    const auto range = [](const QString& typed) { return parse(typed, today).query.terms.at(0).range; };
    const auto start = [](QDate day) { return QDateTime(day, QTime(0, 0), Qt::UTC).toSecsSinceEpoch(); };
    const Range open;
    QCOMPARE(range(u"since:2025-W25"_s), (Range{start(QDate(2025, 6, 16)), open.to}));
    QCOMPARE(range(u"until:2025-W25"_s), (Range{open.from, start(QDate(2025, 6, 23)) - 1}));
    QCOMPARE(range(u"during:2025-06"_s), (Range{start(QDate(2025, 6, 1)), start(QDate(2025, 7, 1)) - 1}));
    QCOMPARE(range(u"during:2025-W24..2025-W25"_s),
             (Range{start(QDate(2025, 6, 9)), start(QDate(2025, 6, 23)) - 1}));
    QCOMPARE(range(u"during:2025-06-16.."_s), (Range{start(QDate(2025, 6, 16)), open.to}));
    QCOMPARE(range(u"during:7d"_s), (Range{start(QDate(2025, 6, 11)), open.to}));
}

void TestParser::explainsEveryProblem()
{
    for (int i = 0; i <= static_cast<int>(Kind::NotClosed); ++i) {
        const Problem problem{static_cast<Kind>(i), 0, 4, u"is:x"_s, Field::Is, {}};
        QVERIFY2(Texts::problem(problem).size() > 10, qPrintable(QString::number(i)));
    }
    const QString known = Texts::problem(*parse(u"is:opne"_s, today).problem);
    for (const QString& word : wordsOf(Field::Is))
        QVERIFY(known.contains(word));
    // What is typed may be long; a message is not.
    QVERIFY(Texts::problem(*parse(u"form:"_s + u"x"_s.repeated(900), today).problem).size() < 200);
}

void TestParser::knowsEveryWordOfItsTable()
{
    for (const FieldRule& rule : fieldRules()) {
        QVERIFY(!Texts::meaning(rule.field).isEmpty());
        const QString example = Texts::example(rule.field);
        const Parsed parsed = parse(example, today);
        QVERIFY2(!parsed.problem, qPrintable(example));
        QCOMPARE(parsed.query.terms.front().field, rule.field);
    }
    for (const Choice& choice : choices()) {
        QVERIFY(!Texts::meaning(choice.flag).isEmpty());
        const Parsed parsed = parse(wordOf(choice.flag), today);
        QCOMPARE(parsed.query.terms.front().flag, choice.flag);
        QCOMPARE(toText(parsed.query), wordOf(choice.flag));
    }
}

void TestParser::staysWithinItsBounds()
{
    const auto kind = [](const QString& typed) { return parse(typed, today).problem->kind; };
    QCOMPARE(kind(u"x"_s.repeated(longestQuery + 1)), Kind::TooLong);
    QCOMPARE(kind(u"a "_s.repeated(mostTerms + 1)), Kind::TooManyTerms);
    QCOMPARE(kind(u"("_s.repeated(deepestGroup + 1)), Kind::TooDeep);
    QVERIFY(!parse(u"-"_s.repeated(longestQuery - 1) + u"a"_s, today).problem);
    QVERIFY(!parse(u"("_s.repeated(deepestGroup) + u"a"_s + u")"_s.repeated(deepestGroup), today).problem);
}

void TestParser::whatIsPrintedIsReadAsTheSame_data()
{
    QTest::addColumn<QString>("typed");
    for (const char* const typed : {"a",
                                    "a or b and c",
                                    "(a or b) c",
                                    "a (b (c (d or e)))",
                                    "-(a -(b or -c))",
                                    "f( a",
                                    "(b or f( )",
                                    "(a f(x )",
                                    "x\"y\"z",
                                    "\"a:b\"",
                                    "from:\"-x\"",
                                    "tag:(x)",
                                    "- or -",
                                    "--a",
                                    "-- a",
                                    "a \"(\" b",
                                    "KVM: x",
                                    "mails:>=3..",
                                    "since:7D",
                                    "awaiting:me awaiting:author (a or b)",
                                    "from:or to:not subject:and"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void TestParser::whatIsPrintedIsReadAsTheSame()
{
    QFETCH(QString, typed);
    const Parsed first = parse(typed, today);
    if (first.problem)
        return;
    const QString printed = toText(first.query);
    const Parsed second = parse(printed, today);
    QVERIFY2(!second.problem, qPrintable(printed));
    QVERIFY2(second.query == first.query, qPrintable(typed + u" -> "_s + printed));
    QCOMPARE(toText(second.query), printed);
}

/// Texts of the language's own pieces, and of anything at all.
void TestParser::anyTextIsReadOrRefused()
{
    QRandomGenerator random(20250616);
    const QStringList pieces{u"("_s,
                             u")"_s,
                             u"-"_s,
                             u" "_s,
                             u"\""_s,
                             u"or"_s,
                             u"and"_s,
                             u"not"_s,
                             u"from:"_s,
                             u"is:open"_s,
                             u"body:"_s,
                             u"mails:"_s,
                             u">3"_s,
                             u"7d"_s,
                             u"since:"_s,
                             u"a"_s,
                             u"页表"_s,
                             u":"_s,
                             u"*"_s,
                             u"NEAR("_s,
                             u"awaiting:me"_s,
                             u"^"_s,
                             u"{body}"_s,
                             u"'"_s,
                             QString(QChar::Null),
                             QString(QChar(0xD800)),
                             u"\t"_s};
    int understood = 0;
    for (int run = 0; run < 20'000; ++run) {
        QString typed;
        for (quint32 i = random.bounded(14U); i > 0; --i) {
            if (random.bounded(8U) == 0)
                typed += QChar(static_cast<char16_t>(random.bounded(0x10000U)));
            else
                typed
                    += pieces.at(static_cast<qsizetype>(random.bounded(static_cast<quint32>(pieces.size()))));
            if (random.bounded(2U) == 0)
                typed += u' ';
        }
        const Parsed parsed = parse(typed, today);
        if (parsed.problem) {
            QVERIFY(parsed.problem->start >= 0 && parsed.problem->length > 0);
            QVERIFY(parsed.problem->start + parsed.problem->length <= typed.size());
            QVERIFY(!Texts::problem(*parsed.problem).isEmpty());
            continue;
        }
        ++understood;
        const QString printed = toText(parsed.query);
        const Parsed again = parse(printed, today);
        QVERIFY2(!again.problem && again.query == parsed.query, qPrintable(typed + u" -> "_s + printed));
    }
    QVERIFY(understood > 2000);
}

void TestParser::aValueOfAMailIsOneCondition_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("condition");
    QTest::newRow("address") << u"ada@example.invalid"_s << u"from:ada@example.invalid"_s;
    QTest::newRow("name") << u"Ada  Byron"_s << u"from:\"Ada Byron\""_s;
    QTest::newRow("Chinese") << u"王小明"_s << u"from:\"王小明\""_s;
    QTest::newRow("a query in a name") << u"Ada\" or is:unread or \""_s << u"from:\"Ada or is:unread or\""_s;
    QTest::newRow("quotes of input methods") << u"“Ada” or”"_s << u"from:\"Ada or\""_s;
    QTest::newRow("whose name is me") << u"me"_s << u"from:\"me\""_s;
    QTest::newRow("a star") << u"a*"_s << u"from:\"a*\""_s;
    QTest::newRow("a strange address") << u"a)or(b@x"_s << u"from:\"a)or(b@x\""_s;
    QTest::newRow("long") << QString(5000, u'a') << QString(u"from:\""_s + QString(200, u'a') + u'"');
    QTest::newRow("nothing") << u" \" "_s << QString();
}

void TestParser::aValueOfAMailIsOneCondition()
{
    QFETCH(QString, value);
    const QString condition = conditionOf(Field::From, value);
    QTEST(condition, "condition");
    const Parsed parsed = parse(condition, QDate(2025, 6, 25));
    QVERIFY(!parsed.problem);
    QCOMPARE(parsed.query.terms.size(), condition.isEmpty() ? 0 : 1);
    if (!parsed.query.terms.empty()) {
        QCOMPARE(parsed.query.terms.front().field, Field::From);
        QVERIFY(!parsed.query.terms.front().isMe());
    }
}

QTEST_GUILESS_MAIN(TestParser)
#include "test_parser.moc"
