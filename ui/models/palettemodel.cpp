// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/palettemodel.h"

#include "ui/models/fuzzymatch.h"

#include <algorithm>
#include <iterator>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype mostRecent = 20;
constexpr int englishCost = 2; ///< what is shown wins over what is not
constexpr qsizetype mostWords = 8;

struct Scored {
    int score = 0;
    qsizetype used = 0; ///< place among the recent ones
    PaletteHit hit;
};

std::vector<int> placesOf(const QStringList& words, const QString& text)
{
    std::vector<int> places;
    for (const QString& word : words) {
        const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
        for (qsizetype i = 0; at >= 0 && i < word.size(); ++i)
            places.push_back(static_cast<int>(at + i));
    }
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

} // namespace

std::vector<PaletteHit> findCommands(const QString& typed, const std::vector<PaletteEntry>& commands,
                                     const QStringList& recent)
{
    const bool all = typed.trimmed().isEmpty();
    std::vector<Scored> found;
    for (const PaletteEntry& command : commands) {
        const auto shown = fuzzyScore(typed, command.text);
        const auto english = fuzzyScore(typed, command.english);
        if (!all && !shown && !english)
            continue;
        Scored scored;
        scored.score = all
            ? 0
            : std::max(shown.value_or(INT_MIN), english.value_or(INT_MIN + englishCost) - englishCost);
        const qsizetype used = recent.indexOf(command.name);
        scored.used = used < 0 ? mostRecent : used;
        scored.hit = {command, shown ? fuzzyPlaces(typed, command.text) : std::vector<int>()};
        found.push_back(std::move(scored));
    }
    std::ranges::stable_sort(found, [](const Scored& a, const Scored& b) {
        return a.score != b.score ? a.score > b.score : a.used < b.used;
    });
    std::vector<PaletteHit> hits;
    std::ranges::transform(found, std::back_inserter(hits),
                           [](Scored& scored) { return std::move(scored.hit); });
    return hits;
}

std::vector<PaletteHit> findThreads(const QString& typed, const Snapshot& snapshot, int most)
{
    QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    words.resize(std::min(words.size(), mostWords));
    struct Found {
        bool begins = false;
        const ThreadEntry* thread = nullptr;
    };
    std::vector<Found> found;
    for (const ThreadEntry& thread : snapshot.periodThreads()) {
        const QString& title = thread.listing.title;
        const auto has = [&title](const QString& word) { return title.contains(word, Qt::CaseInsensitive); };
        if (!words.isEmpty() && std::ranges::all_of(words, has))
            found.push_back({title.startsWith(words.constFirst(), Qt::CaseInsensitive), &thread});
    }
    const auto better = [](const Found& a, const Found& b) {
        if (a.begins != b.begins)
            return a.begins;
        return a.thread->lastActivity != b.thread->lastActivity
            ? a.thread->lastActivity > b.thread->lastActivity
            : a.thread < b.thread;
    };
    const auto shown = std::min(found.size(), static_cast<std::size_t>(std::max(most, 0)));
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(shown), found.end(), better);
    found.resize(shown);
    std::vector<PaletteHit> hits;
    for (const Found& one : found) {
        const thread::Listing& listing = one.thread->listing;
        hits.push_back({{{}, listing.thread, listing.title, {}, thread::categoryName(listing.category), {}},
                        placesOf(words, listing.title)});
    }
    return hits;
}

QStringList withRecent(QStringList recent, const QString& name)
{
    recent.removeAll(name);
    recent.prepend(name);
    recent.resize(std::min(recent.size(), mostRecent));
    return recent;
}

void PaletteModel::show(std::vector<PaletteHit> hits)
{
    beginResetModel();
    m_hits = std::move(hits);
    endResetModel();
}

void PaletteModel::append(std::vector<PaletteHit> hits)
{
    if (hits.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(hits.size()) - 1);
    std::ranges::move(hits, std::back_inserter(m_hits));
    endInsertRows();
}

const PaletteEntry& PaletteModel::entry(int row) const
{
    return m_hits[static_cast<std::size_t>(row)].entry;
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const PaletteHit& hit = m_hits[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return hit.entry.text;
    case Qt::AccessibleTextRole: {
        QStringList parts{hit.entry.text, hit.entry.group, hit.entry.keys};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    case GroupRole:
        return hit.entry.group;
    case KeysRole:
        return hit.entry.keys;
    case PlacesRole:
        return QVariant::fromValue(QList<int>(hit.places.begin(), hit.places.end()));
    default:
        return {};
    }
}

} // namespace lb::ui
