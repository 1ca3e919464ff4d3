// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/fingerprint.h"
#include "query/query.h"
#include "store/textterm.h"
#include "thread/facts.h"

#include <QStringList>
#include <QStringMatcher>

#include <span>
#include <vector>

namespace lb::query
{

/// Unknown: the library has not answered yet, or the thread's facts are not established. What is unknown is
/// not shown, whether it was asked for or asked to be absent.
enum class Truth : quint8 { No, Unknown, Yes };

/// Who "me" is.
struct Identity {
    QStringList addresses; ///< empty = not known: nothing is from me
    friend bool operator==(const Identity&, const Identity&) = default;
};

/// A thread as conditions see it. Views and pointers belong to the caller.
struct Row {
    QStringView subjects; ///< case-folded lines, each once, each between line ends: "\nv2 fix\nfix\n"
    QStringView senders; ///< names and addresses, the same way
    QStringView starter; ///< of the first mail, the same way
    const Fingerprint* subjectsPrint = nullptr; ///< null = not made
    const Fingerprint* sendersPrint = nullptr;
    qint64 started = 0; ///< UTC seconds
    qint64 lastActivity = 0;
    int mails = 0;
    int participants = 0;
    int revision = 0; ///< 0 = holds no patches
    const thread::Listing* listing = nullptr; ///< for the times of its mails; null = only the ends are known
    const thread::FactMarks* facts = nullptr; ///< null = not established
    // What the reader decided.
    int unread = 0;
    bool starred = false;
    bool muted = false;
    bool done = false;
    bool snoozed = false;
    bool noted = false;
    const QStringList* tags = nullptr;
    QStringView list; ///< its name
};

/// What the library says about a thread and a text.
using TextTruths = std::span<const Truth>;

/// A query made ready: asked of thousands of rows. Immutable; may be shared between threads.
class Plan
{
public:
    Plan() = default;
    explicit Plan(Query query, Identity me = {});

    [[nodiscard]] const Query& query() const { return m_query; }
    [[nodiscard]] bool isEmpty() const { return m_query.isEmpty(); }
    /// What the full-text index has to say before everything is known; each once.
    [[nodiscard]] const std::vector<store::TextTerm>& texts() const { return m_texts; }
    [[nodiscard]] bool asksFacts() const; ///< of threads' facts
    [[nodiscard]] bool asksState() const; ///< of what the reader decided or has read
    [[nodiscard]] bool asksSettled() const; ///< for muted or done threads by name

    /// `texts[i]` is about texts()[i]. Kleene's logic of three values.
    [[nodiscard]] Truth evaluate(const Row& row, TextTruths texts) const;
    /// Whether a mail is one of those that conditions wanted (not those behind `not`) are met by; `found` by
    /// index of texts().
    [[nodiscard]] bool marks(const thread::ListedMail& mail,
                             std::span<const store::MailSetPointer> found) const;

private:
    struct Leaf {
        QStringMatcher matcher; ///< case-folded
        Fingerprint print; ///< of what it looks for
        std::vector<std::size_t> texts; ///< into m_texts; met by any of them
        bool wanted = true; ///< not behind an odd number of nots
    };
    [[nodiscard]] Leaf leafOf(const Term& term);
    [[nodiscard]] std::size_t textIndex(store::TextTerm term);
    void findWanted();
    [[nodiscard]] Truth leafTruth(std::size_t term, const Row& row, TextTruths texts) const;
    [[nodiscard]] Truth flagTruth(Flag flag, std::size_t term, const Row& row, TextTruths texts) const;
    [[nodiscard]] Truth awaitsMe(std::size_t term, const Row& row, TextTruths texts) const;
    [[nodiscard]] bool isMine(QStringView lines) const;

    Query m_query;
    std::vector<QString> m_me; ///< addresses, case-folded, between line ends
    QStringList m_addresses; ///< the same, bare
    std::vector<store::TextTerm> m_texts;
    std::vector<Leaf> m_leaves; ///< by index of the query's terms
};

} // namespace lb::query
