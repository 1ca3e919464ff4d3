// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeservices.h"
#include "support/listingbuilder.h"
#include "support/screenshot.h"
#include "support/scriptedprompts.h"
#include "ui/actions.h"
#include "ui/badge.h"
#include "ui/banner.h"
#include "ui/dialogs/addlistdialog.h"
#include "ui/dialogs/commandpalette.h"
#include "ui/dialogs/helpdialogs.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/droparea.h"
#include "ui/keyhint.h"
#include "ui/mailpane.h"
#include "ui/markdownview.h"
#include "ui/summarypane.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lb;
using namespace lb::ui;
using namespace Qt::StringLiterals;

namespace
{

const QString summaryText
    = uR"(**What it is.** The series lets the vGIC keep its list registers in memory [1], "so that
a vCPU that never takes an interrupt costs nothing" [1].

- Patches 1-3 have a Reviewed-by of Grace Example [3][4].
- Patch 4 is missing from the list [1, 2].

#### Open

1. Why is the lock needed in `vgic_init()`? [2]
2. Does this hold for nested guests? [5-6]

> We should document that. See [the page](https://example.invalid/vgic).
)"_s;

const QByteArray mailBody
    = "On Mon, Jun 16, 2025 at 04:02:41PM -0700, Ada Example wrote:\n"
      "> The lock is taken once for each vCPU.\n> It is released before the loop.\n> \n"
      "> This keeps the list registers in memory until\n> the first interrupt arrives.\n>\n"
      ">> earlier words\n>> and more of them\n> Signed-off-by: Ada Example <ada@example.invalid>\n\n"
      "Why is the lock needed here? The caller holds it already.\nSomething like this would do:\n\n"
      "---\n vgic.c | 3 +--\n 1 file changed, 1 insertion(+), 2 deletions(-)\n\n"
      "diff --git a/vgic.c b/vgic.c\nindex 1111111..2222222 100644\n--- a/vgic.c\n+++ b/vgic.c\n"
      "@@ -10,4 +10,3 @@ int vgic_init(struct kvm *kvm)\n \tint ret = 0;\n"
      "-\tmutex_lock(&kvm->lock);\n-\tret = vgic_setup(kvm);\n+\tret = vgic_setup_locked(kvm);\n"
      " \treturn ret;\n-- \nAlan Example\n";

} // namespace

/// Shows every pane and dialog in a light and a dark palette, empty and full. With LB_SCREENSHOTS set,
/// pictures are kept.
class TestScreens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_services = std::make_unique<test::FakeServices>(); }
    void cleanup()
    {
        m_services.reset();
        qApp->setPalette(test::lightPalette());
    }
    void summaryIsShown_data() { addPalettes(); }
    void summaryIsShown();
    void mailIsShown_data() { addPalettes(); }
    void mailIsShown();
    void settingsAreShown_data() { addPalettes(); }
    void settingsAreShown();
    void addingAListIsShown_data() { addPalettes(); }
    void addingAListIsShown();
    void keysAreShown_data() { addPalettes(); }
    void keysAreShown();

private:
    static void addPalettes()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << test::lightPalette();
        QTest::newRow("dark") << test::darkPalette();
    }
    static QString shotName(const QString& name)
    {
        return QString(name + u'-' + QString::fromLatin1(QTest::currentDataTag()));
    }

    std::unique_ptr<test::FakeServices> m_services;
    test::ScriptedPrompts m_prompts;
};

void TestScreens::summaryIsShown()
{
    QFETCH(QPalette, palette);
    qApp->setPalette(palette);
    SummaryPane pane(m_prompts);
    pane.resize(520, 640);
    pane.show();
    test::takeScreenshot(pane, shotName(u"summary-empty"_s));
    pane.showThread(
        test::threadOf(
            9, u"[PATCH v2 0/4] KVM: arm64: Keep list registers in memory until the first interrupt"_s),
        test::someFacts());
    test::takeScreenshot(pane, shotName(u"summary-none"_s));
    store::SummaryRecord summary;
    summary.id = SummaryId{1};
    summary.kind = store::SummaryKind::Model;
    summary.text = summaryText;
    summary.provider = u"p1"_s;
    summary.model = u"small-model"_s;
    summary.sourceKey = "old";
    summary.created = QDateTime(QDate(2025, 6, 22), QTime(10, 0), Qt::UTC);
    summary.claims = {{u"a"_s, {1}, true}, {u"b"_s, {2}, false}};
    for (int number = 1; number <= 6; ++number)
        summary.cited.append(MessageId{QByteArray("a" + QByteArray::number(number) + "@example.invalid")});
    store::SummaryRecord older = summary;
    older.id = SummaryId{2};
    older.kind = store::SummaryKind::Digest;
    older.current = false;
    QSignalSpy rendered(pane.findChild<MarkdownView*>(), &MarkdownView::rendered);
    pane.setProviderNames({{u"p1"_s, u"My server"_s}});
    pane.setVersions({summary, older}, "new");
    QTRY_COMPARE(rendered.size(), 1);
    QVERIFY(pane.findChild<Badge*>(u"staleBadge"_s)->isVisible());
    test::takeScreenshot(pane, shotName(u"summary"_s));
    pane.beginRun(u"small-model at My server"_s);
    pane.showStreaming(summaryText.left(260));
    QTRY_COMPARE(rendered.size(), 2);
    test::takeScreenshot(pane, shotName(u"summary-run"_s));
    pane.endRun(
        fail(ErrorCode::ModelAuth, u"My server refused the key (401). Check the key in the settings."_s));
    QVERIFY(pane.findChild<Banner*>(u"banner"_s)->isVisible());
    QTRY_COMPARE(rendered.size(), 3);
    test::takeScreenshot(pane, shotName(u"summary-error"_s));
}

