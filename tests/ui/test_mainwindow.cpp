// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mailbuilder.h"
#include "support/preparedmail.h"
#include "support/windowrig.h"
#include "ui/exportflow.h"
#include "ui/summarypane.h"
#include "ui/windowstate.h"

#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLayout>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void offersWaysToBeginWhenThereIsNoList();
    void opensTheSampleAtItsWeek();
    void opensWhereItWasLeft();
    void opensArchivesOfTheCommandLineOnce();
    void takesDroppedFiles();
    void saysWhyAnArchiveCannotBeOpened();
    void saysWhyTheLibraryCannotBeOpened();
    void showsADigestForTheSelectedThread();
    void regeneratesWithAModelAndBringsTheOldOneBack();
    void keepsTheOldSummaryWhenARunFails();
    void summarisesAllThatLackASummary();
    void exportsTheReport();
    void asksBeforeItReplacesAFile();
    void suggestsSafeFileNames_data();
    void suggestsSafeFileNames();
    void findsTextInMails();
    void removesAList();
    void keepsSelectionAndExpansionOnRefresh();
    void showsAllMailOfALargeList();
    void explainsAFilterWithoutMatches();
};

namespace
{

QPushButton* buttonOf(QWidget* parent, const QString& name)
{
    return parent->findChild<QPushButton*>(name);
}

QString writeMbox(const QString& file, const QList<MailBuilder>& mails)
{
    QFile mbox(file);
    if (!mbox.open(QIODevice::WriteOnly))
        return {};
    for (const MailBuilder& mail : mails)
        mbox.write(mail.mboxEntry());
    return file;
}

QList<MailBuilder> twoThreads()
{
    return {MailBuilder("a@example.invalid").subject("[PATCH] a thing"),
            MailBuilder("b@example.invalid").subject("Re: [PATCH] a thing").replyTo("a@example.invalid"),
            MailBuilder("c@example.invalid").subject("A question?").body("Does the frobnicator work?\n")};
}

template <typename T>
T waitFor(const QFuture<T>& future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, Patience))
        qFatal("the library did not answer");
    return future.result();
}

/// A model that ScriptedChat plays, with a key for the session.
void useModel(WindowRig& rig)
{
    llm::Provider provider;
    provider.id = u"tester"_s;
    provider.name = u"Tester"_s;
    provider.endpoint = u"http://127.0.0.1:9/v1"_s;
    provider.model = u"tester-1"_s;
    rig.settings.set(keys::Providers, QString::fromUtf8(llm::toJson({provider})));
    rig.settings.set(keys::Provider, provider.id);
    (void)waitFor(rig.sessionKeys.write(llm::secretName(provider.id), u"secret of the session"_s));
}

/// Of the version that is shown for a thread, as the library has it.
store::SummaryKind currentKind(WindowRig& rig, ThreadId thread)
{
    const thread::Listing* listing = rig.window->threads().listing(thread);
    const ListId list = rig.window->threads().arrangement().snapshot->scope.list;
    const Result<QList<store::SummaryRecord>> versions = waitFor(rig.store.summaries(list, {listing->root}));
    const store::SummaryRecord* shown
        = versions ? shownSummary(*versions, *listing, Language::English) : nullptr;
    return shown == nullptr ? store::SummaryKind::Model : shown->kind;
}

} // namespace

void TestMainWindow::offersWaysToBeginWhenThereIsNoList()
{
    WindowRig rig;
    rig.show();
    for (const QString& name : {u"openSampleButton"_s, u"addFirstListButton"_s, u"openFirstFileButton"_s}) {
        auto* button = rig.window->findChild<QWidget*>(name);
        QTRY_VERIFY(button->isVisible());
    }
    QVERIFY(!rig.window->actions()[ActionId::Export]->isEnabled());
    QVERIFY(!rig.window->actions()[ActionId::Fetch]->isEnabled());
}

