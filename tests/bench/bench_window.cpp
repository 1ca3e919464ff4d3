// SPDX-License-Identifier: GPL-3.0-or-later
// bench_window [MAILS [FOLDER]]: how long the window takes from the start of its process to the first painted
// tree, and how long the GUI thread was held at most while a list was imported, scrolled and filtered.
// Offscreen unless told otherwise. A library found in FOLDER is not imported again; a kvmarm.mbox there
// takes the place of the invented list.
#include "archive/location.h"
#include "benchrig.h"
#include "syntheticlist.h"
#include "ui/windowstate.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

using namespace lb;
using namespace lb::bench;
using namespace Qt::StringLiterals;

namespace
{

int openAndPaint(int argc, char** argv, const QString& profile)
{
    const QApplication app(argc, argv);
    Rig rig(profile);
    auto* tree = rig.window.findChild<QTreeView*>(u"threadTree"_s);
    new FirstPaint(tree, [] {
        std::printf("painted %.0f\n", milliseconds(CLOCK_PROCESS_CPUTIME_ID));
        std::fflush(stdout);
        QCoreApplication::quit();
    });
    rig.window.start();
    rig.window.show();
    return QApplication::exec();
}

Held startChild(const QString& profile)
{
    QElapsedTimer timer;
    timer.start();
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--paint"_s, profile});
    Held painted{-1, -1};
    while (painted.clock < 0 && child.waitForReadyRead(60000)) {
        if (const QByteArray line = child.readAllStandardOutput(); line.startsWith("painted"))
            painted = {static_cast<double>(timer.nsecsElapsed()) / 1e6, line.mid(8).toDouble()};
    }
    child.waitForFinished(60000);
    return painted;
}

void printStart(const char* what, const QString& profile, const ui::Scope& scope)
{
    {
        ui::WindowState state(Paths(profile).stateFile());
        state.setScope(scope);
        state.save();
    }
    Held best = startChild(profile);
    for (int i = 0; i < 4; ++i) {
        const Held held = startChild(profile);
        best = {std::min(best.clock, held.clock), std::min(best.work, held.work)};
    }
    std::printf("start of the process to the first painted tree, %-9s %6.0f ms (best of 5; aim: 400 ms); "
                "processor time of all threads %6.0f ms\n",
                what, best.clock, best.work);
}

void printHeld(ProbedApplication& app, const char* what)
{
    const ProbedApplication::Longest longest = app.takeLongest();
    std::printf(
        "GUI thread held at most, %-22s %6.1f ms of work (aim: 16 ms; %d events over it), %6.1f ms on "
        "the clock [%s]\n",
        what, longest.held.work, longest.over, longest.held.clock, longest.event.constData());
}

ui::Scope import(ProbedApplication& app, const QString& profile, const QString& archive)
{
    Rig rig(profile);
    QElapsedTimer timer;
    timer.start();
    rig.window.start({archive});
    rig.window.show();
    int rows = 0;
    bool began = false;
    QTimer::singleShot(0, &rig.window, [] {});
    QObject::connect(&rig.window.jobs(), &ui::JobsModel::changed, &rig.window, [&rig, &began] {
        began = began || rig.window.jobs().running() > 0;
        if (began && rig.window.jobs().running() == 0)
            QTimer::singleShot(1500, &rig.window, [] { QCoreApplication::quit(); });
    });
    QApplication::exec();
    rows = rig.window.threads().arrangement().shown;
    std::printf("imported and indexed with the window open in %.1f s; %d threads in the week shown\n",
                static_cast<double>(timer.elapsed()) / 1000 - 1.5, rows);
    printHeld(app, "import and index:");
    const ui::SnapshotPointer& snapshot = rig.window.threads().arrangement().snapshot;
    return snapshot == nullptr ? ui::Scope() : snapshot->scope;
}

void browse(ProbedApplication& app, const QString& profile)
{
    Rig rig(profile);
    auto* tree = rig.window.findChild<QTreeView*>(u"threadTree"_s);
    auto* filter = rig.window.findChild<QLineEdit*>(u"filterThreadsLine"_s);
    rig.window.start();
    rig.window.show();
    Steps steps(&rig.window);
    new FirstPaint(tree, [&steps] { QTimer::singleShot(1000, &steps, [&steps] { steps.start(); }); });
    steps.add(1, [&app](int) { printHeld(app, "opening all mail:"); });
    steps.add(200, [tree](int i) {
        QScrollBar* bar = tree->verticalScrollBar();
        bar->setValue(bar->maximum() * i / 199);
    });
    steps.add(1, [&app](int) { printHeld(app, "scrolling all mail:"); });
    const QString typed = u"kvm: arm64 v2"_s;
    steps.add(static_cast<int>(typed.size()), [filter, typed](int i) { filter->setText(typed.left(i + 1)); });
    steps.add(20, [](int) {});
    steps.add(1, [filter](int) { filter->clear(); });
    steps.add(40, [](int) {});
    steps.add(1, [&app](int) { printHeld(app, "filtering all mail:"); });
    QApplication::exec();
}

QString writeArchive(const QDir& folder, int mails)
{
    QString archive = folder.filePath(u"kvmarm.mbox"_s);
    QFile file(archive);
    if (file.exists())
        return archive;
    if (!file.open(QIODevice::WriteOnly))
        std::exit(1);
    bench::writeList(mails, [&file](const QByteArray& entry) { file.write(entry); });
    return archive;
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc == 3 && QByteArrayView(argv[1]) == "--paint")
        return openAndPaint(argc, argv, QString::fromLocal8Bit(argv[2]));
    const int mails = argc > 1 ? std::atoi(argv[1]) : 100'000;
    ProbedApplication app(argc, argv);
    app.setQuitOnLastWindowClosed(false);
    const QTemporaryDir temporary;
    const QDir folder(argc > 2 ? QString::fromLocal8Bit(argv[2]) : temporary.path());
    const QString profile = folder.filePath(u"profile"_s);
    std::printf("a list of %d mails\n", mails);
    ui::Scope week;
    if (QFile::exists(Paths(profile).libraryFile())) {
        week = ui::WindowState(Paths(folder.filePath(u"week"_s)).stateFile()).scope();
    } else {
        week = import(app, profile, writeArchive(folder, mails));
        ui::WindowState state(Paths(folder.filePath(u"week"_s)).stateFile());
        state.setScope(week);
        state.save();
    }
    printStart("a week:", profile, week);
    printStart("all mail:", profile, {week.list, std::nullopt});
    browse(app, profile);
    return 0;
}
