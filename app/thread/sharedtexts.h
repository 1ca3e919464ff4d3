// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/mail.h"
#include "thread/subject.h"

#include <QSet>

namespace lb::thread
{

/// What the subjects of a thread have in common, kept once. With all mail of a large library shown it would
/// else be a good part of what is held in memory.
class SharedTexts
{
public:
    void share(Mail& mail, Subject& subject)
    {
        share(mail.subject); // what is left of it without prefixes may be all of it
        share(subject.withoutReply);
        share(subject.title);
        for (QStringList* words : {&subject.tags, &subject.trees}) {
            if (words->isEmpty() || *words == m_words) {
                *words = words->isEmpty() ? QStringList() : m_words;
                continue;
            }
            for (QString& word : *words)
                share(word);
            m_words = *words;
        }
    }

private:
    void share(QString& text)
    {
        if (text.isEmpty())
            return;
        const auto known = m_known.constFind(text);
        if (known != m_known.cend())
            text = *known;
        else
            m_known.insert(text);
    }

    QSet<QString> m_known;
    QStringList m_words; ///< the last ones: neighbours mostly have the same
};

} // namespace lb::thread
