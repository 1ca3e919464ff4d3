// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/triagestate.h"

#include <algorithm>

namespace lb::store
{

bool TriageState::isPlain() const
{
    TriageState plain;
    plain.anchor = anchor;
    return sameDecision(*this, plain);
}

bool sameDecision(const TriageState& a, const TriageState& b)
{
    TriageState other = b;
    other.changed = a.changed;
    return a == other;
}

QString normalTag(const QString& typed)
{
    QString tag;
    for (const QChar c : typed.trimmed().toCaseFolded()) {
        const bool isWord = c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'-' || c == u'_'
            || c == u'.' || c == u'/' || c == u'+';
        if (isWord)
            tag += c;
        else if (!tag.isEmpty() && !tag.endsWith(u'-'))
            tag += u'-';
        if (tag.size() >= longestTag)
            break;
    }
    while (tag.endsWith(u'-') || (!tag.isEmpty() && tag.back().isHighSurrogate()))
        tag.chop(1);
    return tag;
}

QStringList normalTags(const QStringList& typed)
{
    QStringList tags;
    for (const QString& word : typed) {
        const QString tag = normalTag(word);
        if (!tag.isEmpty())
            tags.append(tag);
    }
    tags.sort();
    tags.removeDuplicates();
    return tags.first(std::min(tags.size(), mostTags));
}

} // namespace lb::store
