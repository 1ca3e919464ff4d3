// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/collation.h"
#include "ui/diffreader.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace lb::ui
{

/// A part of an item's text that can be followed: by click, or by Tab and Enter.
enum class ZoneKind : quint8 {
    Url, ///< the text itself, or "mailto:" and the text
    Mail, ///< target: index of a mail
    Fold, ///< target: index of a fold
    Section, ///< target: index of a section; opens and closes it
    Chip, ///< drawn as a badge; target: index of a mail
};

struct Zone {
    int start = 0;
    int length = 0;
    ZoneKind kind = ZoneKind::Url;
    int target = -1;

    friend bool operator==(const Zone&, const Zone&) = default;
};

/// A blank of a paragraph that stands for a line end of the mail.
struct Join {
    int position = 0; ///< in the text
    QString original; ///< "\n", "\n  "

    friend bool operator==(const Join&, const Join&) = default;
};

enum class ItemKind : quint8 {
    Heading, ///< of a section: "2/4  title"
    Head, ///< of a card, or who wrote a section: name, time, [n]
    Chips, ///< reviews of a patch
    Label, ///< whose words are quoted; which file is shown
    Prose, ///< a paragraph, its lines joined
    Fixed, ///< as typed: tables, code, file lists
    Diff,
    Fold, ///< the line that opens and closes what is hidden
    Signature,
    Note, ///< the program's words
};

/// The smallest piece of the page: a heading, a paragraph, a run of diff lines. Bounded, so that laying one
/// out takes no time worth mentioning.
struct Item {
    ItemKind kind = ItemKind::Prose;
    bool quoted = false; ///< words of another mail
    bool continues = false; ///< the rest of the item before, which was too long for one
    bool isQuestion = false; ///< nobody has answered what is asked here
    int mail = 0; ///< index into Conversation::mails: in whose lines it stands
    int section = 0;
    int depth = 0; ///< as in CollatedBlock
    int card = -1; ///< -1 = a section's own text
    int fold = -1; ///< seen only while this fold is open
    int standsFor = -1; ///< seen only while this fold is closed
    int line = -1; ///< first of its lines in the mail's BodyText; -1 = not a mail's text
    QString text; ///< lines parted by QChar::LineSeparator
    std::vector<Join> joins; ///< ascending
    std::vector<Zone> zones; ///< ascending
    std::vector<DiffLine> tones; ///< of Diff: one a line

    [[nodiscard]] bool isMailText() const { return line >= 0; }
};

struct PageMail {
    MailId row;
    int number = 0; ///< n of [n]
    int parent = -1; ///< index of a mail
    int person = 0; ///< whoever has the same number is the same person
    bool isNew = false; ///< of the period
    bool read = false; ///< when the page was made
    QString sender;
    QString time; ///< the sender's, with the offset
    QString permalink; ///< empty for archives without
    int firstItem = -1; ///< Head or Heading of its first card
};

struct PageSection {
    int mail = 0;
    int firstItem = 0;
};

enum class FoldKind : quint8 {
    Files, ///< the list of changed files
    Diff, ///< lines of a patch that nobody quotes
    Quote, ///< the beginning of a long one
    WholeMail,
};

struct PageFold {
    FoldKind kind = FoldKind::Files;
    int mail = 0;
    int section = 0;
};

/// A thread as a page. Immutable once built, shared between threads.
struct Conversation {
    ThreadId thread;
    std::vector<PageMail> mails; ///< as in Listing::mails
    std::vector<PageSection> sections;
    std::vector<PageFold> folds;
    std::vector<Item> items; ///< from top to bottom
};
using ConversationPointer = std::shared_ptr<const Conversation>;

using Permalinks = std::function<QString(const MessageId&)>; ///< called on the pool

/// Makes the page of a collated thread. Pure, for the pool; linear.
[[nodiscard]] Conversation buildConversation(const thread::Material& material,
                                             const thread::Collation& collation, const thread::Facts& facts,
                                             const Permalinks& permalink);

} // namespace lb::ui
