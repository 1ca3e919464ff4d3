// SPDX-License-Identifier: GPL-3.0-or-later
// bench_query [MAILS [FOLDER]]: how long 100 queries of all kinds take over all mail of an invented list,
// from the text to the sorted threads that the tree shows, and how long the GUI thread is held while one is
// typed letter by letter. A library found in FOLDER is not made again. Nothing is kept from one query to the
// next.
#include "archive/location.h"
#include "benchrig.h"
#include "library/importjob.h"
#include "library/indexjob.h"
#include "syntheticlist.h"
#include "ui/models/arrangement.h"
#include "ui/windowstate.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

using namespace lb;
using namespace lb::bench;
using namespace Qt::StringLiterals;

namespace
{

constexpr int passes = 3;

template <typename T>
T valueOf(const QFuture<Result<T>>& future)
{
    const Result<T> result = future.result();
    if (result)
        return *result;
    std::fprintf(stderr, "%s\n", qPrintable(result.error().text));
    std::exit(1);
}

void run(Job& job)
{
    QObject::connect(&job, &Job::finished, &job, [](const Status& status) {
        if (!status)
            std::exit(1);
        QCoreApplication::quit();
    });
    job.start();
    QCoreApplication::exec();
}

void makeLibrary(const QDir& folder, const QString& file, int mails)
{
    const QString archive = folder.filePath(u"kvmarm.mbox"_s);
    {
        QFile out(archive);
        if (!out.open(QIODevice::WriteOnly))
            std::exit(1);
        writeList(mails, [&out](const QByteArray& entry) { out.write(entry); });
    }
    QElapsedTimer timer;
    timer.start();
    store::Store store(file);
    if (!store.open().result())
        std::exit(1);
    store::ListRecord record;
    record.name = u"kvmarm"_s;
    record.archives = {{{}, archive, {}, {}}};
    const store::ListRecord list = valueOf(store.saveList(record));
    const Result<archive::Location> location = archive::locate(archive);
    if (!location)
        std::exit(1);
    {
        library::ImportJob job(store, list.id, list.archives.constFirst(), *location);
        run(job);
    }
    const double imported = static_cast<double>(timer.restart()) / 1000;
    library::IndexJob index(store);
    run(index);
    std::printf("imported in %.1f s, indexed in %.1f s\n", imported,
                static_cast<double>(timer.elapsed()) / 1000);
    QFile::remove(archive);
}

/// Words of subjects, the most frequent first.
QStringList wordsOf(const ui::Snapshot& snapshot)
{
    QHash<QString, int> counts;
    for (const ui::ThreadEntry& entry : snapshot.threads) {
        for (const QString& word : entry.listing.title.toCaseFolded().split(u' ')) {
            if (word.size() > 2 && word.front().isLetter())
                ++counts[word];
        }
    }
    QStringList words = counts.keys();
    std::sort(words.begin(), words.end(), [&counts](const QString& a, const QString& b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
    });
    return words;
}

/// As if mails had been read for them and somebody had worked with them for a while.
void inventMarks(const ui::Snapshot& snapshot, ui::Marks& marks)
{
    int i = 0;
    for (const ui::ThreadEntry& entry : snapshot.threads) {
        ui::ThreadMarks& own = marks[entry.listing.thread];
        thread::FactMarks facts;
        facts.openQuestions = i % 5 == 0 ? 1 : 0;
        facts.reviews = i % 3;
        facts.refusals = i % 50 == 0 ? 1 : 0;
        facts.botFailures = i % 40 == 0 ? 1 : 0;
        facts.awaiting = static_cast<thread::Awaiting>(i % 4);
        own.facts = facts;
        own.unread = i % 2;
        own.triage.starred = i % 30 == 0;
        own.triage.muted = i % 25 == 0;
        own.triage.done = i % 4 == 0;
        ++i;
    }
}

/// 100 queries of all kinds: %a frequent words, %m some, %r rare ones.
QStringList queries(const QStringList& words)
{
    const QStringList shapes{
        u"%a"_s,
        u"%m"_s,
        u"%r"_s,
        u"%m*"_s,

        u"\"%a %b\""_s,
        u"%a %m"_s,
        u"%a or %m"_s,
        u"%m -%a"_s,
        u"-%a"_s,
        u"subject:%m from:person1"_s,
        u"from:\"Person Number7\" is:open"_s,
        u"starter:person12 has:patch"_s,
        u"body:%m -subject:%m"_s,
        u"path:arch/arm64 %m"_s,
        u"path:arch/arm64/kvm"_s,
        u"trailer:reviewed-by"_s,
        u"to:person3 is:unread"_s,
        u"to:me awaiting:me"_s,
        u"is:starred or is:nack or is:bot-failure"_s,
        u"(%a or %b) (is:open or has:review) -is:done since:2016"_s,
        u"since:2018-W10 until:2019 mails:>10 participants:>=5"_s,
        u"during:2017-03 revision:>=2 awaiting:author"_s,
        u"%m %r or (%a -(%b is:muted))"_s,
        u"\"Question about\" mails:5..9"_s,
        u"not (has:patch or is:done) %r"_s,
    };
    QStringList made;
    for (int round = 0; round < 4; ++round) {
        const auto word = [&words, round](qsizetype at) { return words.at((at + round * 7) % words.size()); };
        for (QString shape : shapes) {
            shape.replace(u"%a"_s, word(2)).replace(u"%b"_s, word(3));
            made.append(
                shape.replace(u"%m"_s, word(words.size() / 20)).replace(u"%r"_s, word(words.size() - 40)));
        }
    }
    return made;
}

struct Timed {
    QString text;
    double total = 0; ///< ms from the text to what the tree shows
    double work
        = 0; ///< processor time of all threads for it: what else the machine does does not lengthen it
    double library = 0; ///< of the total, the library's part
    int threads = 0;
};

/// `survey`: as in the window, where threads stand is known before a query is typed.
Timed ask(store::Store& store, const ui::LoadedSnapshot& loaded, const ui::SurveyPointer& survey,
          const QString& text)
{
    Timed timed{text};
    QElapsedTimer timer;
    timer.start();
    const double workBefore = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
    const auto elapsed = [&timer] { return static_cast<double>(timer.nsecsElapsed()) / 1e6; };
    query::Parsed parsed = query::parse(text, QDate(2025, 6, 18));
    if (parsed.problem) {
        std::fprintf(stderr, "not understood: %s\n", qPrintable(text));
        std::exit(1);
    }
    ui::ThreadFilter filter;
    filter.plan = std::make_shared<const query::Plan>(std::move(parsed.query),
                                                      query::Identity{{u"person5@example.invalid"_s}});
    const double before = elapsed();
    filter.found = valueOf(store.findTexts(filter.plan->texts())).mails;
    timed.library = elapsed() - before;
    timed.threads = ui::arrange(loaded.snapshot, loaded.marks, {}, filter, loaded.revisions, survey).shown;
    timed.total = elapsed();
    timed.work = milliseconds(CLOCK_PROCESS_CPUTIME_ID) - workBefore;
    return timed;
}

void report(const char* what, const char* clock, const std::vector<Timed>& times, double Timed::*value)
{
    std::vector<double> sorted;
    for (const Timed& timed : times)
        sorted.push_back(timed.*value);
    std::sort(sorted.begin(), sorted.end());
    const auto at = [&sorted](std::size_t percent) { return sorted[(sorted.size() - 1) * percent / 100]; };
    std::printf("%s %zu queries, %s: p50 %.1f ms, p95 %.1f ms (aim: 50 ms), max %.1f ms\n", what,
                sorted.size(), clock, at(50), at(95), sorted.back());
}

void askAll(const QString& file)
{
    store::Store store(file);
    if (!store.open().result())
        std::exit(1);
    const ListId list = valueOf(store.lists()).constFirst().id;
    const ui::Scope scope{list, std::nullopt};
    std::vector<thread::Listing> listings
        = thread::listThreads(valueOf(store.mails(list, std::nullopt)), thread::ListingOptions());
    ui::LoadedSnapshot loaded = ui::buildSnapshot(scope, std::move(listings), {});
    inventMarks(*loaded.snapshot, loaded.marks);
    std::printf("%d mails in %zu threads\n", loaded.snapshot->mails, loaded.snapshot->threads.size());
    const QStringList texts = queries(wordsOf(*loaded.snapshot));
    const auto survey = std::make_shared<const ui::Survey>(
        ui::survey(*loaded.snapshot, loaded.marks, loaded.revisions.get(), nullptr));
    std::vector<Timed> times;
    for (int pass = 0; pass < passes; ++pass) {
        times.clear();
        for (const QString& text : texts)
            times.push_back(ask(store, loaded, survey, text));
        const char* const what = pass == 0 ? "first pass:" : "again:     ";
        report(what, "clock", times, &Timed::total);
        report(what, "processor", times, &Timed::work);
    }
    std::sort(times.begin(), times.end(), [](const Timed& a, const Timed& b) { return a.work > b.work; });
    for (std::size_t i = 0; i < 5; ++i)
        std::printf("  %6.1f ms of work, %6.1f on the clock (library %5.1f) %6d threads  %s\n", times[i].work,
                    times[i].total, times[i].library, times[i].threads, qPrintable(times[i].text));
}

void type(ProbedApplication& app, const QString& profile)
{
    Rig rig(profile);
    auto* tree = rig.window.findChild<QTreeView*>(u"threadTree"_s);
    auto* line = rig.window.findChild<QLineEdit*>(u"filterThreadsLine"_s);
    rig.window.start();
    rig.window.show();
    Steps steps(&rig.window);
    new FirstPaint(tree, [&steps] { QTimer::singleShot(4000, &steps, [&steps] { steps.start(); }); });
    steps.add(1, [&app](int) { (void)app.takeLongest(); });
    const QString typed = u"interrupt or table from:person1 -is:muted path:arch/arm64 mails:>3"_s;
    steps.add(static_cast<int>(typed.size()), [line, typed](int i) { line->setText(typed.left(i + 1)); });
    steps.add(60, [](int) {});
    steps.add(1, [&app, &rig](int) {
        const ProbedApplication::Longest longest = app.takeLongest();
        std::printf("GUI thread held at most while a query was typed: %.1f ms of work (aim: 16 ms; %d events "
                    "over it), "
                    "%.1f ms on the clock [%s]; %d threads shown\n",
                    longest.held.work, longest.over, longest.held.clock, longest.event.constData(),
                    rig.window.threads().arrangement().shown);
    });
    QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const int mails = argc > 1 ? std::atoi(argv[1]) : 200'000;
    ProbedApplication app(argc, argv);
    app.setQuitOnLastWindowClosed(false);
    const QTemporaryDir temporary;
    const QDir folder(argc > 2 ? QString::fromLocal8Bit(argv[2]) : temporary.path());
    const QString profile = folder.filePath(u"profile"_s);
    const QString file = Paths(profile).libraryFile();
    if (!QFile::exists(file)) {
        QDir().mkpath(QFileInfo(file).absolutePath());
        makeLibrary(folder, file, mails);
    }
    askAll(file);
    {
        ui::WindowState state(Paths(profile).stateFile());
        state.setScope({ListId{1}, std::nullopt});
        state.save();
    }
    type(app, profile);
    return 0;
}
