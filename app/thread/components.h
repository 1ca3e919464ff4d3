// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "thread/subject.h"

#include <QHash>
#include <QString>

#include <span>
#include <vector>

namespace lb::thread
{

/// A mail "[PATCH vN n/m]", not a reply: what the unthreaded-series rule (3.2) looks at.
struct SeriesPart {
    quint32 mail = 0; ///< index into LinkGraph::own
    quint32 series = 0; ///< equal for equal (author address, revision, total, tags, list); any numbering
    int number = 0; ///< n of n/m
    qint64 utc = 0;
    bool threaded = false; ///< it answers something: it never joins by this rule, but its number is taken
};

/// The links of a whole list in a few dozen bytes a mail.
struct LinkGraph {
    std::vector<IdNumber> own; ///< the Message-ID number of each mail; equal numbers = variants
    std::vector<quint32> ancestorEnd; ///< mail i's ancestors are [ancestorEnd[i-1], ancestorEnd[i])
    std::vector<IdNumber> ancestors; ///< every id of References and In-Reply-To, present or not
    std::vector<SeriesPart> parts;
};

/// Makes a LinkGraph one mail at a time, with the parts of series found and numbered.
class LinkGraphBuilder
{
public:
    void reserve(std::size_t mails);
    void add(IdNumber own, std::span<const IdNumber> references, std::span<const IdNumber> inReplyTo,
             const QString& subject, const QString& fromAddress, qint64 utc);
    [[nodiscard]] const LinkGraph& graph() const { return m_graph; }

private:
    LinkGraph m_graph;
    QHash<QString, quint32> m_series;
};

/// What makes two patches parts of one posting, the list apart: author address (case-folded), revision, total
/// and the tags without them. Empty for anything but a non-reply "[PATCH n/m]" with n in 0..m and m > 1.
/// Equal text = equal series, so it may be stored or hashed.
[[nodiscard]] QString seriesKey(const Subject& subject, const QString& fromAddress);

/// For every mail the index of the first mail of its thread. Design rule 3.2: all mails joined by
/// Message-ID and ancestors, absent ones included; then series sent without threading: parts of one
/// `series` that answer nothing, within 12 hours, whose numbers (and those of threaded parts) are distinct.
/// Does not depend on the order of mails beyond which one is "first". Linear but for sorting the parts; no
/// recursion.
[[nodiscard]] std::vector<quint32> components(const LinkGraph& graph);

} // namespace lb::thread
