// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/evaluation.h"

#include "mail/addressword.h"
#include "query/termreader.h"

#include <algorithm>
#include <array>

namespace lb::query
{

using namespace Qt::StringLiterals;
using thread::Awaiting;
using thread::FactMarks;

namespace
{

/// Shorter ones begin too many words to be looked up in time.
constexpr qsizetype shortestBeginning = 2;

/// "vgic*": what stands before the star.
QString beginningOf(const Term& term)
{
    const bool begins = !term.phrase && term.text.endsWith(u'*') && term.text.size() > shortestBeginning;
    return begins ? term.text.chopped(1) : QString();
}

Truth truth(bool holds)
{
    return holds ? Truth::Yes : Truth::No;
}

Truth both(Truth a, Truth b)
{
    return std::min(a, b);
}

Truth either(Truth a, Truth b)
{
    return std::max(a, b);
}

Truth opposite(Truth a)
{
    return a == Truth::Unknown ? a : truth(a == Truth::No);
}

/// A whole one: what begins or ends with its @ is still being typed.
bool isAddress(QStringView text)
{
    return text.contains(u'@') && !text.startsWith(u'@') && !text.endsWith(u'@') && !text.contains(u' ');
}

unsigned columnsOf(Field field)
{
    switch (field) {
    case Field::Text:
        return store::wordColumns;
    case Field::Body:
        return store::BodyColumn;
    case Field::Path:
        return store::FilesColumn;
    case Field::Trailer:
        return store::TrailersColumn;
    case Field::To:
        return store::RecipientsColumn;
    default:
        return 0;
    }
}

bool holdsFact(Flag flag, const FactMarks& facts)
{
    switch (flag) {
    case Flag::Open:
        return facts.openQuestions > 0;
    case Flag::Nack:
    case Flag::HasNack:
        return facts.refusals > 0;
    case Flag::BotFailure:
        return facts.botFailures > 0;
    case Flag::Applied:
        return facts.applied != FactMarks::Applied::No;
    case Flag::HasReview:
        return facts.reviews > 0;
    case Flag::AwaitsAuthor:
        return facts.awaiting == Awaiting::Author;
    case Flag::AwaitsReviewers:
        return facts.awaiting == Awaiting::Reviewers;
    case Flag::AwaitsMaintainer:
        return facts.awaiting == Awaiting::Maintainer;
    case Flag::AwaitsNobody:
        return facts.awaiting == Awaiting::Nobody;
    default:
        return false;
    }
}

constexpr std::array stateFlags{Flag::Unread, Flag::Starred, Flag::Muted,
                                Flag::Done,   Flag::Snoozed, Flag::HasNote};

bool isFact(Flag flag)
{
    return flag != Flag::None && flag != Flag::HasPatch
        && std::find(stateFlags.begin(), stateFlags.end(), flag) == stateFlags.end();
}

/// Some mail's time is inside.
bool hasTime(const Row& row, const Range& range)
{
    if (row.lastActivity < range.from || row.started > range.to)
        return false;
    if (range.contains(row.started) || range.contains(row.lastActivity) || row.listing == nullptr)
        return true;
    const std::vector<thread::ListedMail>& mails = row.listing->mails; // by time
    const auto first
        = std::partition_point(mails.begin(), mails.end(), [&range](const thread::ListedMail& listed) {
              return listed.mail.date.utc < range.from;
          });
    return first != mails.end() && first->mail.date.utc <= range.to;
}

bool hasTag(const Row& row, const Term& term)
{
    return row.tags != nullptr
        && std::any_of(row.tags->begin(), row.tags->end(), [&term](const QString& tag) {
               return tag.compare(term.text, Qt::CaseInsensitive) == 0;
           });
}

} // namespace

Plan::Plan(Query query, Identity me) : m_query(std::move(query))
{
    for (const QString& address : std::as_const(me.addresses)) {
        const QString folded = address.trimmed().toCaseFolded();
        if (folded.isEmpty())
            continue;
        m_addresses.append(folded);
        m_me.push_back(QString(u'\n' + folded + u'\n'));
    }
    m_leaves.reserve(m_query.terms.size());
    for (const Term& term : m_query.terms)
        m_leaves.push_back(leafOf(term));
    findWanted();
}

std::size_t Plan::textIndex(store::TextTerm term)
{
    const auto known = std::find(m_texts.begin(), m_texts.end(), term);
    if (known == m_texts.end()) {
        m_texts.push_back(std::move(term));
        return m_texts.size() - 1;
    }
    return static_cast<std::size_t>(known - m_texts.begin());
}

Plan::Leaf Plan::leafOf(const Term& term)
{
    Leaf leaf;
    const QString beginning = beginningOf(term);
    const QString text = (beginning.isEmpty() ? term.text : beginning).toCaseFolded();
    leaf.matcher = QStringMatcher(text);
    leaf.print = Fingerprint(text);
    const unsigned columns = columnsOf(term.field);
    const bool toMe = (term.field == Field::To && term.isMe()) || term.flag == Flag::AwaitsMe;
    if (toMe) {
        for (const QString& address : std::as_const(m_addresses))
            leaf.texts.push_back(textIndex({store::RecipientsColumn, mail::addressWord(address), false}));
    } else if (term.field == Field::To && isAddress(text)) {
        leaf.texts.push_back(textIndex({columns, mail::addressWord(text), false}));
    } else if (columns != 0 && hasWord(text)) {
        leaf.texts.push_back(textIndex({columns, text, !beginning.isEmpty()}));
    }
    return leaf;
}

/// From the root down: what stands behind a not is wanted where its not is unwanted.
void Plan::findWanted()
{
    std::vector<bool> open{true};
    for (auto step = m_query.steps.rbegin(); step != m_query.steps.rend(); ++step) {
        const bool wanted = open.back();
        open.pop_back();
        if (step->operation == Operation::Term) {
            m_leaves[static_cast<std::size_t>(step->term)].wanted = wanted;
        } else if (step->operation == Operation::Not) {
            open.push_back(!wanted);
        } else {
            open.push_back(wanted);
            open.push_back(wanted);
        }
    }
}

bool Plan::asksFacts() const
{
    return std::any_of(m_query.terms.begin(), m_query.terms.end(),
                       [](const Term& term) { return isFact(term.flag); });
}

bool Plan::asksState() const
{
    return m_query.asks(Field::Tag) || std::any_of(stateFlags.begin(), stateFlags.end(), [this](Flag flag) {
               return m_query.asks(flag);
           });
}

bool Plan::asksSettled() const
{
    return m_query.asks(Flag::Muted) || m_query.asks(Flag::Done);
}

bool Plan::isMine(QStringView lines) const
{
    return std::any_of(m_me.begin(), m_me.end(),
                       [lines](const QString& address) { return lines.contains(address); });
}

/// Reviewers and maintainers are not known by name: whoever took part or was addressed, without having posted
/// it, is taken for one.
Truth Plan::awaitsMe(std::size_t term, const Row& row, TextTruths texts) const
{
    if (m_me.empty())
        return Truth::No;
    if (row.facts == nullptr)
        return Truth::Unknown;
    const bool posted = isMine(row.starter);
    switch (row.facts->awaiting) {
    case Awaiting::Author:
        return truth(posted);
    case Awaiting::Nobody:
        return Truth::No;
    case Awaiting::Reviewers:
    case Awaiting::Maintainer:
        break;
    }
    if (posted)
        return Truth::No;
    Truth addressed = truth(isMine(row.senders));
    for (const std::size_t text : m_leaves[term].texts)
        addressed = either(addressed, texts[text]);
    return addressed;
}

Truth Plan::flagTruth(Flag flag, std::size_t term, const Row& row, TextTruths texts) const
{
    switch (flag) {
    case Flag::Unread:
        return truth(row.unread > 0);
    case Flag::Starred:
        return truth(row.starred);
    case Flag::Muted:
        return truth(row.muted);
    case Flag::Done:
        return truth(row.done);
    case Flag::Snoozed:
        return truth(row.snoozed);
    case Flag::HasNote:
        return truth(row.noted);
    case Flag::HasPatch:
        return truth(row.revision > 0);
    case Flag::AwaitsMe:
        return awaitsMe(term, row, texts);
    default:
        return row.facts == nullptr ? Truth::Unknown : truth(holdsFact(flag, *row.facts));
    }
}

Truth Plan::leafTruth(std::size_t index, const Row& row, TextTruths texts) const
{
    const Term& term = m_query.terms[index];
    const Leaf& leaf = m_leaves[index];
    const auto holds = [&leaf](QStringView lines, const Fingerprint* print = nullptr) {
        return (print == nullptr || print->mayHold(leaf.print)) && leaf.matcher.indexIn(lines) >= 0;
    };
    const auto inSubjects = [&] { return holds(row.subjects, row.subjectsPrint); };
    const auto inSenders = [&] { return holds(row.senders, row.sendersPrint); };
    const auto found = [&leaf, texts] {
        Truth any = Truth::No;
        for (const std::size_t text : leaf.texts)
            any = either(any, texts[text]);
        return any;
    };
    switch (term.field) {
    case Field::Text: {
        const Truth any = found(); // the cheaper question first
        return any == Truth::Yes || !(inSubjects() || inSenders()) ? any : Truth::Yes;
    }
    case Field::From:
        return truth(term.isMe() ? isMine(row.senders) : inSenders());
    case Field::Starter:
        return truth(term.isMe() ? isMine(row.starter) : holds(row.starter));
    case Field::Subject:
        return truth(inSubjects());
    case Field::To:
    case Field::Body:
    case Field::Path:
    case Field::Trailer:
        return found();
    case Field::Is:
    case Field::Has:
    case Field::Awaiting:
        return flagTruth(term.flag, index, row, texts);
    case Field::Tag:
        return truth(hasTag(row, term));
    case Field::Since:
    case Field::Until:
    case Field::During:
        return truth(hasTime(row, term.range));
    case Field::Revision:
        return truth(row.revision > 0 && term.range.contains(row.revision));
    case Field::Mails:
        return truth(term.range.contains(row.mails));
    case Field::Participants:
        return truth(term.range.contains(row.participants));
    case Field::List:
        return truth(row.list.compare(term.text, Qt::CaseInsensitive) == 0);
    }
    return Truth::No;
}

Truth Plan::evaluate(const Row& row, TextTruths texts) const
{
    std::array<Truth, mostTerms + 1> stack{};
    std::size_t top = 0;
    for (const Step& step : m_query.steps) {
        switch (step.operation) {
        case Operation::Term:
            stack[top++] = leafTruth(static_cast<std::size_t>(step.term), row, texts);
            break;
        case Operation::Not:
            stack[top - 1] = opposite(stack[top - 1]);
            break;
        case Operation::And:
            --top;
            stack[top - 1] = both(stack[top - 1], stack[top]);
            break;
        case Operation::Or:
            --top;
            stack[top - 1] = either(stack[top - 1], stack[top]);
            break;
        }
    }
    return top == 0 ? Truth::Yes : stack[0];
}

bool Plan::marks(const thread::ListedMail& listed, std::span<const store::MailSetPointer> found) const
{
    const QString subject = listed.mail.subject.toCaseFolded();
    const QString name = listed.mail.from.name.toCaseFolded();
    const QString address = listed.mail.from.address.toCaseFolded();
    const auto holds = [](const Leaf& leaf, const QString& text) { return leaf.matcher.indexIn(text) >= 0; };
    const auto isFound = [&listed, found](const Leaf& leaf) {
        return std::any_of(leaf.texts.begin(), leaf.texts.end(), [&](std::size_t text) {
            return found[text] != nullptr && found[text]->contains(listed.mail.row);
        });
    };
    for (std::size_t i = 0; i < m_leaves.size(); ++i) {
        const Term& term = m_query.terms[i];
        const Leaf& leaf = m_leaves[i];
        if (!leaf.wanted)
            continue;
        const bool asksSender = term.field == Field::Text || term.field == Field::From;
        const bool asksSubject = term.field == Field::Text || term.field == Field::Subject;
        const bool isMe = term.field == Field::From && term.isMe();
        const bool sent = isMe ? m_addresses.contains(address) : holds(leaf, name) || holds(leaf, address);
        if ((asksSender && sent) || (asksSubject && holds(leaf, subject))
            || (columnsOf(term.field) != 0 && isFound(leaf)))
            return true;
    }
    return false;
}

} // namespace lb::query
