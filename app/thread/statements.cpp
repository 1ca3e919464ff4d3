// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/statements.h"

#include "thread/people.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

using Regex = QRegularExpression;

/// Read at most this much of a mail: statements stand near the top.
constexpr std::size_t maxParagraphsRead = 200;

bool holds(const QString& text, const Regex& expression)
{
    return expression.match(text).hasMatch();
}

/// "Applied to fixes, thanks!", "Queued for 6.10.", "Merged into kvmarm/next", "Pulled, thanks".
bool saysApplied(const QString& sentence)
{
    static const Regex bare(
        uR"(^(applied|queued|merged|pulled|picked up|taken|pushed)\b(?= *[,.!;:—–-]|$))"_s,
        Regex::CaseInsensitiveOption);
    static const Regex where(
        uR"(^(now |both |provisionally |tentatively )?(applied|queued|merged|pulled|picked( up)?|pushed)( (up|this|these|it|them|both|all|patch(es)?( [0-9, &-]+)?|the (whole )?(series|set|lot)|(the )?first \w+( patches)?|by me|now|and pushed))* (to|for|into|in|as|on|onto|with) (?!top\b|my (machine|board|setup)|patch\b|the (previous|next|other) (patch|one)))"_s,
        Regex::CaseInsensitiveOption);
    static const Regex thanked(
        uR"(^(applied|queued|merged|pulled|picked up)( \w+){0,4}[,.!]* (many )?(thanks|thank you)\b)"_s,
        Regex::CaseInsensitiveOption);
    static const Regex first(
        uR"(^(ok|okay|right|great|thanks)?[,.!]? ?(i|we)( have|'ve|’ve)?( now| just| already| finally)? (applied|queued|picked|merged|pulled|taken)( up)? (this|these|it|them|both|all|patch(es)?|up|your pull|(the )?(\w+ ){0,3}(series|patch(es)?|set|lot)\b))"_s,
        Regex::CaseInsensitiveOption);
    static const Regex passive(
        uR"(^(fyi|note|btw)?[,:]? ?(this|it|these|(this|the) (series|patch)) (is|are) (now |all |already )*(applied|queued|merged)( up)? (for|in|to) )"_s,
        Regex::CaseInsensitiveOption);
    static const Regex doubtful(
        uR"(\?|\b(if|once|unless|not|n't|until|would|could|should|can be|cleanly|locally|suggestion|suggested|comments?|feedback|on top of|to test)\b)"_s,
        Regex::CaseInsensitiveOption);
    const bool says = holds(sentence, bare) || holds(sentence, where) || holds(sentence, thanked)
        || holds(sentence, first) || holds(sentence, passive);
    return says && !holds(sentence, doubtful);
}

/// The fixed words of pr-tracker-bot, patchwork-bot and tip-bot2.
bool saysBotApplied(const QString& text)
{
    static const Regex words(
        uR"(^(this|the) (following )?(patch|series|commit|pull request|patches)\b.{0,120}?\b(was|were|has been|have been|is now|is) (applied|merged|added|queued) (in)?to )"_s,
        Regex::CaseInsensitiveOption);
    static const Regex pulled(uR"(^has been merged into \S+)"_s, Regex::CaseInsensitiveOption);
    return holds(text, words) || holds(text, pulled);
}

/// The notes that the stable and mm trees send to the people of a patch.
bool saysAddedToTree(const QString& text)
{
    static const Regex note(
        uR"(^(this is a note to let you know that i('|’)ve just added the patch titled\b|the patch titled\b.{1,400}?\bhas been added to the ))"_s,
        Regex::CaseInsensitiveOption);
    return holds(text.left(1000), note);
}

/// Applied where it says nothing more exact: the first such word counts.
Fate fateOf(const QString& sentence)
{
    static const Regex word(uR"(\b(applied|picked|taken|pushed|queued|added|merged|pulled)\b)"_s,
                            Regex::CaseInsensitiveOption);
    const QString said = word.match(sentence).captured(1).toLower();
    if (said == "queued"_L1 || said == "added"_L1)
        return Fate::Queued;
    return said == "merged"_L1 || said == "pulled"_L1 ? Fate::Merged : Fate::Applied;
}

/// True where a person tells the list what was done with somebody's posting.
bool mayApply(const Reading& reading, int index)
{
    const ListedMail& mail = reading.mail(index);
    return mail.subject.isReply && (mail.subject.isPatch || mail.subject.isRfc || mail.subject.isPull);
}

/// b4 ty lists what it applied: "[1/7] title" and "commit: 1234".
bool isThankYouNote(const Reading& reading, int index)
{
    static const Regex commit(uR"(^ *(commit: [0-9a-f]{7,}|https?://\S+/c/[0-9a-f]{7,}))"_s);
    const mail::BodyText& body = reading.body(index);
    const std::size_t count = std::min<std::size_t>(body.lines.size(), 400);
    for (std::size_t i = 0; i < count; ++i) {
        if (body.lines[i].kind == mail::LineKind::Own && commit.match(body.line(body.lines[i])).hasMatch())
            return true;
    }
    return false;
}

