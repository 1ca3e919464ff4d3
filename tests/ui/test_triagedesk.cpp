// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/windowrig.h"
#include "ui/models/viewsmodel.h"
#include "ui/notestrip.h"
#include "ui/viewspane.h"

#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace lb;
using namespace lb::ui;
using namespace lb::test;
using namespace Qt::StringLiterals;

/// The triage desk by its keys: views, snooze, tags, notes, and what is carried to another library.
class TestTriageDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void attentionIsAFlatList();
    void whatIsDoneLeavesAndTheNextIsSelected();
    void putsOffUntilANewRevision();
    void putsOffUntilSomebodyReplies();
    void tagsSeveralAtOnce();
    void keepsANote();
    void viewsHaveCounts();
    void savedSearchesAreApplied();
    void isCarriedToAnotherLibrary();
    void aBrokenFileIsNamed();
    void remembersTheView();

private:
    void choose(ActionId view) const { m_rig->window->actions()[view]->trigger(); }
    [[nodiscard]] store::TriageState current() const
    {
        return m_rig->window->threads().marks().value(m_rig->currentThread()).triage;
    }
    [[nodiscard]] QDialog* dialog(const QString& name) const
    {
        auto* found = m_rig->window->findChild<QDialog*>(name);
        return found != nullptr && found->isVisible() ? found : nullptr;
    }
    [[nodiscard]] bool opens(const QString& name) const
    {
        return QTest::qWaitFor([this, &name] { return dialog(name) != nullptr; }, Patience);
    }
    /// By its button; then back to the tree, where the keys of threads work. Offscreen there is no desktop
    /// that would make dialogs active and the window again.
    [[nodiscard]] bool closes(const QString& name, const QString& button) const
    {
        auto* pressed = dialog(name)->findChild<QPushButton*>(button);
        pressed->setFocus();
        pressed->click();
        if (!QTest::qWaitFor([this, &name] { return dialog(name) == nullptr; }, Patience))
            return false;
        m_rig->window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_rig->window.get(), Patience))
            return false;
        m_rig->tree()->setFocus();
        return true;
    }
    [[nodiscard]] ViewsPane* views() const { return m_rig->window->findChild<ViewsPane*>(u"viewsList"_s); }
    [[nodiscard]] QString count(View view) const
    {
        return views()->model()->index(static_cast<int>(view), 0).data(ViewsModel::CountTextRole).toString();
    }

    std::unique_ptr<WindowRig> m_rig;
};

void TestTriageDesk::init()
{
    m_rig = std::make_unique<WindowRig>();
    QVERIFY(m_rig->openSample());
    m_rig->tree()->setFocus();
    m_rig->key(Qt::Key_J);
    m_rig->key(Qt::Key_J);
    QVERIFY(m_rig->currentThread().isValid());
}

void TestTriageDesk::cleanup()
{
    m_rig.reset();
}

void TestTriageDesk::attentionIsAFlatList()
{
    const ThreadId before = m_rig->currentThread();
    choose(ActionId::ViewAttention);
    const ThreadTreeModel& model = m_rig->window->threads();
    QTRY_VERIFY(model.arrangement().isFlat);
    QCOMPARE(model.arrangement().shown, 26);
    QCOMPARE(m_rig->tree()->rootIndex(), model.index(0, 0));
    QCOMPARE(m_rig->currentThread(), before);
    // What is refused or failed comes first, as soon as it is known, and says so.
    const auto why = [&model] {
        return model.index(0, static_cast<int>(ThreadColumn::Review), model.index(0, 0)).data().toString();
    };
    QTRY_VERIFY(!why().isEmpty());
    QCOMPARE(m_rig->currentThread(), before);
    choose(ActionId::ViewAll);
    QTRY_VERIFY(!model.arrangement().isFlat);
    QVERIFY(!m_rig->tree()->rootIndex().isValid());
    QCOMPARE(m_rig->currentThread(), before);
}

