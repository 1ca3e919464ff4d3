// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/facts.h"
#include "thread/identity.h"

#include <QList>
#include <QRegularExpression>
#include <QStringList>

#include <memory>

namespace lb::thread
{

/// Whom and what a thread concerns: what FactMarks are for everybody, for somebody. Immutable, shared.
struct Involvement {
    QList<mail::Address> asked; ///< of open questions
    QList<mail::Address> awaited; ///< who has the next word, where that is known by name
    QStringList recipients; ///< addresses of To and Cc, case-folded
    QStringList paths; ///< that its patches touch
};
using InvolvementPointer = std::shared_ptr<const Involvement>;

/// Bounded: 100 people asked, `mostRecipients` and `mostPaths`. Pure.
inline constexpr qsizetype mostRecipients = 200;
inline constexpr qsizetype mostPaths = 500;
[[nodiscard]] Involvement involvementOf(const Material& material, const Facts& facts,
                                        const QStringList& recipients);

/// Paths as MAINTAINERS writes them: a pattern that ends in '/' means all below it, '*' and '?' stop at '/'.
/// A pattern without a '/' is a file name in any folder.
class PathPatterns
{
public:
    PathPatterns() = default;
    explicit PathPatterns(const QStringList& patterns);

    [[nodiscard]] bool isEmpty() const { return m_any.pattern().isEmpty(); }
    [[nodiscard]] QString firstMatch(const QStringList& paths) const; ///< empty = none

private:
    QRegularExpression m_any;
};

} // namespace lb::thread
