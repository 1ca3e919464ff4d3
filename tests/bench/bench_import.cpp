// SPDX-License-Identifier: GPL-3.0-or-later
// bench_import [FILE.mbox.gz]: how long the first import of an archive takes, beside `gzip -dc` of the same
// file, and how much memory. Without a file an invented list of 21,000 mails is written to a temporary
// folder.
#include "archive/location.h"
#include "library/importjob.h"
#include "library/indexjob.h"
#include "syntheticlist.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <sys/resource.h>
#include <zlib.h>

#include <cstdio>
#include <cstdlib>

using namespace lb;
using namespace Qt::StringLiterals;

namespace
{

constexpr int inventedMails = 21'000;

[[noreturn]] void give(const QString& why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

/// In a process of its own, so that its memory is not counted.
int generate(const QByteArray& file)
{
    const gzFile out = gzopen(file.constData(), "wb6");
    qint64 bytes = 0;
    bench::writeList(inventedMails, [&](const QByteArray& mail) {
        bytes += mail.size();
        gzwrite(out, mail.constData(), static_cast<unsigned>(mail.size()));
    });
    std::printf("invented list: %d mails, %.0f MB\n", inventedMails, static_cast<double>(bytes) / 1e6);
    return gzclose(out) == Z_OK ? 0 : 1;
}

double gzipSeconds(const QString& file)
{
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
        QProcess gzip;
        gzip.setStandardOutputFile(QProcess::nullDevice());
        QElapsedTimer timer;
        timer.start();
        gzip.start(u"gzip"_s, {u"-dc"_s, file});
        if (!gzip.waitForFinished(-1) || gzip.exitCode() != 0)
            give(u"gzip failed"_s);
        best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
    return best;
}

/// Runs a job in an event loop; also the longest time that the loop was held.
double run(Job& job, double& longestHold)
{
    QElapsedTimer timer;
    QElapsedTimer tick;
    QTimer pulse;
    QObject::connect(&pulse, &QTimer::timeout, &job, [&] {
        longestHold = std::max(longestHold, static_cast<double>(tick.nsecsElapsed()) / 1e6 - 1.0);
        tick.start();
    });
    QObject::connect(&job, &Job::finished, &job, [](const Status& status) {
        if (!status)
            give(status.error().text + u' ' + status.error().detail);
        QCoreApplication::quit();
    });
    timer.start();
    tick.start();
    pulse.start(1);
    job.start();
    QCoreApplication::exec();
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

double processorSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double peakMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024.0;
    }
    return 0;
}

void benchFile(const QString& file)
{
    const double gzip = gzipSeconds(file);
    std::printf("gzip -dc                            %7.2f s\n", gzip);
    const Result<archive::Location> location = archive::locate(file);
    if (!location)
        give(location.error().text);
    const QTemporaryDir folder;
    const QString libraryFile = folder.filePath(u"library.sqlite"_s);
    store::Store store(libraryFile);
    if (const Status opened = store.open().result(); !opened)
        give(opened.error().text);
    store::ListRecord list;
    list.name = u"bench"_s;
    list.archives = {{{}, file, {}, {}}};
    list = store.saveList(list).result().value();

    double hold = 0;
    library::ImportJob import(store, list.id, list.archives.first(), *location);
    const double before = processorSeconds();
    const double imported = run(import, hold);
    const double importing = processorSeconds();
    const double mails = static_cast<double>(import.counts().added);
    std::printf("import until threads can be browsed %7.2f s  %5.1f x gzip (aim: at most 4)   %.0f mails\n",
                imported, imported / gzip, mails);
    library::IndexJob index(store);
    const double indexed = imported + run(index, hold);
    std::printf("import with full-text index         %7.2f s  %5.1f x gzip (aim: at most 9)\n", indexed,
                indexed / gzip);
    std::printf("  processor time of both            %5.2f + %.2f s on %d cores; what else runs slows the "
                "import, not gzip\n",
                importing - before, processorSeconds() - importing, QThread::idealThreadCount());
    const double peak = peakMegabytes();
    list = store.lists().result()->first();
    library::ImportJob again(store, list.id, list.archives.first(), *location);
    const double repeated = run(again, hold);
    std::printf("the same archive again              %7.3f s  %5.0f x faster (aim: at least 20)\n", repeated,
                imported / repeated);
    library::ImportJob forgetful(store, list.id, {}, *location);
    const double reread = run(forgetful, hold);
    std::printf("the same read as if it were new     %7.2f s  %5.1f x gzip   %lld known\n", reread,
                reread / gzip, static_cast<long long>(forgetful.counts().known));
    std::printf("peak memory (VmHWM)                 %7.0f MB (aim: under 150)\n", peak);
    std::printf("longest hold of the event loop      %7.1f ms (aim: 16)\n", hold);
    std::printf("library                             %7.0f MB on disk, %.1f x the gzip file\n",
                static_cast<double>(QFileInfo(libraryFile).size()) / 1e6,
                static_cast<double>(QFileInfo(libraryFile).size())
                    / static_cast<double>(QFileInfo(file).size()));
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == "--generate"_L1)
        return generate(QFile::encodeName(arguments.at(2)));
    if (arguments.size() == 2) {
        benchFile(arguments.at(1));
        return 0;
    }
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"invented.mbox.gz"_s);
    if (QProcess::execute(QCoreApplication::applicationFilePath(), {u"--generate"_s, file}) != 0)
        give(u"cannot write the invented list"_s);
    benchFile(file);
    return 0;
}
