// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/versionsdocument.h"

#include "thread/safetext.h"

#include <QCoreApplication>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::size_t mostRows = 400;
constexpr qsizetype longestClaim = 4000; ///< characters shown

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::ui::VersionsDialog)
};

class Writer
{
public:
    Writer(QTextDocument& document, const VersionsLook& look) : m_look(look), m_cursor(&document) { }

    void write(const std::vector<summary::ClaimRow>& rows)
    {
        const std::size_t shown = std::min(rows.size(), mostRows);
        if (shown == 0) {
            m_cursor.insertText(Texts::tr("Neither version says anything."));
            return;
        }
        m_cursor.beginEditBlock();
        QTextTableFormat format;
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        format.setColumnWidthConstraints(
            {QTextLength(QTextLength::PercentageLength, 50), QTextLength(QTextLength::PercentageLength, 50)});
        format.setCellPadding(6);
        format.setCellSpacing(0);
        format.setBorder(1);
        format.setBorderCollapse(true);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(m_look.line);
        QTextTable* table = m_cursor.insertTable(static_cast<int>(shown), 2, format);
        for (std::size_t i = 0; i < shown; ++i) {
            const int row = static_cast<int>(i);
            writeCell(table->cellAt(row, 0).firstCursorPosition(), rows[i], true);
            writeCell(table->cellAt(row, 1).firstCursorPosition(), rows[i], false);
        }
        m_cursor.movePosition(QTextCursor::End);
        if (shown < rows.size())
            m_cursor.insertText(
                Texts::tr("%n more claim(s) are not shown.", nullptr, static_cast<int>(rows.size() - shown)));
        m_cursor.endEditBlock();
    }

private:
    void writeCell(QTextCursor cursor, const summary::ClaimRow& row, bool old) const
    {
        const std::optional<summary::ClaimSide>& side = old ? row.old : row.fresh;
        if (!side) {
            cursor.insertText(old ? Texts::tr("(not there)") : Texts::tr("(left out)"), inked(m_look.dim));
            return;
        }
        const bool alone
            = row.change == summary::ClaimChange::OnlyOld || row.change == summary::ClaimChange::OnlyNew;
        const Ink& ink = old ? m_look.colours.removed : m_look.colours.added;
        if (alone) { // not by colour alone
            QTextCharFormat sign = inked(ink.text);
            sign.setFontWeight(QFont::Bold);
            cursor.insertText(old ? u"− "_s : u"+ "_s, sign);
        }
        writeMark(cursor, *side);
        writeWords(cursor, *side, ink);
        writeCitations(cursor, *side, old);
        if (!side->reason.isEmpty()) {
            QTextCharFormat small = inked(m_look.dim);
            small.setFontItalic(true);
            cursor.insertBlock(QTextBlockFormat(), small);
            cursor.insertText(thread::plainLine(side->reason).left(longestClaim), small);
        }
    }

    void writeMark(QTextCursor& cursor, const summary::ClaimSide& side) const
    {
        // What is not verified and has no reason was not checked: there is nothing to mark.
        if (side.verified)
            cursor.insertText(u"✓ "_s, inked(m_look.colours.added.text));
        else if (!side.reason.isEmpty())
            cursor.insertText(u"⚠ "_s, inked(m_look.colours.removed.text));
    }

    static void writeWords(QTextCursor& cursor, const summary::ClaimSide& side, const Ink& ink)
    {
        const QString text = side.text.left(longestClaim);
        QTextCharFormat changed;
        changed.setBackground(ink.ground);
        changed.setForeground(ink.text);
        changed.setFontUnderline(true);
        qsizetype at = 0;
        for (const summary::TextRun& run : side.changed) {
            const qsizetype start = std::clamp(run.start, at, text.size());
            const qsizetype end = std::clamp(run.start + run.length, start, text.size());
            cursor.insertText(text.mid(at, start - at), QTextCharFormat());
            cursor.insertText(text.mid(start, end - start), changed);
            at = end;
        }
        cursor.insertText(text.mid(at), QTextCharFormat());
    }

    void writeCitations(QTextCursor& cursor, const summary::ClaimSide& side, bool old) const
    {
        for (const int number : side.citations) {
            QTextCharFormat link = inked(m_look.colours.link);
            link.setAnchor(true);
            link.setAnchorHref((old ? u"old:%1"_s : u"new:%1"_s).arg(number));
            cursor.insertText(u" "_s, QTextCharFormat());
            cursor.insertText(u"[%1]"_s.arg(number), link);
        }
    }

    static QTextCharFormat inked(const QColor& colour)
    {
        QTextCharFormat format;
        format.setForeground(colour);
        return format;
    }

    const VersionsLook& m_look;
    QTextCursor m_cursor;
};

} // namespace

VersionsLook versionsLook(const QFont& font, const QPalette& palette)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    return {font, mailColours(palette), dimmed(palette),
            blend(base, palette.color(QPalette::Active, QPalette::Text), 0.2)};
}

std::shared_ptr<QTextDocument>
buildVersionsDocument(QThread* home, const std::vector<summary::ClaimRow>& rows, const VersionsLook& look)
{
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(look.font);
    document->setDocumentMargin(0);
    Writer(*document, look).write(rows);
    document->moveToThread(home);
    // Whoever drops it last, it is deleted where it lives.
    return {document.release(), [](QTextDocument* dropped) { dropped->deleteLater(); }};
}

} // namespace lb::ui
