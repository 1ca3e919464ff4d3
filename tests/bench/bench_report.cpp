// SPDX-License-Identifier: GPL-3.0-or-later
// How long a week's report takes from a library that is up to date, as a whole process, beside the bare start
// of the same program. bench_report [ARCHIVE SINCE UNTIL]; without arguments the built-in sample week.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace
{

constexpr int runs = 9;

double milliseconds(const QStringList& arguments, int& code)
{
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(QStringLiteral(LB_PROGRAM), arguments);
    process.waitForFinished(-1);
    code = process.exitCode();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double median(const QStringList& arguments)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        int code = 0;
        times.push_back(milliseconds(arguments, code));
        if (code != 0)
            std::printf("exit status %d\n", code);
    }
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return times[runs / 2];
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder;
    const QStringList given = QCoreApplication::arguments().mid(1);
    QString archive = given.value(0);
    if (archive.isEmpty()) {
        archive = folder.filePath(u"week25.mbox.gz"_s);
        QFile::copy(u":/sample/kvmarm-2025-week25.mbox.gz"_s, archive);
    }
    const QStringList report{u"--profile"_s,  folder.filePath(u"profile"_s),
                             u"--export"_s,   folder.filePath(u"report.md"_s),
                             u"--provider"_s, u"digest"_s,
                             u"--since"_s,    given.value(1, u"2025-06-16"_s),
                             u"--until"_s,    given.value(2, u"2025-06-22"_s),
                             archive};
    int code = 0;
    const double first = milliseconds(report, code);
    if (code != 0)
        return code;
    const double start = median({u"--version"_s});
    QStringList refresh = report;
    refresh.prepend(u"--refresh"_s);
    const double digests = median(refresh);
    const double cached = median(report);
    std::printf("program start and end            %7.1f ms\n", start);
    std::printf("first run: import and report     %7.1f ms  %5.1f x start\n", first, first / start);
    std::printf("report, every digest made anew   %7.1f ms  %5.1f x start\n", digests, digests / start);
    std::printf("report, library up to date       %7.1f ms  %5.1f x start  (aim: under 300 ms)\n", cached,
                cached / start);
    return 0;
}
