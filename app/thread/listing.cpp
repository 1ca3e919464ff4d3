// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/listing.h"

#include "thread/people.h"
#include "thread/replygraph.h"
#include "thread/sharedtexts.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace lb::thread
{

namespace
{

constexpr auto unnumbered = std::numeric_limits<int>::max();

/// The mails of one thread in order, with what its listing is made from.
struct WholeThread {
    std::vector<Mail> mails;
    std::vector<Subject> subjects;
};

bool sameThread(const Mail& a, const Mail& b)
{
    return a.thread == b.thread;
}

/// Of mails with one Message-ID only the first to be stored stays; the others are variants.
void dropVariants(std::vector<Mail>& mails)
{
    QHash<IdNumber, std::size_t> kept;
    std::size_t end = 0;
    for (std::size_t i = 0; i < mails.size(); ++i) {
        const auto place = kept.constFind(mails[i].number);
        if (place != kept.cend()) {
            Mail& first = mails[*place];
            first.hasVariant = first.hasVariant || first.contentHash != mails[i].contentHash;
            continue;
        }
        kept.insert(mails[i].number, end);
        if (end != i)
            mails[end] = std::move(mails[i]);
        ++end;
    }
    mails.resize(end);
}

/// Orders by absolute time, then n of n/m, then Message-ID (rule 3.1).
WholeThread ordered(std::vector<Mail> mails)
{
    std::sort(mails.begin(), mails.end(), [](const Mail& a, const Mail& b) {
        return std::tie(a.row, a.number, a.contentHash) < std::tie(b.row, b.number, b.contentHash);
    });
    dropVariants(mails);
    std::vector<Subject> subjects;
    subjects.reserve(mails.size());
    SharedTexts texts;
    for (Mail& mail : mails) {
        subjects.push_back(parseSubject(mail.subject));
        texts.share(mail, subjects.back());
    }

    struct Place {
        qint64 utc;
        int number;
        std::size_t index;
    };
    std::vector<Place> order;
    order.reserve(mails.size());
    for (std::size_t i = 0; i < mails.size(); ++i)
        order.push_back({mails[i].date.utc, subjects[i].number.value_or(unnumbered), i});
    std::sort(order.begin(), order.end(), [&mails](const Place& a, const Place& b) {
        if (a.utc != b.utc)
            return a.utc < b.utc;
        if (a.number != b.number)
            return a.number < b.number;
        const Mail& mailA = mails[a.index];
        const Mail& mailB = mails[b.index];
        return std::tie(mailA.id, mailA.number) < std::tie(mailB.id, mailB.number);
    });

    WholeThread thread;
    thread.mails.reserve(order.size());
    thread.subjects.reserve(order.size());
    for (const Place& place : order) {
        thread.mails.push_back(std::move(mails[place.index]));
        thread.subjects.push_back(std::move(subjects[place.index]));
    }
    return thread;
}

/// Rule 3.4: the cover letter if there is one, else the mail without a parent, else the oldest.
/// `end` = the mails before it count.
int rootOf(const WholeThread& thread, const ReplyGraph& graph, std::size_t end)
{
    int cover = -1;
    int orphan = -1;
    for (std::size_t i = 0; i < end; ++i) {
        const int index = static_cast<int>(i);
        const Subject& subject = thread.subjects[i];
        const bool isOrphan = graph.parentId(index) == 0;
        if (subject.isCover() && !subject.isReply) {
            // Of several covers (a revision posted as a reply to the one before) the first that answers
            // nothing.
            if (cover < 0 || (isOrphan && graph.parentId(cover) != 0))
                cover = index;
        }
        if (isOrphan && orphan < 0)
            orphan = index;
    }
    if (cover >= 0)
        return cover;
    return orphan >= 0 ? orphan : 0;
}

int countPeople(const std::vector<ListedMail>& mails)
{
    std::vector<mail::Address> senders;
    senders.reserve(mails.size());
    for (const ListedMail& listed : mails)
        senders.push_back(listed.mail.from);
    const std::vector<int> numbers = people(senders);
    return numbers.empty() ? 0 : 1 + *std::max_element(numbers.begin(), numbers.end());
}

/// Which mails the list shows; all false if the thread has no new mail.
std::vector<bool> chosen(const WholeThread& thread, const ReplyGraph& graph, const ListingOptions& options,
                         std::size_t end)
{
    std::vector<bool> marked(thread.mails.size(), false);
    bool any = false;
    for (std::size_t i = 0; i < end; ++i) {
        marked[i] = !options.period || options.period->contains(thread.mails[i].date.utc);
        any = any || marked[i];
    }
    if (!any)
        return marked;
    if (options.context == ContextRule::Ancestors)
        graph.markAncestors(marked);
    for (std::size_t i = 0; i < marked.size(); ++i)
        marked[i] = i < end && (marked[i] || options.context == ContextRule::WholeThread);
    return marked;
}

std::optional<Listing> listThread(std::vector<Mail> mails, const ListingOptions& options)
{
    WholeThread thread = ordered(std::move(mails));
    // What was written after the period is neither new nor background.
    std::size_t end = thread.mails.size();
    while (options.period && end > 0 && thread.mails[end - 1].date.utc >= options.period->endSecond())
        --end;
    const ReplyGraph graph(thread.mails);
    const std::vector<bool> marked = chosen(thread, graph, options, end);
    if (std::find(marked.begin(), marked.end(), true) == marked.end())
        return std::nullopt;

    const int root = rootOf(thread, graph, end);
    const auto rootAt = static_cast<std::size_t>(root);
    const std::vector<int> above = graph.nearestMarked(marked);
    Listing listing;
    listing.thread = thread.mails[rootAt].thread;
    listing.root = thread.mails[rootAt].id;
    listing.title = thread.subjects[rootAt].withoutReply;
    listing.category = categorise(options.categories, thread.subjects[rootAt], thread.mails[rootAt].from);

    listing.mails.reserve(static_cast<std::size_t>(std::count(marked.begin(), marked.end(), true)));
    std::vector<int> place(marked.size(), -1);
    for (std::size_t i = 0; i < end; ++i) {
        if (!marked[i])
            continue;
        place[i] = listing.count();
        ListedMail& listed = listing.mails.emplace_back();
        listed.number = listing.count();
        listed.parent = above[i]; // still an index into the whole thread
        listed.parentId = graph.parentId(static_cast<int>(i));
        listed.isNew = !options.period || options.period->contains(thread.mails[i].date.utc);
        listing.newMails += listed.isNew ? 1 : 0;
        listed.mail = std::move(thread.mails[i]);
        listed.subject = std::move(thread.subjects[i]);
    }
    for (std::size_t i = end; i < thread.mails.size(); ++i)
        listing.later.push_back({thread.mails[i].date.utc, thread.mails[i].from});
    for (ListedMail& listed : listing.mails)
        listed.parent = listed.parent < 0 ? -1 : place[static_cast<std::size_t>(listed.parent)];
    listing.rootIndex = std::max(0, place[rootAt]);
    listing.people = countPeople(listing.mails);
    return listing;
}

bool inReportOrder(const Listing& a, const Listing& b)
{
    if (a.category != b.category)
        return a.category < b.category;
    if (a.mails.size() != b.mails.size())
        return a.mails.size() > b.mails.size();
    if (a.last().date.utc != b.last().date.utc)
        return a.last().date.utc > b.last().date.utc;
    return std::tie(a.title, a.root) < std::tie(b.title, b.root);
}

} // namespace

std::vector<Listing> listThreads(std::vector<Mail> mails, const ListingOptions& options)
{
    // Threads are told apart by index lists: moving mails once is all that is needed.
    std::vector<std::size_t> order(mails.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&mails](std::size_t a, std::size_t b) {
        return std::tie(mails[a].thread, a) < std::tie(mails[b].thread, b);
    });
    std::vector<Listing> listings;
    std::vector<Mail> thread;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (!thread.empty() && !sameThread(thread.back(), mails[order[i]])) {
            if (auto listing = listThread(std::move(thread), options))
                listings.push_back(std::move(*listing));
            thread = {};
        }
        thread.push_back(std::move(mails[order[i]]));
    }
    if (!thread.empty()) {
        if (auto listing = listThread(std::move(thread), options))
            listings.push_back(std::move(*listing));
    }
    std::sort(listings.begin(), listings.end(), inReportOrder);
    return listings;
}

