// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/revision.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

constexpr qsizetype mostMissing = 200;

struct Numbers {
    int number = 1;
    int total = 1;
    bool lone = true; ///< a [PATCH] without n/m
};

Numbers numbersOf(const Subject& subject)
{
    if (!subject.number || !subject.total)
        return {};
    return {std::min(*subject.number, largestSeries), std::clamp(*subject.total, 1, largestSeries), false};
}

/// A mail that posts something, with its subject taken apart.
struct Part {
    MailId row;
    ThreadId thread;
    const MessageId* id = nullptr;
    const Subject* subject = nullptr;
    const mail::Address* from = nullptr;
    qint64 utc = 0;
};

/// Answers are no postings, nor is what somebody passed on.
bool posts(const QString& text, const Subject& subject)
{
    return text.startsWith(u'[') && isPosting(subject);
}

/// Gathers the mails of one thread, which come in order of time.
class ThreadPostings
{
public:
    void add(const Part& mail)
    {
        const Subject& subject = *mail.subject;
        const Numbers numbers = numbersOf(subject);
        const QString key = mail.from->address.toCaseFolded() % u'\n' % QString::number(subject.revision)
            % u'\n' % QString::number(numbers.total);
        if (numbers.lone) {
            m_revisions.push_back(begun(mail, subject, numbers));
        } else if (const auto open = m_open.constFind(key); open != m_open.cend()) {
            Revision& revision = m_revisions[*open];
            const bool known = std::any_of(
                revision.patches.cbegin(), revision.patches.cend(),
                [&numbers](const PostedPatch& patch) { return patch.number == numbers.number; });
            if (!known) {
                revision.patches += {numbers.number, subject.title, mail.row, *mail.id};
                if (subject.isCover())
                    lead(revision, mail, subject); // dated after its patches
                return;
            }
            if (numbers.number > 1)
                return; // sent again because it got lost
            m_open.remove(key);
        }
        if (!numbers.lone) {
            m_open.insert(key, m_revisions.size());
            m_revisions.push_back(begun(mail, subject, numbers));
        }
    }

    [[nodiscard]] std::vector<Revision> take() { return std::move(m_revisions); }

private:
    static void lead(Revision& revision, const Part& mail, const Subject& subject)
    {
        revision.id = *mail.id;
        revision.row = mail.row;
        revision.isRfc = subject.isRfc;
        revision.isResend = subject.isResend;
        revision.trees = subject.trees;
        revision.sender = gitSender(*mail.id);
        revision.title = subject.isCover() || !subject.number ? subject.title : QString();
    }

    static Revision begun(const Part& mail, const Subject& subject, const Numbers& numbers)
    {
        Revision revision;
        revision.thread = mail.thread;
        revision.revision = subject.revision;
        revision.total = numbers.total;
        revision.author = *mail.from;
        revision.utc = mail.utc;
        lead(revision, mail, subject);
        revision.patches += {numbers.number, subject.title, mail.row, *mail.id};
        return revision;
    }

    std::vector<Revision> m_revisions;
    QHash<QString, std::size_t> m_open; ///< by author, revision and total
};

bool byNumber(const PostedPatch& a, const PostedPatch& b)
{
    return a.number < b.number;
}

void finish(std::vector<Revision>& revisions)
{
    for (Revision& revision : revisions) {
        std::sort(revision.patches.begin(), revision.patches.end(), byNumber);
        if (!revision.title.isEmpty())
            continue;
        // Without a cover letter the lowest number leads, whichever was sent first.
        revision.id = revision.patches.constFirst().id;
        revision.row = revision.patches.constFirst().row;
    }
    std::sort(revisions.begin(), revisions.end(), [](const Revision& a, const Revision& b) {
        return std::tie(a.utc, a.revision, a.id) < std::tie(b.utc, b.revision, b.id);
    });
}

std::vector<Revision> gathered(std::vector<Part> parts)
{
    std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
        return std::tie(a.thread, a.utc, *a.id) < std::tie(b.thread, b.utc, *b.id);
    });
    std::vector<Revision> revisions;
    ThreadPostings thread;
    const auto close = [&revisions, &thread] {
        for (Revision& revision : thread.take())
            revisions.push_back(std::move(revision));
        thread = {};
    };
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0 && !(parts[i].thread == parts[i - 1].thread))
            close();
        thread.add(parts[i]);
    }
    close();
    revisions.shrink_to_fit();
    finish(revisions);
    return revisions;
}

