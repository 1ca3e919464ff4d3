// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcetree.h"

#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <utility>

/// Every text of the window, the command line and the errors exists in every language that is shipped.
class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void placeholdersAndPluralsAgree_data();
    void placeholdersAndPluralsAgree();
    void programsCarryTheTranslations();
};

using namespace Qt::StringLiterals;

namespace
{

QString pathOf(const QString& language)
{
    return u"%1/translations/listbrief_%2.ts"_s.arg(lb::test::sourceRoot(), language);
}

struct Entry {
    QString context;
    QString source;
    QStringList forms; ///< one, or one a plural form
    bool plural = false;
    bool unfinished = false;
};

QList<Entry> read(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto name = xml.name();
        if (name == "name"_L1) {
            context = xml.readElementText();
        } else if (name == "message"_L1) {
            entries.append(Entry());
            entries.last().context = context;
            entries.last().plural = xml.attributes().value("numerus"_L1) == "yes"_L1;
        } else if (name == "source"_L1) {
            entries.last().source = xml.readElementText();
        } else if (name == "numerusform"_L1) {
            entries.last().forms += xml.readElementText();
        } else if (name == "translation"_L1) {
            entries.last().unfinished = xml.attributes().value("type"_L1) == "unfinished"_L1;
            if (!entries.last().plural)
                entries.last().forms += xml.readElementText();
        }
    }
    return entries;
}

} // namespace

void TestTranslations::everyTextIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("plurals of the sources' English") << u"en"_s;
    QTest::newRow("Simplified Chinese") << u"zh_CN"_s;
}

void TestTranslations::everyTextIsTranslated()
{
    QFETCH(const QString, language);
    const QString lupdate = qEnvironmentVariable("LB_LUPDATE");
    if (lb::test::sourceRoot().isEmpty())
        QSKIP("The sources are not at LB_SOURCE.");
    if (!QFile::exists(lupdate))
        QSKIP("lupdate is not installed (package qt6-l10n-tools).");
    const QTemporaryDir folder;
    const QString updated = folder.filePath(u"updated.ts"_s);
    QVERIFY(QFile::copy(pathOf(language), updated));
    QVERIFY(QFile::setPermissions(updated, QFile::ReadOwner | QFile::WriteOwner));
    QProcess process;
    process.setWorkingDirectory(lb::test::sourceRoot());
    // As packaging/translate.sh does.
    QStringList arguments{u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s, u"-no-ui-lines"_s};
    if (language == "en"_L1)
        arguments += u"-pluralonly"_s;
    arguments += {u"app"_s, u"ui"_s, u"-I"_s, u"app"_s, u"-I"_s, u"."_s, u"-ts"_s, updated};
    process.start(lupdate, arguments);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
    QStringList findings;
    QSet<std::pair<QString, QString>> used;
    const auto entries = read(updated);
    for (const Entry& entry : entries) {
        used.insert({entry.context, entry.source});
        if (entry.unfinished || entry.forms.isEmpty() || entry.forms.contains(QString()))
            findings += u"not translated: %1: %2"_s.arg(entry.context, entry.source);
    }
    const auto shipped = read(pathOf(language));
    for (const Entry& entry : shipped) {
        if (!used.contains({entry.context, entry.source}))
            findings += u"no longer used: %1: %2"_s.arg(entry.context, entry.source);
    }
    if (!findings.isEmpty())
        findings += u"Run packaging/translate.sh and translate what is new."_s;
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestTranslations::placeholdersAndPluralsAgree_data()
{
    everyTextIsTranslated_data();
}

void TestTranslations::placeholdersAndPluralsAgree()
{
    QFETCH(const QString, language);
    if (lb::test::sourceRoot().isEmpty())
        QSKIP("The sources are not at LB_SOURCE.");
    const auto entries = read(pathOf(language));
    QVERIFY(!entries.isEmpty());
    const QRegularExpression placeholder(u"%(L?\\d|n)|\\[n\\]|\\.\\.\\.|…"_s);
    const auto placeholders = [&placeholder](const QString& text) {
        QStringList found;
        for (auto all = placeholder.globalMatch(text); all.hasNext();)
            found += all.next().captured().replace(u"..."_s, u"…"_s);
        found.sort();
        return found;
    };
    QStringList findings;
    for (const Entry& entry : entries) {
        for (const QString& form : entry.forms) {
            if (!entry.unfinished && placeholders(form) != placeholders(entry.source))
                findings += u"%1: %2 -> %3"_s.arg(entry.context, entry.source, form);
        }
    }
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestTranslations::programsCarryTheTranslations()
{
    QTranslator chinese;
    QVERIFY(chinese.load(QLocale(u"zh_CN"_s), u"listbrief"_s, u"_"_s, u":/i18n"_s));
    QCOMPARE(chinese.translate("lb::ui::Banner", "Close"), u"关闭"_s);
    QTranslator english;
    QVERIFY(english.load(QLocale(u"en_GB"_s), u"listbrief"_s, u"_"_s, u":/i18n"_s));
    QCOMPARE(english.translate("lb::ui::ListsModel", "%n mail(s)", nullptr, 1), u"%n mail"_s);
    QCOMPARE(english.translate("lb::ui::ListsModel", "%n mail(s)", nullptr, 2), u"%n mails"_s);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
