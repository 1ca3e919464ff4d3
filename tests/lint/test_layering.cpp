// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcetree.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

/// Holds every #include against the layers of ARCHITECTURE.md. Qt's modules need no rule here: a library that
/// does not link Qt Widgets does not find their headers.
class TestLayering : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void modulesIncludeOnlyWhatIsBelowThem();
    void thirdPartyHeadersStayInTheirModule();
    void thirdPartyTypesNeverCrossAModuleHeader();

private:
    struct Include {
        QString path;
        bool quoted;
        qsizetype position;
    };
    [[nodiscard]] static QString moduleOf(const QString& path);
    [[nodiscard]] static QList<Include> includesOf(const lb::test::SourceFile& file);

    QList<lb::test::SourceFile> m_files;
};

using namespace Qt::StringLiterals;

namespace
{

/// Module -> what it may include, itself left out. "app" are the files beside the modules: the program
/// itself.
QMap<QString, QStringList> layers()
{
    QMap<QString, QStringList> table;
    const auto above = [&table](const QString& module, const QStringList& modules) {
        QStringList allowed = modules;
        for (const QString& one : modules)
            allowed += table.value(one);
        allowed.removeDuplicates();
        table.insert(module, allowed);
    };
    above(u"core"_s, {});
    above(u"mail"_s, {u"core"_s});
    above(u"thread"_s, {u"mail"_s});
    above(u"net"_s, {u"core"_s});
    above(u"archive"_s, {u"mail"_s, u"thread"_s, u"net"_s});
    above(u"store"_s, {u"thread"_s});
    above(u"query"_s, {u"store"_s});
    above(u"llm"_s, {u"net"_s});
    above(u"library"_s, {u"archive"_s, u"store"_s});
    above(u"summary"_s, {u"library"_s, u"llm"_s});
    above(u"report"_s, {u"store"_s});
    above(u"brief"_s, {u"summary"_s, u"report"_s});
    above(u"cli"_s, {u"brief"_s});
    above(u"ui/models"_s, {u"brief"_s, u"query"_s});
    above(u"ui"_s, {u"ui/models"_s});
    above(u"app"_s, {u"cli"_s, u"ui"_s});
    return table;
}

struct ThirdParty {
    const char* header; ///< a regular expression
    QStringList modules;
};

QList<ThirdParty> thirdParties()
{
    return {
        {"^(gmime/|glib|gio/)", {u"mail"_s}},
        {"^git2", {u"archive"_s}},
        {"^(zstd|sqlite3)", {u"store"_s}},
        {"^(QtSql|QSql)", {u"store"_s}},
        {"^zlib", {u"mail"_s, u"archive"_s}},
        {"^cmark", {u"report"_s, u"ui"_s}},
        {"^(qt6keychain|qtkeychain)/", {u"llm"_s}},
        {"^(QtNetwork|QNetwork|QSsl|QTcp|QHttp)", {u"net"_s, u"llm"_s, u"archive"_s, u"app"_s}},
    };
}

} // namespace

void TestLayering::initTestCase()
{
    if (lb::test::sourceRoot().isEmpty())
        QSKIP("The sources are not at LB_SOURCE.");
    m_files = lb::test::sourceFiles({u"app"_s, u"ui"_s}, {u"*.h"_s, u"*.cpp"_s});
    QVERIFY(m_files.size() > 50);
}

QString TestLayering::moduleOf(const QString& path)
{
    const QStringList parts = path.split(u'/');
    if (parts.first() == "ui"_L1)
        return parts.value(1) == "models"_L1 ? u"ui/models"_s : u"ui"_s;
    return parts.first() == "app"_L1 && parts.size() > 2 ? parts[1] : u"app"_s;
}

QList<TestLayering::Include> TestLayering::includesOf(const lb::test::SourceFile& file)
{
    static const QRegularExpression pattern(u"^ *# *include *([\"<])([^\">]+)[\">]"_s,
                                            QRegularExpression::MultilineOption);
    QList<Include> found;
    for (auto all = pattern.globalMatch(file.text); all.hasNext();) {
        const auto match = all.next();
        found.append({match.captured(2), match.captured(1) == "\""_L1, match.capturedStart()});
    }
    return found;
}

void TestLayering::modulesIncludeOnlyWhatIsBelowThem()
{
    const auto table = layers();
    QStringList findings;
    for (const auto& file : m_files) {
        const QString module = moduleOf(file.path);
        QVERIFY2(table.contains(module), qPrintable(u"unknown module: "_s + module));
        const auto includes = includesOf(file);
        for (const Include& include : includes) {
            if (!include.quoted || include.path.endsWith(".moc"_L1))
                continue;
            if (!include.path.contains(u'/')) {
                if (module != "app"_L1)
                    findings
                        += lb::test::finding(file, include.position, u"include it as \"module/file.h\""_s);
                continue;
            }
            const bool ofUi = include.path.startsWith("ui/"_L1);
            const QString target = moduleOf(ofUi ? include.path : u"app/"_s + include.path);
            if (target != module && !table[module].contains(target)) {
                findings += lb::test::finding(file, include.position,
                                              u"%1 must not include %2"_s.arg(module, include.path));
            }
        }
    }
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestLayering::thirdPartyHeadersStayInTheirModule()
{
    QStringList findings;
    for (const auto& file : m_files) {
        const auto includes = includesOf(file);
        for (const Include& include : includes) {
            for (const ThirdParty& party : thirdParties()) {
                const QRegularExpression header(QString::fromLatin1(party.header));
                if (!include.quoted && header.match(include.path).hasMatch()
                    && !party.modules.contains(moduleOf(file.path))) {
                    findings += lb::test::finding(
                        file, include.position,
                        u"only %1 may use %2"_s.arg(party.modules.join(u", "_s), include.path));
                }
            }
        }
    }
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

/// A header that includes a third party's is private: no other module may include it, not even through
/// another.
void TestLayering::thirdPartyTypesNeverCrossAModuleHeader()
{
    QList<QRegularExpression> parties;
    for (const ThirdParty& party : thirdParties()) {
        if (!QLatin1StringView(party.header).contains("QNetwork"_L1)) // Qt's own types may be seen
            parties.append(QRegularExpression(QString::fromLatin1(party.header)));
    }
    QSet<QString> tainted; // as written in an #include: "mail/gmimeptr.h"
    const auto nameInIncludes
        = [](const QString& path) { return path.startsWith("app/"_L1) ? path.mid(4) : path; };
    for (bool grew = true; grew;) {
        grew = false;
        for (const auto& file : m_files) {
            if (!file.isHeader() || tainted.contains(nameInIncludes(file.path)))
                continue;
            const auto includes = includesOf(file);
            const bool taints = std::ranges::any_of(includes, [&](const Include& include) {
                return include.quoted ? tainted.contains(include.path)
                                      : std::ranges::any_of(parties, [&](const QRegularExpression& party) {
                                            return party.match(include.path).hasMatch();
                                        });
            });
            if (taints) {
                tainted.insert(nameInIncludes(file.path));
                grew = true;
            }
        }
    }
    QStringList findings;
    for (const auto& file : m_files) {
        const auto includes = includesOf(file);
        for (const Include& include : includes) {
            const QString from
                = moduleOf(include.path.startsWith("ui/"_L1) ? include.path : u"app/"_s + include.path);
            if (include.quoted && tainted.contains(include.path) && from != moduleOf(file.path))
                findings += lb::test::finding(file, include.position,
                                              u"%1 is private to %2"_s.arg(include.path, from));
        }
    }
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLayering)
#include "test_layering.moc"
