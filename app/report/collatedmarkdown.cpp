// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/collatedparts.h"
#include "report/writers.h"
#include "thread/safetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using lb::thread::BlockKind;

namespace lb::report
{

namespace
{

constexpr int deepestNesting = 8; ///< of quote marks: a reader's renderer has to follow

/// A fence that no line of the text can close.
QString fenceFor(const QStringList& lines)
{
    qsizetype longest = 2;
    for (const QString& line : lines) {
        qsizetype run = 0;
        for (const QChar c : line) {
            run = c == u'`' ? run + 1 : 0;
            longest = std::max(longest, run);
        }
    }
    return QString(longest + 1, u'`');
}

class MarkdownWriter
{
public:
    explicit MarkdownWriter(const CollatedThread& thread) : m_thread(thread) { }

    QByteArray write()
    {
        block({u"# "_s + thread::escapeMarkdown(m_thread.material.listing.title)});
        for (const CollatedPart& part : partsOf(m_thread)) {
            m_marks = QString(u"> "_s).repeated(std::min(part.block->depth, deepestNesting));
            if (part.startsSection)
                block({u"## "_s + thread::escapeMarkdown(part.mail->mail.subject)});
            if (part.startsCard)
                block({u"**"_s + thread::escapeMarkdown(cardTitle(part, m_thread.language)) + u"**"_s
                       + link(part)});
            writeText(part);
        }
        return m_text.toUtf8();
    }

private:
    void block(const QStringList& lines)
    {
        if (!m_text.isEmpty())
            m_text += (m_marks.size() < m_above.size() ? m_marks : m_above).trimmed() + u'\n';
        m_above = m_marks;
        for (const QString& line : lines) {
            QString whole = m_marks + line;
            while (whole.endsWith(u' '))
                whole.chop(1);
            m_text += whole + u'\n';
        }
    }

    [[nodiscard]] QString link(const CollatedPart& part) const
    {
        const QString url
            = part.continuesCard ? QString() : permalinkOf(m_thread.permalink, part.mail->mail.id);
        return url.isEmpty() ? QString() : QString(u" · [↗](<"_s + url + u">)"_s);
    }

    void writeText(const CollatedPart& part)
    {
        switch (part.block->kind) {
        case BlockKind::Diff:
        case BlockKind::DiffStat:
            fenced(part.lines, part.block->kind == BlockKind::Diff ? u"diff"_s : QString());
            break;
        case BlockKind::Quote: {
            block({u"*"_s + thread::escapeMarkdown(quoteTitle(m_thread, *part.block)) + u"*"_s});
            const QString marks = m_marks;
            m_marks += u"> "_s;
            prose(part.lines);
            m_marks = marks;
            break;
        }
        case BlockKind::Own:
        case BlockKind::Signature:
            prose(part.lines);
            break;
        }
    }

    void fenced(const QStringList& lines, const QString& language)
    {
        const QString fence = fenceFor(lines);
        block(QStringList{QString(fence + language)} + lines + QStringList{fence});
    }

    /// Paragraphs keep their lines; one that starts with spaces is laid out by them and stays as it is.
    void prose(const QStringList& lines)
    {
        for (qsizetype i = 0; i < lines.size();) {
            QStringList paragraph;
            while (i < lines.size() && !lines[i].trimmed().isEmpty())
                paragraph += lines[i++];
            ++i;
            if (paragraph.isEmpty())
                continue;
            if (paragraph.first().startsWith(u"  "_s)) {
                fenced(paragraph, {});
                continue;
            }
            for (QString& line : paragraph)
                line = thread::escapeMarkdown(line);
            block(paragraph.join(u"\\\n"_s).split(u'\n'));
        }
    }

    const CollatedThread& m_thread;
    QString m_text;
    QString m_marks; ///< before each line: "> > "
    QString m_above; ///< those of the block before
};

} // namespace

QByteArray writeCollatedMarkdown(const CollatedThread& thread)
{
    return MarkdownWriter(thread).write();
}

} // namespace lb::report
