// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <vector>

namespace lb::thread {

/// A mail "[PATCH vN n/m]" that answers nothing: a candidate for the unthreaded-series rule (3.2).
struct SeriesPart {
    quint32 mail = 0; ///< index into LinkGraph::own
    quint32 series = 0; ///< equal for equal (author address, revision, total, list); any numbering
    int number = 0; ///< n of n/m
    qint64 utc = 0;
};

/// The links of a whole list in a few dozen bytes a mail.
struct LinkGraph {
    std::vector<IdNumber> own; ///< the Message-ID number of each mail; equal numbers = variants
    std::vector<quint32> ancestorEnd; ///< mail i's ancestors are [ancestorEnd[i-1], ancestorEnd[i])
    std::vector<IdNumber> ancestors; ///< every id of References and In-Reply-To, present or not
    std::vector<SeriesPart> parts;
};

/// For every mail the index of the first mail of its thread. Design rule 3.2: all mails joined by
/// Message-ID and ancestors, absent ones included; then series sent without threading: parts of one
/// `series` within 12 hours whose numbers are distinct. Does not depend on the order of mails beyond which one is "first".
/// Linear but for sorting the parts; no recursion.
[[nodiscard]] std::vector<quint32> components(const LinkGraph& graph);

} // namespace lb::thread
