// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace lb::thread
{

/// A subject taken apart (grammar: anchors of the field, ARCHITECTURE.md "Subjects").
struct Subject {
    bool isReply = false; ///< had Re:, AW:, 答复: ... (Fwd: is not a reply)
    QStringList tags; ///< contents of the leading [...] groups, as written
    QString title; ///< what is left after reply prefixes and tags
    QString withoutReply; ///< the whole subject without reply prefixes: what a thread is titled by
    bool isPatch = false; ///< a tag contains PATCH as a word
    bool isRfc = false;
    bool isPull = false;
    bool isResend = false; ///< RESEND, REPOST
    QStringList trees; ///< "kvmtool", "net-next": what else the tags say, case-folded, sorted, each once
    int revision = 1; ///< vN, PATCHvN; 1 if not said
    std::optional<int> number; ///< n of n/m
    std::optional<int> total; ///< m of n/m

    [[nodiscard]] bool isCover() const { return number == 0; }
};

/// Pure, linear; any input gives a value.
[[nodiscard]] Subject parseSubject(const QString& subject);

/// Whether a subject begins with "Re:" or one of its kin; parseSubject() then says isReply. Much cheaper, for
/// who looks only for patches. A reply prefix behind a tag is not looked for.
[[nodiscard]] bool startsAsReply(QStringView subject);

} // namespace lb::thread
