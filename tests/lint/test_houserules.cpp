// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcetree.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

/// The rules of CONTRIBUTING.md that a program can check without a compiler.
class TestHouseRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everySourceNamesItsLicence();
    void filesStaySmall();
    void bannedConstructsAreAbsent_data();
    void bannedConstructsAreAbsent();
    void aBannedConstructWouldBeFound_data();
    void aBannedConstructWouldBeFound();
    void latin1LiteralsAreAscii();
    void textNamesNoMachineAndLeavesNothingToDo();
    void everySourceIsListedInItsCMakeFile();
    void everyResourceIsListedAndThere();

private:
    QList<lb::test::SourceFile> m_product; ///< app and ui
    QList<lb::test::SourceFile> m_tests;
    QList<lb::test::SourceFile> m_code; ///< both, as code()
};

using namespace Qt::StringLiterals;

namespace
{

enum Where { Product = 1, Ui = 2, Tests = 4, Everywhere = Product | Tests };

struct Ban {
    const char* name;
    int where;
    const char* pattern; ///< over code without comments and texts
    const char* example; ///< what it must find
    const char* exempt; ///< a regular expression over paths; empty = none
};

// Each has a reason; CONTRIBUTING.md tells it.
constexpr Ban Bans[] = {
    {"nested event loop", Product, R"(\bQEventLoop\b|\bprocessEvents\s*\()", "QEventLoop loop;", ""},
    {"waiting for a future", Product, R"(\bwaitForFinished\s*\()", "future.waitForFinished();", ""},
    {"waiting for a device", Product, R"(\bwaitFor(ReadyRead|BytesWritten|Connected)\s*\()",
     "s.waitForReadyRead();", ""},
    {"blocking connection", Everywhere, R"(\bBlockingQueuedConnection\b)", "Qt::BlockingQueuedConnection",
     ""},
    {"sleeping", Everywhere, R"(\b(qSleep|msleep|usleep|sleep_for|sleep_until)\s*\(|\bQThread::sleep\b)",
     "QThread::msleep(5);", ""},
    {"sender()", Everywhere, R"(\bsender\s*\(\s*\))", "auto* button = sender();", ""},
    {"modal exec()", Ui, R"((\.|->)exec\s*\()", "dialog.exec();", ""},
    {"static modal dialog", Product,
     R"(\bQ(MessageBox::(question|information|warning|critical|about)|FileDialog::get|InputDialog::get)\w*)",
     "QMessageBox::question(this);", ""},
    {"continuation with a context", Everywhere, R"(\.then\s*\(\s*(this|&?\w+(\.get\(\))?)\s*,)",
     "f.then(this, [] {});", ""},
    {"connect to a lambda without a context", Everywhere, R"(\bconnect\s*\(\s*[^,;]+,\s*&[\w:]+\s*,\s*\[)",
     "connect(button, &QPushButton::clicked, [] {});", ""},
    {"old-style connect", Everywhere, R"(\b(SIGNAL|SLOT)\s*\()", "SIGNAL(clicked())", ""},
    {"Qt keyword macro", Everywhere,
     R"(\b(foreach|Q_FOREACH)\s*\(|\bemit\s+\w|^\s*(signals|(public|private|protected) slots):)",
     "emit changed();", ""},
    {"tr() without a context", Everywhere, R"(\bQObject::tr\s*\()", "QObject::tr()", ""},
    {"service locator", Product,
     R"(\bqApp\b|\bQ\w*Application::instance\s*\(|::instance\s*\(\s*\)|\bQ_GLOBAL_STATIC)", "qApp->quit();",
     R"(^app/(main|compositionroot|cli/\w+)\.cpp$)"},
    {"log without a category", Product, R"(\bq(Debug|Info|Warning|Critical|Fatal)\s*\()", "qDebug() << 1;",
     ""},
    {"exception", Product, R"(\bthrow\b)", "throw 1;", ""},
    {"what clang-tidy 14 cannot parse", Everywhere,
     R"(\bstd::(format|expected|source_location|print)\b|\bviews::\w|#\s*include\s*<(format|expected|source_location|print)>)",
     "std::format()", ""},
    {"auto that keeps a string builder", Everywhere, R"(\bauto&?\s+\w+\s*=\s*[^;({]*("_s|"_L1|u'.?')\s*\+)",
     "const auto name = u\"\"_s + rest;", ""},
    {"shell", Product, R"((?<!::)\bsystem\s*\(|\bstd::system\b|\bpopen\s*\(|\bQProcess\b)", "system();", ""},
    {"opening a link unasked", Product, R"(\bQDesktopServices::openUrl\b)", "QDesktopServices::openUrl(url);",
     R"(^ui/(links|userprompts)\.cpp$)"},
    {"path or text macro in headers", Everywhere, R"(^\s*#\s*ifndef\s+\w+_H_?\b)", "#ifndef LB_X_H", ""},
    {"using namespace std", Everywhere, R"(\busing\s+namespace\s+std\s*;)", "using namespace std;", ""},
};

QString place(const lb::test::SourceFile& file, const QRegularExpressionMatch& match, const char* what)
{
    return lb::test::finding(file, match.capturedStart(),
                             QLatin1StringView(what) + u": "_s + match.captured().simplified());
}

} // namespace

