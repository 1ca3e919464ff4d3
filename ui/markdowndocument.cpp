// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/markdowndocument.h"

#include "store/records.h"
#include "ui/colours.h"
#include "ui/userprompts.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>
#include <QUrl>

#include <cmark.h>

#include <algorithm>
#include <vector>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::ui::MarkdownView)
};

constexpr int deepestIndent = 8; ///< shown; deeper nesting stays readable at the same place

struct NodeFree {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct IteratorFree {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

QString literalOf(cmark_node* node)
{
    return QString::fromUtf8(cmark_node_get_literal(node));
}

bool isEastAsian(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= 0x2E80 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF)
        || (code >= 0xFF00 && code <= 0xFFEF);
}

/// Walks the tree and writes it with a cursor. One object for one document.
class Builder
{
public:
    Builder(QTextDocument& document, const MarkdownLook& look)
        : m_look(look), m_cursor(&document), m_em(QFontMetricsF(look.font).height())
    {
        QTextCharFormat plain;
        m_formats.push_back(plain);
    }

    void write(cmark_node* root)
    {
        const std::unique_ptr<cmark_iter, IteratorFree> iterator(cmark_iter_new(root));
        m_cursor.beginEditBlock();
        for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(iterator.get())) {
            cmark_node* node = cmark_iter_get_node(iterator.get());
            if (m_skipped != nullptr) {
                if (node == m_skipped && event == CMARK_EVENT_EXIT)
                    m_skipped = nullptr;
                continue;
            }
            if (event == CMARK_EVENT_ENTER)
                enter(node);
            else
                leave(node);
        }
        m_cursor.endEditBlock();
    }

    void note(const QString& sentence)
    {
        beginBlock({});
        QTextCharFormat format;
        format.setFontItalic(true);
        m_cursor.insertText(sentence, format);
    }

private:
    struct List {
        QTextListFormat format;
        QTextList* list = nullptr;
        int number = -1; ///< of the next item, where it is written as text
        bool tight = true;
    };