void TestTriageDesk::whatIsDoneLeavesAndTheNextIsSelected()
{
    choose(ActionId::ViewAttention);
    QTRY_VERIFY(m_rig->window->threads().arrangement().isFlat);
    const ThreadId done = m_rig->currentThread();
    m_rig->key(Qt::Key_E);
    QVERIFY(m_rig->waitForThreads(25));
    QTRY_VERIFY(m_rig->currentThread().isValid() && m_rig->currentThread() != done);
    m_rig->key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_rig->waitForThreads(26));
    QVERIFY(!m_rig->window->threads().marks().value(done).triage.done);
}

void TestTriageDesk::putsOffUntilANewRevision()
{
    m_rig->key(Qt::Key_Z);
    QVERIFY(opens(u"snoozeDialog"_s));
    QVERIFY(closes(u"snoozeDialog"_s, u"snoozeRevisionButton"_s));
    QTRY_VERIFY(current().snooze.until == thread::Snooze::Until::Revision);
    QTRY_COMPARE(count(View::Snoozed), u"1"_s);
    QVERIFY(!m_rig->current().siblingAtColumn(0).data(ThreadTreeModel::PutOffRole).toString().isEmpty());
    m_rig->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(count(View::Snoozed), QString());
}

void TestTriageDesk::putsOffUntilSomebodyReplies()
{
    m_rig->key(Qt::Key_Z);
    QVERIFY(opens(u"snoozeDialog"_s));
    auto* person = m_rig->window->findChild<QLineEdit*>(u"snoozePersonLine"_s);
    QTest::keyClicks(person, u"somebody@example.invalid"_s);
    QVERIFY(closes(u"snoozeDialog"_s, u"acceptSnoozeButton"_s));
    QTRY_VERIFY(current().snooze.until == thread::Snooze::Until::Reply);
    QCOMPARE(current().snooze.person, u"somebody@example.invalid"_s);
}

void TestTriageDesk::tagsSeveralAtOnce()
{
    const ThreadId first = m_rig->currentThread();
    const auto tag = [this](const QString& word) {
        m_rig->key(Qt::Key_T);
        QVERIFY(opens(u"tagsDialog"_s));
        auto* line = dialog(u"tagsDialog"_s)->findChild<QLineEdit*>(u"tagLine"_s);
        QTest::keyClicks(line, word);
        QVERIFY(closes(u"tagsDialog"_s, u"acceptTagsButton"_s));
    };
    tag(u"Needs Review"_s);
    QCOMPARE(current().tags, QStringList{u"needs-review"_s});
    m_rig->key(Qt::Key_Down, Qt::ShiftModifier);
    tag(u"kvm"_s);
    const Marks& marks = m_rig->window->threads().marks();
    QCOMPARE(marks.value(first).triage.tags,
             (QStringList{u"kvm"_s, u"needs-review"_s})); // half checked: left
    QCOMPARE(current().tags, QStringList{u"kvm"_s});
    m_rig->key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(current().tags.isEmpty());
}

void TestTriageDesk::keepsANote()
{
    m_rig->key(Qt::Key_N, Qt::ShiftModifier);
    QVERIFY(opens(u"noteDialog"_s));
    auto* editor = dialog(u"noteDialog"_s)->findChild<QPlainTextEdit*>(u"noteEditor"_s);
    QTest::keyClicks(editor, u"ask *Ada*"_s);
    QVERIFY(closes(u"noteDialog"_s, u"saveNoteButton"_s));
    QTRY_COMPARE(current().note, u"ask *Ada*"_s);
    auto* strip = m_rig->window->findChild<NoteStrip*>(u"noteStrip"_s);
    QTRY_VERIFY(strip->isVisible());
    m_rig->key(Qt::Key_J);
    QTRY_VERIFY(!strip->isVisible());
    m_rig->key(Qt::Key_Z, Qt::ControlModifier);
    m_rig->key(Qt::Key_K);
    QVERIFY(current().note.isEmpty() && !strip->isVisible());
}