/// What the answers of a thread without patches say about the patches.
Revision answeredIn(const Listing& listing, const ListedMail& rootMail)
{
    const Subject& root = rootMail.subject;
    Revision revision;
    revision.thread = listing.thread;
    revision.id = rootMail.mail.id;
    revision.row = rootMail.mail.row;
    revision.revision = root.revision;
    revision.total = numbersOf(root).total;
    revision.isRfc = root.isRfc;
    revision.isResend = root.isResend;
    revision.answersOnly = true;
    revision.trees = root.trees;
    revision.utc = listing.first().date.utc;
    for (const ListedMail& listed : listing.mails) {
        const Subject& subject = listed.subject;
        const Numbers numbers = numbersOf(subject);
        const bool other
            = !subject.isPatch || subject.revision != revision.revision || numbers.total != revision.total;
        const auto same = [&numbers](const PostedPatch& p) { return p.number == numbers.number; };
        if (other || std::any_of(revision.patches.cbegin(), revision.patches.cend(), same))
            continue;
        revision.patches += {numbers.number, subject.title, {}, {}};
        if (subject.isCover() || numbers.lone)
            revision.title = subject.title;
    }
    return revision;
}

QList<IdNumber> missingAncestors(const Listing& listing)
{
    QSet<IdNumber> seen;
    for (const ListedMail& listed : listing.mails)
        seen.insert(listed.mail.number);
    QList<IdNumber> missing;
    for (const ListedMail& listed : listing.mails) {
        for (const QList<IdNumber>* ids : {&listed.mail.references, &listed.mail.inReplyTo}) {
            for (const IdNumber id : *ids) {
                if (missing.size() < mostMissing && !seen.contains(id)) {
                    seen.insert(id);
                    missing += id;
                }
            }
        }
    }
    return missing;
}

} // namespace

QList<int> Revision::missing() const
{
    std::vector<bool> seen(static_cast<std::size_t>(total) + 1, false);
    for (const PostedPatch& patch : patches) {
        if (patch.number >= 0 && patch.number <= total)
            seen[static_cast<std::size_t>(patch.number)] = true;
    }
    QList<int> numbers;
    for (int n = 1; n <= total; ++n) {
        if (!seen[static_cast<std::size_t>(n)])
            numbers += n;
    }
    return numbers;
}

bool isPosting(const Subject& subject)
{
    return !subject.isReply && (subject.isPatch || (subject.isRfc && subject.number.has_value()));
}

QString foldedTitle(const QString& title)
{
    QString letters;
    letters.reserve(title.size());
    for (const QChar c : title) {
        if (c.isLetterOrNumber())
            letters += c.toCaseFolded();
    }
    return letters;
}

QString gitSender(const MessageId& id)
{
    // "<yyyymmddhhmmss>.<pid>-<number>-<address>"
    const QByteArray& text = id.bytes;
    const auto digits = [&text](qsizetype from) {
        qsizetype end = from;
        while (end < text.size() && text.at(end) >= '0' && text.at(end) <= '9')
            ++end;
        return end;
    };
    const qsizetype time = digits(0);
    if (time != 14 || time >= text.size() || text.at(time) != '.')
        return {};
    const qsizetype pid = digits(time + 1);
    if (pid == time + 1 || pid >= text.size() || text.at(pid) != '-')
        return {};
    const qsizetype number = digits(pid + 1);
    if (number == pid + 1 || number >= text.size() || text.at(number) != '-')
        return {};
    const QByteArray address = text.sliced(number + 1);
    return address.contains('@') ? QString::fromUtf8(address).toCaseFolded() : QString();
}

std::vector<Revision> findRevisions(std::span<const SeriesMail> mails)
{
    std::vector<Subject> subjects;
    subjects.reserve(mails.size()); // pointed at
    std::vector<Part> parts;
    for (const SeriesMail& mail : mails) {
        subjects.push_back(parseSubject(mail.subject));
        if (posts(mail.subject, subjects.back()))
            parts.push_back({mail.row, mail.thread, &mail.id, &subjects.back(), &mail.from, mail.utc});
    }
    return gathered(std::move(parts));
}

std::vector<Revision> findRevisions(std::span<const Listing> listings)
{
    std::vector<Part> parts;
    for (const Listing& listing : listings) {
        for (const ListedMail& listed : listing.mails) {
            const Mail& mail = listed.mail;
            if (posts(mail.subject, listed.subject))
                parts.push_back(
                    {mail.row, listing.thread, &mail.id, &listed.subject, &mail.from, mail.date.utc});
        }
    }
    return gathered(std::move(parts));
}

std::vector<AnsweredRevision> findAnsweredRevisions(std::span<const Listing> listings)
{
    const auto isPart = [](const ListedMail& listed) { return isPosting(listed.subject); };
    std::vector<AnsweredRevision> answered;
    for (const Listing& listing : listings) {
        if (listing.mails.empty() || std::any_of(listing.mails.begin(), listing.mails.end(), isPart))
            continue;
        const ListedMail& root = listing.mails[static_cast<std::size_t>(listing.rootIndex)];
        if (!root.subject.isReply || !(root.subject.isPatch || (root.subject.isRfc && root.subject.number)))
            continue;
        Revision revision = answeredIn(listing, root);
        std::sort(revision.patches.begin(), revision.patches.end(), byNumber);
        if (!revision.patches.isEmpty())
            answered.push_back({std::move(revision), missingAncestors(listing)});
    }
    return answered;
}

} // namespace lb::thread
