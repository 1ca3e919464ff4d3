// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/completion.h"

#include <QTest>

using namespace lb::query;
using namespace Qt::StringLiterals;

class TestQueryCompletion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void offers_data();
    void offers();
    void whatIsOfferedIsUnderstood();
    void offersFieldsUnasked();
    void offersNotTooMuch();
};

namespace
{

Vocabulary vocabulary()
{
    return {{{u"Ada Example"_s, u"ada@example.invalid"_s, 9},
             {u"Bob \"B\" Stone"_s, u"bob@example.invalid"_s, 4},
             {QString(), u"robot@example.invalid"_s, 2}},
            {u"urgent"_s, u"my tree"_s},
            {u"kvmarm"_s}};
}

} // namespace

void TestQueryCompletion::offers_data()
{
    QTest::addColumn<QString>("typed"); ///< | = the cursor
    QTest::addColumn<QString>("completed"); ///< with the first candidate in place
    QTest::addColumn<int>("candidates");
    const auto row = [](const char* what, const QString& typed, const QString& completed, int candidates) {
        QTest::newRow(what) << typed << completed << candidates;
    };
    row("a field", u"fr|"_s, u"from:"_s, 1);
    row("a field after others", u"vgic su|"_s, u"vgic subject:"_s, 1);
    row("a choice by its own name", u"unr|"_s, u"is:unread"_s, 1);
    row("a choice", u"is:un|"_s, u"is:unread"_s, 1);
    row("all choices", u"awaiting:|"_s, u"awaiting:me"_s, 5);
    row("in a group, behind a minus", u"(a or -is:s|)"_s, u"(a or -is:starred)"_s, 2);
    row("a word that is no field", u"vgic|"_s, u"vgic"_s, 0);
    row("a phrase", u"\"fr|"_s, u"\"fr"_s, 0);
    row("behind a closed phrase", u"\"fr\"|"_s, u"\"fr\""_s, 0);
    row("a blank", u"a |"_s, u"a "_s, 0);
    row("nothing", u"|"_s, u""_s, 0);
    row("a person by the first name", u"from:ad|"_s, u"from:\"Ada Example\""_s, 1);
    row("a person by the last name", u"from:st|"_s, u"from:\"Bob B Stone\""_s, 1);
    row("a person without a name", u"to:rob|"_s, u"to:robot@example.invalid"_s, 1);
    row("a person in quotes", u"from:\"ada ex|"_s, u"from:\"Ada Example\""_s, 1);
    row("me first", u"starter:|"_s, u"starter:me"_s, 4);
    row("in the middle of a word", u"is:un|xyz b"_s, u"is:unread b"_s, 1);
    row("a tag", u"tag:m|"_s, u"tag:\"my tree\""_s, 1);
    row("a list", u"list:|"_s, u"list:kvmarm"_s, 1);
    row("a trailer", u"trailer:rev|"_s, u"trailer:reviewed-by"_s, 1);
    row("a day", u"since:y|"_s, u"since:yesterday"_s, 1);
}

void TestQueryCompletion::offers()
{
    QFETCH(QString, typed);
    const qsizetype cursor = typed.indexOf(u'|');
    typed.remove(cursor, 1);
    const Completion completion = complete(typed, cursor, vocabulary());
    QTEST(static_cast<int>(completion.candidates.size()), "candidates");
    if (!completion.candidates.isEmpty())
        typed.replace(completion.start, completion.length, completion.candidates.constFirst().text);
    QTEST(typed, "completed");
}

void TestQueryCompletion::whatIsOfferedIsUnderstood()
{
    for (const FieldRule& rule : fieldRules()) {
        if (rule.name.isEmpty())
            continue;
        const QString typed = QString(rule.name + u':');
        for (const Candidate& candidate : complete(typed, typed.size(), vocabulary()).candidates) {
            const Parsed parsed = parse(candidate.text, QDate(2025, 6, 18));
            QVERIFY2(!parsed.problem, qPrintable(candidate.text));
            QCOMPARE(parsed.query.terms.front().field, rule.field);
        }
    }
}

void TestQueryCompletion::offersFieldsUnasked()
{
    QVERIFY(complete(u"a "_s, 2, vocabulary()).candidates.isEmpty());
    const Completion all = complete(u"a "_s, 2, vocabulary(), true);
    QCOMPARE(static_cast<std::size_t>(all.candidates.size()), fieldRules().size() - 1);
    QCOMPARE(all.start, 2);
    // What has no values is not offered.
    QVERIFY(complete(u""_s, 0, {}, true).candidates.size() < all.candidates.size());
}

void TestQueryCompletion::offersNotTooMuch()
{
    Vocabulary many;
    for (int i = 0; i < 1000; ++i)
        many.people.append({u"Person %1"_s.arg(i), u"p%1@example.invalid"_s.arg(i), 1});
    QCOMPARE(complete(u"from:pers"_s, 9, many).candidates.size(), mostCandidates);
    QVERIFY(complete(u"x"_s.repeated(5000), 5000, many).candidates.isEmpty());
}

QTEST_GUILESS_MAIN(TestQueryCompletion)
#include "test_querycompletion.moc"