void TestTriageDesk::viewsHaveCounts()
{
    QTRY_COMPARE(count(View::All), u"26"_s);
    m_rig->key(Qt::Key_S);
    QTRY_COMPARE(count(View::Starred), u"1"_s);
    m_rig->key(Qt::Key_M); // a star wins
    QTRY_COMPARE(count(View::Muted), u"1"_s);
    QCOMPARE(count(View::Attention), u"26"_s);
    m_rig->key(Qt::Key_S);
    QTRY_COMPARE(count(View::Attention), u"25"_s);
    choose(ActionId::ViewMuted);
    QVERIFY(m_rig->waitForThreads(1));
    QCOMPARE(views()->currentIndex().row(), static_cast<int>(View::Muted));
}

void TestTriageDesk::savedSearchesAreApplied()
{
    m_rig->filter()->setText(u"is:open"_s);
    choose(ActionId::SaveSearch);
    m_rig->filter()->clear();
    QTRY_COMPARE(views()->model()->rowCount(), viewCount + 1);
    views()->setCurrentIndex(views()->model()->index(viewCount, 0));
    QCOMPARE(m_rig->filter()->text(), u"is:open"_s);
    views()->setFocus();
    QTest::keyClick(views(), Qt::Key_Delete);
    QTRY_COMPARE(views()->model()->rowCount(), viewCount);
}

void TestTriageDesk::isCarriedToAnotherLibrary()
{
    m_rig->key(Qt::Key_S);
    const MessageId anchor = current().anchor;
    m_rig->key(Qt::Key_R);
    const auto unread = [&anchor](const WindowRig& rig) {
        const Marks& marks = rig.window->threads().marks();
        const auto found = std::find_if(marks.cbegin(), marks.cend(), [&anchor](const ThreadMarks& one) {
            return one.triage.anchor == anchor;
        });
        return found == marks.cend() ? -1 : found->unread;
    };
    QTRY_COMPARE(unread(*m_rig), 0);
    m_rig->prompts->path = m_rig->home.filePath(u"state.json"_s);
    choose(ActionId::ExportTriage);
    QTRY_VERIFY(QFile::exists(m_rig->prompts->path));

    WindowRig other;
    QVERIFY(other.openSample());
    const auto starred = [&other, &anchor] {
        const Marks& marks = other.window->threads().marks();
        return std::any_of(marks.cbegin(), marks.cend(), [&anchor](const ThreadMarks& one) {
            return one.triage.anchor == anchor && one.triage.starred;
        });
    };
    other.prompts->path = m_rig->prompts->path;
    other.window->actions()[ActionId::ImportTriage]->trigger();
    QTRY_VERIFY(starred());
    QTRY_COMPARE(unread(other), 0);
    other.window->actions()[ActionId::Undo]->trigger(); // one step
    QTRY_VERIFY(!starred());
    QTRY_VERIFY(unread(other) > 0);
}

void TestTriageDesk::aBrokenFileIsNamed()
{
    m_rig->prompts->path = m_rig->home.filePath(u"broken.json"_s);
    QFile file(m_rig->prompts->path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{]") == 2);
    file.close();
    choose(ActionId::ImportTriage);
    const auto isNamed = [this] {
        const QList<QLabel*> labels = m_rig->window->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().contains(u"broken.json"_s);
        });
    };
    QTRY_VERIFY(isNamed());
}

void TestTriageDesk::remembersTheView()
{
    choose(ActionId::ViewStarred);
    QVERIFY(m_rig->waitForThreads(0));
    const QString profile = m_rig->profile;
    m_rig->window->close();
    m_rig->window.reset();
    WindowRig next(profile);
    next.show();
    QTRY_COMPARE(next.window->findChild<ViewsPane*>(u"viewsList"_s)->currentIndex().row(),
                 static_cast<int>(View::Starred));
}

QTEST_MAIN(TestTriageDesk)
#include "test_triagedesk.moc"
