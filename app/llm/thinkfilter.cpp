// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/thinkfilter.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lb::llm
{

namespace
{

constexpr std::array openTags{"<think>"_L1, "<thinking>"_L1};
constexpr std::array closeTags{"</think>"_L1, "</thinking>"_L1};

using Tags = std::array<QLatin1StringView, 2>;

/// The tag at the start of `text`, or nothing.
QLatin1StringView tagAt(QStringView text, const Tags& tags)
{
    const auto found = std::ranges::find_if(
        tags, [&](QLatin1StringView tag) { return text.startsWith(tag, Qt::CaseInsensitive); });
    return found == tags.end() ? QLatin1StringView() : *found;
}

/// Could `text`, with more to come, turn out to be a tag?
bool mayBecomeTag(QStringView text, const Tags& tags)
{
    return std::ranges::any_of(tags, [&](QLatin1StringView tag) {
        return text.size() < tag.size()
            && QLatin1StringView(tag.data(), text.size()).compare(text, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

ThinkFilter::Piece ThinkFilter::feed(QStringView more)
{
    Piece piece;
    const QString all = m_held + more;
    m_held.clear();
    qsizetype at = 0;
    while (at < all.size()) {
        const qsizetype angle = std::max(all.indexOf(u'<', at), qsizetype(-1));
        const qsizetype plainEnd = angle < 0 ? all.size() : angle;
        if (m_inside)
            piece.thought = piece.thought || plainEnd > at;
        else
            piece.text += QStringView(all).mid(at, plainEnd - at);
        if (angle < 0)
            break;
        const QStringView rest = QStringView(all).mid(angle);
        const Tags& tags = m_inside ? closeTags : openTags;
        if (const QLatin1StringView tag = tagAt(rest, tags); !tag.isEmpty()) {
            m_inside = !m_inside;
            piece.thought = true;
            at = angle + tag.size();
            continue;
        }
        if (mayBecomeTag(rest, tags)) {
            m_held = rest.toString();
            break;
        }
        if (!m_inside)
            piece.text += u'<';
        at = angle + 1;
    }
    return piece;
}

ThinkFilter::Piece ThinkFilter::finish()
{
    Piece piece;
    if (m_inside)
        piece.thought = !m_held.isEmpty();
    else
        piece.text = m_held;
    m_held.clear();
    return piece;
}

QString withoutThinking(const QString& text)
{
    ThinkFilter filter;
    QString rest = filter.feed(text).text;
    rest += filter.finish().text;
    for (const QLatin1StringView tag : closeTags) {
        const qsizetype end = rest.lastIndexOf(tag, -1, Qt::CaseInsensitive);
        if (end >= 0)
            rest.remove(0, end + tag.size());
    }
    return rest;
}

} // namespace lb::llm
