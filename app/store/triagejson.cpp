// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/triagejson.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>

namespace lb::store
{

using namespace Qt::StringLiterals;
using Until = thread::Snooze::Until;

namespace
{

constexpr QLatin1String schema = "listbrief-triage/1"_L1;
constexpr qsizetype longestId = 998; ///< a header line's limit, RFC 5322
constexpr qsizetype longestText = 1000;
constexpr int mostProblems = 20;

/// In the order of Snooze::Until.
constexpr std::array<QLatin1String, 5> untilNames{
    {"nothing"_L1, "date"_L1, "revision"_L1, "reply"_L1, "mail"_L1}};

QString timeText(qint64 utc)
{
    return QDateTime::fromSecsSinceEpoch(utc, Qt::UTC).toString(Qt::ISODate);
}

QJsonObject snoozeObject(const thread::Snooze& snooze)
{
    QJsonObject object{{u"until"_s, untilNames.at(static_cast<std::size_t>(snooze.until))}};
    if (snooze.until == Until::Date)
        object.insert(u"date"_s, timeText(snooze.date));
    if (snooze.until == Until::Reply)
        object.insert(u"person"_s, snooze.person);
    if (snooze.seen > 0)
        object.insert(u"seen"_s, timeText(snooze.seen));
    return object;
}

QJsonObject stateObject(const TriageState& state)
{
    QJsonObject object{{u"message_id"_s, QString::fromUtf8(state.anchor.bytes)}};
    const auto flag = [&object](const QString& name, bool on) {
        if (on)
            object.insert(name, true);
    };
    flag(u"starred"_s, state.starred);
    flag(u"muted"_s, state.muted);
    flag(u"mutes_revisions"_s, state.mutesRevisions);
    flag(u"done"_s, state.done);
    flag(u"watched"_s, state.watched);
    if (state.doneSeen > 0)
        object.insert(u"done_seen"_s, timeText(state.doneSeen));
    if (state.snooze.isSet())
        object.insert(u"snooze"_s, snoozeObject(state.snooze));
    if (!state.tags.isEmpty())
        object.insert(u"tags"_s, QJsonArray::fromStringList(state.tags));
    if (!state.note.isEmpty())
        object.insert(u"note"_s, state.note);
    if (state.changed.isValid())
        object.insert(u"changed"_s, timeText(state.changed.toSecsSinceEpoch()));
    return object;
}

/// UTC seconds; nothing = there is no such value, or it is no time.
std::optional<qint64> timeOf(const QJsonObject& object, const QString& name)
{
    const QString text = object.value(name).toString().left(longestText);
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC); // without an offset it is UTC, not the reader's zone
    return time.toSecsSinceEpoch();
}

QString textOf(const QJsonObject& object, const QString& name, qsizetype longest)
{
    return object.value(name).toString().left(longest);
}

thread::Snooze snoozeOf(const QJsonObject& object)
{
    thread::Snooze snooze;
    const QString name = object.value(u"until"_s).toString();
    const auto* const found = std::find(untilNames.begin(), untilNames.end(), name);
    if (found == untilNames.end())
        return snooze;
    snooze.until = static_cast<Until>(std::distance(untilNames.begin(), found));
    snooze.date = timeOf(object, u"date"_s).value_or(0);
    snooze.person = textOf(object, u"person"_s, longestText);
    snooze.seen = timeOf(object, u"seen"_s).value_or(0);
    // Without what it waits for it would never end.
    const bool hollow = (snooze.until == Until::Date && snooze.date == 0)
        || (snooze.until == Until::Reply && snooze.person.trimmed().isEmpty());
    return hollow ? thread::Snooze() : snooze;
}

/// A sentence's end if the entry cannot be used, else empty.
QString readState(const QJsonValue& value, TriageState& state)
{
    if (!value.isObject())
        return TriageTexts::tr("it is no object");
    const QJsonObject object = value.toObject();
    state.anchor.bytes = object.value(u"message_id"_s).toString().trimmed().toUtf8();
    if (state.anchor.bytes.isEmpty())
        return TriageTexts::tr("it has no message_id");
    if (state.anchor.bytes.size() > longestId)
        return TriageTexts::tr("its message_id is too long");
    const auto flag = [&object](const QString& name) { return object.value(name).toBool(); };
    state.starred = flag(u"starred"_s);
    state.muted = flag(u"muted"_s);
    state.mutesRevisions = flag(u"mutes_revisions"_s);
    state.done = flag(u"done"_s);
    state.watched = flag(u"watched"_s);
    state.doneSeen = timeOf(object, u"done_seen"_s).value_or(0);
    state.snooze = snoozeOf(object.value(u"snooze"_s).toObject());
    state.note = textOf(object, u"note"_s, longestNote);
    QStringList tags;
    for (const auto& tag : object.value(u"tags"_s).toArray()) {
        tags.append(tag.toString().left(longestText));
        if (tags.size() > 4 * mostTags)
            break;
    }
    state.tags = normalTags(tags);
    if (const std::optional<qint64> changed = timeOf(object, u"changed"_s); changed && *changed > 0)
        state.changed = QDateTime::fromSecsSinceEpoch(*changed, Qt::UTC);
    return {};
}

void readStates(const QJsonArray& entries, TriageExport& read)
{
    QHash<MessageId, qsizetype> places;
    int number = 0;
    for (const auto& value : entries) {
        ++number;
        TriageState state;
        const QString problem = readState(value, state);
        if (!problem.isEmpty()) {
            ++read.leftOut;
            if (read.problems.size() < mostProblems)
                //: Of a file that is imported; %2 says what is wrong with the entry
                read.problems.append(TriageTexts::tr("Thread %1 is left out: %2.").arg(number).arg(problem));
            continue;
        }
        const auto known = places.constFind(state.anchor);
        if (known == places.cend()) {
            places.insert(state.anchor, read.states.size());
            read.states.append(state);
        } else {
            read.states[*known] = state; // the later entry stands
        }
    }
}

void readSearches(const QJsonArray& entries, TriageExport& read)
{
    for (const auto& value : entries) {
        if (read.searches.size() >= mostSearches)
            break;
        const QJsonObject object = value.toObject();
        const SavedSearch search{textOf(object, u"name"_s, longestText).simplified(),
                                 textOf(object, u"query"_s, longestText)};
        if (!search.name.isEmpty() && !search.query.trimmed().isEmpty())
            read.searches.append(search);
    }
}

/// What the string takes in the file, at most: quotes, comma, a line of its own, and what is escaped.
qsizetype sizeInFile(const QByteArray& id)
{
    constexpr qsizetype around = 12;
    constexpr qsizetype escaped = 5; // more than the character itself
    return id.size() + around + escaped * std::count_if(id.begin(), id.end(), [](char c) {
                                    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'
                                        || c == 0x7f;
                                });
}

QJsonArray readArray(const QList<MessageId>& mails)
{
    QByteArrayList written;
    qsizetype size = 0;
    for (const MessageId& mail : mails) {
        if (mail.bytes.isEmpty() || mail.bytes.size() > longestId
            || QString::fromUtf8(mail.bytes).toUtf8() != mail.bytes)
            continue;
        size += sizeInFile(mail.bytes);
        if (size > largestReadText || written.size() >= mostReadMails)
            break;
        written.append(mail.bytes);
    }
    std::sort(written.begin(), written.end());
    QJsonArray array;
    for (const QByteArray& id : written)
        array.append(QString::fromUtf8(id));
    return array;
}

/// A sentence's end if it is none, else empty.
QString readId(const QJsonValue& value, MessageId& id)
{
    id.bytes = value.toString().trimmed().toUtf8();
    if (id.bytes.isEmpty())
        return TriageTexts::tr("it is no Message-ID");
    return id.bytes.size() > longestId ? TriageTexts::tr("its Message-ID is too long") : QString();
}

void readMails(const QJsonArray& entries, TriageExport& read)
{
    QSet<MessageId> known;
    int number = 0;
    for (const auto& value : entries) {
        ++number;
        MessageId id;
        const QString problem = readId(value, id);
        if (!problem.isEmpty()) {
            ++read.readLeftOut;
            if (read.problems.size() < mostProblems)
                //: Of a file that is imported; %2 says what is wrong with the entry
                read.problems.append(
                    TriageTexts::tr("Read mail %1 is left out: %2.").arg(number).arg(problem));
        } else if (!known.contains(id)) {
            known.insert(id);
            read.read.append(id);
        }
    }
}

qint64 ageOf(const TriageState& state)
{
    return state.changed.isValid() ? state.changed.toSecsSinceEpoch() : 0;
}

} // namespace

