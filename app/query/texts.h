// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

#include <QCoreApplication>

namespace lb::query
{

/// What the language says to people, in the window's language. Plain text.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::query::Texts)
public:
    static QString meaning(Field field); ///< a phrase: "written by a person"
    static QString meaning(Flag flag);
    static QString example(Field field); ///< "from:ada": something to type
    static QString operators(); ///< how conditions are put together, in a few sentences
    static QString problem(const Problem& problem); ///< a sentence or two
};

} // namespace lb::query
