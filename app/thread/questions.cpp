// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/statements.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;
using lb::mail::LineKind;

namespace lb::thread
{

namespace
{

constexpr qsizetype maxQuestions = 50;
constexpr qsizetype keyLength = 24;
constexpr qsizetype fewestLetters = 12;

bool isQuestion(const QString& sentence)
{
    QStringView text = sentence;
    while (!text.isEmpty() && QStringView(u"\"')]”’").contains(text.back()))
        text.chop(1);
    return text.endsWith(u'?') || text.endsWith(u'？');
}

/// What stays of a question when it is quoted, wrapped anew or cut at its front: the letters before its end.
QString tail(const QString& sentence)
{
    QString letters;
    for (const QChar c : sentence) {
        if (c.isLetterOrNumber())
            letters += c.toCaseFolded();
    }
    return letters.right(keyLength);
}

qsizetype letterCount(const QString& sentence)
{
    return std::count_if(sentence.begin(), sentence.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

/// "Right?", "No?", "Makes sense?" ask for nothing; a few CJK characters do.
bool asksSomething(const QString& sentence)
{
    const bool cjk
        = std::any_of(sentence.begin(), sentence.end(), [](QChar c) { return c.unicode() >= 0x2e80; });
    return cjk ? letterCount(sentence) >= 5
               : letterCount(sentence) >= fewestLetters && sentence.count(u' ') >= 2;
}

/// Where the questions of quoted text are found again: tail -> the last mail that quotes it and says
/// something.
QHash<QString, int> quotedQuestions(const Reading& reading)
{
    QHash<QString, int> last;
    for (int i = 0; i < reading.count(); ++i) {
        if (reading.paragraphs[static_cast<std::size_t>(i)].empty())
            continue;
        const mail::BodyText& body = reading.body(i);
        QString block;
        int depth = 0;
        const auto flush = [&] {
            const QStringList parts = sentences(block);
            for (const QString& sentence : parts) {
                if (isQuestion(sentence))
                    last.insert(tail(sentence), i);
            }
            block.clear();
        };
        for (const mail::BodyLine& line : body.lines) {
            const bool quote = line.kind == LineKind::Quote;
            const QStringView text = body.line(line).trimmed();
            if (!quote || line.depth != depth || text.isEmpty())
                flush();
            if (quote && !text.isEmpty()) {
                depth = line.depth;
                block += text % u' ';
            }
        }
        flush();
    }
    return last;
}

/// From patches only what an RFC asks: commit messages argue with questions.
bool mayAsk(const Reading& reading, int index)
{
    const Subject& subject = reading.mail(index).subject;
    return !reading.isBot(index) && !subject.isPull && (subject.isReply || !subject.isPatch || subject.isRfc);
}

/// The mails that somebody answered without quoting anything: which question was answered cannot be told.
std::vector<bool> answeredWithoutQuotes(const Reading& reading)
{
    std::vector<bool> answered(static_cast<std::size_t>(reading.count()), false);
    for (int i = 0; i < reading.count(); ++i) {
        const int parent = reading.mail(i).parent;
        if (parent < 0 || reading.isBot(i) || reading.personOf(i) == reading.personOf(parent))
            continue;
        const auto& lines = reading.body(i).lines;
        if (std::none_of(lines.begin(), lines.end(),
                         [](const auto& line) { return line.kind == LineKind::Quote; }))
            answered[static_cast<std::size_t>(parent)] = true;
    }
    return answered;
}

/// The index of the newest posting's first mail: what was asked before it was asked of an older revision.
int newestPosting(const Reading& reading)
{
    int newest = 0;
    int revision = 0;
    for (int i = 0; i < reading.count(); ++i) {
        const Subject& subject = reading.mail(i).subject;
        if (!subject.isReply && subject.isPatch && subject.revision > revision) {
            if (revision > 0)
                newest = i;
            revision = subject.revision;
        }
    }
    return newest;
}

} // namespace

QList<Statement> openQuestions(const Reading& reading)
{
    const QHash<QString, int> quoted = quotedQuestions(reading);
    const std::vector<bool> answered = answeredWithoutQuotes(reading);
    QList<Statement> open;
    for (int i = newestPosting(reading); i < reading.count() && open.size() < maxQuestions; ++i) {
        if (!mayAsk(reading, i) || answered[static_cast<std::size_t>(i)])
            continue;
        for (const Paragraph& paragraph : reading.paragraphs[static_cast<std::size_t>(i)]) {
            if (paragraph.isIndented || (!paragraph.text.contains(u'?') && !paragraph.text.contains(u'？')))
                continue;
            const QStringList parts = sentences(paragraph.text);
            for (const QString& sentence : parts) {
                if (isQuestion(sentence) && asksSomething(sentence) && quoted.value(tail(sentence), -1) <= i
                    && open.size() < maxQuestions)
                    open += Statement{reading.mail(i).number, shortened(sentence, maxQuote)};
            }
        }
    }
    return open;
}

} // namespace lb::thread
