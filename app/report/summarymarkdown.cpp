// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/summarymarkdown.h"

#include "thread/safetext.h"

#include <QRegularExpression>
#include <QUrl>

#include <cmark.h>

#include <cstdlib>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace lb::report
{

namespace
{

constexpr qsizetype maxSummary = 64 * 1024;

struct NodeFree {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Document = std::unique_ptr<cmark_node, NodeFree>;

struct CFree {
    void operator()(char* text) const { std::free(text); } // NOLINT: cmark's default allocator is malloc
};
using CText = std::unique_ptr<char, CFree>;

std::vector<cmark_node*> nodesOf(cmark_node* root)
{
    std::vector<cmark_node*> nodes;
    cmark_iter* iterator = cmark_iter_new(root);
    for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator)) {
        if (event == CMARK_EVENT_ENTER)
            nodes.push_back(cmark_iter_get_node(iterator));
    }
    cmark_iter_free(iterator);
    return nodes;
}

void moveChildren(cmark_node* from, cmark_node* to)
{
    while (cmark_node* child = cmark_node_first_child(from))
        cmark_node_append_child(to, child);
}

/// Leaves the text of a link or image and takes the node itself away.
void unwrap(cmark_node* node)
{
    while (cmark_node* child = cmark_node_first_child(node))
        cmark_node_insert_before(node, child);
    cmark_node_unlink(node);
    cmark_node_free(node);
}

void replace(cmark_node* old, cmark_node* fresh)
{
    cmark_node_replace(old, fresh);
    cmark_node_free(old);
}

cmark_node* textNode(const QByteArray& text)
{
    cmark_node* node = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(node, text.constData());
    return node;
}

/// Raw HTML as the text it is.
cmark_node* asText(cmark_node* html)
{
    return textNode(QByteArray(cmark_node_get_literal(html)).simplified());
}

cmark_node* inParagraph(cmark_node* inlineNode)
{
    cmark_node* paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
    cmark_node_append_child(paragraph, inlineNode);
    return paragraph;
}

/// A block of code as code in a paragraph, line by line: no line of the document is then what the block
/// holds.
cmark_node* codeLines(cmark_node* block)
{
    cmark_node* paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
    const QList<QByteArray> lines = QByteArray(cmark_node_get_literal(block)).split('\n');
    for (const QByteArray& line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        if (cmark_node_first_child(paragraph) != nullptr)
            cmark_node_append_child(paragraph, cmark_node_new(CMARK_NODE_LINEBREAK));
        cmark_node* code = cmark_node_new(CMARK_NODE_CODE);
        cmark_node_set_literal(code, line.trimmed().constData());
        cmark_node_append_child(paragraph, code);
    }
    return paragraph;
}

bool mayLink(const char* url)
{
    const QUrl target = QUrl::fromEncoded(QByteArray(url), QUrl::StrictMode);
    const QString scheme = target.scheme();
    return target.isValid() && (scheme == "http"_L1 || scheme == "https"_L1 || scheme == "mailto"_L1);
}

void tame(cmark_node* node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING: {
        cmark_node* strong = cmark_node_new(CMARK_NODE_STRONG);
        moveChildren(node, strong);
        replace(node, inParagraph(strong));
        break;
    }
    case CMARK_NODE_CODE_BLOCK:
        replace(node, codeLines(node));
        break;
    case CMARK_NODE_HTML_BLOCK:
        replace(node, inParagraph(asText(node)));
        break;
    case CMARK_NODE_HTML_INLINE:
        replace(node, asText(node));
        break;
    case CMARK_NODE_IMAGE:
        unwrap(node);
        break;
    case CMARK_NODE_LINK:
        if (!mayLink(cmark_node_get_url(node)))
            unwrap(node);
        else
            cmark_node_set_title(node, "");
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        cmark_node_unlink(node);
        cmark_node_free(node);
        break;
    default:
        break;
    }
}

Document tamed(const QString& markdown)
{
    const QByteArray text = thread::plainText(markdown.left(maxSummary)).toUtf8();
    Document document(
        cmark_parse_document(text.constData(), static_cast<std::size_t>(text.size()), CMARK_OPT_DEFAULT));
    const std::vector<cmark_node*> nodes = nodesOf(document.get());
    for (cmark_node* node : nodes)
        tame(node);
    cmark_consolidate_text_nodes(document.get());
    return document;
}

