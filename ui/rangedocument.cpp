// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rangedocument.h"

#include "ui/mailview.h"

#include <QCoreApplication>
#include <QPlainTextDocumentLayout>
#include <QTextCursor>
#include <QTextDocument>
#include <QThread>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::ui::CompareDialog)
};

constexpr qsizetype longestLine = 2000; ///< characters shown of one
constexpr std::size_t mostLines = 60'000;

class Writer
{
public:
    Writer(QTextDocument& document, const MailLook& look) : m_colours(look.colours), m_cursor(&document)
    {
        m_cursor.beginEditBlock();
    }
    ~Writer() { m_cursor.endEditBlock(); }
    Q_DISABLE_COPY_MOVE(Writer)

    void heading(const QString& text)
    {
        QTextCharFormat format;
        format.setFontWeight(QFont::Bold);
        line(text, format, {});
    }
    void note(const QString& text) { line(text, inked(m_colours.attribution), {}); }
    void plain(const QString& text) { line(text, {}, {}); }
    void blank() { line({}, {}, {}); }

    /// A line that is not shown: what follows may be its diff.
    void pass(const thread::RangeLine& range)
    {
        m_inDiff = m_inDiff || range.text.startsWith("diff --git "_L1);
    }

    /// `compared`: which revision has the line is said before it.
    void patchLine(const thread::RangeLine& range, bool compared)
    {
        pass(range);
        if (compared && range.kind != thread::DiffKind::Same) {
            const bool added = range.kind == thread::DiffKind::Added;
            const Ink& ink = added ? m_colours.added : m_colours.removed;
            line((added ? u"+ "_s : u"- "_s) + range.text, inked(ink.text), ground(ink));
            return;
        }
        const QString text = compared ? QString(u"  "_s + range.text) : range.text;
        const Ink* ink = inkOf(range.text);
        if (ink == nullptr)
            line(text, {}, {});
        else if (compared) // the ground is for what differs between the revisions
            line(text, inked(ink->text), {});
        else
            line(text, inked(ink->text), ground(*ink));
    }

private:
    static QTextCharFormat inked(const QColor& colour)
    {
        QTextCharFormat format;
        format.setForeground(colour);
        return format;
    }
    static QTextBlockFormat ground(const Ink& ink)
    {
        QTextBlockFormat format;
        format.setBackground(ink.ground);
        return format;
    }

    /// By the line's first characters; nothing in a message.
    [[nodiscard]] const Ink* inkOf(const QString& text) const
    {
        if (!m_inDiff)
            return nullptr;
        if (text.startsWith("@@"_L1))
            return &m_colours.hunk;
        if (text.startsWith("diff --git "_L1) || text.startsWith("--- "_L1) || text.startsWith("+++ "_L1))
            return &m_colours.file;
        return text.startsWith(u'+') ? &m_colours.added
            : text.startsWith(u'-')  ? &m_colours.removed
                                     : nullptr;
    }

    void line(const QString& text, const QTextCharFormat& format, const QTextBlockFormat& block)
    {
        if (m_first)
            m_cursor.setBlockFormat(block);
        else
            m_cursor.insertBlock(block, format);
        m_first = false;
        m_cursor.insertText(text.left(longestLine), format);
    }

    MailColours m_colours;
    QTextCursor m_cursor;
    bool m_first = true;
    bool m_inDiff = false;
};

std::unique_ptr<QTextDocument> emptyDocument(const MailLook& look)
{
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(look.fixedFont);
    document->setDefaultTextOption(look.option);
    return document;
}

std::shared_ptr<QTextDocument> handOver(std::unique_ptr<QTextDocument> document, QThread* home)
{
    document->setDocumentLayout(new QPlainTextDocumentLayout(document.get()));
    document->moveToThread(home);
    return {document.release(), [](QTextDocument* dropped) { dropped->deleteLater(); }};
}

/// Which lines are shown: all that differ and some around them.
std::vector<bool> shownLines(const std::vector<thread::RangeLine>& lines)
{
    std::vector<bool> shown(lines.size(), false);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == thread::DiffKind::Same)
            continue;
        const std::size_t from = i > equalLinesKept ? i - equalLinesKept : 0;
        const std::size_t to = std::min(lines.size(), i + equalLinesKept + 1);
        std::fill(shown.begin() + static_cast<std::ptrdiff_t>(from),
                  shown.begin() + static_cast<std::ptrdiff_t>(to), true);
    }
    return shown;
}

void writeCompared(Writer& writer, const std::vector<thread::RangeLine>& lines)
{
    const std::vector<bool> shown = shownLines(lines);
    int left = 0;
    const auto say = [&writer, &left] {
        if (left > 0)
            writer.note(Texts::tr("⋯ %n equal line(s)", nullptr, left));
        left = 0;
    };
    for (std::size_t i = 0; i < std::min(lines.size(), mostLines); ++i) {
        if (!shown[i]) {
            writer.pass(lines[i]);
            ++left;
            continue;
        }
        say();
        writer.patchLine(lines[i], true);
    }
    say();
}

QString verdict(const thread::PatchPair& pair)
{
    switch (pair.change) {
    case thread::PatchChange::Changed:
        return pair.messageChanged ? Texts::tr("The diff and the message have changed.")
                                   : Texts::tr("The diff has changed.");
    case thread::PatchChange::Unchanged:
        return pair.messageChanged ? Texts::tr("The diff is the same, the message has changed.")
                                   : Texts::tr("The patch is the same in both revisions.");
    case thread::PatchChange::Added:
        return Texts::tr("Only the later revision has this patch.");
    case thread::PatchChange::Dropped:
        return Texts::tr("Only the earlier revision has this patch.");
    case thread::PatchChange::Unknown:
        return Texts::tr("The library does not have this patch of the other revision.");
    }
    return {};
}

} // namespace

std::shared_ptr<QTextDocument> buildRangeDocument(QThread* home, const thread::PatchPair& pair,
                                                  const MailLook& look)
{
    auto document = emptyDocument(look);
    {
        Writer writer(*document, look);
        writer.heading(harmless(pair.title));
        if (!pair.earlierTitle.isEmpty())
            writer.note(Texts::tr("Before: %1").arg(harmless(pair.earlierTitle)));
        writer.note(verdict(pair));
        for (const QString& note : pair.notes)
            writer.plain(note);
        writer.blank();
        const bool compared
            = pair.change == thread::PatchChange::Changed || pair.change == thread::PatchChange::Unchanged;
        if (compared) {
            writeCompared(writer, pair.lines);
        } else {
            for (std::size_t i = 0; i < std::min(pair.lines.size(), mostLines); ++i)
                writer.patchLine(pair.lines[i], false);
        }
    }
    return handOver(std::move(document), home);
}

std::shared_ptr<QTextDocument> buildNotesDocument(QThread* home, const QStringList& notes,
                                                  const MailLook& look)
{
    auto document = emptyDocument(look);
    {
        Writer writer(*document, look);
        if (notes.isEmpty())
            writer.note(Texts::tr("The author lists no changes."));
        for (const QString& note : notes)
            writer.plain(note);
    }
    return handOver(std::move(document), home);
}

} // namespace lb::ui
