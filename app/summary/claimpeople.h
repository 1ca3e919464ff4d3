// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/glossary.h"
#include "summary/threadindex.h"

namespace lb::summary
{

/// What looks like a name of somebody whom no mail of the thread names; the first one. Empty = none.
[[nodiscard]] QString strangerIn(const QString& text, const ThreadIndex& index, const Glossary& glossary);

/// People of the thread whom a text names, by person.
[[nodiscard]] QList<int> peopleNamedIn(const QString& text, const ThreadIndex& index);

/// True if a mail names this person, or one that answers for it does: in full or by the first name.
[[nodiscard]] bool namesPerson(const IndexedMail& mail, int person, const ThreadIndex& index);

} // namespace lb::summary
