// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/claimphrases.h"

#include "summary/threadindex.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

QRegularExpression words(const QString& pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

QString firstIn(const QString& text, const QRegularExpression& pattern)
{
    return pattern.match(text).captured().trimmed();
}

/// The part of a sentence that a match stands in, up to it.
QString clauseBefore(const QString& text, qsizetype at)
{
    qsizetype start = at;
    while (start > 0 && !u",.;:!?，。；：！？"_s.contains(text.at(start - 1)))
        --start;
    return text.mid(start, at - start);
}

QString clauseAround(const QString& text, qsizetype at, qsizetype end)
{
    while (end < text.size() && !u";!?，。；！？"_s.contains(text.at(end)))
        ++end;
    return clauseBefore(text, at) + text.mid(at, end - at);
}

struct Assertion {
    QRegularExpression said;
    QRegularExpression unless; ///< in the clause before it
    QRegularExpression about; ///< in the clause around it
};

QString assertedIn(const QString& text, const Assertion& what)
{
    for (auto all = what.said.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        if (what.unless.match(clauseBefore(text, match.capturedStart())).hasMatch())
            continue;
        if (what.about.match(clauseAround(text, match.capturedStart(), match.capturedEnd())).hasMatch())
            return match.captured();
    }
    return {};
}

} // namespace

QString hedgeIn(const QString& text)
{
    static const QRegularExpression pattern = words(
        u"\\b(?:appears? to|seems? to|seemingly|it (?:is|seems) likely|most likely|is likely "
        u"to|probably|presumably|perhaps"
        "|apparently|may suggest|might suggest|can be inferred|one can assume|not (?:explicitly "
        ")?(?:provided|mentioned"
        "|specified)|no (?:specific )?details (?:are|were))\\b"
        "|推测|推断|可能涉及|可能是为了|未提供|没有提供|没有具体|未详细|未明确说明|似乎|看起来|看来|或许|大概|也许|应该是|估计"_s);
    return firstIn(text, pattern);
}

bool guesses(const QString& foldedMail)
{
    static const QRegularExpression pattern
        = words(u"\\b(?:appears?|seems?|likely|probably|presumably|perhaps|apparently|suggests?|maybe|might|"
                u"i (?:guess|suspect"
                "|think|assume|suppose)|looks like|not (?:provided|mentioned|specified)|afaict|iiuc)\\b"
                "|推测|推断|可能|似乎|看起来|看来|或许|大概|也许|应该|估计"_s);
    return pattern.match(foldedMail).hasMatch();
}

QString boilerplateIn(const QString& text)
{
    static const QRegularExpression pattern = words(
        u"(?:^|[.!?。！？；]\\s*)(?:总体来看|总体来说|总的来说|总的来看|总体而言|总而言之|综上|综合来看|"
        u"整体来看|整体而言|最后，值得"
        "|Overall\\b|In summary\\b|In conclusion\\b|To summari[sz]e\\b|To sum up\\b|In short,|All in all\\b|It is worth noting\\b)"_s);
    return firstIn(text, pattern);
}

QString leakIn(const QString& text, const QStringList& prompts)
{
    static const QRegularExpression pattern(
        u"</?think(?:ing)?>|```|<\\|[a-z_]+\\|>|\\[/?INST\\]|(?:^|\\s)(?:BEGIN|END) (?:code|[a-z0-9]{6,})\\b"
        "|^(?:system|user|assistant|human)\\s*:|\\b(?i:as an AI|language model, I|my instructions|the prompt "
        "says"
        "|system prompt|the JSON schema|here is the (?:json|summary))\\b|作为(?:一个)?(?:AI|人工智能|语言模型)|提示词|以下是(?:总结|摘要|JSON)"_s);
    if (const QString mark = firstIn(text, pattern); !mark.isEmpty())
        return mark;
    // Seven words, or fourteen Chinese characters, that stand in the prompt were not thought of anew.
    const QString folded = foldedWords(text);
    static const QRegularExpression run(
        u"(?=((?<![a-z])(?:[a-z']+[ ,.:;]{1,2}){6}[a-z']+(?![a-z])))|(?=([\\x{4e00}-\\x{9fff}，：、]{14}))"_s);
    for (auto all = run.globalMatch(folded); all.hasNext();) {
        const auto match = all.next();
        const QString words = match.captured(1) + match.captured(2);
        if (std::any_of(prompts.begin(), prompts.end(),
                        [&words](const QString& one) { return one.contains(words); }))
            return words;
    }
    return {};
}

