// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/tagsdialog.h"

#include "store/triagestate.h"

#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

Qt::CheckState stateOf(const QString& tag, const QList<QStringList>& tagsOfThreads)
{
    const auto bearing = std::count_if(tagsOfThreads.begin(), tagsOfThreads.end(),
                                       [&tag](const QStringList& tags) { return tags.contains(tag); });
    if (bearing == 0)
        return Qt::Unchecked;
    return bearing == tagsOfThreads.size() ? Qt::Checked : Qt::PartiallyChecked;
}

} // namespace

TagsDialog::TagsDialog(const QStringList& known, const QList<QStringList>& tagsOfThreads, QWidget* parent)
    : QDialog(parent), m_line(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setObjectName(u"tagsDialog"_s);
    setWindowTitle(tr("Tags"));
    auto* title
        = new QLabel(tr("Tags of %n thread(s):", nullptr, static_cast<int>(tagsOfThreads.size())), this);
    m_line->setObjectName(u"tagLine"_s);
    m_line->setPlaceholderText(tr("New or known tag; Enter adds it, Enter again closes"));
    m_line->setAccessibleName(tr("Add a tag"));
    m_line->setMaxLength(static_cast<int>(store::longestTag) * 4);
    auto* completer = new QCompleter(known, m_line);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_line->setCompleter(completer);
    m_list->setObjectName(u"tagsList"_s);
    m_list->setAccessibleName(tr("Tags"));
    m_list->setUniformItemSizes(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(u"acceptTagsButton"_s);
    auto* column = new QVBoxLayout(this);
    column->addWidget(title);
    column->addWidget(m_line);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &TagsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &TagsDialog::reject);
    QStringList all = known;
    for (const QStringList& tags : tagsOfThreads)
        all += tags;
    all.sort();
    all.removeDuplicates();
    for (const QString& tag : all) {
        m_before.insert(tag, stateOf(tag, tagsOfThreads));
        itemOf(tag, m_before.value(tag));
    }
    resize(fontMetrics().averageCharWidth() * 48, fontMetrics().height() * 20);
    m_line->setFocus();
}

QListWidgetItem* TagsDialog::itemOf(const QString& tag, Qt::CheckState state)
{
    auto* item = new QListWidgetItem(tag, m_list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(state);
    return item;
}

/// What was typed becomes a checked tag.
void TagsDialog::take()
{
    const QStringList words = m_line->text().split(u',', Qt::SkipEmptyParts);
    m_line->clear();
    for (const QString& word : words) {
        const QString tag = store::normalTag(word);
        if (tag.isEmpty())
            continue;
        const QList<QListWidgetItem*> known = m_list->findItems(tag, Qt::MatchExactly);
        QListWidgetItem* item = known.isEmpty() ? itemOf(tag, Qt::Checked) : known.constFirst();
        item->setCheckState(Qt::Checked);
        m_list->scrollToItem(item);
    }
}

void TagsDialog::accept()
{
    if (m_line->hasFocus() && !m_line->text().trimmed().isEmpty()) {
        take();
        return;
    }
    take();
    QStringList added;
    QStringList removed;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem* item = m_list->item(row);
        if (item->checkState() == m_before.value(item->text(), Qt::Unchecked))
            continue;
        if (item->checkState() == Qt::Checked)
            added.append(item->text());
        else if (item->checkState() == Qt::Unchecked)
            removed.append(item->text());
    }
    if (!added.isEmpty() || !removed.isEmpty())
        Q_EMIT chosen(added, removed);
    QDialog::accept();
}

} // namespace lb::ui
