// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/collation.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace lb::summary
{

/// Text as it is compared: white space as one space, no case, plain quotation marks, nothing invisible.
[[nodiscard]] QString foldedWords(QStringView text);

/// True where `token` stands in the text and is no part of a longer word. A token that ends with a letter may
/// be begun only: a shortened hash.
[[nodiscard]] bool holdsToken(QStringView text, QStringView token, Qt::CaseSensitivity sensitivity,
                              bool mayGoOn = false);

/// A mail as claims are held against it.
struct IndexedMail {
    int number = 0;
    int person = -1;
    int parent = 0; ///< number; 0 = not listed
    bool isNew = false;
    bool isBot = false;
    const thread::ListedMail* listed = nullptr;
    QString own; ///< the sender's words, folded; '\n' where a quote parts them; no diff
    std::vector<std::pair<qsizetype, int>>
        lines; ///< where each line begins in own, and its index in the body
    std::vector<std::pair<qsizetype, qsizetype>>
        orders; ///< parts of own that order a program about, [from, to)
    QString all; ///< subject, date and every line as written but for orders
};

struct IndexedTrailer {
    const thread::Trailer* trailer = nullptr;
    int person = -1;
};

/// A thread made ready for checking many claims. Refers to what it was made from. Linear to build.
class ThreadIndex
{
public:
    ThreadIndex(const thread::Material& material, const thread::Facts& facts);

    [[nodiscard]] const thread::Listing& listing() const { return m_material.listing; }
    [[nodiscard]] const thread::Facts& facts() const { return m_facts; }
    [[nodiscard]] bool has(int number) const { return number >= 1 && number <= int(m_mails.size()); }
    [[nodiscard]] const IndexedMail& mail(int number) const
    {
        return m_mails[static_cast<std::size_t>(number - 1)];
    }
    [[nodiscard]] std::span<const IndexedMail> mails() const { return m_mails; }
    [[nodiscard]] std::span<const IndexedTrailer> trailers() const { return m_trailers; }
    [[nodiscard]] const QStringList& chineseNames() const { return m_chineseNames; }
    /// Everybody's mail is one person's; programs do not count.
    [[nodiscard]] bool isMonologue() const { return m_monologue; }
    /// Case-folded; of names, subjects and all lines but orders.
    [[nodiscard]] bool hasWord(const QString& word) const { return m_words.contains(word); }
    [[nodiscard]] bool holds(QStringView token, Qt::CaseSensitivity sensitivity) const;

    struct Place {
        int mail = 0; ///< number
        int line = -1; ///< of its body; -1 = the subject
        bool inOrder = false;
    };
    /// Where a quote stands among one mail's own words. "..." in it may leave words out.
    [[nodiscard]] std::optional<Place> find(const QString& quote, int number) const;
    /// In any mail.
    [[nodiscard]] std::optional<Place> findAnywhere(const QString& quote) const;
    /// True if a text repeats three words or more of an order.
    [[nodiscard]] bool repeatsOrder(const QString& text) const;

private:
    void addMail(int index, const std::vector<thread::Origin>& origins);
    void markOrders(IndexedMail& mail);
    void markOtherOrders(int index, const std::vector<thread::Origin>& origins);
    void addOrder(const QString& unmaskedText);
    void addEverything(IndexedMail& mail, const mail::BodyText& body);
    void addWords(QStringView text);

    const thread::Material& m_material;
    const thread::Facts& m_facts;
    std::vector<IndexedMail> m_mails; ///< by number
    std::vector<IndexedTrailer> m_trailers;
    QSet<QString> m_words;
    QSet<QString> m_orderLines; ///< folded
    QSet<QString> m_orderRuns; ///< three words, or six Chinese characters
    QStringList m_chineseNames; ///< of senders, and of who gave trailers
    bool m_monologue = false;
};

} // namespace lb::summary