const mail::BodyText emptyBody{};

/// See Reading::postingAbove; every mail is visited once.
std::vector<int> postingsAbove(const Listing& listing)
{
    constexpr int unknown = -2;
    std::vector<int> result(listing.mails.size(), unknown);
    std::vector<std::size_t> path;
    for (std::size_t start = 0; start < result.size(); ++start) {
        path.clear();
        int at = static_cast<int>(start);
        int answer = -1;
        while (at >= 0) {
            const auto index = static_cast<std::size_t>(at);
            if (result[index] != unknown) {
                answer = result[index];
                break;
            }
            result[index] = -1; // a loop that nobody cut ends here
            path.push_back(index);
            if (isPosting(listing.mails[index])) {
                answer = at;
                break;
            }
            at = listing.mails[index].parent;
        }
        for (const std::size_t index : path)
            result[index] = answer;
    }
    return result;
}

} // namespace

Reading::Reading(const Material& what) : material(what)
{
    std::vector<mail::Address> senders;
    for (int i = 0; i < count(); ++i) {
        paragraphs.push_back(ownParagraphs(body(i)));
        senders.push_back(mail(i).mail.from);
        bot.push_back(isBotAddress(senders.back()));
    }
    person = people(senders);
    posting = postingsAbove(material.listing);
}

const mail::BodyText& Reading::body(int index) const
{
    const auto at = static_cast<std::size_t>(index);
    return at < material.bodies.size() ? material.bodies[at] : emptyBody;
}

bool isPosting(const ListedMail& mail)
{
    return !mail.subject.isReply && (mail.subject.isPatch || mail.subject.isRfc);
}

bool isBotAddress(const mail::Address& address)
{
    static const Regex mailbox(
        uR"(^(lkp@|oliver\.sang@intel|syzbot|[^@]*\bbot\b|[^@]*bot2?(\+[^@]*)?@|robot@|ci@|[^@]*-ci@|ci_notify@|cki-project@|lkft@|kernelci|no-?reply@|patchew|patchwork@))"_s,
        Regex::CaseInsensitiveOption);
    static const Regex name(
        uR"(\b(kernel test robot|test robot|syzbot|kernelci|patchwork-bot|ci bot|bot|kernel functional testing)\b)"_s,
        Regex::CaseInsensitiveOption);
    return holds(address.address.left(200), mailbox) || holds(address.name.left(200), name);
}

namespace
{

/// The patches that a note of thanks lists as applied ("[1/7] title").
QList<int> listedPatches(const Reading& reading, int index)
{
    static const Regex entry(uR"(^ {0,4}\[(\d{1,4})/\d{1,4}\] \S)"_s);
    QList<int> patches;
    const mail::BodyText& body = reading.body(index);
    for (std::size_t i = 0; i < body.lines.size() && i < 2000; ++i) {
        if (body.lines[i].kind != mail::LineKind::Own)
            continue;
        const auto match = entry.match(body.line(body.lines[i]).left(200));
        if (!match.hasMatch())
            continue;
        const int patch = match.capturedView(1).toInt();
        const auto at = std::lower_bound(patches.begin(), patches.end(), patch);
        if (at == patches.end() || *at != patch)
            patches.insert(at, patch);
    }
    return patches;
}

/// "patch 3", "patches 1-3", "patch #2": the numbers that a sentence names.
QList<int> namedPatches(const QString& sentence)
{
    static const Regex range(uR"(\bpatch(?:es)? #?(\d{1,3})(?: ?(?:-|–|to|through) ?#?(\d{1,3}))?\b)"_s,
                             Regex::CaseInsensitiveOption);
    QList<int> patches;
    const auto match = range.match(sentence);
    if (match.hasMatch()) {
        const int first = match.capturedView(1).toInt();
        const int last = match.capturedView(2).isEmpty() ? first : match.capturedView(2).toInt();
        for (int patch = first; patch > 0 && patch <= last; ++patch)
            patches += patch;
    }
    return patches;
}

AppliedStatement applied(const Reading& reading, int index, const Sentence& said, Fate fate)
{
    AppliedStatement statement;
    statement.mail = reading.mail(index).number;
    statement.quote = shortened(said.text, maxQuote);
    statement.line = said.firstLine;
    statement.lastLine = said.lastLine;
    statement.fate = fate;
    statement.patches = listedPatches(reading, index);
    if (statement.patches.isEmpty())
        statement.patches = namedPatches(statement.quote);
    return statement;
}

} // namespace

