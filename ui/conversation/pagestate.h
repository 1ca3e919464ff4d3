// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conversation/conversation.h"

#include <QSet>

#include <vector>

namespace lb::ui
{

/// What the reader opened and closed of a page.
struct PageState {
    QSet<int> openFolds;
    QSet<int> closedSections; ///< only their heading is seen
    QSet<int> closedPeople; ///< of their mails only the first line is seen

    [[nodiscard]] bool isShown(const Conversation& page, const Item& item) const;
    /// Opens whatever hides the item.
    void reveal(const Conversation& page, const Item& item);
};

/// What was open and closed of an older page of the same thread, in the terms of the newer one.
[[nodiscard]] PageState carriedOver(const PageState& state, const Conversation& older,
                                    const Conversation& newer);
/// The item of the newer page that shows what this one of the older page does; -1 = none does.
[[nodiscard]] int sameItem(const Conversation& older, int item, const Conversation& newer);

/// A place in the text of a page.
struct PagePlace {
    int item = -1;
    int offset = 0; ///< in its text

    [[nodiscard]] bool isValid() const { return item >= 0; }
    friend auto operator<=>(const PagePlace&, const PagePlace&) = default;
};

/// From where selecting began to where it has come.
struct PageSelection {
    PagePlace anchor;
    PagePlace cursor;

    [[nodiscard]] bool isEmpty() const { return !anchor.isValid() || anchor == cursor; }
    [[nodiscard]] PagePlace first() const { return std::min(anchor, cursor); }
    [[nodiscard]] PagePlace last() const { return std::max(anchor, cursor); }
};

/// What is selected and seen, one line end between items and an empty line between paragraphs; lines of the
/// mails as they wrote them.
[[nodiscard]] QString selectedText(const Conversation& page, const std::vector<bool>& shown,
                                   const PageSelection& selection);

/// The same for answering: for each mail "On ... wrote:", its lines behind "> ", its permalink.
[[nodiscard]] QString quotedText(const Conversation& page, const std::vector<bool>& shown,
                                 const PageSelection& selection);

/// A card or a section's own text, whole: what is copied when nothing is selected.
[[nodiscard]] PageSelection passageAt(const Conversation& page, int item);

struct PageMatch {
    int item = 0;
    int start = 0;
    int length = 0;
};
inline constexpr int mostMatches = 10'000;
/// Where the page has the text, case folded; not in mails shown whole, whose lines stand elsewhere already.
/// Pure, for the pool; linear.
[[nodiscard]] std::vector<PageMatch> findInPage(const Conversation& page, const QString& text);

// Where to go from an item: an index of an item, or -1. Hidden items are found, too.
[[nodiscard]] int nextCard(const Conversation& page, const std::vector<bool>& shown, int from, int step);
[[nodiscard]] int nextNew(const Conversation& page, const std::vector<bool>& read, int from); ///< goes around
[[nodiscard]] int nextQuestion(const Conversation& page, int from); ///< goes around

} // namespace lb::ui
