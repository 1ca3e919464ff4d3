// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/modelanswer.h"

#include "llm/thinkfilter.h"
#include "summary/citations.h"
#include "summary/safemarkdown.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::summary::ModelAnswer)
};

/// A summary of 300 words has 3,000 characters. What is fifty times as long is a model that ran away.
constexpr qsizetype longestAnswer = 200'000;

/// Models like to wrap a whole answer into ```markdown ... ```.
QString unwrapped(const QString& text)
{
    static const QRegularExpression wrap(
        u"^\\s*(`{3,}|~{3,})[ \\t]*(?:markdown|md|text)?[ \\t]*\\n(.*)\\n[ \\t]*\\1\\s*$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = wrap.match(text);
    return match.hasMatch() ? match.captured(2) : text;
}

/// The citations that start in a part of the text.
std::span<const CitedText::Mark> marksWithin(const CitedText& cited, qsizetype from, qsizetype to)
{
    const auto first = std::ranges::lower_bound(cited.marks, from, {}, &CitedText::Mark::start);
    const auto last = std::ranges::lower_bound(cited.marks, to, {}, &CitedText::Mark::start);
    return {first, last};
}

bool endsSentence(const QString& text, qsizetype at)
{
    const QChar c = text.at(at);
    if (u"。！？；"_s.contains(c))
        return true;
    if (!u".!?"_s.contains(c))
        return false;
    if (at + 1 >= text.size())
        return true;
    const QChar next = text.at(at + 1);
    if (next != u' ' && next != u'[' && next != u'*' && next != u'"' && next != u')')
        return false; // "v6.1", "foo.c"
    static const QRegularExpression abbreviation(
        u"(?:^|[\\s(])(?:e\\.g|i\\.e|cf|vs|etc|approx|no|dr|mr|st)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return c != u'.' || !abbreviation.match(text.left(at).right(12)).hasMatch();
}

/// Where the sentence that ends with the mark at `at` really ends: closing signs and citations after it are
/// its own.
qsizetype sentenceEnd(const CitedText& cited, qsizetype at)
{
    qsizetype end = at + 1;
    const auto skipClosing = [&] {
        while (end < cited.text.size() && u"*_\"”’)）」"_s.contains(cited.text.at(end)))
            ++end;
    };
    skipClosing();
    for (const CitedText::Mark& mark : marksWithin(cited, end, cited.text.size())) {
        const QString between = cited.text.mid(end, mark.start - end).trimmed();
        if (!between.isEmpty() && between != u","_s && between != u"、"_s)
            break;
        end = mark.start + mark.length;
        skipClosing();
    }
    // "…text. [3]." has its full stop twice
    if (end > at + 1 && end < cited.text.size() && u".。"_s.contains(cited.text.at(end)))
        ++end;
    return end;
}

QString plainSentence(const CitedText& cited, qsizetype from, qsizetype to)
{
    static const QRegularExpression lead(u"^[\\s>]*(?:(?:[-*+]|\\d+[.)])\\s+)*(?:#{4,6}\\s+)?"_s);
    static const QRegularExpression space(u"\\s+"_s);
    static const QRegularExpression gap(u" +([.。，,；;！!？?])"_s);
    QString text;
    qsizetype at = from;
    for (const CitedText::Mark& mark : marksWithin(cited, from, to)) {
        text += QStringView(cited.text).mid(at, mark.start - at);
        at = mark.start + mark.length;
    }
    text += QStringView(cited.text).mid(at, to - at);
    text.remove(lead);
    text.remove("**"_L1);
    text.replace(space, u" "_s);
    text.replace(gap, u"\\1"_s);
    text = text.trimmed();
    if (text.endsWith(".."_L1) && !text.endsWith("..."_L1)) // of "Text. [1]."
        text.chop(1);
    return text;
}

void addClaim(QList<store::Claim>& claims, const CitedText& cited, qsizetype from, qsizetype to)
{
    store::Claim claim;
    bool valid = true;
    for (const CitedText::Mark& mark : marksWithin(cited, from, to)) {
        valid = valid && mark.valid;
        for (const int mail : mark.mails) {
            if (!claim.citations.contains(mail))
                claim.citations.append(mail);
        }
    }
    claim.text = plainSentence(cited, from, to);
    const bool isLabel
        = claim.citations.isEmpty() && valid && (claim.text.endsWith(u':') || claim.text.endsWith(u'：'));
    const bool hasWords = std::ranges::any_of(claim.text, [](QChar c) { return c.isLetterOrNumber(); });
    if (isLabel || !hasWords)
        return;
    claim.verified = valid && !claim.citations.isEmpty();
    claims.append(std::move(claim));
}

/// Headings and bold words alone on a line say what a part is about; they claim nothing.
bool isHeading(const QString& line)
{
    static const QRegularExpression heading(
        u"^\\s*(?:#{4,6}\\s.*|(?:\\d+[.)]\\s+)?\\*\\*[^*]{1,60}\\*\\*\\s*[:：]?\\s*)$"_s);
    return heading.match(line).hasMatch();
}

void addClaims(QList<store::Claim>& claims, const CitedText& cited)
{
    if (cited.marks.isEmpty() && isHeading(cited.text))
        return;
    const auto spans = codeSpans(cited.text);
    auto span = spans.begin();
    qsizetype from = 0;
    static const QRegularExpression lead(u"^[\\s>]*(?:(?:[-*+]|\\d+[.)])\\s+)*"_s);
    for (qsizetype at = lead.match(cited.text).capturedEnd(); at < cited.text.size(); ++at) {
        while (span != spans.end() && span->first + span->second <= at)
            ++span;
        if (span != spans.end() && at >= span->first) {
            at = span->first + span->second - 1;
            continue;
        }
        if (!endsSentence(cited.text, at))
            continue;
        const qsizetype end = sentenceEnd(cited, at);
        addClaim(claims, cited, from, end);
        from = end;
        at = end - 1;
    }
    if (from < cited.text.size())
        addClaim(claims, cited, from, cited.text.size());
}

} // namespace

Result<SummaryText> readModelAnswer(const QString& answer, int mailCount)
{
    if (answer.size() > longestAnswer)
        return fail(
            ErrorCode::TooLarge,
            Text::tr(
                "The model wrote %1 characters, far more than a summary. Try again or choose another model.")
                .arg(answer.size()),
            u"answer over its bound"_s);
    SummaryText summary;
    QStringList lines;
    const QStringList safe = safeMarkdownLines(unwrapped(llm::withoutThinking(answer)));
    for (const QString& line : safe) {
        if (line.isEmpty() && (lines.isEmpty() || lines.last().isEmpty()))
            continue;
        const CitedText cited = readCitations(line, mailCount, codeSpans(line));
        lines.append(cited.text);
        addClaims(summary.claims, cited);
    }
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    summary.markdown = lines.join(u'\n');
    if (summary.claims.isEmpty())
        return fail(ErrorCode::ModelEmpty,
                    Text::tr("The model's answer holds no sentence. Try again or choose another model."),
                    u"no claims"_s);
    return summary;
}

} // namespace lb::summary