void TestScreens::mailIsShown()
{
    QFETCH(QPalette, palette);
    qApp->setPalette(palette);
    MailPane pane(m_services->services(), m_prompts);
    pane.resize(640, 720);
    pane.show();
    QByteArray everybody;
    for (int number = 1; number < 20; ++number)
        everybody += "Person " + QByteArray::number(number) + " <person" + QByteArray::number(number)
            + "@example.invalid>,\n ";
    QSignalSpy shown(&pane, &MailPane::shown);
    pane.showBytes(test::MailBuilder("20250616-vgic-1@example.invalid")
                       .subject("Re: [PATCH v2 2/4] KVM: arm64: vgic: Take the lock once")
                       .from("Alan Example <alan@example.invalid>")
                       .date("Mon, 16 Jun 2025 16:02:41 -0700")
                       .header("To", "Ada Example <ada@example.invalid>, kvmarm@lists.example.invalid")
                       .header("Cc", everybody + "last@example.invalid")
                       .body(mailBody)
                       .bytes(),
                   u"https://example.invalid/kvmarm/20250616-vgic-1@example.invalid/"_s);
    QTRY_VERIFY(!shown.isEmpty());
    pane.find();
    test::takeScreenshot(pane, shotName(u"mail"_s));
    pane.setQuotesShown(true);
    test::takeScreenshot(pane, shotName(u"mail-quotes"_s));
    pane.setRawShown(true);
    QTRY_VERIFY(pane.findChild<QPlainTextEdit*>(u"mailText"_s)->toPlainText().startsWith(u"From:"_s));
    test::takeScreenshot(pane, shotName(u"mail-source"_s));
}

void TestScreens::settingsAreShown()
{
    QFETCH(QPalette, palette);
    qApp->setPalette(palette);
    SettingsDialog dialog(m_services->services(), m_prompts);
    dialog.open();
    test::takeScreenshot(dialog, shotName(u"settings-general"_s));
    dialog.findChild<QToolButton*>(u"addProviderButton"_s)->menu()->actions().at(2)->trigger();
    dialog.findChild<QComboBox*>(u"modelComboBox"_s)->setCurrentText(u"small-model"_s);
    dialog.showPage(SettingsDialog::Page::Providers);
    QCoreApplication::processEvents(); // the key was looked for
    test::takeScreenshot(dialog, shotName(u"settings-providers"_s));
    dialog.showPage(SettingsDialog::Page::Categories);
    test::takeScreenshot(dialog, shotName(u"settings-categories"_s));
    dialog.showPage(SettingsDialog::Page::Keys);
    dialog.findChild<QKeySequenceEdit*>()->setKeySequence(QKeySequence(u"Y"_s));
    test::takeScreenshot(dialog, shotName(u"settings-keys"_s));
    QVERIFY(dialog.isVisible());
}

void TestScreens::addingAListIsShown()
{
    QFETCH(QPalette, palette);
    qApp->setPalette(palette);
    AddListDialog dialog(m_services->services(), m_prompts);
    dialog.open();
    dialog.findChild<QListWidget*>(u"knownListsList"_s)->setCurrentRow(0);
    test::takeScreenshot(dialog, shotName(u"addlist"_s));
    dialog.setLocation(u"/nowhere/at/all.mbox"_s);
    dialog.accept();
    QTRY_VERIFY(dialog.findChild<Banner*>(u"banner"_s)->isVisible());
    test::takeScreenshot(dialog, shotName(u"addlist-error"_s));
}

void TestScreens::keysAreShown()
{
    QFETCH(QPalette, palette);
    qApp->setPalette(palette);
    QMainWindow window;
    window.resize(1280, 800);
    auto* pane = new QWidget(&window);
    pane->setFocusPolicy(Qt::StrongFocus);
    window.setCentralWidget(pane);
    const Actions actions(&window);
    actions.attach({&window, &window, pane, pane, {pane}, {pane}});
    auto* hint = new KeyHint(actions, &window);
    auto* area = new DropArea(&window);
    window.show();
    showShortcuts(actions, &window);
    auto* sheet = window.findChild<QDialog*>(u"shortcutsDialog"_s);
    test::takeScreenshot(*sheet, shotName(u"shortcuts"_s));
    sheet->close();
    std::vector<PaletteEntry> commands;
    for (const KeyedAction& action : keyedActions())
        commands.push_back(
            {action.name, {}, action.text, action.english, action.group, shownKeys(action.defaults)});
    CommandPalette found(commands, {u"starAction"_s}, nullptr, &window);
    found.open();
    test::takeScreenshot(found, shotName(u"palette-all"_s));
    found.findChild<QLineEdit*>(u"paletteLine"_s)->setText(u"mar"_s);
    test::takeScreenshot(found, shotName(u"palette"_s));
    found.findChild<QLineEdit*>(u"paletteLine"_s)->setText(u"nobody"_s);
    test::takeScreenshot(found, shotName(u"palette-nothing"_s));
    found.close();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    pane->setFocus();
    QTest::keyClick(pane, Qt::Key_Y);
    QVERIFY(hint->isVisible());
    test::takeScreenshot(window, shotName(u"keyhint"_s));
    QTest::keyClick(pane, Qt::Key_Escape);
    QVERIFY(!hint->isVisible());
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(u"/tmp/a.mbox"_s)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(area->isVisible());
    test::takeScreenshot(window, shotName(u"drop"_s));
}

QTEST_MAIN(TestScreens)
#include "test_screens.moc"
