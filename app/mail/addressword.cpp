// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/addressword.h"

#include <algorithm>
#include <iterator>

namespace lb::mail
{

QString addressWord(QStringView address)
{
    QString word;
    if (!address.contains(u'@'))
        return word;
    std::copy_if(address.begin(), address.end(), std::back_inserter(word),
                 [](QChar c) { return c.isLetterOrNumber(); });
    return word;
}

} // namespace lb::mail
