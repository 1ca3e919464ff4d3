// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maildocument.h"

#include "ui/diffreader.h"

#include <QCoreApplication>
#include <QPlainTextDocumentLayout>
#include <QStringDecoder>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextOption>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <optional>
#include <tuple>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::ui::MailPane)
};

struct Style {
    QTextBlockFormat block;
    QTextCharFormat text;
};

Style inked(const QColor& text)
{
    Style style;
    style.text.setForeground(text);
    return style;
}

Style inked(const Ink& ink)
{
    Style style = inked(ink.text);
    style.block.setBackground(ink.ground);
    return style;
}

class Writer
{
public:
    Writer(QTextDocument& document, const MailLook& look) : m_colours(look.colours), m_cursor(&document)
    {
        m_cursor.beginEditBlock();
    }
    ~Writer() { m_cursor.endEditBlock(); }
    Q_DISABLE_COPY_MOVE(Writer)

    void line(QStringView text, const Style& style, BlockTag tag = {})
    {
        qsizetype from = 0;
        do {
            if (!m_first)
                m_cursor.insertBlock(style.block, style.text);
            else
                m_cursor.setBlockFormat(style.block);
            m_first = false;
            m_cursor.block().setUserState(tag.state());
            if (tag.role == BlockRole::Folded)
                m_cursor.block().setVisible(false);
            qsizetype length = std::min(text.size() - from, longestLineShown);
            if (from + length < text.size() && length > 1 && text.at(from + length - 1).isHighSurrogate())
                --length;
            m_cursor.insertText(text.sliced(from, length).toString(), style.text);
            from += length;
        } while (from < text.size());
    }

    void body(const mail::BodyText& body)
    {
        std::size_t index = 0;
        while (index < body.lines.size()) {
            const mail::BodyLine& current = body.lines[index];
            if (current.start > maxMailShown) {
                note(Texts::tr("The rest of this mail is too long to be shown here."));
                return;
            }
            if (current.kind == mail::LineKind::Quote)
                index = quote(body, index);
            else {
                line(body.line(current), styleOf(body.line(current), current.kind));
                ++index;
            }
        }
    }

    [[nodiscard]] int folds() const { return m_folds; }

    void note(const QString& sentence)
    {
        Style style = inked(m_colours.attribution);
        style.text.setFontItalic(true);
        line(sentence, style);
    }

private:
    [[nodiscard]] Style styleOf(QStringView text, mail::LineKind kind)
    {
        switch (kind) {
        case mail::LineKind::Attribution:
            return inked(m_colours.attribution);
        case mail::LineKind::Signature:
            return inked(m_colours.signature);
        case mail::LineKind::Diff:
            return diffStyle(m_diff.read(text));
        case mail::LineKind::DiffStat:
            return inked(m_colours.attribution);
        default:
            return {};
        }
    }

    [[nodiscard]] Style diffStyle(DiffLine kind) const
    {
        switch (kind) {
        case DiffLine::Added:
            return inked(m_colours.added);
        case DiffLine::Removed:
            return inked(m_colours.removed);
        case DiffLine::Hunk:
            return inked(m_colours.hunk);
        case DiffLine::File:
            return inked(m_colours.file);
        case DiffLine::Context:
            break;
        }
        return {};
    }

    /// Writes the run of quoted lines that starts at `from`; gives the index behind it.
    std::size_t quote(const mail::BodyText& body, std::size_t from)
    {
        std::size_t end = from;
        while (end < body.lines.size() && body.lines[end].kind == mail::LineKind::Quote)
            ++end;
        const int count = static_cast<int>(end - from);
        // One line behind a toggle line would save nothing.
        const int hidden = count > quoteLinesKept + 1 ? count - quoteLinesKept : 0;
        // What a reply answers stands right above it; a quote with nothing below shows its beginning.
        const bool answered = isAnswered(body, end);
        const int firstHidden = answered ? 0 : count - hidden;
        if (hidden > 0)
            ++m_folds;
        for (int number = 0; number < count; ++number) {
            if (hidden > 0 && number == firstHidden)
                line(toggleText(hidden, false), toggleStyle(), {BlockRole::Toggle, m_folds});
            const bool folded = number >= firstHidden && number < firstHidden + hidden;
            quotedLine(body, body.lines[from + static_cast<std::size_t>(number)],
                       folded ? BlockTag{BlockRole::Folded, m_folds} : BlockTag{});
        }
        return end;
    }