bool isInLink(cmark_node* node)
{
    for (cmark_node* above = cmark_node_parent(node); above != nullptr; above = cmark_node_parent(above)) {
        switch (cmark_node_get_type(above)) {
        case CMARK_NODE_LINK:
            return true;
        case CMARK_NODE_PARAGRAPH:
            return false;
        default:
            break;
        }
    }
    return false;
}

const QRegularExpression& citationPattern()
{
    static const QRegularExpression pattern(uR"(\[\d{1,6}(?:-\d{1,6})?(?:, ?\d{1,6}(?:-\d{1,6})?)*\])"_s);
    return pattern;
}

/// Splits a text node so that each number of a citation becomes a link to its mail.
void linkCitations(cmark_node* node, const QString& anchor, int mailCount)
{
    static const QRegularExpression number(u"\\d+"_s);
    const QString text = QString::fromUtf8(cmark_node_get_literal(node));
    qsizetype done = 0;
    const auto put = [&](qsizetype end) {
        if (end > done)
            cmark_node_insert_before(node, textNode(text.sliced(done, end - done).toUtf8()));
        done = end;
    };
    for (auto cite = citationPattern().globalMatch(text); cite.hasNext();) {
        const QRegularExpressionMatch match = cite.next();
        const qsizetype end = match.capturedEnd();
        for (qsizetype at = match.capturedStart(); at < end;) {
            const QRegularExpressionMatch digits = number.match(text, at);
            if (!digits.hasMatch() || digits.capturedEnd() > end)
                break;
            at = digits.capturedEnd();
            const int mail = digits.captured().toInt();
            if (mail < 1 || mail > mailCount)
                continue;
            put(digits.capturedStart());
            cmark_node* link = cmark_node_new(CMARK_NODE_LINK);
            cmark_node_set_url(link, QString(u'#' + anchor + QString::number(mail)).toUtf8().constData());
            cmark_node_append_child(link, textNode(digits.captured().toUtf8()));
            cmark_node_insert_before(node, link);
            done = digits.capturedEnd();
        }
    }
    if (done == 0)
        return;
    put(text.size());
    cmark_node_unlink(node);
    cmark_node_free(node);
}

} // namespace

QString embeddedMarkdown(const QString& markdown)
{
    const Document document = tamed(markdown);
    const CText rendered(cmark_render_commonmark(document.get(), CMARK_OPT_DEFAULT, 0));
    QString text = QString::fromUtf8(rendered.get());
    // The renderer escapes more than need be. Citations are shown as they are unless that made a link or, at
    // the start of a line, a definition of them; "!" only matters before a bracket, "_" only at the edge of a
    // word.
    static const QRegularExpression definition(uR"(^([ >*+-]*|[ >]*\d+[.)] *)\\\[(\d[^\\\]]*)\\\]:)"_s,
                                               QRegularExpression::MultilineOption);
    static const QRegularExpression cite(
        uR"(\\\[(\d{1,6}(?:-\d{1,6})?(?:, ?\d{1,6}(?:-\d{1,6})?)*)\\\](?!\())"_s);
    static const QRegularExpression bang(uR"(\\!(?!\\?\[))"_s);
    static const QRegularExpression underscore(uR"((?<=[A-Za-z0-9])\\_(?=[A-Za-z0-9]))"_s);
    text.replace(definition, uR"(\1\\[\2\\]\\:)"_s); // an escaped colon defines nothing
    text.replace(cite, u"[\\1]"_s).replace(bang, u"!"_s).replace(underscore, u"_"_s);
    // The first line keeps its indentation: without it the list's second item would be a part of its first.
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text.trimmed().isEmpty() ? QString() : text;
}

QString embeddedHtml(const QString& markdown, const QString& anchor, int mailCount)
{
    const Document document = tamed(markdown);
    const std::vector<cmark_node*> nodes = nodesOf(document.get());
    for (cmark_node* node : nodes) {
        if (cmark_node_get_type(node) == CMARK_NODE_TEXT && !isInLink(node))
            linkCitations(node, anchor, mailCount);
    }
    const CText rendered(cmark_render_html(document.get(), CMARK_OPT_DEFAULT));
    return QString::fromUtf8(rendered.get()).trimmed();
}

} // namespace lb::report
