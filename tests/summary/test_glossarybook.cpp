// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/glossary.h"
#include "summary/glossarybook.h"

#include <QTest>

using namespace lb::summary;
using namespace Qt::StringLiterals;

class TestGlossaryBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aListWithoutOneHasTheShippedOne();
    void eachListHasItsOwn();
    void resettingTakesItOut();
    void aDamagedBookIsNone();
    void mistakesAreNamedByLine_data();
    void mistakesAreNamedByLine();
    void tooManyTermsAreSaid();
};

void TestGlossaryBook::aListWithoutOneHasTheShippedOne()
{
    QCOMPARE(glossaryText({}, u"kvmarm"_s), Glossary::shippedText(u"kvmarm"_s));
    QVERIFY(glossaryMistakes(Glossary::shippedText(u"kvmarm"_s)).isEmpty());
}

void TestGlossaryBook::eachListHasItsOwn()
{
    QByteArray book = withGlossary({}, u"one"_s, u"NV = non-volatile"_s);
    book = withGlossary(book, u"two"_s, u"# nothing"_s);
    QCOMPARE(glossaryText(book, u"one"_s), u"NV = non-volatile"_s);
    QCOMPARE(glossaryText(book, u"two"_s), u"# nothing"_s); // none at all is a choice, too
    QCOMPARE(glossaryText(book, u"kvmarm"_s), Glossary::shippedText(u"kvmarm"_s));
    QVERIFY(Glossary::fromText(glossaryText(book, u"one"_s)).isRight(u"NV", u"non-volatile"));
}

void TestGlossaryBook::resettingTakesItOut()
{
    const QByteArray book = withGlossary({}, u"one"_s, u"NV = non-volatile"_s);
    QVERIFY(!book.isEmpty());
    QVERIFY(withGlossary(book, u"one"_s, Glossary::shippedText(u"one"_s) + u"\n"_s).isEmpty());
}

void TestGlossaryBook::aDamagedBookIsNone()
{
    for (const QByteArray& book : {QByteArray("{"), QByteArray("[1]"), QByteArray("{\"kvmarm\": 3}")})
        QCOMPARE(glossaryText(book, u"kvmarm"_s), Glossary::shippedText(u"kvmarm"_s));
}

void TestGlossaryBook::mistakesAreNamedByLine_data()
{
    using What = GlossaryMistake::What;
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line"); // 0 = none
    QTest::addColumn<int>("what");
    const auto row = [](const char* name, const QString& text, int line, What what) {
        QTest::newRow(name) << text << line << static_cast<int>(what);
    };
    row("empty", u""_s, 0, What::NoEquals);
    row("comment", u"# NV\n\n  # more"_s, 0, What::NoEquals);
    row("right", u"NV = nested virtualization | 嵌套虚拟化"_s, 0, What::NoEquals);
    row("no equals", u"NV = x\nVHE host extensions"_s, 2, What::NoEquals);
    row("no term", u"\n = nested"_s, 2, What::NoTerm);
    row("no expansion", u"NV ="_s, 1, What::NoExpansion);
    row("bars alone", u"# a\nNV = | |"_s, 2, What::NoExpansion);
    row("too long", QString(u"NV = "_s + QString(3000, u'x')), 1, What::TooLong);
}

void TestGlossaryBook::mistakesAreNamedByLine()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    QFETCH(int, what);
    const QList<GlossaryMistake> mistakes = glossaryMistakes(text);
    QCOMPARE(mistakes.isEmpty(), line == 0);
    if (line > 0)
        QCOMPARE(mistakes.constFirst(), (GlossaryMistake{line, static_cast<GlossaryMistake::What>(what)}));
}

void TestGlossaryBook::tooManyTermsAreSaid()
{
    QString text;
    for (int i = 1; i <= Glossary::mostTerms + 5; ++i)
        text += u"T%1 = term\n"_s.arg(i);
    QCOMPARE(glossaryMistakes(text),
             QList<GlossaryMistake>(
                 {{static_cast<int>(Glossary::mostTerms) + 1, GlossaryMistake::What::TooMany}}));
}

QTEST_APPLESS_MAIN(TestGlossaryBook)
#include "test_glossarybook.moc"