    void enter(cmark_node* node)
    {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_BLOCK_QUOTE:
            ++m_quoteDepth;
            break;
        case CMARK_NODE_LIST:
            enterList(node);
            break;
        case CMARK_NODE_ITEM:
            m_itemPending = true;
            break;
        case CMARK_NODE_PARAGRAPH:
            beginBlock({});
            break;
        case CMARK_NODE_HEADING:
            enterHeading(cmark_node_get_heading_level(node));
            break;
        case CMARK_NODE_CODE_BLOCK:
            writeCodeBlock(literalOf(node));
            break;
        case CMARK_NODE_HTML_BLOCK:
            beginBlock({});
            writeText(literalOf(node).trimmed().replace(u'\n', QChar::LineSeparator));
            break;
        case CMARK_NODE_THEMATIC_BREAK:
            writeRule();
            break;
        default:
            enterInline(node);
        }
    }

    void enterInline(cmark_node* node)
    {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_HTML_INLINE:
            writeText(literalOf(node));
            break;
        case CMARK_NODE_SOFTBREAK:
            // Chinese text is written without spaces: a line end between two of its characters is none
            // either.
            if (!isEastAsian(m_last))
                insert(u" "_s, m_formats.back());
            break;
        case CMARK_NODE_LINEBREAK:
            insert(QString(QChar::LineSeparator), m_formats.back());
            break;
        case CMARK_NODE_CODE:
            insert(literalOf(node), fixed(m_formats.back()));
            break;
        case CMARK_NODE_EMPH:
            m_formats.push_back(m_formats.back());
            m_formats.back().setFontItalic(true);
            break;
        case CMARK_NODE_STRONG:
            m_formats.push_back(m_formats.back());
            m_formats.back().setFontWeight(QFont::Bold);
            break;
        case CMARK_NODE_LINK:
            enterLink(node);
            break;
        default: // an image is its alternative text
            break;
        }
    }

    void leave(cmark_node* node)
    {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_BLOCK_QUOTE:
            --m_quoteDepth;
            break;
        case CMARK_NODE_LIST:
            m_lists.pop_back();
            break;
        case CMARK_NODE_ITEM:
            if (m_itemPending) // an empty item still has its mark
                beginBlock({});
            break;
        case CMARK_NODE_LINK:
            --m_linkDepth;
            m_formats.pop_back();
            break;
        case CMARK_NODE_EMPH:
        case CMARK_NODE_STRONG:
        case CMARK_NODE_HEADING:
            m_formats.pop_back();
            break;
        default:
            break;
        }
    }

    void enterList(cmark_node* node)
    {
        List list;
        list.tight = cmark_node_get_list_tight(node) != 0;
        const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        list.format.setStyle(ordered ? QTextListFormat::ListDecimal : QTextListFormat::ListDisc);
        list.format.setIndent(std::min(static_cast<int>(m_lists.size()) + 1, deepestIndent));
        // Lists of Qt 6.4 start at 1: another number is written as text.
        if (ordered && cmark_node_get_list_start(node) != 1)
            list.number = std::clamp(cmark_node_get_list_start(node), 0, 1'000'000);
        m_lists.push_back(list);
    }

    void enterHeading(int level)
    {
        QTextBlockFormat block;
        block.setHeadingLevel(level);
        block.setTopMargin(m_em * 0.6);
        beginBlock(block);
        m_formats.push_back(m_formats.back());
        m_formats.back().setFontWeight(QFont::Bold);
        // Adjustments of Qt's own headings are larger than a side pane wants.
        m_formats.back().setProperty(QTextFormat::FontSizeAdjustment, level <= 2 ? 1 : 0);
    }

    void writeCodeBlock(QString code)
    {
        if (code.endsWith(u'\n'))
            code.chop(1);
        QTextBlockFormat block;
        block.setBackground(m_look.codeGround);
        beginBlock(block);
        insert(code.replace(u'\n', QChar::LineSeparator), fixed({}));
    }

    void writeRule()
    {
        QTextBlockFormat block;
        block.setProperty(QTextFormat::BlockTrailingHorizontalRulerWidth,
                          QTextLength(QTextLength::PercentageLength, 100));
        block.setProperty(QTextFormat::BackgroundBrush, m_look.rule);
        beginBlock(block);
    }

    void enterLink(cmark_node* node)
    {
        // "[1]" that a definition elsewhere turned into a link, or "[1](url)": the number is the citation,
        // wherever the text wants it to lead.
        static const QRegularExpression numbers(uR"(^\d{1,5}(\s{0,2}[,;–-]\s{0,2}\d{1,5}){0,40}$)"_s);
        cmark_node* child = cmark_node_first_child(node);
        if (child != nullptr && cmark_node_next(child) == nullptr
            && cmark_node_get_type(child) == CMARK_NODE_TEXT && m_linkDepth == 0) {
            const QString text = literalOf(child);
            if (numbers.match(text).hasMatch()) {
                writeText(QString(u'[' + text + u']'));
                m_skipped = node;
                return;
            }
        }
        ++m_linkDepth;
        m_formats.push_back(m_formats.back());
        const QUrl url = QUrl::fromEncoded(QByteArray(cmark_node_get_url(node)), QUrl::StrictMode);
        if (UserPrompts::mayOpen(url))
            m_formats.back() = anchor(m_formats.back(), url.toString(QUrl::FullyEncoded));
    }

    void beginBlock(QTextBlockFormat block)
    {
        const bool inList = !m_lists.empty();
        block.setBottomMargin(inList && m_lists.back().tight ? m_em * 0.2 : m_em * 0.5);
        block.setLeftMargin(std::min(m_quoteDepth, deepestIndent) * m_em);
        const bool starts = inList && m_itemPending;
        if (inList && !starts) // a further paragraph of an item stands below its first
            block.setIndent(m_lists.back().format.indent());
        if (m_first)
            m_cursor.setBlockFormat(block);
        else
            m_cursor.insertBlock(block, QTextCharFormat());
        m_first = false;
        m_last = {};
        if (!starts) {
            if (QTextList* inherited = m_cursor.currentList(); inherited != nullptr && !inList)
                inherited->remove(m_cursor.block());
            return;
        }
        m_itemPending = false;
        if (m_lists.back().number >= 0) {
            block.setIndent(m_lists.back().format.indent());
            m_cursor.setBlockFormat(block);
            insert(QString(QString::number(m_lists.back().number++) + u". "_s), m_formats.back());
            return;
        }
        if (m_lists.back().list == nullptr)
            m_lists.back().list = m_cursor.createList(m_lists.back().format);
        else
            m_lists.back().list->add(m_cursor.block());
    }

    /// Text with its citations. Numbers of five digits are more than any thread has mails.
    void writeText(const QString& text)
    {
        static const QRegularExpression citation(uR"(\[(\d{1,5}(?:\s{0,2}[,;–-]\s{0,2}\d{1,5}){0,40})\])"_s);
        qsizetype from = 0;
        if (m_linkDepth == 0 && !text.isEmpty() && store::doubtMarks.contains(text.front())) {
            insert(text.first(1), anchor(m_formats.back(), u"doubt:"_s + QString::number(m_doubts++)));
            from = 1;
        }
        if (m_linkDepth == 0) {
            auto matches = citation.globalMatch(text);
            while (matches.hasNext()) {
                const QRegularExpressionMatch match = matches.next();
                insert(text.mid(from, match.capturedStart() - from), m_formats.back());
                writeCitation(match.captured(1));
                from = match.capturedEnd();
            }
        }
        insert(text.mid(from), m_formats.back());
    }

    void writeCitation(const QString& numbers)
    {
        static const QRegularExpression number(u"\\d+"_s);
        const QTextCharFormat& plain = m_formats.back();
        auto matches = number.globalMatch(numbers);
        qsizetype from = 0;
        insert(u"["_s, plain);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            insert(numbers.mid(from, match.capturedStart() - from), plain);
            const QString digits = match.captured();
            const int value = digits.toInt();
            insert(digits, value > 0 ? anchor(plain, u"cite:"_s + QString::number(value)) : plain);
            from = match.capturedEnd();
        }
        insert(u"]"_s, plain);
    }

    void insert(const QString& text, QTextCharFormat format)
    {
        if (text.isEmpty())
            return;
        if (m_quoteDepth > 0 && !format.isAnchor())
            format.setForeground(m_look.quote);
        m_cursor.insertText(text, format);
        m_last = text.back();
    }

    [[nodiscard]] QTextCharFormat fixed(QTextCharFormat format) const
    {
        format.setFontFamilies({m_look.fixedFamily});
        format.setFontFixedPitch(true);
        format.setBackground(m_look.codeGround);
        return format;
    }

    [[nodiscard]] QTextCharFormat anchor(QTextCharFormat format, const QString& target) const
    {
        format.setAnchor(true);
        format.setAnchorHref(target);
        format.setForeground(m_look.link);
        format.setFontUnderline(!target.startsWith("cite:"_L1) && !target.startsWith("doubt:"_L1));
        return format;
    }

    const MarkdownLook& m_look;
    QTextCursor m_cursor;
    qreal m_em;
    std::vector<QTextCharFormat> m_formats; ///< what emphasis and links add up to; never empty
    std::vector<List> m_lists;
    cmark_node* m_skipped = nullptr; ///< everything in it is written already
    int m_quoteDepth = 0;
    int m_linkDepth = 0;
    int m_doubts = 0; ///< marks of unverified claims so far
    QChar m_last;
    bool m_itemPending = false;
    bool m_first = true;
};

} // namespace

