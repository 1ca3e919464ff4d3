// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paths.h"
#include "core/settings.h"
#include "llm/secretstore.h"
#include "net/httpclient.h"
#include "store/store.h"
#include "summary/summariser.h"
#include "support/fakeclock.h"
#include "support/patience.h"
#include "support/scriptedchat.h"
#include "support/scriptedprompts.h"
#include "ui/mainwindow.h"
#include "ui/windowstate.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <memory>
#include <utility>

namespace lb::test
{

using namespace Qt::StringLiterals;

/// The window over everything real but the network, the keychain and the dialogs, in a folder of its own.
/// Made anew over the same folder, it is the next session.
class WindowRig
{
public:
    explicit WindowRig(QString folder = {}, int seenAfter = 0)
        : profile(folder.isEmpty() ? home.path() : std::move(folder))
        , paths(profile)
        , settings(paths.settingsFile())
        , clock(QDateTime(QDate(2025, 6, 25), QTime(9, 0), Qt::UTC))
        , store(paths.libraryFile())
        , summariser(store, chat, clock)
        , services{store, http, chat, keychain, sessionKeys, settings, clock, paths, summariser}
    {
        settings.set(keys::Language, u"en"_s);
        settings.set(keys::SeenAfter, seenAfter); // how long a test takes must mark no mail
        settings.set(keys::YouGuessed, 1); // whoever runs the tests is nobody in them
        if (!QFileInfo::exists(paths.stateFile())) { // the tree of categories, unless a test is about views
            ui::WindowState state(paths.stateFile());
            state.setView(ui::View::All);
            state.save();
        }
        auto scripted = std::make_unique<ScriptedPrompts>();
        prompts = scripted.get();
        window = std::make_unique<ui::MainWindow>(services, std::move(scripted));
    }

    /// Shows the window, opens the library and waits for the sample's week.
    [[nodiscard]] bool openSample()
    {
        show();
        const auto page = [this] { return window->findChild<QWidget*>(u"openSampleButton"_s); };
        if (!QTest::qWaitFor([&page] { return page() != nullptr && page()->isVisible(); }, Patience))
            return false;
        QTest::mouseClick(page(), Qt::LeftButton);
        return waitForThreads(26)
            && QTest::qWaitFor([this] { return window->windowTitle().contains(u"2025-W25"_s); }, Patience)
            && QTest::qWaitFor(
                   [this] {
                       // "All mail" may have been shown before the week was known; it has 26 threads, too.
                       const auto& snapshot = window->threads().arrangement().snapshot;
                       return snapshot != nullptr && snapshot->scope.period.has_value();
                   },
                   Patience)
            && waitForThreads(26);
    }
    void show(const QStringList& archives = {})
    {
        window->show();
        window->start(archives);
        (void)QTest::qWaitForWindowActive(window.get(), Patience);
    }
    [[nodiscard]] bool waitForThreads(int count) const
    {
        return QTest::qWaitFor([this, count] { return window->threads().arrangement().shown == count; },
                               Patience);
    }
    [[nodiscard]] bool waitForJobs() const
    {
        return QTest::qWaitFor([this] { return window->jobs().running() == 0; }, Patience);
    }
    [[nodiscard]] QTreeView* tree() const { return window->findChild<QTreeView*>(u"threadTree"_s); }
    [[nodiscard]] QTreeView* lists() const { return window->findChild<QTreeView*>(u"listsTree"_s); }
    [[nodiscard]] QLineEdit* filter() const { return window->findChild<QLineEdit*>(u"filterThreadsLine"_s); }
    [[nodiscard]] QModelIndex current() const { return tree()->currentIndex(); }
    [[nodiscard]] ThreadId currentThread() const
    {
        return current().data(ui::ThreadTreeModel::ThreadRole).value<ThreadId>();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget* where = window->focusWidget();
        QTest::keyClick(where != nullptr ? where : window.get(), key, modifiers);
    }

    QTemporaryDir home;
    QString profile;
    Paths paths;
    Settings settings;
    FakeClock clock;
    store::Store store;
    net::HttpClient http;
    ScriptedChat chat;
    llm::MemoryStore keychain;
    llm::MemoryStore sessionKeys;
    summary::Summariser summariser;
    ui::Services services;
    ScriptedPrompts* prompts = nullptr; ///< the window's
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace lb::test
