// SPDX-License-Identifier: GPL-3.0-or-later
// What the window hands to other programs and takes from them, over the sample week.
#include "mail/mboxreader.h"
#include "support/mailbuilder.h"
#include "support/windowrig.h"
#include "ui/banner.h"
#include "ui/handoffflow.h"
#include "ui/singlemails.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QLayout>
#include <QMenu>
#include <QMimeData>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestHandOff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_rig.reset(); }
    void init();

    void copiesAnIdAndAShellLine();
    void saysWhyThereIsNoPermalink();
    void opensAndCopiesThePermalink();
    void asksBeforeTheMailProgramOpens();
    void copiesTheThreadAsAModelWouldGetIt();
    void savesAMail();
    void savesSeveralThreads();
    void theTreeHasAMenu();
    void namesOfFilesLeadNowhere_data();
    void namesOfFilesLeadNowhere();
    void takesDroppedMails();
    void refusesWhatIsNotHere();
    void copiesOnlyMails();

private:
    [[nodiscard]] const thread::Listing& listing() const
    {
        return *m_rig->window->threads().listing(m_rig->currentThread());
    }
    void trigger(ActionId id) const
    {
        QVERIFY(m_rig->window->actions()[id]->isEnabled());
        m_rig->window->actions()[id]->trigger();
    }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }
    static QByteArray contents(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<WindowRig> m_rig;
};

void TestHandOff::initTestCase()
{
    m_rig = std::make_unique<WindowRig>();
    QVERIFY(m_rig->openSample());
    QVERIFY(m_rig->waitForJobs());
}

void TestHandOff::init()
{
    const QList<ThreadId> threads = m_rig->window->threads().shownThreads();
    for (const ThreadId thread : threads)
        m_rig->tree()->collapse(m_rig->window->threads().threadIndex(thread));
    m_rig->tree()->setFocus();
    m_rig->tree()->setCurrentIndex(m_rig->window->threads().threadIndex(threads.constFirst()));
    m_rig->prompts->questions.clear();
    m_rig->prompts->fileQuestions.clear();
    m_rig->prompts->opened.clear();
    m_rig->prompts->path.clear();
    m_rig->prompts->accept = true;
    QGuiApplication::clipboard()->clear();
}

void TestHandOff::copiesAnIdAndAShellLine()
{
    const QString root = QString::fromLatin1(listing().root.bytes);
    trigger(ActionId::CopyMessageId);
    QCOMPARE(clipboard(), root);
    trigger(ActionId::CopyB4Am);
    QCOMPARE(clipboard(), QString(u"b4 am "_s + root));
    trigger(ActionId::CopyB4Shazam);
    QCOMPARE(clipboard(), QString(u"b4 shazam "_s + root));
    // Of a mail that is selected it is the mail's.
    const thread::ListedMail& last = listing().mails.back();
    m_rig->tree()->setCurrentIndex(m_rig->window->threads().mailIndex(listing().thread, last.mail.row));
    trigger(ActionId::CopyMessageId);
    QCOMPARE(clipboard(), QString::fromLatin1(last.mail.id.bytes));
}

void TestHandOff::saysWhyThereIsNoPermalink()
{
    for (const ActionId id : {ActionId::OpenAtArchive, ActionId::CopyPermalink}) {
        const QAction* action = m_rig->window->actions()[id];
        QVERIFY(!action->isEnabled()); // the sample is a file
        QVERIFY(action->toolTip().contains(u"on this machine"_s));
    }
}

void TestHandOff::opensAndCopiesThePermalink()
{
    const Result<QList<store::ListRecord>> lists = m_rig->store.lists().result();
    store::ListRecord list = lists->constFirst();
    store::ArchiveRecord archive;
    archive.location = u"https://lists.example.invalid/kvmarm/"_s;
    list.archives.append(archive);
    QVERIFY(m_rig->store.saveList(list).result());
    WindowRig second(m_rig->profile);
    second.show();
    QVERIFY(second.waitForThreads(26));
    const auto root = QString::fromLatin1(
        second.window->threads().listing(second.currentThread())->root.bytes.toPercentEncoding("@"));
    const QString link = u"https://lists.example.invalid/kvmarm/"_s + root + u'/';
    second.window->actions()[ActionId::CopyPermalink]->trigger();
    QCOMPARE(clipboard(), link);
    second.window->actions()[ActionId::OpenAtArchive]->trigger();
    QCOMPARE(second.prompts->questions.size(), 1);
    QVERIFY(second.prompts->questions.constFirst().detail.contains(link));
    QCOMPARE(second.prompts->opened, QList<QUrl>{QUrl(link)});
    list.archives.removeLast();
    QVERIFY(m_rig->store.saveList(list).result());
}

