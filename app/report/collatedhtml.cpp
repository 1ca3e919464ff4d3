// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/collatedparts.h"
#include "report/text.h"
#include "report/writers.h"

using namespace Qt::StringLiterals;
using lb::thread::BlockKind;

namespace lb::report
{

namespace
{

constexpr int deepestNesting = 12; ///< of boxes in boxes

/// The whole style: the document loads nothing, and its policy forbids it.
constexpr auto style = R"(
:root{color-scheme:light dark;--fg:#1b1f24;--dim:#5d6672;--bg:#fff;--card:#f6f8fa;--line:#c8d0d8;--accent:#0b57b7;--add:#116329;--del:#a40e26}
@media (prefers-color-scheme:dark){:root{--fg:#e3e7ec;--dim:#98a2ae;--bg:#15181c;--card:#1d2126;--line:#444b55;--accent:#7db4ff;--add:#5cc474;--del:#ff8a8a}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:64rem;padding:2rem 1.25rem 4rem;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,"Noto Sans","Noto Sans CJK SC",sans-serif}
h1{font-size:1.6rem;line-height:1.25;overflow-wrap:anywhere}h2{font-size:1.15rem;margin:2.2rem 0 .4rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
a{color:var(--accent)}p.who{margin:.7rem 0 .1rem;font-weight:600}p.from{margin:.5rem 0 .1rem;color:var(--dim);font-style:italic}
div.in{border-left:3px solid var(--line);padding-left:.9rem;margin:.3rem 0 .3rem .2rem}
div.t{white-space:pre-wrap;overflow-wrap:anywhere;margin:.2rem 0}div.q{color:var(--dim);border-left:2px dotted var(--line);padding-left:.7rem}
pre{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:.3rem;padding:.5rem .7rem;font-size:.85rem;line-height:1.4;margin:.4rem 0}
pre .a{color:var(--add)}pre .d{color:var(--del)}pre .h{color:var(--dim)}
)";

class HtmlWriter
{
public:
    explicit HtmlWriter(const CollatedThread& thread) : m_thread(thread) { }

    QByteArray write()
    {
        const QString title = escapeHtml(m_thread.material.listing.title);
        m_text = u"<!DOCTYPE html>\n<html lang=\""_s
            + (m_thread.language == Language::Chinese ? u"zh-CN"_s : u"en"_s)
            + u"\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
              "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"viewport\" "
              "content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" "
              "content=\"no-referrer\">\n<title>"_s
            + title + u"</title>\n<style>"_s + QString::fromLatin1(style)
            + u"</style>\n</head>\n<body>\n<h1>"_s + title + u"</h1>\n"_s;
        for (const CollatedPart& part : partsOf(m_thread))
            writePart(part);
        nestTo(0);
        m_text += u"</body>\n</html>\n"_s;
        return m_text.toUtf8();
    }

private:
    void nestTo(int depth)
    {
        depth = std::min(depth, deepestNesting);
        for (; m_depth > depth; --m_depth)
            m_text += u"</div>\n"_s;
        for (; m_depth < depth; ++m_depth)
            m_text += u"<div class=\"in\">\n"_s;
    }

    void writePart(const CollatedPart& part)
    {
        if (part.startsSection) {
            nestTo(0);
            m_text += u"<h2>"_s + escapeHtml(part.mail->mail.subject) + u"</h2>\n"_s;
        }
        nestTo(part.block->depth);
        if (part.startsCard)
            m_text += u"<p class=\"who\">"_s + escapeHtml(cardTitle(part, m_thread.language)) + link(part)
                + u"</p>\n"_s;
        switch (part.block->kind) {
        case BlockKind::Diff:
            writeDiff(part.lines);
            break;
        case BlockKind::DiffStat:
            m_text += u"<pre>"_s + part.lines.join(u'\n').toHtmlEscaped() + u"</pre>\n"_s;
            break;
        case BlockKind::Quote:
            m_text += u"<p class=\"from\">"_s + escapeHtml(quoteTitle(m_thread, *part.block)) + u"</p>\n"_s;
            writeText(part.lines, u"t q"_s);
            break;
        case BlockKind::Own:
        case BlockKind::Signature:
            writeText(part.lines, u"t"_s);
            break;
        }
    }

    void writeText(const QStringList& lines, const QString& kind)
    {
        m_text += u"<div class=\""_s + kind + u"\">"_s + lines.join(u'\n').toHtmlEscaped() + u"</div>\n"_s;
    }

    void writeDiff(const QStringList& lines)
    {
        m_text += u"<pre>"_s;
        for (const QString& line : lines) {
            const QString kind = line.startsWith(u'+') ? u"a"_s
                : line.startsWith(u'-')                ? u"d"_s
                : line.startsWith(u"@@"_s)             ? u"h"_s
                                                       : QString();
            const QString text = line.toHtmlEscaped();
            m_text += kind.isEmpty() ? text
                                     : QString(u"<span class=\""_s + kind + u"\">"_s + text + u"</span>"_s);
            m_text += u'\n';
        }
        m_text += u"</pre>\n"_s;
    }

    [[nodiscard]] QString link(const CollatedPart& part) const
    {
        const QString url
            = part.continuesCard ? QString() : permalinkOf(m_thread.permalink, part.mail->mail.id);
        return url.isEmpty() ? QString() : QString(u" <a href=\""_s + url.toHtmlEscaped() + u"\">↗</a>"_s);
    }

    const CollatedThread& m_thread;
    QString m_text;
    int m_depth = 0;
};

} // namespace

QByteArray writeCollatedHtml(const CollatedThread& thread)
{
    return HtmlWriter(thread).write();
}

} // namespace lb::report
