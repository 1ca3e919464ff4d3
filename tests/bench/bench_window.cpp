// SPDX-License-Identifier: GPL-3.0-or-later
// bench_window [MAILS]: how long the window takes from the start of its process to the first painted tree,
// and how long the GUI thread was held at most while a list was imported, scrolled and filtered. Offscreen
// unless told otherwise.
#include "archive/location.h"
#include "core/paths.h"
#include "core/settings.h"
#include "llm/chatclient.h"
#include "llm/secretstore.h"
#include "net/httpclient.h"
#include "store/store.h"
#include "summary/summariser.h"
#include "syntheticlist.h"
#include "ui/mainwindow.h"
#include "ui/windowstate.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>

using namespace lb;
using namespace Qt::StringLiterals;

namespace
{

/// Times every event from the outside: the longest is how long the GUI thread was held.
class ProbedApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth++ == 0)
            m_timer.start();
        const bool handled = QApplication::notify(receiver, event);
        if (--m_depth == 0) {
            const double held = static_cast<double>(m_timer.nsecsElapsed()) / 1e6;
            m_longest = std::max(m_longest, held);
            m_over += held > 16 ? 1 : 0;
        }
        return handled;
    }
    double takeLongest(int* over)
    {
        *over = std::exchange(m_over, 0);
        return std::exchange(m_longest, 0);
    }

private:
    QElapsedTimer m_timer;
    double m_longest = 0;
    int m_over = 0;
    int m_depth = 0;
};

struct Rig {
    explicit Rig(const QString& profile)
        : paths(profile)
        , settings(paths.settingsFile())
        , store(paths.libraryFile())
        , chat(http)
        , summariser(store, chat, clock)
        , services{store, http, chat, keychain, sessionKeys, settings, clock, paths, summariser}
        , window(services)
    {
    }
    SystemClock clock;
    Paths paths;
    Settings settings;
    store::Store store;
    net::HttpClient http;
    llm::ChatClient chat;
    llm::MemoryStore keychain;
    llm::MemoryStore sessionKeys;
    summary::Summariser summariser;
    ui::Services services;
    ui::MainWindow window;
};

/// Calls back once, when the tree has painted rows.
class FirstPaint final : public QObject
{
public:
    FirstPaint(QTreeView* tree, std::function<void()> painted)
        : QObject(tree), m_tree(tree), m_painted(std::move(painted))
    {
        tree->viewport()->installEventFilter(this);
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_tree->model()->rowCount() > 0 && m_painted) {
            auto painted = std::exchange(m_painted, nullptr);
            QTimer::singleShot(0, this, painted); // after this paint
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QTreeView* m_tree;
    std::function<void()> m_painted;
};

int openAndPaint(int argc, char** argv, const QString& profile)
{
    const QApplication app(argc, argv);
    Rig rig(profile);
    auto* tree = rig.window.findChild<QTreeView*>(u"threadTree"_s);
    new FirstPaint(tree, [] {
        std::puts("painted");
        std::fflush(stdout);
        QCoreApplication::quit();
    });
    rig.window.start();
    rig.window.show();
    return QApplication::exec();
}

double childMilliseconds(const QString& profile)
{
    QElapsedTimer timer;
    timer.start();
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--paint"_s, profile});
    double painted = -1;
    while (painted < 0 && child.waitForReadyRead(60000)) {
        if (child.readAllStandardOutput().contains("painted"))
            painted = static_cast<double>(timer.nsecsElapsed()) / 1e6;
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
    double best = childMilliseconds(profile);
    for (int i = 0; i < 2; ++i)
        best = std::min(best, childMilliseconds(profile));
    std::printf("start of the process to the first painted tree, %-18s %7.0f ms (best of 3; aim: 400 ms)\n",
                what, best);
}

void printHeld(ProbedApplication& app, const char* what)
{
    int over = 0;
    const double longest = app.takeLongest(&over);
    std::printf("GUI thread held at most, %-30s %7.1f ms (aim: 16 ms; %d events over it)\n", what, longest,
                over);
}

/// Runs the steps one after the other from the event loop, each after the one before has been painted.
class Steps final : public QObject
{
public:
    explicit Steps(QObject* parent) : QObject(parent) { }
    void add(int times, std::function<void(int)> step)
    {
        for (int i = 0; i < times; ++i)
            m_steps.push_back([step, i] { step(i); });
    }
    void start()
    {
        if (m_next == m_steps.size()) {
            QCoreApplication::quit();
            return;
        }
        m_steps[m_next++]();
        QTimer::singleShot(25, this, [this] { start(); });
    }

private:
    std::vector<std::function<void()>> m_steps;
    std::size_t m_next = 0;
};

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
    const QTemporaryDir folder;
    const QString archive = folder.filePath(u"kvmarm.mbox"_s);
    {
        QFile file(archive);
        if (!file.open(QIODevice::WriteOnly))
            return 1;
        bench::writeList(mails, [&file](const QByteArray& entry) { file.write(entry); });
    }
    const QString profile = folder.filePath(u"profile"_s);
    std::printf("a list of %d mails\n", mails);
    const ui::Scope week = import(app, profile, archive);
    printStart("a week:", profile, week);
    printStart("all mail:", profile, {week.list, std::nullopt});
    browse(app, profile);
    return 0;
}