QByteArray triageToJson(const TriageExport& state, const QDateTime& now)
{
    QList<TriageState> states = state.states;
    std::sort(states.begin(), states.end(),
              [](const TriageState& a, const TriageState& b) { return a.anchor.bytes < b.anchor.bytes; });
    QJsonArray threads;
    for (const TriageState& one : states)
        threads.append(stateObject(one));
    QJsonArray searches;
    for (const SavedSearch& search : state.searches)
        searches.append(QJsonObject{{u"name"_s, search.name}, {u"query"_s, search.query}});
    const QJsonObject root{{u"schema"_s, schema},
                           {u"exported"_s, timeText(now.toSecsSinceEpoch())},
                           {u"threads"_s, threads},
                           {u"searches"_s, searches},
                           {u"read"_s, readArray(state.read)}};
    return QJsonDocument(root).toJson();
}

Result<TriageExport> triageFromJson(const QByteArray& json, const QString& where)
{
    if (json.size() > largestTriageFile)
        return fail(ErrorCode::TooLarge,
                    TriageTexts::tr("%1 is larger than %2 MB; that is no triage state.")
                        .arg(where)
                        .arg(largestTriageFile / 1024 / 1024));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return fail(ErrorCode::Malformed,
                    TriageTexts::tr("%1 is not JSON: %2 at byte %3.")
                        .arg(where, problem.errorString(), QString::number(problem.offset)));
    const QJsonObject root = document.object();
    if (root.value(u"schema"_s).toString() != schema)
        return fail(
            ErrorCode::Malformed,
            TriageTexts::tr("%1 is no triage state that this version can read: its schema is not \"%2\".")
                .arg(where, QString(schema)));
    if (!root.value(u"threads"_s).isArray())
        return fail(ErrorCode::Malformed, TriageTexts::tr("%1 has no list of threads.").arg(where));
    const QJsonArray threads = root.value(u"threads"_s).toArray();
    if (threads.size() > mostTriageStates)
        return fail(ErrorCode::TooLarge,
                    TriageTexts::tr("%1 has more than %2 threads.").arg(where).arg(mostTriageStates));
    const QJsonValue mails = root.value(u"read"_s);
    if (!mails.isUndefined() && !mails.isArray())
        return fail(ErrorCode::Malformed, TriageTexts::tr("What %1 calls read is no list.").arg(where));
    if (mails.toArray().size() > mostReadMails)
        return fail(ErrorCode::TooLarge,
                    TriageTexts::tr("%1 has more than %2 read mails.").arg(where).arg(mostReadMails));
    TriageExport read;
    readStates(threads, read);
    readSearches(root.value(u"searches"_s).toArray(), read);
    readMails(mails.toArray(), read);
    return read;
}

