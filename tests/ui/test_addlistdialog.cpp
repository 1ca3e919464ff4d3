// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeservices.h"
#include "support/loopbackserver.h"
#include "support/mailbuilder.h"
#include "support/scriptedprompts.h"
#include "ui/banner.h"
#include "ui/dialogs/addlistdialog.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace lb;
using namespace lb::ui;
using namespace Qt::StringLiterals;

class TestAddListDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void addIsOfferedOnlyWithALocation();
    void knownListsFillTheLocation();
    void aFileIsCheckedAndAdded();
    void aNameOfOnesOwnIsTaken();
    void aFileThatIsNoArchiveIsRefusedWithASentence();
    void whatIsNotThereIsRefused();
    void theSameArchiveIsNotAddedTwice();
    void aChosenFileOrFolderIsTaken();
    void aServerThatIsNotThereIsSaid();
    void escapeStopsTheCheckFirst();

private:
    template <typename T>
    T* child(const QString& name) const
    {
        return m_dialog->findChild<T*>(name);
    }
    void open()
    {
        m_dialog = std::make_unique<AddListDialog>(m_services->services(), m_prompts);
        m_dialog->open();
    }
    [[nodiscard]] QString writeMbox(const QString& name)
    {
        const QString path = m_services->folder() + u'/' + name;
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(test::MailBuilder("a@example.invalid").mboxEntry());
        return path;
    }
    [[nodiscard]] bool addEnabled() const { return child<QPushButton>(u"addListButton"_s)->isEnabled(); }
    void add() { child<QPushButton>(u"addListButton"_s)->click(); }
    [[nodiscard]] QString message() const { return child<Banner>(u"banner"_s)->message(); }

    std::unique_ptr<test::FakeServices> m_services;
    test::ScriptedPrompts m_prompts;
    std::unique_ptr<AddListDialog> m_dialog;
};

void TestAddListDialog::init()
{
    m_prompts.path.clear();
    m_prompts.fileQuestions.clear();
    m_services = std::make_unique<test::FakeServices>();
    open();
}

void TestAddListDialog::cleanup()
{
    m_dialog.reset();
    m_services.reset();
}

void TestAddListDialog::addIsOfferedOnlyWithALocation()
{
    QVERIFY(!addEnabled());
    m_dialog->setLocation(u"  "_s);
    QVERIFY(!addEnabled());
    m_dialog->setLocation(u"https://example.invalid/list/"_s);
    QVERIFY(addEnabled());
}

void TestAddListDialog::knownListsFillTheLocation()
{
    auto* known = child<QListWidget>(u"knownListsList"_s);
    QCOMPARE(known->count(), 5);
    known->setCurrentRow(0);
    QCOMPARE(child<QLineEdit>(u"locationLineEdit"_s)->text(), u"https://lore.kernel.org/kvmarm/"_s);
    known->setCurrentRow(4);
    QCOMPARE(child<QLineEdit>(u"locationLineEdit"_s)->text(), u"https://lore.kernel.org/netdev/"_s);
}

void TestAddListDialog::aFileIsCheckedAndAdded()
{
    QSignalSpy added(m_dialog.get(), &AddListDialog::listAdded);
    QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
    m_dialog->setLocation(writeMbox(u"kvmarm.mbox"_s));
    add();
    QVERIFY(!addEnabled()); // once is enough
    QTRY_COMPARE(added.size(), 1);
    QCOMPARE(accepted.size(), 1);
    const auto list = added.first().first().value<store::ListRecord>();
    QVERIFY(list.id.isValid());
    QCOMPARE(list.name, u"kvmarm"_s);
    QCOMPARE(list.archives.size(), 1);
    QVERIFY(list.archives.first().id.isValid());
    QVERIFY(list.archives.first().location.endsWith(u"/kvmarm.mbox"_s));
}

