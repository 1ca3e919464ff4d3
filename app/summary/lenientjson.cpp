// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/lenientjson.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

constexpr qsizetype deepest = 64;
constexpr int mostStarts = 16; ///< braces in what a model says before its object

/// Copies one object, mending it on the way.
class Mender
{
public:
    /// Where the object ends in the text; the text's size if it is cut or no JSON.
    qsizetype read(QStringView text, qsizetype start)
    {
        qsizetype at = start;
        while (at < text.size()) {
            const QChar c = text.at(at++);
            if (m_inString)
                takeInString(c);
            else if (!takeOutside(c))
                return text.size();
            if (m_open.isEmpty()) {
                m_complete = true;
                return at;
            }
        }
        return at;
    }

    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] QJsonObject object() const
    {
        const QString text = m_complete ? m_json : m_json.first(m_safe) + m_safeEnd;
        return QJsonDocument::fromJson(text.toUtf8()).object();
    }

private:
    void takeInString(QChar c)
    {
        if (m_escaped) {
            m_escaped = false;
        } else if (c == u'\\') {
            m_escaped = true;
        } else if (c == u'"') {
            m_inString = false;
        } else if (c.unicode() < 0x20) {
            m_json += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
            return;
        }
        m_json += c;
    }

    bool takeOutside(QChar c)
    {
        switch (c.unicode()) {
        case u'"':
            m_inString = true;
            break;
        case u'{':
        case u'[':
            if (m_open.size() == deepest)
                return false;
            m_open += c == u'{' ? u'}' : u']';
            break;
        case u'}':
        case u']':
            if (!m_open.endsWith(c))
                return false;
            dropComma();
            m_open.chop(1);
            m_json += c;
            keep();
            return true;
        case u',':
            keep(); // before the comma: what comes next may be cut
            break;
        default:
            if (c.isSpace())
                return true;
        }
        m_json += c;
        return true;
    }

    void dropComma()
    {
        while (m_json.endsWith(u','))
            m_json.chop(1);
    }

    void keep()
    {
        m_safe = m_json.size();
        m_safeEnd = m_open;
        std::reverse(m_safeEnd.begin(), m_safeEnd.end());
    }

    QString m_json;
    QString m_open; ///< the ends that are still to come
    qsizetype m_safe = 0; ///< so much of it is whole but for ends
    QString m_safeEnd;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_complete = false;
};

} // namespace

LenientJson readLenientJson(QStringView text, const QStringList& members)
{
    qsizetype at = 0;
    for (int i = 0; i < mostStarts; ++i) {
        const qsizetype start = text.indexOf(u'{', at);
        if (start < 0)
            break;
        Mender mender;
        const qsizetype end = mender.read(text, start);
        const QJsonObject object = mender.object();
        const bool wanted = std::any_of(members.begin(), members.end(),
                                        [&object](const QString& name) { return object.contains(name); });
        if (wanted)
            return {object, true, mender.isComplete()};
        at = mender.isComplete() && !object.isEmpty() ? end : start + 1;
    }
    return {};
}

} // namespace lb::summary
