// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/charset.h"
#include "mail/headertext.h"

#include <QTest>

using namespace lb::mail;
using namespace Qt::StringLiterals;

class TestCharset : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decodes_data();
    void decodes();
    void survivesAnyBytesInAnyCharset();
    void decodesHeaders_data();
    void decodesHeaders();
    void readsMailboxes_data();
    void readsMailboxes();
};

void TestCharset::decodes_data()
{
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("unknown");
    const auto row
        = [](const char* charset, const QByteArray& bytes, const QString& text, bool unknown = false) {
              QTest::addRow("%s %s", charset, bytes.toHex().constData())
                  << QByteArray(charset) << bytes << text << unknown;
          };
    row("utf-8", "Z\xc3\xbcrich", u"Zürich"_s);
    row("UTF8", "Z\xc3\xbcrich", u"Zürich"_s);
    row("us-ascii", "plain", u"plain"_s);
    row("us-ascii", "Z\xc3\xbcrich", u"Zürich"_s);
    row("us-ascii", "Z\xfcrich", u"Zürich"_s);
    row("utf-8", "Z\xfcrich", u"Zürich"_s);
    row("iso-8859-1", "Z\xfcrich \x80", u"Zürich €"_s);
    row("ISO_8859-15", "\xa4", u"€"_s);
    row("gb2312", "\xc4\xe3\xba\xc3", u"你好"_s);
    row("gb2312", "\xd6\xec\xe9\x46\xbb\xf9", u"朱镕基"_s); // the second is in GBK only
    row("GBK", "\xc4\xe3\xba\xc3", u"你好"_s);
    row("gb18030", "\xc4\xe3\xba\xc3", u"你好"_s);
    row("big5", "\xa7\x41\xa6\x6e", u"你好"_s);
    row("iso-2022-jp", "\x1b$B$3$s\x1b(B", u"こん"_s);
    row("euc-kr", "\xbe\xc8\xb3\xe7", u"안녕"_s);
    row("ks_c_5601-1987", "\xbe\xc8\xb3\xe7", u"안녕"_s);
    row("koi8-r", "\xf0\xd2\xc9\xd7\xc5\xd4", u"Привет"_s);
    row("windows-1251", "\xcf\xf0\xe8\xe2\xe5\xf2", u"Привет"_s);
    row("shift_jis", "\x82\xb1\x82\xf1", u"こん"_s);
    row("y", "plain", u"plain"_s, true);
    row("y", "Z\xc3\xbcrich", u"Zürich"_s, true);
    row("y", "Z\xfcrich", u"Zürich"_s, true);
    row("", "Z\xfcrich", u"Zürich"_s);
    row("../../evil", "x", u"x"_s, true);
    row("UTF-8//TRANSLIT//", "x", u"x"_s, true);
    row("gb2312", "Z\xc3\xbcrich \xe2\x82\xac \xf0\x9f\x98\x80", u"Zürich € 😀"_s); // UTF-8 under a wrong name
}

void TestCharset::decodes()
{
    QFETCH(QByteArray, charset);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(bool, unknown);
    const DecodedText decoded = decodeCharset(bytes, charset);
    QCOMPARE(decoded.text, text);
    QCOMPARE(decoded.unknownCharset, unknown);
}