void TestAddListDialog::aNameOfOnesOwnIsTaken()
{
    QSignalSpy added(m_dialog.get(), &AddListDialog::listAdded);
    m_dialog->setLocation(writeMbox(u"x.mbox"_s));
    child<QLineEdit>(u"listNameLineEdit"_s)->setText(u"  my   list "_s);
    add();
    QTRY_COMPARE(added.size(), 1);
    QCOMPARE(added.first().first().value<store::ListRecord>().name, u"my list"_s);
}

void TestAddListDialog::aFileThatIsNoArchiveIsRefusedWithASentence()
{
    const QString path = m_services->folder() + u"/picture.png"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\x89PNG\r\n\x1a\nnothing");
    file.close();
    QSignalSpy added(m_dialog.get(), &AddListDialog::listAdded);
    m_dialog->setLocation(path);
    add();
    QTRY_VERIFY(!message().isEmpty());
    QVERIFY2(message().contains(u"picture.png"_s), qPrintable(message()));
    QCOMPARE(child<Banner>(u"banner"_s)->kind(), Banner::Kind::Error);
    QVERIFY(addEnabled());
    QVERIFY(m_dialog->isVisible());
    QVERIFY(added.isEmpty());
}

void TestAddListDialog::whatIsNotThereIsRefused()
{
    m_dialog->setLocation(m_services->folder() + u"/absent.mbox"_s);
    add();
    QTRY_VERIFY(message().contains(u"absent.mbox"_s));
    for (const QLabel* label : m_dialog->findChildren<QLabel*>()) { // the message takes its room from nobody
        if (label->isVisible() && label->wordWrap())
            QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
    }
}

void TestAddListDialog::theSameArchiveIsNotAddedTwice()
{
    const QString path = writeMbox(u"kvmarm.mbox"_s);
    QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
    m_dialog->setLocation(path);
    add();
    QTRY_COMPARE(accepted.size(), 1);
    open();
    m_dialog->setLocation(path);
    add();
    QTRY_VERIFY(message().contains(u"already"_s));
}

void TestAddListDialog::aChosenFileOrFolderIsTaken()
{
    m_prompts.path = u"/some/where.mbox"_s;
    child<QPushButton>(u"chooseFileButton"_s)->click();
    QCOMPARE(child<QLineEdit>(u"locationLineEdit"_s)->text(), u"/some/where.mbox"_s);
    m_prompts.path = u"/some/folder"_s;
    child<QPushButton>(u"chooseFolderButton"_s)->click();
    QCOMPARE(child<QLineEdit>(u"locationLineEdit"_s)->text(), u"/some/folder"_s);
    m_prompts.path.clear(); // cancelled
    child<QPushButton>(u"chooseFileButton"_s)->click();
    QCOMPARE(child<QLineEdit>(u"locationLineEdit"_s)->text(), u"/some/folder"_s);
    QCOMPARE(m_prompts.fileQuestions.size(), 3);
}

void TestAddListDialog::aServerThatIsNotThereIsSaid()
{
    m_dialog->setLocation(u"http://127.0.0.1:1/list/"_s);
    add();
    QTRY_VERIFY(!message().isEmpty());
    QVERIFY2(message().contains(u"127.0.0.1"_s), qPrintable(message()));
    QVERIFY(m_dialog->isVisible());
}

void TestAddListDialog::escapeStopsTheCheckFirst()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    m_dialog->setLocation(u"http://127.0.0.1:%1/list/"_s.arg(silent.serverPort()));
    add();
    QVERIFY(!addEnabled());
    QTRY_VERIFY(silent.hasPendingConnections());
    m_dialog->reject();
    QVERIFY(m_dialog->isVisible());
    QVERIFY(addEnabled());
    QVERIFY(message().isEmpty());
    m_dialog->reject();
    QVERIFY(!m_dialog->isVisible());
}

QTEST_MAIN(TestAddListDialog)
#include "test_addlistdialog.moc"