void TestMainWindow::opensTheSampleAtItsWeek()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    QCOMPARE(rig.window->threads().arrangement().snapshot->mails, 301);
    QVERIFY(rig.window->windowTitle().contains(u"2025-W25"_s));
    QVERIFY(rig.lists()->currentIndex().data().toString().startsWith(u"2025-W25"_s));
    QVERIFY(rig.currentThread().isValid()); // the first thread is open to be read
    QVERIFY(rig.window->windowTitle().contains(u"sample"_s));
    QVERIFY(rig.waitForJobs());
    QCOMPARE(rig.window->jobs().failed(), 0);
}

void TestMainWindow::opensWhereItWasLeft()
{
    const QTemporaryDir home;
    {
        WindowRig rig(home.path());
        QVERIFY(rig.openSample());
        rig.tree()->header()->setSortIndicator(static_cast<int>(ThreadColumn::Mails), Qt::DescendingOrder);
        rig.window->actions()[ActionId::HideSettled]->setChecked(true);
        QVERIFY(rig.waitForJobs());
        rig.window->close();
    }
    WindowRig rig(home.path());
    rig.show();
    QVERIFY(rig.waitForThreads(26));
    QVERIFY(rig.window->actions()[ActionId::HideSettled]->isChecked());
    QCOMPARE(rig.tree()->header()->sortIndicatorSection(), static_cast<int>(ThreadColumn::Mails));
    QTRY_VERIFY(rig.lists()->currentIndex().data().toString().startsWith(u"2025-W25"_s));
    const Arrangement& shown = rig.window->threads().arrangement();
    QCOMPARE(shown.entry(shown.groups.front().threads.front()).listing.count(), 36); // the largest first
}

void TestMainWindow::opensArchivesOfTheCommandLineOnce()
{
    const QTemporaryDir home;
    const QString file = writeMbox(home.filePath(u"week.mbox"_s), twoThreads());
    for (int session = 0; session < 2; ++session) {
        WindowRig rig(home.path());
        rig.show({file});
        QVERIFY(rig.waitForThreads(2));
        QVERIFY(rig.waitForJobs());
        QCOMPARE(rig.lists()->model()->rowCount(), 1); // the second time it is the same list
        QCOMPARE(rig.window->threads().arrangement().snapshot->mails, 3);
        rig.window->close();
    }
}

void TestMainWindow::takesDroppedFiles()
{
    WindowRig rig;
    rig.show();
    const QString file = writeMbox(rig.home.filePath(u"dropped.mbox"_s), twoThreads());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file), QUrl(u"https://example.invalid/"_s)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(rig.window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(rig.window.get(), &drop);
    QVERIFY(rig.waitForThreads(2));
    QVERIFY(rig.waitForJobs());
}

void TestMainWindow::saysWhyAnArchiveCannotBeOpened()
{
    WindowRig rig;
    rig.show({rig.home.filePath(u"nothing-here.mbox"_s)});
    auto* banner = rig.window->findChild<QWidget*>(u"banner"_s);
    if (banner == nullptr)
        banner = rig.window->centralWidget()->layout()->itemAt(0)->widget();
    QTRY_VERIFY(banner->isVisible());
    // The ways to begin are offered again.
    QTRY_VERIFY(rig.window->findChild<QWidget*>(u"openSampleButton"_s)->isEnabled());
}

void TestMainWindow::saysWhyTheLibraryCannotBeOpened()
{
    const QTemporaryDir home;
    QFile library(Paths(home.path()).libraryFile());
    QVERIFY(library.open(QIODevice::WriteOnly));
    library.write(QByteArray(8192, 'x'));
    library.close();
    WindowRig rig(home.path());
    rig.show();
    const auto visible = [&rig]() -> QPushButton* {
        for (auto* button : rig.window->findChildren<QPushButton*>(u"emptyStateButton"_s)) {
            if (button->isVisible())
                return button;
        }
        return nullptr;
    };
    QTRY_VERIFY(visible() != nullptr);
    QVERIFY(library.open(QIODevice::ReadOnly));
    QCOMPARE(library.readAll(), QByteArray(8192, 'x')); // it is left as it was found
}

void TestMainWindow::showsADigestForTheSelectedThread()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    const ThreadId thread = rig.currentThread();
    QTRY_COMPARE(rig.window->threads().marks().value(thread).summary, SummaryMark::Digest);
    QVERIFY(rig.chat.requests.isEmpty()); // no model without being asked
    rig.key(Qt::Key_J);
    QTRY_COMPARE(rig.window->threads().marks().value(rig.currentThread()).summary, SummaryMark::Digest);
    QVERIFY(rig.currentThread() != thread);
}