QString appliedIn(const QString& text)
{
    static const Assertion english{
        words(u"\\b(?:applied|merged|queued|pulled|picked up|landed|upstreamed|accepted)\\b"_s),
        words(
            u"\\b(?:not|never|no|with|without|if|once|until|unless|should|could|would|can|cannot|may|might|"
            u"must|"
            u"will|be|asks?"
            "|asked|requests?|wants?|ready|yet|expects?|waits?|waiting|needs?|whether|previously|earlier|nobody)\\b|n't\\b"_s),
        words(u"\\b(?:series|patch(?:es|set)?|version|v[0-9]+|fix(?:es)?|changes?|this|it|they|all|pull "
              u"request|[0-9]+/[0-9]+"
              "|to|into|for|by)\\b[^;]*\\b(?:applied|merged|queued|pulled|picked "
              "up|landed|upstreamed|accepted)\\b"
              "|^\\s*(?:applied|merged|queued|pulled|picked up|landed|accepted)\\b"
              "|\\b(?:applied|merged|queued|pulled|picked "
              "up|landed|accepted)\\b[^;]*\\b(?:series|patch(?:es|set)?|fix(?:es)?"
              "|next|master|mainline|upstream|tree|branch)\\b"_s)};
    static const Assertion chinese{
        QRegularExpression(u"(?:合入|合并|并入|收录|接受|采纳|排入|应用|拉取|接收)"_s),
        QRegularExpression(
            u"未|没|尚|不|如果|若|一旦|等待|待|请求|请|建议|希望|应|需|要求|将|准备|计划|是否|可以|能否|能|才|再|直接|以便|用于|反对|同意"_s),
        QRegularExpression(
            u"(?:系列|补丁|版本|修复|改动|v[0-9]+|拉取请求|合并请求|全部|均|整个).*(?:已|被|了|完成).*(?:"
            u"合入|合并|并入|收录|接受|采纳|排入|应用|拉取|接收)"
            "|(?:已|被|已经|成功|现已)[^，。；]{0,12}(?:合入|合并|并入|收录|排入|采纳|接收)"
            "|(?:合入|合并|并入|收录|排入|应用)(?:到|至|进|于|了)[^，。；]{0,16}(?:next|fixes|主线|上游|分支|"
            "树|master|for-|kvmarm|mainline)"
            "|(?:合入|合并|并入|收录|接受|采纳|应用|拉取)了(?:该|本|此|这)?(?:系列|补丁|修复|第)"_s)};
    const QString said = assertedIn(text, english);
    return said.isEmpty() ? assertedIn(text, chinese) : said;
}

QString discussionIn(const QString& text)
{
    static const QRegularExpression said = words(
        u"\\b(?:discuss(?:ions?|ed|es|ing)?|feedback|debate[ds]?|consensus|(?:reviewers?|participants?|"
        u"others|maintainers?|"
        "developers) "
        "(?:agree[ds]?|disagree[ds]?|ask(?:s|ed)?|comment(?:s|ed)?|support(?:s|ed)?|object(?:s|ed)?|raised?"
        "|point(?:s|ed)?|suggest(?:s|ed)?)|positive(?:ly)? receiv\\w+|well received)\\b"
        "|讨论|反馈|共识|争论|评审意见|各方|大家(?:认为|同意)|评审者(?:们)?(?:认为|同意|指出|建议|要求)|维护者(?:们)?(?:认为|同意|指出|建议|要求)|社区(?:认为|同意)"_s);
    static const QRegularExpression unless
        = words(u"\\b(?:no|not|without|never|nobody|none|awaits?|awaiting|asks? "
                u"for|invites?|requests?|wants?|seeks?|welcomes?|for)\\b|n't\\b"
                "|未|没|无|尚|不|等待|待|征求|希望|请求|请|欢迎|求"_s);
    for (auto all = said.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        if (!unless.match(clauseBefore(text, match.capturedStart())).hasMatch())
            return match.captured();
    }
    return {};
}

bool speaksOfDiscussion(const QString& foldedMail)
{
    static const QRegularExpression pattern
        = words(u"\\b(?:discuss\\w*|feedback|debate\\w*|consensus)\\b|讨论|反馈|共识"_s);
    return pattern.match(foldedMail).hasMatch();
}

bool isOtherLanguage(const QString& text, Language language)
{
    // Words in quotation marks are the mail's.
    static const QRegularExpression quoted(u"“[^”]*”|\"[^\"]*\"|「[^」]*」|`[^`]*`"_s);
    // Plain lower-case words are English; names, terms and identifiers stand in any language.
    static const QRegularExpression plain(u"(?<![\\w./-])[a-z]{2,}(?![\\w./(-])"_s);
    const QString said = QString(text).remove(quoted);
    int chinese = 0;
    for (const QChar c : said)
        chinese += c.script() == QChar::Script_Han || c.script() == QChar::Script_Hiragana ? 1 : 0;
    int english = 0;
    for (auto all = plain.globalMatch(said); all.hasNext(); all.next())
        ++english;
    const bool hasWords = std::any_of(said.begin(), said.end(), [](QChar c) { return c.isLetter(); });
    if (language == Language::English)
        return chinese > 0 && (english == 0 || chinese * 50 > said.size());
    return (chinese == 0 && hasWords) || (english >= 3 && chinese * 2 < english * 5);
}

QStringList trailersNamedIn(const QString& text)
{
    static const QRegularExpression pattern = words(
        u"\\b(Reviewed|Acked|Tested|Nacked|Reported|Suggested|Co-developed|Debugged|Requested)-(?:and-(reviewed|tested|acked)-)?by\\b"_s);
    QStringList kinds;
    const auto add = [&kinds](const QString& stem) {
        if (stem.isEmpty())
            return;
        QString kind = stem.toLower() + "-by"_L1;
        kind[0] = kind.at(0).toUpper();
        if (!kinds.contains(kind))
            kinds.append(kind);
    };
    for (auto all = pattern.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        add(match.captured(1));
        add(match.captured(2));
    }
    return kinds;
}

} // namespace lb::summary
