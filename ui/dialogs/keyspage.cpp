// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/keyspage.h"

#include "core/settings.h"
#include "ui/actions.h"
#include "ui/dialogs/helpdialogs.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int NameRole = Qt::UserRole; ///< of the action; a group has none

QPushButton* button(const QString& name, const QString& text, QWidget* parent)
{
    auto* made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAutoDefault(false); // Enter accepts the dialog, or is a key
    return made;
}

QTreeWidgetItem* firstShown(const QTreeWidget& tree)
{
    for (int group = 0; group < tree.topLevelItemCount(); ++group) {
        for (int row = 0; row < tree.topLevelItem(group)->childCount(); ++row) {
            if (QTreeWidgetItem* item = tree.topLevelItem(group)->child(row); !item->isHidden())
                return item;
        }
    }
    return nullptr;
}

} // namespace

KeysPage::KeysPage(const Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_actions(keyedActions())
    , m_changes(readKeyChanges(settings.get(keys::Shortcuts).toUtf8(), m_actions).changes)
    , m_search(new QLineEdit(this))
    , m_tree(new QTreeWidget(this))
    , m_caption(new QLabel(this))
    , m_edit(new QKeySequenceEdit(this))
    , m_clash(new QLabel(this))
    , m_set(button(u"setKeysButton"_s, tr("&Use These Alone"), this))
    , m_add(button(u"addKeysButton"_s, tr("&Add Them"), this))
    , m_none(button(u"removeKeysButton"_s, tr("&No Keys"), this))
    , m_reset(button(u"resetKeysButton"_s, tr("&Reset"), this))
    , m_resetAll(button(u"resetAllKeysButton"_s, tr("Reset A&ll"), this))
{
    buildUi();
    fill();
    connect(m_search, &QLineEdit::textChanged, this, &KeysPage::filter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &KeysPage::currentChanged);
    connect(m_edit, &QKeySequenceEdit::keySequenceChanged, this, &KeysPage::pressed);
    connect(m_set, &QPushButton::clicked, this, [this] { give(true); });
    connect(m_add, &QPushButton::clicked, this, [this] { give(false); });
    connect(m_none, &QPushButton::clicked, this, [this] { change({}); });
    connect(m_reset, &QPushButton::clicked, this, &KeysPage::reset);
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        m_changes.clear();
        showKeys();
        currentChanged();
    });
    m_tree->setCurrentItem(firstShown(*m_tree));
}

void KeysPage::buildUi()
{
    m_search->setObjectName(u"searchKeysLine"_s);
    m_search->setPlaceholderText(tr("Find an action or a key"));
    m_search->setAccessibleName(tr("Find an action or a key"));
    m_search->setClearButtonEnabled(true);
    m_tree->setObjectName(u"keysTree"_s);
    m_tree->setAccessibleName(tr("Actions and their keys"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Action"), tr("Keys")});
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(false);
    m_caption->setObjectName(u"chosenActionLabel"_s);
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setBuddy(m_edit);
    m_edit->setObjectName(u"keySequenceEdit"_s);
    m_edit->setAccessibleName(tr("New keys"));
    m_edit->setToolTip(tr("Press the new keys here, one after the other"));
    m_clash->setObjectName(u"keyClashLabel"_s);
    m_clash->setTextFormat(Qt::PlainText);
    m_clash->setWordWrap(true);
    m_clash->setMinimumHeight(fontMetrics().height() * 2); // the page does not jump when there is one
    m_clash->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto* line = new QHBoxLayout;
    line->addWidget(m_caption, 1);
    line->addWidget(m_edit);
    line->addWidget(m_set);
    line->addWidget(m_add);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_none);
    foot->addWidget(m_reset);
    foot->addStretch();
    foot->addWidget(m_resetAll);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_tree, 1);
    column->addLayout(line);
    column->addWidget(m_clash);
    column->addLayout(foot);
}

void KeysPage::fill()
{
    QTreeWidgetItem* group = nullptr;
    for (const KeyedAction& action : std::as_const(m_actions)) {
        if (group == nullptr || group->text(0) != action.group) {
            group = new QTreeWidgetItem(m_tree, {action.group});
            QFont bold = m_tree->font();
            bold.setBold(true);
            group->setFont(0, bold);
            group->setFlags(Qt::ItemIsEnabled);
        }
        auto* item = new QTreeWidgetItem(group, {action.text});
        item->setData(0, NameRole, action.name);
        item->setToolTip(0, action.hint);
    }
    m_tree->expandAll();
    showKeys();
}

/// What is not as shipped is bold.
void KeysPage::showKeys()
{
    QTreeWidgetItemIterator items(m_tree);
    for (; *items != nullptr; ++items) {
        const QString name = (*items)->data(0, NameRole).toString();
        const auto action = std::ranges::find(m_actions, name, &KeyedAction::name);
        if (action == m_actions.end())
            continue;
        const bool changed = m_changes.contains(name);
        QFont font = m_tree->font();
        font.setBold(changed);
        (*items)->setFont(1, font);
        (*items)->setText(1, shownKeys(keysOf(*action, m_changes)));
        (*items)->setData(1, Qt::AccessibleTextRole,
                          changed ? tr("%1, changed").arg((*items)->text(1)) : (*items)->text(1));
    }
    m_resetAll->setEnabled(!m_changes.isEmpty());
}