void TestHouseRules::initTestCase()
{
    if (lb::test::sourceRoot().isEmpty())
        QSKIP("The sources are not at LB_SOURCE.");
    m_product = lb::test::sourceFiles({u"app"_s, u"ui"_s}, {u"*.h"_s, u"*.cpp"_s});
    m_tests = lb::test::sourceFiles({u"tests"_s}, {u"*.h"_s, u"*.cpp"_s});
    QVERIFY(m_product.size() > 50);
    QVERIFY(m_tests.size() > 5);
    for (const auto& file : m_product + m_tests)
        m_code.append({file.path, file.code()});
}

void TestHouseRules::everySourceNamesItsLicence()
{
    const QStringList patterns{u"*.h"_s,     u"*.cpp"_s, u"*.sh"_s, u"CMakeLists.txt"_s,
                               u"*.cmake"_s, u"*.xml"_s};
    QStringList findings;
    for (const auto& file : lb::test::sourceFiles(
             {u"app"_s, u"ui"_s, u"tests"_s, u"packaging"_s, u"resources"_s, u"translations"_s}, patterns)) {
        const bool named
            = QStringView(file.text).left(250).contains("SPDX-License-Identifier: GPL-3.0-or-later"_L1);
        const bool first
            = !file.isCpp() || file.text.startsWith("// SPDX-License-Identifier: GPL-3.0-or-later\n"_L1);
        if ((!named || !first) && !file.path.startsWith("tests/data/"_L1))
            findings += file.path;
    }
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestHouseRules::filesStaySmall()
{
    constexpr int most = 500;
    QStringList findings;
    for (const auto& file : m_product + m_tests) {
        if (const auto lines = file.text.count(u'\n'); lines > most)
            findings += u"%1: %2 lines; split it by what its parts are for"_s.arg(file.path).arg(lines);
    }
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestHouseRules::bannedConstructsAreAbsent_data()
{
    QTest::addColumn<int>("index");
    for (int index = 0; index < int(std::size(Bans)); ++index)
        QTest::newRow(Bans[index].name) << index;
}

void TestHouseRules::bannedConstructsAreAbsent()
{
    QFETCH(const int, index);
    const Ban& ban = Bans[index];
    const QRegularExpression pattern(QString::fromLatin1(ban.pattern), QRegularExpression::MultilineOption);
    const QRegularExpression exempt(QString::fromLatin1(ban.exempt));
    QVERIFY2(pattern.isValid(), qPrintable(pattern.errorString()));
    QStringList findings;
    for (const auto& file : std::as_const(m_code)) {
        const bool isTest = file.path.startsWith("tests/"_L1);
        const bool isUi = file.path.startsWith("ui/"_L1);
        const bool applies
            = isTest ? (ban.where & Tests) != 0 : (ban.where & Product) != 0 || (isUi && ban.where == Ui);
        if (!applies || file.path.startsWith("tests/lint/"_L1))
            continue;
        if (*ban.exempt != 0 && exempt.match(file.path).hasMatch())
            continue;
        for (auto all = pattern.globalMatch(file.text); all.hasNext();)
            findings += place(file, all.next(), ban.name);
    }
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestHouseRules::aBannedConstructWouldBeFound_data()
{
    bannedConstructsAreAbsent_data();
}

void TestHouseRules::aBannedConstructWouldBeFound()
{
    QFETCH(const int, index);
    const Ban& ban = Bans[index];
    const QRegularExpression pattern(QString::fromLatin1(ban.pattern), QRegularExpression::MultilineOption);
    const QString example = QString::fromLatin1(ban.example);
    const auto codeOf = [](const QString& text) { return lb::test::SourceFile{u"app/x.cpp"_s, text}.code(); };
    QVERIFY(pattern.match(codeOf(example)).hasMatch());
    QVERIFY(!pattern.match(codeOf(u"// "_s + example)).hasMatch());
    QVERIFY(!pattern.match(codeOf(u"const char* x = \""_s + QString(example).remove(u'"') + u"\";"_s))
                 .hasMatch());
    QVERIFY(!pattern.match(codeOf(example + u" // lint-ok: shown here"_s)).hasMatch());
}

/// The sources are UTF-8: a middle dot in a Latin-1 literal is two characters on the screen.
void TestHouseRules::latin1LiteralsAreAscii()
{
    const QRegularExpression pattern(
        u"\"[^\"\\n]*[^\\x{01}-\\x{7f}\"][^\"\\n]*\"_L1|QLatin1String(View)?\\(\"[^\"\\n]*[^\\x{01}-\\x{7f}\"]"_s);
    QVERIFY(pattern.match(u"join(\" \u00b7 \"_L1)"_s).hasMatch());
    QStringList findings;
    for (const auto& file : m_product + m_tests) {
        for (auto all = pattern.globalMatch(file.text); all.hasNext();)
            findings += place(file, all.next(), "use u\"...\"_s");
    }
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestHouseRules::textNamesNoMachineAndLeavesNothingToDo()
{
    // Written in two pieces so that this file passes its own test.
    const QRegularExpression pattern(QStringLiteral(R"(\bTO)"
                                                    R"(DO\b|\bFIX)"
                                                    R"(ME\b|\bXX)"
                                                    R"(X\b|/wo)"
                                                    R"(rk/|/ho)"
                                                    R"(me/\w)"));
    QStringList findings;
    auto files
        = lb::test::sourceFiles({u"app"_s, u"ui"_s, u"tests"_s, u"packaging"_s, u"resources"_s, u".ci"_s},
                                {u"*.h"_s, u"*.cpp"_s, u"*.sh"_s, u"*.txt"_s, u"*.md"_s, u"*.xml"_s, u"*.1"_s,
                                 u"*.desktop"_s, u"run"_s, u"debian-packages"_s});
    for (const QString& name :
         {u"README.md"_s, u"CONTRIBUTING.md"_s, u"ARCHITECTURE.md"_s, u"CMakeLists.txt"_s}) {
        QFile file(lb::test::sourceRoot() + u'/' + name);
        if (file.open(QIODevice::ReadOnly))
            files.append({name, QString::fromUtf8(file.readAll())});
    }
    for (const auto& file : files) {
        if (file.path.startsWith("tests/data/"_L1) || file.path.startsWith("resources/sample/"_L1))
            continue;
        for (auto all = pattern.globalMatch(file.text); all.hasNext();)
            findings += place(file, all.next(), "not for the project's text");
    }
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestHouseRules::everySourceIsListedInItsCMakeFile()
{
    QStringList findings;
    for (const auto& file : m_product + m_tests) {
        QString folder = QFileInfo(file.path).path();
        QFile lists(lb::test::sourceRoot() + u'/' + folder + u"/CMakeLists.txt"_s);
        if (!lists.exists()) {
            folder = QFileInfo(folder).path();
            lists.setFileName(lb::test::sourceRoot() + u'/' + folder + u"/CMakeLists.txt"_s);
        }
        QVERIFY2(lists.open(QIODevice::ReadOnly), qPrintable(lists.fileName()));
        const QString text = QString::fromUtf8(lists.readAll());
        const QString name = file.path.mid(folder.size() + 1);
        const QString program = QFileInfo(name).completeBaseName(); // lb_test(test_x) means test_x.cpp
        QString alternatives = QRegularExpression::escape(name);
        if (file.path.startsWith("tests/"_L1)) {
            if (file.isHeader())
                continue;
            alternatives += u'|' + program + u'|' + program.section(u'_', 1);
        }
        const QRegularExpression listed(u"(^|[\\s(/])(%1)($|[\\s)])"_s.arg(alternatives),
                                        QRegularExpression::MultilineOption);
        if (!listed.match(text).hasMatch() && !file.path.startsWith("tests/data/"_L1))
            findings += file.path;
    }
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestHouseRules::everyResourceIsListedAndThere()
{
    const QDir folder(lb::test::sourceRoot() + u"/resources"_s);
    QFile list(folder.filePath(u"resources.qrc"_s));
    QVERIFY(list.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(list.readAll());
    QStringList listed;
    const QRegularExpression entry(u"<file[^>]*>([^<]+)</file>"_s);
    for (auto all = entry.globalMatch(text); all.hasNext();)
        listed += all.next().captured(1);
    for (const QString& name : std::as_const(listed))
        QVERIFY2(folder.exists(name), qPrintable(name));
    for (const auto& file : lb::test::sourceFiles({u"resources"_s}, {u"*"_s})) {
        const QString name = file.path.mid(10);
        const bool needed = !name.endsWith("CMakeLists.txt"_L1) && !name.endsWith(".qrc"_L1);
        QVERIFY2(!needed || listed.contains(name), qPrintable(name + u" is missing in resources.qrc"_s));
    }
}

QTEST_GUILESS_MAIN(TestHouseRules)
#include "test_houserules.moc"