TriageMerge mergeTriage(const TriageExport& own, const TriageExport& other)
{
    TriageMerge merge;
    QHash<MessageId, const TriageState*> known;
    for (const TriageState& state : own.states)
        known.insert(state.anchor, &state);
    for (const TriageState& theirs : other.states) {
        const TriageState* const mine = known.value(theirs.anchor);
        if (mine == nullptr) {
            if (theirs.isPlain())
                continue;
            TriageState none;
            none.anchor = theirs.anchor;
            merge.before.append(none);
            merge.after.append(theirs);
            ++merge.added;
        } else if (!sameDecision(*mine, theirs)) {
            if (ageOf(theirs) <= ageOf(*mine)) {
                ++merge.kept;
                continue;
            }
            merge.before.append(*mine);
            merge.after.append(theirs);
            ++merge.updated;
        }
    }
    merge.searches = own.searches;
    for (const SavedSearch& search : other.searches) {
        const auto same
            = std::find_if(merge.searches.begin(), merge.searches.end(),
                           [&search](const SavedSearch& mine) { return mine.name == search.name; });
        if (same == merge.searches.end()) {
            if (merge.searches.size() >= mostSearches)
                continue;
            merge.searches.append(search);
        } else if (same->query != search.query) {
            same->query = search.query;
        } else {
            continue;
        }
        ++merge.searchesAdded;
    }
    return merge;
}

QString TriageTexts::imported(const TriageMerge& merge, int leftOut, int readLeftOut)
{
    QStringList sentences;
    if (merge.added + merge.updated == 0)
        sentences.append(tr("No thread changed."));
    if (merge.added > 0)
        sentences.append(tr("%n thread(s) added.", nullptr, merge.added));
    if (merge.updated > 0)
        sentences.append(tr("%n thread(s) brought up to date.", nullptr, merge.updated));
    if (merge.kept > 0)
        sentences.append(tr("%n own decision(s) kept: they are as new or newer.", nullptr, merge.kept));
    if (merge.searchesAdded > 0)
        sentences.append(tr("%n saved search(es) taken over.", nullptr, merge.searchesAdded));
    if (!merge.reads.mails.isEmpty())
        sentences.append(
            tr("%n mail(s) marked as read.", nullptr, static_cast<int>(merge.reads.mails.size())));
    if (!merge.reads.absent.isEmpty())
        sentences.append(tr("%n mail(s) that are not here yet will be read when they come.", nullptr,
                            static_cast<int>(merge.reads.absent.size())));
    if (leftOut > 0)
        sentences.append(tr("%n thread(s) could not be read.", nullptr, leftOut));
    if (readLeftOut > 0)
        sentences.append(tr("%n read mail(s) could not be read from the file.", nullptr, readLeftOut));
    return sentences.join(u' ');
}

} // namespace lb::store