std::optional<AppliedStatement> appliedStatement(const Reading& reading, int index)
{
    const bool bot = reading.isBot(index);
    const bool person = !bot && mayApply(reading, index);
    // Who posts a patch may say "applied locally" of it; of his own only the note that tools write counts.
    const int posting = reading.postingAbove(index);
    const bool own = posting >= 0 && reading.personOf(posting) == reading.personOf(index);
    const bool maySay = person && (!own || isThankYouNote(reading, index));
    const std::vector<Paragraph>& paragraphs = reading.paragraphs[static_cast<std::size_t>(index)];
    const std::size_t end = std::min(paragraphs.size(), maxParagraphsRead);
    for (std::size_t i = 0; i < end; ++i) {
        const Paragraph& paragraph = paragraphs[i];
        const Sentence whole{paragraph.text, paragraph.firstLine, paragraph.lastLine};
        if (bot && saysBotApplied(paragraph.text))
            return applied(reading, index, whole, fateOf(paragraph.text));
        if (!reading.mail(index).subject.isReply && saysAddedToTree(paragraph.text))
            return applied(reading, index, whole, Fate::Queued);
        if (!maySay || paragraph.isListItem || paragraph.isIndented)
            continue;
        const std::vector<Sentence> said = sentencesOf(reading.body(index), paragraph);
        const auto found
            = std::find_if(said.begin(), said.end(), [](const Sentence& s) { return saysApplied(s.text); });
        if (found != said.end()) {
            QStringList rest;
            for (auto sentence = found; sentence != said.end(); ++sentence)
                rest += sentence->text;
            return applied(reading, index, {rest.join(u' '), found->firstLine, said.back().lastLine},
                           fateOf(found->text));
        }
    }
    return std::nullopt;
}

namespace
{

/// The line of a program's report that names the failure; -1 = there is none such.
int failureLine(const mail::BodyText& body)
{
    static const Regex failure(
        uR"(error:|warning:|undefined reference|BUG:|WARNING:|KASAN|panic|\bFAIL\b)"_s);
    const std::size_t count = std::min<std::size_t>(body.lines.size(), 400);
    for (std::size_t i = 0; i < count; ++i) {
        if (failure.match(body.line(body.lines[i]).left(400)).hasMatch())
            return static_cast<int>(i);
    }
    return -1;
}

BotReport report(const Reading& reading, int index, bool failed)
{
    BotReport result;
    const mail::BodyText& body = reading.body(index);
    const std::vector<Paragraph>& paragraphs = reading.paragraphs[static_cast<std::size_t>(index)];
    result.mail = reading.mail(index).number;
    result.failed = failed;
    result.line = failed ? failureLine(body) : -1;
    if (result.line >= 0) {
        QStringView text = body.line(body.lines[static_cast<std::size_t>(result.line)]).left(400).trimmed();
        while (text.startsWith(u'>'))
            text = text.sliced(1).trimmed();
        result.quote = shortened(text.toString(), maxQuote);
        result.lastLine = result.line;
        return result;
    }
    const auto told = std::find_if(paragraphs.begin(), paragraphs.end(),
                                   [](const Paragraph& p) { return isInformative(p); });
    if (told != paragraphs.end()) {
        result.quote = shortened(told->text, maxQuote);
        result.line = told->firstLine;
        result.lastLine = told->lastLine;
    }
    return result;
}

} // namespace

std::optional<BotReport> botReport(const Reading& reading, int index)
{
    if (!reading.isBot(index) || appliedStatement(reading, index))
        return std::nullopt;
    static const Regex fine(
        uR"(build success|did not trigger any issue|no (new )?(issues|regressions?|failures?|problems?) (were )?(found|detected)|all (tests|builds|checks) (passed|succeeded)|tests? passed)"_s,
        Regex::CaseInsensitiveOption);
    static const Regex neither(
        uR"(syzbot (has bisected|suspects)|auto-closing|been (merged|applied|queued|added) (in)?to\b)"_s,
        Regex::CaseInsensitiveOption);
    static const Regex bad(
        uR"(\b(errors?|warnings?|fail(s|ed|ure|ures)?|regressions?|broken|breaks|crash(ed|es)?|panic|oops|BUG|KASAN|found the following issue|still triggering|has found a reproducer|undefined reference|does not (build|apply|compile))\b)"_s,
        Regex::CaseInsensitiveOption);
    const QString head = reading.body(index).text.left(4000);
    const QString subject = reading.mail(index).mail.subject.left(1000);
    if (holds(subject, neither) || holds(head, neither))
        return std::nullopt;
    if (holds(subject, fine) || holds(head, fine))
        return report(reading, index, false);
    if (holds(head, bad) || holds(subject, bad))
        return report(reading, index, true);
    return std::nullopt;
}

} // namespace lb::thread