void TestMainWindow::regeneratesWithAModelAndBringsTheOldOneBack()
{
    WindowRig rig;
    useModel(rig);
    QVERIFY(rig.openSample());
    const ThreadId thread = rig.currentThread();
    QTRY_COMPARE(rig.window->threads().marks().value(thread).summary, SummaryMark::Digest);
    rig.key(Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(rig.chat.streams.size(), 1);
    QCOMPARE(rig.chat.requests.constFirst().key, u"secret of the session"_s);
    QCOMPARE(rig.window->threads().marks().value(thread).summary, SummaryMark::Running);
    rig.key(Qt::Key_R, Qt::ControlModifier); // it is running already
    rig.chat.streams.constFirst()->say(u"The series adds "_s);
    rig.key(Qt::Key_J); // reading on does not stop it
    llm::ChatAnswer answer;
    answer.text = u"The series adds a table of registers [1]."_s;
    answer.model = u"tester-1"_s;
    rig.chat.streams.constFirst()->answer(answer);
    QTRY_COMPARE(rig.window->threads().marks().value(thread).summary, SummaryMark::Model);
    QCOMPARE(rig.chat.requests.size(), 1);

    auto* pane = rig.window->findChild<SummaryPane*>();
    rig.key(Qt::Key_K);
    QCOMPARE(rig.currentThread(), thread);
    QSignalSpy chosen(pane, &SummaryPane::versionChosen);
    const Result<QList<store::SummaryRecord>> versions
        = waitFor(rig.store.summaries(rig.window->threads().arrangement().snapshot->scope.list,
                                      {rig.window->threads().listing(thread)->root}));
    QVERIFY(versions);
    QCOMPARE(versions->size(), 2); // the digest is still there
    for (const store::SummaryRecord& version : *versions) {
        if (version.kind == store::SummaryKind::Digest)
            Q_EMIT pane->versionChosen(version.id);
    }
    QTRY_VERIFY(currentKind(rig, thread) == store::SummaryKind::Digest);
}

void TestMainWindow::keepsTheOldSummaryWhenARunFails()
{
    WindowRig rig;
    useModel(rig);
    QVERIFY(rig.openSample());
    const ThreadId thread = rig.currentThread();
    QTRY_COMPARE(rig.window->threads().marks().value(thread).summary, SummaryMark::Digest);
    QVERIFY(rig.waitForJobs());
    rig.key(Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(rig.chat.streams.size(), 1);
    rig.chat.streams.constFirst()->say(u"Half a sen"_s);
    rig.chat.streams.constFirst()->answer(fail(ErrorCode::ModelQuota, u"There is no credit left."_s));
    QTRY_COMPARE(rig.window->jobs().failed(), 1);
    QCOMPARE(rig.window->threads().marks().value(thread).summary, SummaryMark::Digest);
    QCOMPARE(currentKind(rig, thread), store::SummaryKind::Digest);
    // Cancelled by Esc: nothing is kept as an error.
    rig.key(Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(rig.chat.streams.size(), 2);
    rig.key(Qt::Key_Escape);
    QVERIFY(rig.waitForJobs());
    QCOMPARE(rig.window->jobs().failed(), 1);
    QCOMPARE(rig.window->threads().marks().value(thread).summary, SummaryMark::Digest);
}

void TestMainWindow::summarisesAllThatLackASummary()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    rig.window->actions()[ActionId::SummariseAll]->trigger();
    const auto all = [&rig] {
        const QList<ThreadId> threads = rig.window->threads().shownThreads();
        return std::all_of(threads.begin(), threads.end(), [&rig](ThreadId thread) {
            return rig.window->threads().marks().value(thread).summary == SummaryMark::Digest;
        });
    };
    QTRY_VERIFY(all());
    QVERIFY(rig.waitForJobs());
    QVERIFY(rig.prompts->questions.isEmpty()); // nothing leaves the machine: nothing to ask
}

void TestMainWindow::exportsTheReport()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    rig.window->actions()[ActionId::Export]->trigger();
    auto* dialog = rig.window->findChild<QDialog*>(u"exportDialog"_s);
    QVERIFY(dialog != nullptr);
    auto* line = dialog->findChild<QLineEdit*>(u"exportFileLine"_s);
    QCOMPARE(QFileInfo(line->text()).fileName(), u"kvmarm-sample-2025-W25.md"_s);
    auto* format = dialog->findChild<QComboBox*>(u"exportFormatBox"_s);
    QCOMPARE(format->currentIndex(), 0);
    const QString file = rig.home.filePath(u"out/report.html"_s);
    QVERIFY(QDir().mkpath(rig.home.filePath(u"out"_s)));
    line->clear();
    QTest::keyClicks(line, file);
    QCOMPARE(format->currentIndex(), 1); // follows the name
    format->setCurrentIndex(0);
    Q_EMIT format->activated(0);
    QCOMPARE(line->text(), rig.home.filePath(u"out/report.md"_s)); // and the name the format
    buttonOf(dialog, u"exportButton"_s)->click();
    QTRY_VERIFY(QFile::exists(rig.home.filePath(u"out/report.md"_s)));
    QVERIFY(rig.waitForJobs());
    QFile report(rig.home.filePath(u"out/report.md"_s));
    QVERIFY(report.open(QIODevice::ReadOnly));
    QVERIFY(report.readAll().startsWith("# "));
    QVERIFY(rig.chat.requests.isEmpty());
}

void TestMainWindow::asksBeforeItReplacesAFile()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    QFile there(rig.home.filePath(u"there.md"_s));
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.write("mine");
    there.close();
    rig.prompts->accept = false;
    rig.window->actions()[ActionId::Export]->trigger();
    auto* dialog = rig.window->findChild<QDialog*>(u"exportDialog"_s);
    dialog->findChild<QLineEdit*>(u"exportFileLine"_s)->setText(there.fileName());
    buttonOf(dialog, u"exportButton"_s)->click();
    QCOMPARE(rig.prompts->questions.size(), 1);
    QVERIFY(dialog->isVisible());
    dialog->reject();
    QVERIFY(there.open(QIODevice::ReadOnly));
    QCOMPARE(there.readAll(), QByteArray("mine"));
}