    [[nodiscard]] static bool isAnswered(const mail::BodyText& body, std::size_t from)
    {
        for (std::size_t index = from; index < body.lines.size() && index < from + 50; ++index) {
            const mail::BodyLine& line = body.lines[index];
            if (line.kind == mail::LineKind::Own && !body.line(line).trimmed().isEmpty())
                return true;
            if (line.kind != mail::LineKind::Own)
                return false;
        }
        return false;
    }

    void quotedLine(const mail::BodyText& body, const mail::BodyLine& quoted, BlockTag tag)
    {
        constexpr int deepest = 40;
        const int depth = std::clamp(quoted.depth, 1, deepest);
        QString text = u"> "_s.repeated(depth);
        const QStringView words = body.line(quoted);
        if (words.isEmpty())
            text.chop(1);
        line(QString(text + words), inked(m_colours.quote(depth)), tag);
    }

    [[nodiscard]] Style toggleStyle() const
    {
        Style style = inked(m_colours.link);
        style.text.setFontUnderline(true);
        return style;
    }

    MailColours m_colours;
    QTextCursor m_cursor;
    DiffReader m_diff;
    int m_folds = 0;
    bool m_first = true;
};

std::unique_ptr<QTextDocument> emptyDocument(const MailLook& look)
{
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(look.fixedFont);
    document->setDefaultTextOption(look.option);
    return document;
}

/// Frees a document on the pool: one of 50,000 lines takes longer than the GUI thread may be held.
void letGo(QTextDocument* document)
{
    if (document->thread() != QThread::currentThread()) { // nobody took it; only its thread may send it away
        document->deleteLater();
        return;
    }
    document->moveToThread(nullptr);
    QThreadPool::globalInstance()->start([document] { delete document; });
}

std::shared_ptr<QTextDocument> handOver(std::unique_ptr<QTextDocument> document, QThread* home)
{
    // QPlainTextEdit takes no other layout; it lays out what is looked at.
    document->setDocumentLayout(new QPlainTextDocumentLayout(document.get()));
    // A view that takes a document asks every line for its layout, and making those takes longest.
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next())
        std::ignore = block.layout();
    document->moveToThread(home);
    return {document.release(), letGo};
}

} // namespace

BlockTag BlockTag::of(const QTextBlock& block)
{
    const int state = std::max(block.userState(), 0);
    return {static_cast<BlockRole>(state % 4), state / 4};
}

QString toggleText(int lines, bool open)
{
    return open ? Texts::tr("▾ Hide %n quoted line(s)", nullptr, lines)
                : Texts::tr("▸ Show %n quoted line(s)", nullptr, lines);
}

MailDocument buildMailDocument(QThread* home, const mail::BodyText& body, const MailLook& look)
{
    auto document = emptyDocument(look);
    int folds = 0;
    {
        Writer writer(*document, look);
        writer.body(body);
        folds = writer.folds();
    }
    return {handOver(std::move(document), home), folds};
}

std::shared_ptr<QTextDocument> buildRawDocument(QThread* home, const QByteArray& rawMail,
                                                const MailLook& look)
{
    auto document = emptyDocument(look);
    const QByteArrayView shown
        = QByteArrayView(rawMail).first(std::min<qsizetype>(rawMail.size(), maxMailShown));
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(shown);
    if (decoder.hasError())
        text = QString::fromLatin1(shown);
    {
        Writer writer(*document, look);
        const Style plain;
        qsizetype from = 0;
        while (from < text.size()) {
            qsizetype end = text.indexOf(u'\n', from);
            end = end < 0 ? text.size() : end;
            QStringView line = QStringView(text).sliced(from, end - from);
            if (line.endsWith(u'\r'))
                line.chop(1);
            writer.line(line, plain);
            from = end + 1;
        }
        if (rawMail.size() > maxMailShown)
            writer.note(Texts::tr("The rest of this mail is too long to be shown here."));
    }
    return handOver(std::move(document), home);
}

} // namespace lb::ui
