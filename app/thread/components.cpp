// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/components.h"

#include "thread/disjointsets.h"

#include <QStringTokenizer>
#include <QVarLengthArray>

#include <algorithm>
#include <limits>
#include <tuple>

using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

/// A series is posted within this time (design rule 3.2).
constexpr qint64 postingSeconds = 12 * 60 * 60;
constexpr auto none = std::numeric_limits<quint32>::max();

IdNumber largestNumber(const LinkGraph& graph)
{
    IdNumber largest = 0;
    for (const IdNumber number : graph.own)
        largest = std::max(largest, number);
    for (const IdNumber number : graph.ancestors)
        largest = std::max(largest, number);
    return largest;
}

/// Message-ID numbers as 0..n-1. The library numbers densely, then nothing needs to be done.
class Dense
{
public:
    explicit Dense(const LinkGraph& graph) : m_count(std::size_t{largestNumber(graph)} + 1)
    {
        const std::size_t used = graph.own.size() + graph.ancestors.size();
        if (m_count <= 64 * used + 1024)
            return;
        m_known.reserve(used);
        m_known.insert(m_known.end(), graph.own.begin(), graph.own.end());
        m_known.insert(m_known.end(), graph.ancestors.begin(), graph.ancestors.end());
        std::sort(m_known.begin(), m_known.end());
        m_known.erase(std::unique(m_known.begin(), m_known.end()), m_known.end());
        m_count = m_known.size();
    }

    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] quint32 of(IdNumber number) const
    {
        if (m_known.empty())
            return number;
        return static_cast<quint32>(std::lower_bound(m_known.begin(), m_known.end(), number)
                                    - m_known.begin());
    }

private:
    std::vector<IdNumber> m_known;
    std::size_t m_count = 0;
};

/// Joins the parts [begin, end) of one posting unless a number comes twice: then these are two
/// postings, and which part belongs to which cannot be told.
template <typename Iterator>
void joinPosting(Iterator begin, Iterator end, const LinkGraph& graph, const Dense& dense, DisjointSets& sets)
{
    std::vector<std::pair<int, IdNumber>> numbers;
    for (auto part = begin; part != end; ++part)
        numbers.emplace_back(part->number, graph.own[part->mail]);
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end()); // variants of one mail
    const auto twice = std::adjacent_find(numbers.begin(), numbers.end(),
                                          [](const auto& a, const auto& b) { return a.first == b.first; });
    if (twice != numbers.end())
        return;
    // The first part of the posting stands for it, be it threaded (a cover that its author's mailer lost) or
    // not.
    const quint32 first = dense.of(graph.own[begin->mail]);
    for (auto part = begin; part != end; ++part) {
        if (!part->threaded)
            sets.unite(first, dense.of(graph.own[part->mail]));
    }
}

void joinUnthreadedSeries(const LinkGraph& graph, const Dense& dense, DisjointSets& sets)
{
    std::vector<SeriesPart> parts = graph.parts;
    std::sort(parts.begin(), parts.end(), [&graph](const SeriesPart& a, const SeriesPart& b) {
        return std::tuple(a.series, a.utc, a.number, graph.own[a.mail])
            < std::tuple(b.series, b.utc, b.number, graph.own[b.mail]);
    });
    for (auto begin = parts.begin(); begin != parts.end();) {
        const auto end = std::find_if(begin, parts.end(), [&](const SeriesPart& part) {
            return part.series != begin->series || part.utc - begin->utc > postingSeconds;
        });
        const auto loose = std::count_if(begin, end, [](const SeriesPart& part) { return !part.threaded; });
        if (loose > 0 && end - begin > 1)
            joinPosting(begin, end, graph, dense, sets);
        begin = end;
    }
}

/// The tags that tell trees and kinds apart: without revision and n/m, in one order.
QString treeTags(const Subject& subject)
{
    const QString folded = subject.tags.join(u' ').toCaseFolded();
    QVarLengthArray<QStringView, 16> words;
    for (QStringView word : QStringTokenizer(folded, u' ', Qt::SkipEmptyParts)) {
        while (!word.isEmpty() && (word.back().isDigit() || word.back() == u'/' || word.back() == u','))
            word.chop(1);
        if (word.size() > 1 && word.back() == u'v')
            word.chop(1); // PATCHv3
        if (word.size() > 1)
            words.append(word);
    }
    std::sort(words.begin(), words.end());
    const auto end = std::unique(words.begin(), words.end());
    QString joined;
    joined.reserve(folded.size());
    for (auto word = words.begin(); word != end; ++word)
        joined += *word % u' ';
    return joined;
}

} // namespace

QString seriesKey(const Subject& subject, const QString& fromAddress)
{
    if (subject.isReply || !(subject.isPatch || subject.isRfc) || !subject.number || !subject.total)
        return {};
    if (*subject.total < 2 || *subject.number > *subject.total || fromAddress.isEmpty())
        return {};
    return fromAddress.toCaseFolded() % u'\n' % QString::number(subject.revision) % u'\n'
        % QString::number(*subject.total) % u'\n' % treeTags(subject);
}

void LinkGraphBuilder::reserve(std::size_t mails)
{
    m_graph.own.reserve(mails);
    m_graph.ancestorEnd.reserve(mails);
    m_graph.ancestors.reserve(mails * 2);
}

void LinkGraphBuilder::add(IdNumber own, std::span<const IdNumber> references,
                           std::span<const IdNumber> inReplyTo, const QString& subject,
                           const QString& fromAddress, qint64 utc)
{
    const auto mail = static_cast<quint32>(m_graph.own.size());
    m_graph.own.push_back(own);
    m_graph.ancestors.insert(m_graph.ancestors.end(), references.begin(), references.end());
    m_graph.ancestors.insert(m_graph.ancestors.end(), inReplyTo.begin(), inReplyTo.end());
    m_graph.ancestorEnd.push_back(static_cast<quint32>(m_graph.ancestors.size()));
    if (!subject.contains(u'/') || startsAsReply(subject))
        return; // most mails end here, before any parsing
    const Subject parsed = parseSubject(subject);
    const QString key = seriesKey(parsed, fromAddress);
    if (key.isEmpty())
        return;
    auto series = m_series.constFind(key);
    if (series == m_series.cend())
        series = m_series.insert(key, static_cast<quint32>(m_series.size()));
    const auto answers = [own](IdNumber id) { return id != own; };
    const bool threaded = std::any_of(references.begin(), references.end(), answers)
        || std::any_of(inReplyTo.begin(), inReplyTo.end(), answers);
    m_graph.parts.push_back({mail, *series, *parsed.number, utc, threaded});
}

std::vector<quint32> components(const LinkGraph& graph)
{
    const Dense dense(graph);
    DisjointSets sets(dense.count());
    std::size_t next = 0;
    for (std::size_t mail = 0; mail < graph.own.size(); ++mail) {
        const quint32 own = dense.of(graph.own[mail]);
        const std::size_t end = mail < graph.ancestorEnd.size() ? graph.ancestorEnd[mail] : next;
        for (; next < end && next < graph.ancestors.size(); ++next)
            sets.unite(own, dense.of(graph.ancestors[next]));
    }
    joinUnthreadedSeries(graph, dense, sets);

    std::vector<quint32> firstOf(dense.count(), none);
    std::vector<quint32> result(graph.own.size());
    for (std::size_t mail = 0; mail < graph.own.size(); ++mail) {
        quint32& first = firstOf[sets.find(dense.of(graph.own[mail]))];
        if (first == none)
            first = static_cast<quint32>(mail);
        result[mail] = first;
    }
    return result;
}

} // namespace lb::thread
