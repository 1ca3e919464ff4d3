// SPDX-License-Identifier: GPL-3.0-or-later
#include "brief/weeksjob.h"

#include "core/onresult.h"

#include <QDir>
#include <QFile>
#include <QPointer>
#include <QRegularExpression>
#include <QtConcurrentRun>

namespace lb::brief
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostWeeks = 520;
constexpr qint64 largestIndex = 16LL << 20;

Error cancelled()
{
    return fail(ErrorCode::Cancelled, WeeksJob::tr("The reports were cancelled."));
}

/// What earlier runs wrote there. An index that cannot be read is an error: it would be lost otherwise.
Result<report::Index> oldIndex(const QString& file)
{
    QFile json(file);
    if (!json.exists())
        return report::Index();
    if (!json.open(QIODevice::ReadOnly))
        return fail(
            ErrorCode::FilePermission,
            WeeksJob::tr("%1 cannot be read: %2.").arg(QDir::toNativeSeparators(file), json.errorString()));
    const Result<report::Index> index = report::readIndex(json.read(largestIndex));
    if (!index)
        return fail(ErrorCode::Malformed,
                    WeeksJob::tr("%1 cannot be read: %2 Move it away to begin a new index.")
                        .arg(QDir::toNativeSeparators(file), index.error().text));
    return index;
}

Status saveIndex(const QString& folder, const report::Index& added, report::Format format)
{
    const QString file = folder + u"/index.json"_s;
    Result<report::Index> index = oldIndex(file);
    if (!index)
        return index.error();
    index->listName = added.listName;
    index->language = added.language;
    report::merge(*index, added.entries);
    if (format != report::Format::Json) {
        const QString page = folder + u"/index."_s + report::extensionOf(format);
        if (Status saved = report::save(report::writeIndex(*index, format), page); !saved)
            return saved;
    }
    return report::save(report::writeIndex(*index, report::Format::Json), file);
}

} // namespace

struct WeeksJob::State {
    store::Store& store;
    summary::Summariser& summariser;
    const Clock& clock;
    store::ListRecord list;
    ReportOptions options;
    QList<thread::Period> weeks;
    WeeksTarget target;
    QPointer<ReportJob> running;
    report::Index index;
    QList<ReportJob::Failure> failures;
    qsizetype next = 0;
    bool writing = false;
    bool stopped = false;
};

WeeksJob::WeeksJob(store::Store& store, summary::Summariser& summariser, const Clock& clock,
                   const store::ListRecord& list, const ReportOptions& options, QList<thread::Period> weeks,
                   WeeksTarget target, QObject* parent)
    : Job(tr("Weekly reports of %1").arg(list.name), parent)
    , m_state(new State{store,
                        summariser,
                        clock,
                        list,
                        options,
                        std::move(weeks),
                        std::move(target),
                        {},
                        {},
                        {},
                        0,
                        false,
                        false})
{
    m_state->index.listName = list.name;
    m_state->index.language = options.summary.language;
}

WeeksJob::~WeeksJob() = default;

int WeeksJob::written() const
{
    return static_cast<int>(m_state->index.entries.size());
}

const QList<ReportJob::Failure>& WeeksJob::failures() const
{
    return m_state->failures;
}

QString WeeksJob::fileName(const QString& list, const thread::Period& period, report::Format format)
{
    static const QRegularExpression unsafe(u"[^\\p{L}\\p{N}._-]+"_s);
    QString name = list;
    name.replace(unsafe, u"-"_s);
    while (name.startsWith(u'.') || name.startsWith(u'-'))
        name.remove(0, 1);
    while (name.endsWith(u'-'))
        name.chop(1);
    if (name.isEmpty())
        name = u"report"_s;
    const bool week = period == thread::weekOf(period.since);
    const QString days = period.since.toString(Qt::ISODate) + u'-' + period.until.toString(Qt::ISODate);
    return name.left(80) + u'-' + (week ? thread::isoWeekName(period.since) : days) + u'.'
        + report::extensionOf(format);
}

void WeeksJob::start()
{
    if (!QDir().mkpath(m_state->target.folder)) {
        m_state->stopped = true;
        finish(
            fail(ErrorCode::FilePermission,
                 tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(m_state->target.folder))));
        return;
    }
    nextWeek();
}

void WeeksJob::nextWeek()
{
    State& s = *m_state;
    if (s.next >= s.weeks.size()) {
        writeIndex(success());
        return;
    }
    report({tr("Weekly reports"), s.next, s.weeks.size()});
    ReportOptions options = s.options;
    options.period = s.weeks.at(s.next);
    s.running = new ReportJob(s.store, s.summariser, s.clock, s.list, options, this);
    connect(s.running, &Job::finished, this, &WeeksJob::takeReport);
    s.running->start();
}

void WeeksJob::takeReport(const Status& outcome)
{
    State& s = *m_state;
    ReportJob* job = s.running;
    job->deleteLater();
    if (s.stopped)
        return;
    if (!outcome) {
        writeIndex(outcome);
        return;
    }
    ++s.next;
    if (job->report().threads.empty()) {
        nextWeek();
        return;
    }
    s.failures += job->failures();
    const QString name = fileName(s.list.name, job->report().period, s.target.format);
    const auto write = [report = job->report(), target = s.target, name] {
        return report::save(report::write(report, target.format, target.style), target.folder + u'/' + name);
    };
    s.writing = true;
    onResult(QtConcurrent::run(write), this,
             [this, entry = report::indexEntry(job->report(), name)](const Status& saved) {
                 State& state = *m_state;
                 state.writing = false;
                 if (saved)
                     state.index.entries += entry;
                 if (state.stopped)
                     writeIndex(cancelled());
                 else if (saved)
                     nextWeek();
                 else
                     writeIndex(saved);
             });
}

/// Of what there is, whatever the outcome.
void WeeksJob::writeIndex(const Status& outcome)
{
    State& s = *m_state;
    if (s.index.entries.isEmpty()) {
        finish(outcome);
        return;
    }
    const auto save = [folder = s.target.folder, index = s.index, format = s.target.format] {
        return saveIndex(folder, index, format);
    };
    onResult(QtConcurrent::run(save), this,
             [this, outcome](const Status& saved) { finish(outcome ? saved : outcome); });
}

void WeeksJob::cancel()
{
    State& s = *m_state;
    if (s.stopped)
        return;
    s.stopped = true;
    if (s.running != nullptr && !s.running->isFinished())
        s.running->cancel();
    if (!s.writing) // else once the file is whole, so that the index names it
        writeIndex(cancelled());
}

Result<QList<thread::Period>> weeksOf(const QString& range)
{
    const QStringList ends = range.split(u".."_s);
    const auto usage = [&range] {
        return fail(ErrorCode::Usage,
                    WeeksJob::tr("\"%1\" is no range of weeks. Write it as 2025-W20..2025-W25.").arg(range));
    };
    if (ends.size() != 2)
        return usage();
    const Result<thread::Period> first = thread::periodFromWeek(ends.constFirst());
    const Result<thread::Period> last = thread::periodFromWeek(ends.constLast());
    if (!first || !last || first->since > last->since)
        return usage();
    QList<thread::Period> weeks;
    for (QDate monday = first->since; monday <= last->since; monday = monday.addDays(7)) {
        if (weeks.size() == mostWeeks)
            return fail(ErrorCode::Usage,
                        WeeksJob::tr("%1 are more than %2 weeks.").arg(range, QString::number(mostWeeks)));
        weeks += thread::weekOf(monday);
    }
    return weeks;
}

} // namespace lb::brief