void TestHandOff::asksBeforeTheMailProgramOpens()
{
    m_rig->prompts->accept = false;
    trigger(ActionId::ReplyByMail);
    QTRY_COMPARE(m_rig->prompts->questions.size(), 1);
    const QString address = listing().mails[static_cast<std::size_t>(listing().rootIndex)].mail.from.address;
    QVERIFY(m_rig->prompts->questions.constFirst().text.contains(address));
    QVERIFY(m_rig->prompts->opened.isEmpty());
    m_rig->prompts->accept = true;
    trigger(ActionId::ReplyByMail);
    QTRY_COMPARE(m_rig->prompts->opened.size(), 1);
    const QUrl url = m_rig->prompts->opened.constFirst();
    QCOMPARE(url.scheme(), u"mailto"_s);
    QVERIFY(UserPrompts::mayOpen(url));
    QVERIFY(url.query(QUrl::FullyDecoded).contains(QString::fromLatin1(listing().root.bytes)));
}

void TestHandOff::copiesTheThreadAsAModelWouldGetIt()
{
    trigger(ActionId::CopyPacked);
    QTRY_VERIFY(clipboard().contains(u"BEGIN "_s));
    const QString whole = clipboard();
    QVERIFY(whole.contains(listing().title));
    m_rig->settings.set(keys::CopiedTokens, 1); // no less than a thousand
    trigger(ActionId::CopyPacked);
    QTRY_VERIFY(clipboard() != whole || whole.size() < 4000);
    QVERIFY(clipboard().size() <= whole.size());
    m_rig->settings.set(keys::CopiedTokens, 30'000);
}

void TestHandOff::savesAMail()
{
    m_rig->prompts->path = m_rig->home.filePath(u"one.eml"_s);
    trigger(ActionId::SaveMail);
    QVERIFY(m_rig->prompts->fileQuestions.constFirst().start.endsWith(u".eml"_s));
    QTRY_VERIFY(QFile::exists(m_rig->prompts->path));
    QVERIFY(contents(m_rig->prompts->path).contains(listing().root.bytes));
}

void TestHandOff::savesSeveralThreads()
{
    m_rig->key(Qt::Key_Down, Qt::ShiftModifier);
    int least = 0; // the threads are saved whole: what the week shows of them, and more
    QSet<ThreadId> selected;
    for (const QModelIndex& row : m_rig->tree()->selectionModel()->selectedRows()) {
        const QList<ThreadId> threads = m_rig->window->threads().threadsOf(row);
        selected.unite(QSet<ThreadId>(threads.begin(), threads.end()));
    }
    QVERIFY(selected.size() >= 2);
    for (const ThreadId thread : selected)
        least += m_rig->window->threads().listing(thread)->count();
    m_rig->prompts->path = m_rig->home.filePath(u"threads.mbox"_s);
    trigger(ActionId::SaveThreads);
    QTRY_VERIFY(QFile::exists(m_rig->prompts->path));
    QVERIFY(m_rig->waitForJobs());
    int mails = 0;
    mail::MboxReader reader(
        [&mails](mail::MboxReader::Mail&& mail) { mails += mail.bytes.isEmpty() ? 0 : 1; });
    reader.feed(contents(m_rig->prompts->path));
    reader.finish();
    QVERIFY(mails >= least);
}

void TestHandOff::theTreeHasAMenu()
{
    Q_EMIT m_rig->tree()->customContextMenuRequested(QPoint(20, 20));
    auto* menu = m_rig->tree()->findChild<QMenu*>(u"paneMenu"_s);
    QVERIFY(menu != nullptr);
    QVERIFY(menu->actions().contains(m_rig->window->actions()[ActionId::ReplyByMail]));
    menu->close();
    QTRY_VERIFY(m_rig->tree()->findChild<QMenu*>(u"paneMenu"_s) == nullptr);
}

void TestHandOff::namesOfFilesLeadNowhere_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::newRow("series") << u"[PATCH v2 0/4] vgic: Take the lock"_s
                            << u"PATCH-v2-0-4-vgic-Take-the-lock.eml"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"etc-passwd.eml"_s;
    QTest::newRow("hidden") << u".profile"_s << u"profile.eml"_s;
    QTest::newRow("nothing") << u"///"_s << u"mail.eml"_s;
    QTest::newRow("control") << u"a\n\u202eb"_s << u"a-b.eml"_s;
    QTest::newRow("long") << QString(1000, u'a') << QString(QString(80, u'a') + u".eml"_s);
    QTest::newRow("Chinese") << u"补丁 一"_s << u"补丁-一.eml"_s;
}