void TestMainWindow::findsTextInMails()
{
    const QTemporaryDir home;
    WindowRig rig(home.path());
    rig.show({writeMbox(home.filePath(u"week.mbox"_s), twoThreads())});
    QVERIFY(rig.waitForThreads(2));
    QVERIFY(rig.waitForJobs()); // the index is complete
    rig.filter()->setFocus();
    QTest::keyClicks(rig.filter(), u"frobnicator"_s);
    QVERIFY(rig.waitForThreads(1)); // in no subject and no sender
    QCOMPARE(rig.window->threads().index(0, 0).data().toString(), u"Question (1)"_s);
    rig.key(Qt::Key_Escape);
    QVERIFY(rig.waitForThreads(2));
}

void TestMainWindow::removesAList()
{
    const QTemporaryDir home;
    WindowRig rig(home.path());
    rig.show({writeMbox(home.filePath(u"week.mbox"_s), twoThreads())});
    QVERIFY(rig.waitForThreads(2));
    QVERIFY(rig.waitForJobs());
    rig.prompts->accept = false;
    rig.window->actions()[ActionId::RemoveList]->trigger();
    QCOMPARE(rig.prompts->questions.size(), 1);
    QVERIFY(rig.prompts->questions.constFirst().dangerous);
    QCOMPARE(rig.lists()->model()->rowCount(), 1);
    rig.prompts->accept = true;
    rig.window->actions()[ActionId::RemoveList]->trigger();
    QTRY_COMPARE(rig.lists()->model()->rowCount(), 0);
    QTRY_VERIFY(rig.window->findChild<QWidget*>(u"openSampleButton"_s)->isVisible());
    QVERIFY(QFile::exists(home.filePath(u"week.mbox"_s)));
}

