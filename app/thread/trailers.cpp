// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/trailers.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using lb::mail::BodyLine;
using lb::mail::BodyText;
using lb::mail::LineKind;

namespace lb::thread
{

namespace
{

struct Kind {
    QStringView name; ///< canonical
    enum class Value { Person, Text, Ignored } value;
};

using enum Kind::Value;
constexpr std::array<Kind, 15> kinds{{
    {u"Reviewed-by", Person},
    {u"Acked-by", Person},
    {u"Tested-by", Person},
    {u"Nacked-by", Person},
    {u"Reported-by", Person},
    {u"Suggested-by", Person},
    {u"Requested-by", Person},
    {u"Co-developed-by", Person},
    {u"Debugged-by", Person},
    {u"Fixes", Text},
    {u"Closes", Text},
    {u"Link", Text},
    {u"Signed-off-by", Ignored},
    {u"Cc", Ignored},
    {u"Change-Id", Ignored},
}};

struct Pair {
    QStringView written;
    QStringView first;
    QStringView second;
};
constexpr std::array<Pair, 6> pairs{{
    {u"Reviewed-and-tested-by", u"Reviewed-by", u"Tested-by"},
    {u"Tested-and-reviewed-by", u"Reviewed-by", u"Tested-by"},
    {u"Acked-and-tested-by", u"Acked-by", u"Tested-by"},
    {u"Tested-and-acked-by", u"Acked-by", u"Tested-by"},
    {u"Reported-and-tested-by", u"Reported-by", u"Tested-by"},
    {u"Reviewed-and-acked-by", u"Reviewed-by", u"Acked-by"},
}};

constexpr qsizetype maxIndent = 8;
constexpr qsizetype maxKind = 40;
constexpr qsizetype maxValue = 500;
constexpr qsizetype maxTrailers = 500;
constexpr int maxWrapped = 3; // lines

bool same(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// The canonical kinds that "Name:" stands for: none, one or two.
QList<Kind> kindsOf(QStringView written)
{
    if (same(written, u"NAK-by") || same(written, u"Nak-ed-by"))
        written = u"Nacked-by";
    for (const Kind& kind : kinds) {
        if (same(written, kind.name))
            return {kind};
    }
    for (const Pair& pair : pairs) {
        if (same(written, pair.written))
            return {{pair.first, Person}, {pair.second, Person}};
    }
    return {};
}

struct Head {
    QList<Kind> kinds;
    QString value;
};

Head headOf(QStringView line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line.at(indent).isSpace())
        ++indent;
    if (indent > maxIndent)
        return {};
    const QStringView text = line.sliced(indent);
    const qsizetype colon = text.left(maxKind).indexOf(u':');
    if (colon < 2)
        return {};
    QList<Kind> found = kindsOf(text.first(colon));
    if (found.isEmpty())
        return {};
    return {found, text.sliced(colon + 1).trimmed().left(maxValue).toString()};
}

bool isComplete(const Kind& kind, const QString& value)
{
    if (kind.value == Text)
        return value.count(u'(') <= value.count(u')') && !value.isEmpty();
    return value.contains(u'@') && value.contains(u'<') == value.contains(u'>');
}

/// The trailer that begins at `line`, its wrapped lines joined; `lines` = how many they are.
Head wholeTrailer(const BodyText& body, int line, int& lines)
{
    lines = 0;
    const auto own = [&body](int i) {
        return i >= 0 && i < static_cast<int>(body.lines.size())
            && body.lines[static_cast<std::size_t>(i)].kind == LineKind::Own;
    };
    const auto textOf = [&body](int i) { return body.line(body.lines[static_cast<std::size_t>(i)]); };
    if (!own(line))
        return {};
    Head head = headOf(textOf(line));
    if (head.kinds.isEmpty())
        return {};
    lines = 1;
    while (!isComplete(head.kinds.front(), head.value) && lines < maxWrapped && own(line + lines)) {
        const QStringView next = textOf(line + lines);
        if (next.trimmed().isEmpty() || !headOf(next).kinds.isEmpty())
            break;
        const QString joined = QString(head.value % u' ' % next.trimmed()).trimmed();
        if (head.kinds.front().value != Text && !joined.contains(u'@'))
            break;
        head.value = joined.left(maxValue);
        ++lines;
    }
    return head;
}

} // namespace

bool isReview(const QString& kind)
{
    return kind == "Reviewed-by"_L1 || kind == "Acked-by"_L1 || kind == "Tested-by"_L1
        || kind == "Nacked-by"_L1;
}

int trailerLines(const BodyText& body, int line)
{
    int lines = 0;
    const Head head = wholeTrailer(body, line, lines);
    if (head.kinds.isEmpty())
        return 0;
    // "Link: see below" and "Fixes: the race" are trailers by their form; "Tested-by: nobody yet" is prose.
    if (head.kinds.front().value == Person && addressIn(head.value).address.isEmpty())
        return 0;
    return lines;
}

QList<RawTrailer> trailersIn(const BodyText& body)
{
    QList<RawTrailer> result;
    const int count = static_cast<int>(body.lines.size());
    for (int i = 0; i < count && result.size() < maxTrailers; ++i) {
        int lines = 0;
        const Head head = wholeTrailer(body, i, lines);
        for (const Kind& kind : head.kinds) {
            RawTrailer trailer{kind.name.toString(), {}, i, i + lines - 1};
            if (kind.value == Person)
                trailer.who = addressIn(head.value);
            else if (kind.value == Text)
                trailer.who.name = head.value.simplified();
            const bool empty
                = trailer.who.address.isEmpty() && (kind.value == Person || trailer.who.name.isEmpty());
            const bool known
                = std::any_of(result.cbegin(), result.cend(), [&trailer](const RawTrailer& other) {
                      return other.kind == trailer.kind && same(other.who.address, trailer.who.address)
                          && (!other.who.address.isEmpty() || other.who.name == trailer.who.name);
                  });
            if (kind.value != Ignored && !empty && !known)
                result += trailer;
        }
        i += std::max(0, lines - 1);
    }
    return result;
}

mail::Address addressIn(const QString& value)
{
    const QString text = value.simplified();
    const qsizetype open = text.indexOf(u'<');
    const qsizetype close = text.indexOf(u'>', open + 1);
    if (open >= 0 && close > open) {
        const QString address = text.sliced(open + 1, close - open - 1).trimmed();
        if (!address.contains(u'@') || address.contains(u' '))
            return {};
        QString name = text.left(open).trimmed();
        while (name.size() > 1 && name.front() == u'"' && name.back() == u'"')
            name = name.sliced(1, name.size() - 2);
        return {name, address};
    }
    const QStringList words = text.split(u' ');
    const auto word = std::find_if(words.cbegin(), words.cend(), [](const QString& w) {
        const qsizetype at = w.indexOf(u'@');
        return at > 0 && at + 1 < w.size();
    });
    if (word == words.cend())
        return {};
    return {QStringList(words.cbegin(), word).join(u' '), *word};
}

} // namespace lb::thread