std::vector<OutlineRow> outline(const Listing& listing)
{
    const std::size_t count = listing.mails.size();
    std::vector<int> order(count);
    for (std::size_t i = 0; i < count; ++i)
        order[i] = static_cast<int>(i);
    // Brothers: the parts of a series by revision and n, before replies by time. The root stands first of
    // all.
    const auto key = [&listing](int index) {
        const ListedMail& listed = listing.mails[static_cast<std::size_t>(index)];
        const Subject& subject = listed.subject;
        const bool part = !subject.isReply && subject.number.value_or(0) > 0;
        return std::tuple(listed.parent, index != listing.rootIndex, !part, part ? subject.revision : 0,
                          part ? *subject.number : 0, index);
    };
    std::sort(order.begin(), order.end(), [&key](int a, int b) { return key(a) < key(b); });

    // children of p are order[firstChild[p + 1] .. firstChild[p + 2])
    std::vector<std::size_t> firstChild(count + 2, 0);
    for (const ListedMail& listed : listing.mails) {
        const int slot = listed.parent + 2; // of no parent 1
        ++firstChild[static_cast<std::size_t>(slot)];
    }
    for (std::size_t i = 1; i < firstChild.size(); ++i)
        firstChild[i] += firstChild[i - 1];

    std::vector<OutlineRow> rows;
    rows.reserve(count);
    std::vector<OutlineRow> open;
    const auto pushChildren = [&](int parent, int depth) {
        const int before = parent + 1;
        const auto slot = static_cast<std::size_t>(before);
        for (std::size_t i = firstChild[slot + 1]; i > firstChild[slot]; --i)
            open.push_back({order[i - 1], depth});
    };
    pushChildren(-1, 0);
    while (!open.empty()) {
        const OutlineRow row = open.back();
        open.pop_back();
        rows.push_back(row);
        pushChildren(row.index, row.depth + 1);
    }
    return rows;
}

} // namespace lb::thread