void TestMainWindow::keepsSelectionAndExpansionOnRefresh()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    QVERIFY(rig.waitForJobs());
    for (int i = 0; i < 5; ++i)
        rig.key(Qt::Key_J);
    const auto series = static_cast<int>(ThreadTreeModel::Kind::Series);
    while (rig.current().data(ThreadTreeModel::KindRole).toInt() == series)
        rig.key(Qt::Key_J);
    rig.key(Qt::Key_Return);
    rig.key(Qt::Key_Down);
    const MailId mail = rig.current().data(ThreadTreeModel::MailRole).value<MailId>();
    QVERIFY(mail.isValid());
    QSignalSpy shown(rig.window.get(), &MainWindow::shown);
    rig.window->actions()[ActionId::Fetch]->trigger();
    QTRY_VERIFY(!shown.isEmpty());
    QCOMPARE(rig.current().data(ThreadTreeModel::MailRole).value<MailId>(), mail);
    QVERIFY(rig.tree()->isExpanded(rig.current().parent()));
    QVERIFY(rig.waitForJobs());
}

/// The newest threads come first, the others behind them.
void TestMainWindow::showsAllMailOfALargeList()
{
    WindowRig rig;
    ListId list;
    {
        store::Store library(rig.paths.libraryFile());
        QVERIFY(library.open().result());
        list = library.saveList({{}, u"kvmarm"_s, {}, {}, 0}).result()->id;
        std::vector<store::PreparedMail> mails;
        for (int i = 0; i < 2500; ++i)
            mails.push_back(PreparedBuilder("m" + QByteArray::number(i) + "@x").utc(i * 60).mail());
        QVERIFY(library.saveBatch(list, std::move(mails)).result());
        QVERIFY(library.updateThreads(list).result());
    }
    WindowState state(rig.paths.stateFile());
    state.setScope({list, std::nullopt});
    state.save();
    rig.window = std::make_unique<MainWindow>(rig.services, std::make_unique<ScriptedPrompts>());
    rig.show();
    QVERIFY(rig.waitForThreads(2500));
    const thread::Listing* const first = rig.window->threads().listing(rig.currentThread());
    QVERIFY(first != nullptr);
    QCOMPARE(first->root.bytes, QByteArray("m2499@x"));
}

void TestMainWindow::explainsAFilterWithoutMatches()
{
    WindowRig rig;
    QVERIFY(rig.openSample());
    const ThreadId reading = rig.currentThread();
    QVERIFY(reading.isValid());
    rig.filter()->setText(u"nobody writes this"_s);
    QVERIFY(rig.waitForThreads(0));
    const auto visible = [&rig]() -> QPushButton* {
        for (auto* button : rig.window->findChildren<QPushButton*>(u"emptyStateButton"_s)) {
            if (button->isVisible())
                return button;
        }
        return nullptr;
    };
    QTRY_VERIFY(visible() != nullptr);
    visible()->click();
    QVERIFY(rig.waitForThreads(26));
    QCOMPARE(rig.currentThread(), reading); // what is read is selected again
}

void TestMainWindow::suggestsSafeFileNames_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"kvmarm"_s << u"kvmarm-2025-W25.md"_s;
    QTest::newRow("the sample") << u"kvmarm (sample)"_s << u"kvmarm-sample-2025-W25.md"_s;
    QTest::newRow("a path") << u"../../etc/passwd"_s << u"etc-passwd-2025-W25.md"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"bashrc-2025-W25.md"_s;
    QTest::newRow("empty") << u"///"_s << u"report-2025-W25.md"_s;
    QTest::newRow("other scripts") << u"内核 列表"_s << u"内核-列表-2025-W25.md"_s;
}

void TestMainWindow::suggestsSafeFileNames()
{
    QFETCH(QString, list);
    QFETCH(QString, expected);
    QCOMPARE(ExportFlow::suggestedName(list, thread::weekOf(QDate(2025, 6, 16))), expected);
    const thread::Period days{QDate(2025, 6, 17), QDate(2025, 6, 18)};
    QVERIFY(ExportFlow::suggestedName(list, days).endsWith(u"-2025-06-17-2025-06-18.md"_s));
}

QTEST_MAIN(TestMainWindow)
#include "test_mainwindow.moc"