void KeysPage::filter(const QString& text)
{
    filterRows(m_tree, text.simplified());
    if (m_tree->currentItem() == nullptr || m_tree->currentItem()->isHidden())
        m_tree->setCurrentItem(firstShown(*m_tree));
}

const KeyedAction* KeysPage::current() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    if (item == nullptr)
        return nullptr;
    const auto found = std::ranges::find(m_actions, item->data(0, NameRole).toString(), &KeyedAction::name);
    return found == m_actions.end() ? nullptr : &*found;
}

void KeysPage::choose(const QString& action)
{
    QTreeWidgetItemIterator items(m_tree);
    for (; *items != nullptr; ++items) {
        if ((*items)->data(0, NameRole).toString() == action)
            m_tree->setCurrentItem(*items);
    }
}

void KeysPage::currentChanged()
{
    const KeyedAction* action = current();
    m_edit->clear();
    pressed();
    m_edit->setEnabled(action != nullptr);
    m_caption->setText(action == nullptr ? QString() : tr("New keys of “%1”:").arg(action->text));
    m_none->setEnabled(action != nullptr && !keysOf(*action, m_changes).isEmpty());
    m_reset->setEnabled(action != nullptr && m_changes.contains(action->name));
}

QString KeysPage::clashSentence(const QList<KeyClash>& clashes) const
{
    QStringList taken;
    for (const KeyClash& clash : clashes) {
        const auto action = std::ranges::find(m_actions, clash.action, &KeyedAction::name);
        //: An action and its keys
        taken.append(tr("“%1” (%2)").arg(action->text, clash.keys.toString(QKeySequence::NativeText)));
    }
    return tr("Taken by %1. Giving these keys to another action takes them from there.")
        .arg(QLocale().createSeparatedList(taken));
}

/// Says what is in the way of the keys that stand in the field, before anything happens.
void KeysPage::pressed()
{
    const KeyedAction* action = current();
    const QKeySequence keys = m_edit->keySequence();
    bool usable = action != nullptr && !keys.isEmpty();
    bool taken = false;
    QString sentence;
    if (usable) {
        const QList<KeyClash> clashes = clashesOf(m_actions, m_changes, action->name, keys);
        taken = !clashes.isEmpty();
        if (isReserved(keys)) {
            usable = false;
            sentence = tr("%1 has a meaning in lists and texts and cannot be given away.")
                           .arg(keys.toString(QKeySequence::NativeText));
        } else if (keysOf(*action, m_changes).contains(keys)) {
            sentence = tr("This is one of its keys already.");
        } else if (taken) {
            sentence = clashSentence(clashes);
        }
    }
    m_clash->setText(sentence);
    m_edit->setAccessibleDescription(sentence);
    m_set->setEnabled(usable);
    m_add->setEnabled(usable && keysOf(*action, m_changes).size() < mostKeys
                      && !keysOf(*action, m_changes).contains(keys));
}

/// Those keys that stand in the field; `alone` = instead of those it has.
void KeysPage::give(bool alone)
{
    const KeyedAction* action = current();
    const QKeySequence keys = m_edit->keySequence();
    if (action == nullptr || keys.isEmpty())
        return;
    for (const KeyClash& clash : clashesOf(m_actions, m_changes, action->name, keys)) {
        const auto other = std::ranges::find(m_actions, clash.action, &KeyedAction::name);
        QList<QKeySequence> left = keysOf(*other, m_changes);
        left.removeAll(clash.keys);
        m_changes = withKeys(m_actions, m_changes, clash.action, left);
    }
    QList<QKeySequence> own;
    if (!alone) {
        // What would begin as one of its own keys does takes its place.
        for (const QKeySequence& had : keysOf(*action, m_changes)) {
            if (!clash(had, keys))
                own.append(had);
        }
    }
    change(own + QList<QKeySequence>{keys});
}

void KeysPage::change(const QList<QKeySequence>& keys)
{
    const KeyedAction* action = current();
    if (action == nullptr)
        return;
    m_changes = withKeys(m_actions, m_changes, action->name, keys);
    showKeys();
    currentChanged();
}

/// Where another action has one of the shipped keys now, they are only proposed: giving them says what that
/// takes.
void KeysPage::reset()
{
    const KeyedAction* action = current();
    if (action == nullptr)
        return;
    for (const QKeySequence& keys : action->defaults) {
        if (!clashesOf(m_actions, m_changes, action->name, keys).isEmpty()) {
            m_edit->setKeySequence(keys);
            pressed();
            return;
        }
    }
    change(action->defaults);
}

void KeysPage::write(Settings& settings) const
{
    settings.set(keys::Shortcuts, QString::fromUtf8(toJson(m_changes)));
}

} // namespace lb::ui
