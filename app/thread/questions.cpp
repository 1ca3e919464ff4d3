// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/answers.h"
#include "thread/people.h"
#include "thread/statements.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using lb::mail::LineKind;

namespace lb::thread
{

namespace
{

constexpr qsizetype maxQuestions = 200;
constexpr qsizetype fewestLetters = 12;
constexpr qsizetype fewestWords = 3;
constexpr int passageLines = 8; ///< an answer so near may be to the question beside

/// Ends with a question mark of its own: one that is put in somebody else's mouth ("as he said, "why?"") asks
/// nothing, nor does "really?!".
bool isQuestion(const QString& sentence)
{
    QStringView text = sentence;
    bool inQuotes = false;
    while (!text.isEmpty() && QStringView(u"\"')]”’*_").contains(text.back())) {
        inQuotes = inQuotes || text.back() == u'"' || text.back() == u'”';
        text.chop(1);
    }
    if (!text.endsWith(u'?') && !text.endsWith(u'？'))
        return false;
    const bool startsQuoted = text.startsWith(u'"') || text.startsWith(u'“');
    return (!inQuotes || startsQuoted) && !text.contains(u"!?") && !text.contains(u"?!")
        && !text.endsWith(u" ??"); // an unknown symbol in a backtrace
}

/// "Right?", "No?", "Makes sense?" ask for nothing; a few CJK characters do. Numbers and "??" of a log are no
/// words.
bool asksSomething(const QString& sentence)
{
    const bool cjk
        = std::any_of(sentence.begin(), sentence.end(), [](QChar c) { return c.unicode() >= 0x2e80; });
    const auto letters
        = std::count_if(sentence.begin(), sentence.end(), [](QChar c) { return c.isLetterOrNumber(); });
    if (cjk)
        return letters >= 5;
    const auto words = QStringView(sentence).split(u' ');
    const auto plain = std::count_if(words.begin(), words.end(), [](QStringView word) {
        while (!word.isEmpty() && !word.back().isLetter())
            word.chop(1);
        return word.size() > 1 && std::all_of(word.begin(), word.end(), [](QChar c) {
                   return c.isLetter() || c == u'\'' || c == u'’' || c == u'-' || c == u'_';
               });
    });
    return letters >= fewestLetters && plain >= fewestWords;
}

/// "Is it safe? Yes, because ...": asked to be answered by oneself.
bool answersItself(const QString& next)
{
    static const QRegularExpression reply(uR"(^(yes|no|nope|yep|because|of course|well, (yes|no))\b)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return reply.match(next).hasMatch();
}

/// From patches only what an RFC asks: commit messages argue with questions.
bool mayAsk(const Reading& reading, int index)
{
    const Subject& subject = reading.mail(index).subject;
    return !reading.isBot(index) && !subject.isPull && (subject.isReply || !subject.isPatch || subject.isRfc);
}

/// Finds whom a question is put to.
class Addressees
{
public:
    Addressees(const Reading& reading, const Collation& collation)
        : m_reading(reading), m_collation(collation)
    {
        for (int i = 0; i < reading.count(); ++i) {
            const int person = reading.personOf(i);
            if (reading.isBot(i)
                || (static_cast<std::size_t>(person) < m_mailOf.size()
                    && m_mailOf[static_cast<std::size_t>(person)] >= 0))
                continue;
            m_mailOf.resize(std::max(m_mailOf.size(), static_cast<std::size_t>(person) + 1), -1);
            m_mailOf[static_cast<std::size_t>(person)] = i;
        }
    }

    [[nodiscard]] mail::Address of(int index, const Sentence& question) const
    {
        if (const std::optional<mail::Address> named = calledByName(index, question.text))
            return *named;
        if (const int owner = ownerOfQuoteAbove(index, question.firstLine); owner >= 0)
            return m_reading.mail(owner).mail.from;
        // Where nothing is quoted: whoever the mail answers.
        int at = m_reading.mail(index).parent;
        for (int step = 0; at >= 0 && step < maxSteps; ++step) {
            if (m_reading.personOf(at) != m_reading.personOf(index))
                return m_reading.mail(at).mail.from;
            at = m_reading.mail(at).parent;
        }
        return {};
    }

private:
    static constexpr int maxSteps = 100;

    /// "Eric, was there ...?", "@Eric, ...": somebody who writes in the thread, or any name after an "@".
    [[nodiscard]] std::optional<mail::Address> calledByName(int index, const QString& sentence) const
    {
        static const QRegularExpression start(
            uR"(^(@?)(\p{Lu}[\p{L}'-]{1,30})(?: \p{Lu}[\p{L}'-]{1,30})?[,:] )"_s);
        const auto match = start.match(sentence);
        if (!match.hasMatch())
            return std::nullopt;
        const QString first = match.captured(2);
        for (const int mail : m_mailOf) {
            if (mail < 0 || m_reading.personOf(mail) == m_reading.personOf(index))
                continue;
            if (shownName(m_reading.mail(mail).mail.from).section(u' ', 0, 0) == first)
                return m_reading.mail(mail).mail.from;
        }
        if (match.capturedView(1).isEmpty())
            return std::nullopt;
        return mail::Address{first, {}};
    }

    [[nodiscard]] int ownerOfQuoteAbove(int index, int line) const
    {
        const auto at = static_cast<std::size_t>(index);
        if (at >= m_collation.origins.size())
            return -1;
        const std::vector<Origin>& origins = m_collation.origins[at];
        const mail::BodyText& body = m_reading.body(index);
        for (int i = std::min(line, static_cast<int>(origins.size())) - 1; i >= 0; --i) {
            const auto l = static_cast<std::size_t>(i);
            if (body.lines[l].kind != LineKind::Quote || !origins[l].isKnown())
                continue;
            const int owner = origins[l].mail;
            return m_reading.personOf(owner) != m_reading.personOf(index) ? owner : -1;
        }
        return -1;
    }

    const Reading& m_reading;
    const Collation& m_collation;
    std::vector<int> m_mailOf; ///< of each person the first mail
};

/// A mail program broke the line out of a quote: somebody else's words.
bool isBrokenQuote(const Collation& collation, int index, int line)
{
    const auto mail = static_cast<std::size_t>(index);
    const auto at = static_cast<std::size_t>(line);
    return mail < collation.origins.size() && at < collation.origins[mail].size()
        && collation.origins[mail][at].isKnown() && collation.origins[mail][at].mail != index;
}

/// True when somebody answers what stands beside the question in the same run of own lines.
bool isAnsweredBeside(const Reading& reading, const Answers& answers, int index, const Sentence& question)
{
    const std::vector<mail::BodyLine>& lines = reading.body(index).lines;
    const auto own = [&lines](int line) {
        return line >= 0 && line < static_cast<int>(lines.size())
            && lines[static_cast<std::size_t>(line)].kind == LineKind::Own;
    };
    int first = question.firstLine;
    while (question.firstLine - first < passageLines && own(first - 1))
        --first;
    int last = question.lastLine;
    while (last - question.lastLine < passageLines && own(last + 1))
        ++last;
    return answers.answered(index, first, last) >= 0;
}

void settle(Question& question, const Reading& reading, const Answers& answers, const Answering& answering,
            const Sentence& sentence)
{
    const int index = question.mail - 1;
    if (const int by = answers.answered(index, sentence.firstLine, sentence.lastLine); by >= 0) {
        question.state = QuestionState::Answered;
        question.answeredBy = reading.mail(by).number;
        return;
    }
    const bool moot = index < answering.newestPosting || index < answering.settled;
    if (moot || answers.answeredAtLarge(index)
        || answers.answeredFarBelow(index, sentence.firstLine, sentence.lastLine)
        || isAnsweredBeside(reading, answers, index, sentence))
        question.state = QuestionState::Unclear;
}

/// Those sentences of a paragraph that ask somebody something.
std::vector<Sentence> questionsOf(const mail::BodyText& body, const Paragraph& paragraph)
{
    std::vector<Sentence> asking;
    if (paragraph.isIndented || (!paragraph.text.contains(u'?') && !paragraph.text.contains(u'？')))
        return asking;
    const std::vector<Sentence> parts = sentencesOf(body, paragraph);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool byOneself = i + 1 < parts.size() && answersItself(parts[i + 1].text);
        if (isQuestion(parts[i].text) && asksSomething(parts[i].text) && !byOneself)
            asking.push_back(parts[i]);
    }
    return asking;
}

} // namespace

QList<Question> questionsIn(const Reading& reading, const Answering& answering)
{
    const Answers answers(reading, answering.collation);
    const Addressees addressees(reading, answering.collation);
    QList<Question> found;
    for (int i = 0; i < reading.count(); ++i) {
        if (!mayAsk(reading, i))
            continue;
        for (const Paragraph& paragraph : reading.paragraphs[static_cast<std::size_t>(i)]) {
            const std::vector<Sentence> asking = questionsOf(reading.body(i), paragraph);
            for (const Sentence& sentence : asking) {
                if (isBrokenQuote(answering.collation, i, sentence.lastLine))
                    continue;
                if (found.size() >= maxQuestions)
                    return found;
                Question question;
                question.mail = reading.mail(i).number;
                question.quote = shortened(sentence.text, maxQuote);
                question.line = sentence.firstLine;
                question.lastLine = sentence.lastLine;
                question.to = addressees.of(i, sentence);
                settle(question, reading, answers, answering, sentence);
                found += question;
            }
        }
    }
    return found;
}

} // namespace lb::thread