MarkdownLook markdownLook(const QFont& font, const QPalette& palette)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    MarkdownLook look;
    look.font = font;
    look.fixedFamily = QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    look.link = mailColours(palette).link;
    look.codeGround = blend(base, text, 0.07);
    look.quote = readable(blend(text, base, 0.3), {base, look.codeGround});
    look.rule = blend(base, text, 0.3);
    return look;
}

std::unique_ptr<QTextDocument> buildMarkdown(const QString& markdown, const MarkdownLook& look)
{
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(look.font);
    document->setIndentWidth(QFontMetricsF(look.font).height() * 1.4);
    const QByteArray bytes = markdown.left(maxMarkdown).toUtf8();
    const std::unique_ptr<cmark_node, NodeFree> root(cmark_parse_document(
        bytes.constData(), static_cast<std::size_t>(bytes.size()), CMARK_OPT_VALIDATE_UTF8));
    // "[1]" that refers to nothing comes as three pieces of text.
    cmark_consolidate_text_nodes(root.get());
    Builder builder(*document, look);
    builder.write(root.get());
    if (markdown.size() > maxMarkdown)
        builder.note(Texts::tr("The text is longer than can be shown here."));
    return document;
}

int revealMore(QTextDocument& document, int block)
{
    QTextBlock next = document.findBlockByNumber(block);
    const int from = next.isValid() ? next.position() : 0;
    int shown = 0;
    while (next.isValid() && (next.isVisible() || shown < charactersPerTurn)) {
        next.setVisible(true);
        shown = next.position() + next.length() - from;
        next = next.next();
    }
    if (shown > 0)
        document.markContentsDirty(from, shown);
    return next.isValid() ? next.blockNumber() : -1;
}

std::shared_ptr<QTextDocument> buildMarkdownFor(QThread* home, const QString& markdown,
                                                const MarkdownLook& look)
{
    std::unique_ptr<QTextDocument> document = buildMarkdown(markdown, look);
    for (QTextBlock block = document->findBlock(charactersPerTurn).next(); block.isValid();
         block = block.next())
        block.setVisible(false);
    document->moveToThread(home);
    // Whoever drops it last, it is deleted where it lives.
    return {document.release(), [](QTextDocument* dropped) { dropped->deleteLater(); }};
}

} // namespace lb::ui
