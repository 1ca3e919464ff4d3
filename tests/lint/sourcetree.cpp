// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcetree.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace lb::test
{

using namespace Qt::StringLiterals;

namespace
{

/// Blanks comments and literals one character at a time.
class Blanker
{
public:
    explicit Blanker(const QString& text) : m_text(text), m_result(text) { }

    QString run()
    {
        while (m_at < m_text.size()) {
            if (at("//"_L1)) {
                lineComment();
            } else if (at("/*"_L1)) {
                blankUntil(u"*/"_s, 2);
            } else if (at("R\"("_L1)) {
                m_at += 3;
                blankUntil(u")\""_s, 0);
            } else if (m_text[m_at] == u'"' || isCharLiteral()) {
                literal(m_text[m_at]);
            } else {
                ++m_at;
            }
        }
        return m_result;
    }

private:
    [[nodiscard]] bool at(QLatin1StringView what) const
    {
        return QStringView(m_text).mid(m_at).startsWith(what);
    }
    /// 1'000 is a number; 'a', u'a' and L'a' are characters.
    [[nodiscard]] bool isCharLiteral() const
    {
        if (m_text[m_at] != u'\'')
            return false;
        if (m_at == 0)
            return true;
        const QChar before = m_text[m_at - 1];
        return !before.isLetterOrNumber() || before == u'u' || before == u'L' || before == u'U';
    }
    void blank()
    {
        if (m_text[m_at] != u'\n')
            m_result[m_at] = u' ';
        ++m_at;
    }
    void blankUntil(const QString& end, qsizetype skip)
    {
        const qsizetype found = m_text.indexOf(end, m_at + skip);
        const qsizetype stop = found < 0 ? m_text.size() : found + end.size();
        while (m_at < stop)
            blank();
    }
    void lineComment()
    {
        qsizetype end = m_text.indexOf(u'\n', m_at);
        end = end < 0 ? m_text.size() : end;
        if (QStringView(m_text).mid(m_at, end - m_at).contains("lint-ok: "_L1))
            m_at = m_text.lastIndexOf(u'\n', m_at) + 1;
        while (m_at < end)
            blank();
    }
    void literal(QChar quote)
    {
        ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != quote && m_text[m_at] != u'\n') {
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size())
                blank();
            blank();
        }
        ++m_at;
    }

    const QString& m_text;
    QString m_result;
    qsizetype m_at = 0;
};

} // namespace

bool SourceFile::isCpp() const
{
    return isHeader() || path.endsWith(".cpp"_L1);
}

bool SourceFile::isHeader() const
{
    return path.endsWith(".h"_L1);
}

QString SourceFile::code() const
{
    return Blanker(text).run();
}

QString sourceRoot()
{
    const QString root = qEnvironmentVariable("LB_SOURCE");
    return QFile::exists(root + u"/CMakePresets.json"_s) ? root : QString();
}

QList<SourceFile> sourceFiles(const QStringList& folders, const QStringList& namePatterns)
{
    QList<SourceFile> files;
    const qsizetype prefix = sourceRoot().size() + 1;
    for (const QString& folder : folders) {
        QDirIterator walk(sourceRoot() + u'/' + folder, namePatterns, QDir::Files | QDir::Hidden,
                          QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            if (file.open(QIODevice::ReadOnly))
                files.append({file.fileName().mid(prefix), QString::fromUtf8(file.readAll())});
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

QString finding(const SourceFile& file, qsizetype position, const QString& what)
{
    const auto line = QStringView(file.text).left(position).count(u'\n') + 1;
    return u"%1:%2: %3"_s.arg(file.path).arg(line).arg(what);
}

} // namespace lb::test