void TestCharset::survivesAnyBytesInAnyCharset()
{
    QByteArray bytes;
    for (int i = 0; i < 70'000; ++i)
        bytes += static_cast<char>(i * 167 + (i >> 8));
    for (const char* const charset :
         {"utf-8", "gb2312", "big5", "iso-2022-jp", "iso-2022-kr", "euc-kr", "euc-jp", "utf-16", "utf-16le",
          "shift_jis", "koi8-r", "windows-1253", "iso-8859-8", "tis-620", "y"}) {
        QVERIFY(!decodeCharset(bytes, charset).text.isEmpty());
        for (qsizetype size = 0; size < 12; ++size)
            (void)decodeCharset(bytes.last(size), charset);
    }
}

void TestCharset::decodesHeaders_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const QByteArray& raw, const QString& text) {
        QTest::newRow(name) << raw << text;
    };
    row("plain", " [PATCH v2 0/9] KVM", u"[PATCH v2 0/9] KVM"_s);
    row("folded", " [PATCH v2 0/9]\n KVM:\r\n\tarm64:   x ", u"[PATCH v2 0/9] KVM: arm64: x"_s);
    row("q", "=?utf-8?q?Z=C3=BCrich_x?=", u"Zürich x"_s);
    row("b", "=?UTF-8?B?5L2g5aW9?=", u"你好"_s);
    row("mixed", "Re: =?iso-8859-1?Q?M=FCller?= says =?koi8-r?B?8NLJ18XU?=!", u"Re: Müller says Привет!"_s);
    row("space between words is dropped", "=?utf-8?q?a?= =?utf-8?q?b?=\n =?utf-8?q?c?=", u"abc"_s);
    row("character across two words", "=?utf-8?b?5L2g5Q==?= =?utf-8?b?pb0=?=", u"你好"_s);
    row("two charsets", "=?gb2312?B?xOM=?= =?utf-8?B?5aW9?=", u"你好"_s);
    row("language", "=?utf-8*de?q?Z=C3=BC?=", u"Zü"_s);
    row("no padding", "=?utf-8?b?5L2g5aW9IQ?=", u"你好!"_s);
    row("unknown charset", "=?y?q?abc?=", u"abc"_s);
    row("unknown encoding", "=?utf-8?x?abc?=", u"=?utf-8?x?abc?="_s);
    row("unfinished", "=?utf-8?q?abc", u"=?utf-8?q?abc"_s);
    row("unfinished before another", "=?utf-8?q?abc =?utf-8?q?d?=", u"=?utf-8?q?abc d"_s);
    row("spaces inside", "=?utf-8?q?a b?= c", u"a b c"_s);
    row("raw UTF-8", "Z\xc3\xbcrich", u"Zürich"_s);
    row("raw Latin-1", "Z\xfcrich", u"Zürich"_s);
    row("bad escape", "=?utf-8?q?=C3=Bz=?=", u"Ã=Bz="_s);
    row("controls and NULs",
        QByteArray("a\0b\x01"
                   "c\x7f",
                   6),
        u"ab c"_s);
    row("direction override",
        "a\xe2\x80\xae"
        "gpj.exe",
        u"agpj.exe"_s);
    row("line break inside a word", "=?utf-8?q?a=0AInjected:_b?=", u"a Injected: b"_s);
    row("empty", "", QString());
    row("empty word",
        "=?utf-8?q?"
        "?=",
        QString());
}

void TestCharset::decodesHeaders()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, text);
    QCOMPARE(decodeHeaderText(raw), text);
}

void TestCharset::readsMailboxes_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    const auto row = [](const char* raw, const QString& name, const QString& address) {
        QTest::newRow(raw) << QByteArray(raw) << name << address;
    };
    row("Ada Example <ada@example.invalid>", u"Ada Example"_s, u"ada@example.invalid"_s);
    row("\"Example, Ada\" <ada@example.invalid>", u"Example, Ada"_s, u"ada@example.invalid"_s);
    row("Example, Ada <ada@example.invalid>", u"Example, Ada"_s, u"ada@example.invalid"_s);
    row("\"Ada \\\"A\\\" Example\" <ada@example.invalid>", u"Ada \"A\" Example"_s, u"ada@example.invalid"_s);
    row("ada@example.invalid", QString(), u"ada@example.invalid"_s);
    row("<ada@example.invalid>", QString(), u"ada@example.invalid"_s);
    row("ada@example.invalid (Ada Example)", u"Ada Example"_s, u"ada@example.invalid"_s);
    row("ada at example.invalid (Ada Example)", u"Ada Example"_s, u"ada@example.invalid"_s);
    row("=?utf-8?q?Ad=C3=A4?= Example\n <ada@example.invalid>", u"Adä Example"_s, u"ada@example.invalid"_s);
    row("\"=?utf-8?b?5byg5LiJ?=\" <z@example.invalid>", u"张三"_s, u"z@example.invalid"_s);
    row("'Ada Example' <ada@example.invalid>", u"Ada Example"_s, u"ada@example.invalid"_s);
    row("Ada (the first) Example <ada@example.invalid>", u"Ada Example"_s, u"ada@example.invalid"_s);
    row("Ada <ada@example.invalid>, Bob <bob@example.invalid>", u"Ada"_s, u"ada@example.invalid"_s);
    row("ada@example.invalid, bob@example.invalid", QString(), u"ada@example.invalid"_s);
    row("Friends: ada@example.invalid, bob@example.invalid;", QString(), u"ada@example.invalid"_s);
    row("Ada <@relay.invalid:ada@example.invalid>", u"Ada"_s, u"ada@example.invalid"_s);
    row("Ada Example", u"Ada Example"_s, QString());
    row("\"Ada <ada@example.invalid>", u"Ada"_s, u"ada@example.invalid"_s);
    row("Ada (x <ada@example.invalid>", u"Ada x"_s, u"ada@example.invalid"_s);
    row("Ada <ada@example.invalid", u"Ada"_s, u"ada@example.invalid"_s);
    row("", QString(), QString());
    row("<>", QString(), QString());
    row("((((((", QString(), QString());
}

void TestCharset::readsMailboxes()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, name);
    QFETCH(QString, address);
    const Address mailbox = parseMailbox(raw);
    QCOMPARE(mailbox.name, name);
    QCOMPARE(mailbox.address, address);
}

QTEST_APPLESS_MAIN(TestCharset)
#include "test_charset.moc"
