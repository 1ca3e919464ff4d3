// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailheaders.h"

#include <QTest>
#include <QTextEdit>
#include <QToolButton>

using namespace lb::ui;
using namespace Qt::StringLiterals;

class TestMailHeaders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsOfAnyLengthAreShownWhole();
    void aShorterMailTakesLessRoom();
    void unfoldingShowsEverybody();

private:
    /// Address and Message-ID have no blank to break at.
    [[nodiscard]] static MailView longWords()
    {
        MailView mail;
        const QString address = QString(150, u'x') + u"@example.invalid"_s;
        mail.subject = QString(120, u'y');
        mail.from = u"Ada Example <%1>"_s.arg(address);
        mail.messageId = address;
        return mail;
    }
};

void TestMailHeaders::wordsOfAnyLengthAreShownWhole()
{
    MailHeaders headers;
    headers.resize(300, 400);
    headers.show();
    headers.showHeaders(longWords());
    for (const QString& name : {u"subjectText"_s, u"fromText"_s, u"messageIdText"_s}) {
        const auto* value = headers.findChild<QTextEdit*>(name);
        QTRY_VERIFY(value->height() >= 2 * value->fontMetrics().height());
        QVERIFY(value->document()->size().width() <= value->viewport()->width());
        QVERIFY(value->document()->size().height() <= value->height());
    }
    QCOMPARE(headers.width(), 300);
}

void TestMailHeaders::aShorterMailTakesLessRoom()
{
    MailHeaders headers;
    headers.resize(300, 400);
    headers.show();
    headers.showHeaders(longWords());
    const auto* from = headers.findChild<QTextEdit*>(u"fromText"_s);
    QTRY_VERIFY(from->height() >= 2 * from->fontMetrics().height());
    MailView mail;
    mail.from = u"Bo <b@example.invalid>"_s;
    headers.showHeaders(mail);
    QTRY_VERIFY(from->height() < 2 * from->fontMetrics().height());
    QVERIFY(!headers.findChild<QTextEdit*>(u"messageIdText"_s)->isVisible());
}

void TestMailHeaders::unfoldingShowsEverybody()
{
    MailView mail;
    for (int number = 0; number < 30; ++number)
        mail.cc += u"person%1@example.invalid, "_s.arg(number);
    mail.cc += u"last@example.invalid"_s;
    mail.to = u"list@example.invalid"_s;
    MailHeaders headers;
    headers.show();
    headers.showHeaders(mail);
    auto* more = headers.findChild<QToolButton*>(u"unfoldCcButton"_s);
    const auto* cc = headers.findChild<QTextEdit*>(u"ccText"_s);
    QVERIFY(more->isVisible());
    QVERIFY(!cc->toPlainText().contains(u"last@"_s));
    QVERIFY(!headers.findChild<QToolButton*>(u"unfoldToButton"_s)->isVisible());
    more->click();
    QVERIFY(cc->toPlainText().contains(u"last@example.invalid"_s));
    mail.cc = u"x@example.invalid"_s;
    headers.showHeaders(mail);
    QVERIFY(!more->isVisible());
}

QTEST_MAIN(TestMailHeaders)
#include "test_mailheaders.moc"
