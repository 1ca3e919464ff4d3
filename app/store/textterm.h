// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <QHash>
#include <QString>

#include <memory>
#include <vector>

namespace lb::store
{

/// Where the full-text index looks: bits that may be joined.
enum TextColumn : unsigned {
    SubjectColumn = 1,
    SenderColumn = 2,
    RecipientsColumn = 4, ///< To and Cc
    FilesColumn = 8, ///< that a diff or diffstat names
    TrailersColumn = 16, ///< Reviewed-by and their like, with the people they name
    BodyColumn = 32, ///< the mail's own words
};
inline constexpr unsigned wordColumns = SubjectColumn | SenderColumn | FilesColumn | BodyColumn;

/// Words that stand side by side in one of the columns.
struct TextTerm {
    unsigned columns = wordColumns;
    QString text; ///< as a person types it, never the syntax of an index
    bool begins = false; ///< the last word may be the beginning of a longer one
    friend bool operator==(const TextTerm&, const TextTerm&) = default;
};
[[nodiscard]] inline std::size_t qHash(const TextTerm& term, std::size_t seed = 0)
{
    return qHashMulti(seed, term.columns, term.text, term.begins);
}

/// Mails as bits by their row: small where many are found, and quick to ask.
class MailSet
{
public:
    void insert(MailId mail)
    {
        const auto at = static_cast<std::size_t>(mail.value);
        if (at >= m_bits.size())
            m_bits.resize(at + 1 + at / 8);
        if (!m_bits[at])
            ++m_count;
        m_bits[at] = true;
    }
    [[nodiscard]] bool contains(MailId mail) const
    {
        const auto at = static_cast<std::size_t>(mail.value);
        return mail.value >= 0 && at < m_bits.size() && m_bits[at];
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    std::vector<bool> m_bits;
    int m_count = 0;
};
using MailSetPointer = std::shared_ptr<const MailSet>;

} // namespace lb::store