void TestHandOff::namesOfFilesLeadNowhere()
{
    QFETCH(QString, title);
    QTEST(HandOffFlow::suggestedName(title, u".eml"_s), "name");
}

void TestHandOff::takesDroppedMails()
{
    WindowRig rig;
    rig.show();
    QList<QUrl> urls;
    for (int i = 0; i < 3; ++i) {
        QFile file(rig.home.filePath(u"%1.eml"_s.arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray id
            = QByteArray::number(i == 2 ? 1 : i) + "@example.invalid"; // two are the same mail
        QVERIFY(file.write(MailBuilder(id).bytes()) > 0);
        urls.append(QUrl::fromLocalFile(file.fileName()));
    }
    QMimeData mime;
    mime.setUrls(urls);
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(rig.window.get(), &enter);
    QVERIFY(enter.isAccepted());
    auto* veil = rig.window->findChild<QWidget*>(u"dropArea"_s);
    QVERIFY(veil->isVisible());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(rig.window.get(), &drop);
    QVERIFY(!veil->isVisible());
    QVERIFY(rig.waitForThreads(2));
    QVERIFY(rig.waitForJobs());
    // More of them come into the same list.
    QFile file(rig.home.filePath(u"more.eml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(MailBuilder("more@example.invalid").bytes()) > 0);
    file.close();
    rig.window->openArchives({file.fileName()});
    QVERIFY(rig.waitForThreads(3));
    QCOMPARE(rig.store.lists().result()->size(), 1);
}

void TestHandOff::refusesWhatIsNotHere()
{
    QMimeData mime;
    mime.setUrls({QUrl(u"https://example.invalid/"_s)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_rig->window.get(), &enter);
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_rig->window.get(), &drop);
    auto* banner = qobject_cast<Banner*>(m_rig->window->centralWidget()->layout()->itemAt(0)->widget());
    QVERIFY(banner != nullptr && banner->isVisible());
    QVERIFY(banner->message().contains(u"no file of this machine"_s));
    banner->dismiss();
}

void TestHandOff::copiesOnlyMails()
{
    const QTemporaryDir home;
    const auto write = [&home](const QString& name, const QByteArray& bytes) {
        QFile file(home.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    };
    const QString good = write(u"a.eml"_s, MailBuilder("a@x").bytes());
    const QString mbox = write(u"b.eml"_s, MailBuilder("b@x").mboxEntry());
    const QString nothing = write(u"c.eml"_s, "no mail\n");
    const QString gone = home.filePath(u"d.eml"_s);
    const SingleMails taken = copySingleMails({good, good, mbox, nothing, gone}, home.filePath(u"into"_s));
    QCOMPARE(taken.copied, 2);
    QCOMPARE(QDir(home.filePath(u"into"_s)).entryList({u"*.eml"_s}, QDir::Files).size(), 1);
    QCOMPARE(taken.archives, (QStringList{mbox, gone})); // looked at like any archive
    QVERIFY(taken.refusal && taken.refusal->text.contains(u"c.eml"_s));
}

QTEST_MAIN(TestHandOff)
#include "test_handoff.moc"
