// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace lb::summary
{

/// Something in a text that is the same in every language and that a program can look for.
struct Anchor {
    enum class Kind {
        Link, ///< URL or mail address
        Path,
        Flag, ///< "--force", "-EINVAL"
        Identifier, ///< kvm_init(), CONFIG_KVM
        Hash,
        Version, ///< of a series: value
        Patch, ///< n of a series: value; total if it is said
        PatchCount, ///< of a whole series: value
        MailCount, ///< value
        ReplyCount, ///< value
        Number,
        Acronym, ///< SVE2, pKVM
    };
    Kind kind = Kind::Number;
    QString text; ///< as it stands there
    int value = 0;
    int total = 0;
};

/// The anchors of a text in English or Chinese. At most 200. Pure, linear.
[[nodiscard]] QList<Anchor> anchorsIn(const QString& text);

} // namespace lb::summary
