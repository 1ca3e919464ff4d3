// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "thread/category.h"
#include "thread/mail.h"
#include "thread/period.h"
#include "thread/subject.h"

#include <QHash>
#include <QList>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace lb::thread
{

/// Which earlier mails of a thread its list holds (design rule 3.3).
enum class ContextRule { Ancestors, WholeThread };

inline constexpr int largeThreadMails = 20; ///< a thread of more mails is large

/// One mail in a thread's list.
struct ListedMail {
    Mail mail;
    Subject subject;
    int number = 0; ///< n, from 1: what citations use
    int parent = -1; ///< index into Listing::mails of the nearest ancestor that is in the list; -1 = none
    IdNumber parentId = 0; ///< the parent by the headers, present or not; 0 = none
    bool isNew = false; ///< dated inside the period
};

/// A mail of a thread that was written after the period: not listed, but it may end a wait for it.
struct LaterMail {
    qint64 utc = 0;
    mail::Address from;
};

/// A thread as a period shows it: the unit of tree, summary and report.
struct Listing {
    ThreadId thread;
    MessageId root; ///< Message-ID of the root mail (rule 3.4)
    int rootIndex = 0; ///< into mails; the root may be listed or, when only later mails are, the oldest
                       ///< listed stands in
    QString title;
    Category category = Category::Discussion;
    std::vector<ListedMail> mails; ///< by absolute time, then n of n/m, then Message-ID
    int people = 0; ///< distinct participants (rule 3.6)
    int newMails = 0;
    std::vector<LaterMail> later; ///< by time

    [[nodiscard]] int count() const { return static_cast<int>(mails.size()); }
    [[nodiscard]] bool isLarge() const { return count() > largeThreadMails; }
    [[nodiscard]] const Mail& first() const { return mails.front().mail; }
    [[nodiscard]] const Mail& last() const { return mails.back().mail; }
};

struct ListingOptions {
    std::optional<Period> period; ///< none = everything, all mails new
    ContextRule context = ContextRule::Ancestors;
    CategoryTable categories = shippedCategories();
};

/// Lays out threads from their mails. `mails` holds every mail of every thread concerned (rows with
/// the same `thread` belong together; any order). Threads without a new mail are left out. The result is in
/// report order: category, mails descending, last activity descending, title. Pure, no recursion.
[[nodiscard]] std::vector<Listing> listThreads(std::vector<Mail> mails, const ListingOptions& options);

/// The mails of a listing as a reply tree in reading order: indexes into Listing::mails with depths.
struct OutlineRow {
    int index = 0;
    int depth = 0;
};
[[nodiscard]] std::vector<OutlineRow> outline(const Listing& listing);

} // namespace lb::thread
