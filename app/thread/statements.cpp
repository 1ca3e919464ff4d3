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
        uR"(^(now )?(applied|queued|merged|pulled|picked( up)?|pushed)( (up|this|these|it|them|both|all|patch(es)?( [0-9, &-]+)?|the (whole )?(series|set|lot)|(the )?first \w+( patches)?|by me|now|and pushed))* (to|for|into|in|as|on|onto|with) (?!top\b|my (machine|board|setup)|patch\b|the (previous|next|other) (patch|one)))"_s,
        Regex::CaseInsensitiveOption);
    static const Regex thanked(
        uR"(^(applied|queued|merged|pulled|picked up)( \w+){0,4}[,.!]* (many )?(thanks|thank you)\b)"_s,
        Regex::CaseInsensitiveOption);
    static const Regex first(
        uR"(^(ok|okay|right|great|thanks)?[,.!]? ?(i|we)( have|'ve|’ve)?( now| just| already)? (applied|queued|picked|merged|pulled|taken)( up)? (this|these|it|them|both|all|patch(es)?|up|your pull|(the )?(\w+ ){0,3}(series|patch(es)?|set|lot)\b))"_s,
        Regex::CaseInsensitiveOption);
    static const Regex doubtful(
        uR"(\?|\b(if|once|unless|not|n't|until|would|could|should|can be|cleanly|locally|suggestion|suggested|comments?|feedback|on top of|to test)\b)"_s,
        Regex::CaseInsensitiveOption);
    if (!holds(sentence, bare) && !holds(sentence, where) && !holds(sentence, thanked)
        && !holds(sentence, first))
        return false;
    return !holds(sentence, doubtful);
}

/// The fixed words of pr-tracker-bot, patchwork-bot, tip-bot2 and the stable and mm trees.
bool saysBotApplied(const QString& text)
{
    static const Regex words(
        uR"(^(this|the) (following )?(patch|series|commit|pull request|patches)\b.{0,120}?\b(was|were|has been|have been|is now|is) (applied|merged|added|queued) (in)?to )"_s,
        Regex::CaseInsensitiveOption);
    static const Regex note(uR"(^this is a note to let you know that i've just added the patch titled)"_s,
                            Regex::CaseInsensitiveOption);
    return holds(text, words) || holds(text, note);
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

bool isPosting(const ListedMail& mail)
{
    return !mail.subject.isReply && (mail.subject.isPatch || mail.subject.isRfc);
}

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

bool isBotAddress(const mail::Address& address)
{
    static const Regex mailbox(
        uR"(^(lkp@|oliver\.sang@intel|syzbot|.*\bbot\b.*@|[^@]*bot2?(\+[^@]*)?@|robot@|ci@|[^@]*-ci@|kernelci|no-?reply@|patchew))"_s,
        Regex::CaseInsensitiveOption);
    static const Regex name(
        uR"(\b(kernel test robot|test robot|syzbot|kernelci|patchwork-bot|ci bot|bot)\b)"_s,
        Regex::CaseInsensitiveOption);
    return holds(address.address.left(200), mailbox) || holds(address.name.left(200), name);
}

std::optional<Statement> appliedStatement(const Reading& reading, int index)
{
    const bool bot = reading.isBot(index);
    if (!bot && !mayApply(reading, index))
        return std::nullopt;
    // Who posts a patch may say "applied locally" of it; of his own only the note that tools write counts.
    const int posting = reading.postingAbove(index);
    const bool own = posting >= 0 && reading.personOf(posting) == reading.personOf(index);
    if (own && !bot && !isThankYouNote(reading, index))
        return std::nullopt;
    const std::vector<Paragraph>& paragraphs = reading.paragraphs[static_cast<std::size_t>(index)];
    const std::size_t end = std::min(paragraphs.size(), maxParagraphsRead);
    for (std::size_t i = 0; i < end; ++i) {
        const Paragraph& paragraph = paragraphs[i];
        if (bot && saysBotApplied(paragraph.text))
            return Statement{reading.mail(index).number, shortened(paragraph.text, maxQuote)};
        if (bot || paragraph.isListItem || paragraph.isIndented)
            continue;
        const QStringList said = sentences(paragraph.text);
        const auto found = std::find_if(said.cbegin(), said.cend(), saysApplied);
        if (found != said.cend()) {
            const QString rest = QStringList(found, said.cend()).join(u' ');
            return Statement{reading.mail(index).number, shortened(rest, maxQuote)};
        }
    }
    return std::nullopt;
}

QList<int> appliedPatches(const Reading& reading, int index)
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

bool isBotFailure(const Reading& reading, int index)
{
    if (!reading.isBot(index))
        return false;
    static const Regex fine(
        uR"(build success|did not trigger any issue|no (new )?(issues|regressions?|failures?|problems?) (were )?(found|detected)|all (tests|builds|checks) (passed|succeeded)|applied to|been merged|been applied|tests? passed)"_s,
        Regex::CaseInsensitiveOption);
    static const Regex bad(
        uR"(\b(errors?|warnings?|fail(s|ed|ure|ures)?|regressions?|broken|breaks|crash(ed|es)?|panic|oops|BUG|KASAN|found the following issue|still triggering|has found a reproducer|undefined reference|does not (build|apply|compile))\b)"_s,
        Regex::CaseInsensitiveOption);
    const mail::BodyText& body = reading.body(index);
    const QString head = body.text.left(4000);
    const QString& subject = reading.mail(index).mail.subject;
    if (holds(subject, fine) || holds(head, fine))
        return false;
    return holds(head, bad) || holds(subject, bad);
}

} // namespace lb::thread
