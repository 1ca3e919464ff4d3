// SPDX-License-Identifier: GPL-3.0-or-later
// bench_window [MAILS [FOLDER]]: how long the window takes from the start of its process to the first painted
// tree, how long the GUI thread was held at most while a list was imported, scrolled and filtered, how long a
// change of view takes to its first rows, and how much memory that is. Offscreen unless told otherwise. A
// library found in FOLDER is not imported again; a kvmarm.mbox there takes the place of the invented list.
#include "archive/location.h"
#include "benchrig.h"
#include "syntheticlist.h"
#include "ui/windowstate.h"

#include <QAction>
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

/// Goes through views and scopes, and says how long each takes from the key to the painted rows.
class ViewChanges final : public QObject
{
public:
    ViewChanges(ui::MainWindow& window, QTreeView* tree, QStringList actions)
        : QObject(&window), m_window(window), m_actions(std::move(actions))
    {
        tree->viewport()->installEventFilter(this);
        connect(&window, &ui::MainWindow::shown, this, [this] {
            m_arranged = true;
            // A view without threads paints a sentence in the tree's place.
            if (m_window.threads().arrangement().shown == 0)
                QTimer::singleShot(0, this, [this] { painted(); });
        });
    }
    void next()
    {
        if (m_at == m_actions.size()) {
            std::printf("slowest change of view: %.1f ms to the first rows (%s; aim: 100 ms); median of %zu: "
                        "%.1f ms\n",
                        m_slowest, qPrintable(m_slowestName), m_times.size(), median());
            QCoreApplication::quit();
            return;
        }
        m_arranged = false;
        m_waiting = true;
        m_timer.start();
        m_window.findChild<QAction*>(m_actions.at(m_at))->trigger();
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_arranged)
            QTimer::singleShot(0, this, [this] { painted(); }); // after this paint
        return QObject::eventFilter(watched, event);
    }

private:
    void painted()
    {
        if (!std::exchange(m_waiting, false))
            return;
        const double taken = static_cast<double>(m_timer.nsecsElapsed()) / 1e6;
        m_times.push_back(taken);
        if (taken > m_slowest) {
            m_slowest = taken;
            m_slowestName = m_actions.at(m_at);
        }
        ++m_at;
        QTimer::singleShot(100, this, [this] { next(); });
    }
    [[nodiscard]] double median()
    {
        std::sort(m_times.begin(), m_times.end());
        return m_times.empty() ? 0 : m_times[m_times.size() / 2];
    }

    ui::MainWindow& m_window;
    QStringList m_actions;
    QElapsedTimer m_timer;
    std::vector<double> m_times;
    QString m_slowestName;
    double m_slowest = 0;
    qsizetype m_at = 0;
    bool m_arranged = false;
    bool m_waiting = false;
};

/// kB of a line of /proc/self/status; 0 where there is none.
qint64 memory(const QByteArray& name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(QByteArray(name + ':')))
            return line.mid(name.size() + 1).simplified().split(' ').constFirst().toLongLong();
    }
    return 0;
}

/// In a process of its own: what an allocator has kept from earlier windows would be counted, too.
int showAndMeasure(int argc, char** argv, const QString& profile)
{
    const QApplication app(argc, argv);
    Rig rig(profile);
    new FirstPaint(rig.window.findChild<QTreeView*>(u"threadTree"_s),
                   [] { QTimer::singleShot(15'000, [] { QCoreApplication::quit(); }); });
    rig.window.start();
    rig.window.show();
    const int code = QApplication::exec();
    std::printf("memory with %d mails shown: %.0f MB, at most %.0f MB until then (aim: 300 MB)\n",
                rig.window.threads().arrangement().snapshot->mails,
                static_cast<double>(memory("VmRSS")) / 1024, static_cast<double>(memory("VmHWM")) / 1024);
    return code;
}

void changeViews(ProbedApplication& app, const QString& profile)
{
    {
        ui::WindowState state(Paths(profile).stateFile());
        state.setView(ui::View::All);
        state.save();
    }
    Rig rig(profile);
    auto* tree = rig.window.findChild<QTreeView*>(u"threadTree"_s);
    QStringList actions;
    for (int round = 0; round < 3; ++round)
        actions << u"viewAttentionAction"_s << u"viewUnreadAction"_s << u"viewWaitingAction"_s
                << u"viewStarredAction"_s << u"viewSnoozedAction"_s << u"viewMutedAction"_s
                << u"viewAllAction"_s;
    ViewChanges changes(rig.window, tree, actions);
    rig.window.start();
    rig.window.show();
    new FirstPaint(tree, [&] {
        QTimer::singleShot(8000, &changes, [&] {
            (void)app.takeLongest();
            changes.next();
        });
    });
    QApplication::exec();
    printHeld(app, "changing views:");
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
    if (argc == 3 && QByteArrayView(argv[1]) == "--memory")
        return showAndMeasure(argc, argv, QString::fromLocal8Bit(argv[2]));
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
    changeViews(app, profile);
    std::fflush(stdout);
    const auto measure = [&profile] {
        return QProcess::execute(QCoreApplication::applicationFilePath(), {u"--memory"_s, profile});
    };
    if (measure() != 0)
        return 1;
    {
        ui::WindowState state(Paths(profile).stateFile());
        state.setScope(week);
        state.save();
    }
    return measure();
}
