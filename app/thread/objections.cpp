// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/statements.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

constexpr qsizetype maxObjections = 5;
constexpr std::size_t maxParagraphsRead = 200;
constexpr qsizetype maxSentence = 1000;

using Regex = QRegularExpression;

/// Words by which a reviewer refuses something; each anchored to what is refused, so that talk about other
/// faults ("the old code was wrong") does not count.
const std::array<Regex, 9>& refusals()
{
    static const auto words
        = [](const QString& pattern) { return Regex(pattern, Regex::CaseInsensitiveOption); };
    static const std::array<Regex, 9> all{
        // "NAK.", "Hard NACK on this", "that's a NAK from me"
        words(uR"(^\W*((hard|strong|firm|big|huge|so|and|still|again)\W+)*(nak|nack|nacked|naked)\b)"_s),
        words(uR"(\b(a|my|is) ((hard|strong|firm|big) )?(nak|nack)\b)"_s),
        // "I don't think this is right", "I don't think that's how X works"
        words(
            uR"(\bI (really )?(don't|don’t|do not) (think|believe) ((this|that|it)( (patch|change|approach|series|fix|check))?|there)( is|'s|’s) (\w+ )?(right|correct|safe|sane|ok|okay|acceptable|justified|how|going to work|a good idea|(the|a) (right|good|correct|sensible) \w+|much (value|point)|any (value|point))\b)"_s),
        // "this looks wrong", "that patch is broken", "it seems like a bad idea", "does not seem correct"
        words(
            uR"(\b(this|that|it|(the|your|this) (patch|change|approach|fix|series|idea))( (patch|change|approach|fix|series|idea|one))? ?(is|'s|’s|looks|seems|sounds) ((like|just|plain|simply|very|completely|really|totally|fundamentally|a|an|still|all|pretty) )*(wrong|broken|bogus|incorrect|insane|unacceptable|terrible|horrible|bad idea|(not|far from) (right|correct|good|acceptable|ok))\b)"_s),
        words(
            uR"(\b(this|that|it|the patch)( (patch|change|approach|fix))? (does not|doesn't|doesn’t|do not) (seem|look|feel|sound)( to be| like)?( a| the)? (right|correct|good|sane|safe|ok)\b)"_s),
        // "this breaks userspace"
        words(
            uR"(\b(this|that|which|it|(the|your|this) (patch|change|series))( (patch|change|series|alone|really|clearly|also|will|would))* (break|breaks|regress|regresses) )"_s),
        // "I disagree", "I positively hate", "I'm not convinced", "I don't like the idea"
        words(
            uR"(\bI (strongly |really |positively |still |completely |fundamentally )?(object|disagree|hate)\b|\bI('m|’m| am) (really |still |absolutely )?(not (convinced|happy with|keen on|(a )?(big |huge |great )?fan|sure about (doing )?this)|unconvinced|against|opposed)\b|\bI (really |do )?(don't|don’t|do not) (really |particularly |much )?like\b)"_s),
        // "please don't do this", "you can't do that", "we cannot break this"
        words(
            uR"(\bplease (don't|don’t|do not) (do|add|use|introduce|make|send|apply|merge|take)\b|\b(you|we) (really |simply |just )?(can't|can’t|cannot|must not) (just |simply )?(do|break|merge|take|apply|accept) (this|that|it|these)\b)"_s),
        words(
            uR"(^(this is |definitely |really )?not (good|right|correct|acceptable)\W*$|\bconvince me\b)"_s),
    };
    return all;
}

/// Where a condition or another time makes it something else than a refusal of what was posted.
bool isConditional(QStringView before)
{
    static const Regex words(
        uR"(\b(if|unless|whether|in case|(in|for) (the )?future|next time|why|not that|used to)\b)"_s,
        Regex::CaseInsensitiveOption);
    return words.match(before).hasMatch();
}

bool objects(const QString& sentence)
{
    if (sentence.endsWith(u'?'))
        return false;
    const QString text = sentence.left(maxSentence);
    const auto& all = refusals();
    return std::any_of(all.begin(), all.end(), [&text](const Regex& words) {
        const auto match = words.match(text);
        return match.hasMatch() && !isConditional(QStringView(text).left(match.capturedStart()));
    });
}

} // namespace

QList<Statement> objectionsIn(const Reading& reading, int index, int author)
{
    if (reading.isBot(index) || !reading.mail(index).subject.isReply || reading.personOf(index) == author)
        return {};
    // Of a patch in the list its poster is known, whoever began the thread.
    const int posting = reading.postingAbove(index);
    if (posting >= 0 && reading.personOf(posting) == reading.personOf(index))
        return {};
    QList<Statement> found;
    const std::vector<Paragraph>& paragraphs = reading.paragraphs[static_cast<std::size_t>(index)];
    const std::size_t end = std::min(paragraphs.size(), maxParagraphsRead);
    for (std::size_t i = 0; i < end && found.size() < maxObjections; ++i) {
        if (paragraphs[i].isIndented)
            continue;
        const std::vector<Sentence> said = sentencesOf(reading.body(index), paragraphs[i]);
        for (const Sentence& sentence : said) {
            if (objects(sentence.text) && found.size() < maxObjections)
                found += Statement{reading.mail(index).number, shortened(sentence.text, maxQuote),
                                   sentence.firstLine, sentence.lastLine};
        }
    }
    return found;
}

} // namespace lb::thread
