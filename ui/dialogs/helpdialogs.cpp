// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/helpdialogs.h"

#include "ui/actions.h"
#include "ui/icons.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::ui::HelpDialogs)
};

QDialog* newDialog(const QString& name, const QString& title, QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(name);
    dialog->setWindowTitle(title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

QDialogButtonBox* closeButton(QDialog* dialog)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return buttons;
}

} // namespace

void showShortcuts(const Actions& actions, QWidget* parent)
{
    QDialog* dialog = newDialog(u"shortcutsDialog"_s, Texts::tr("Keyboard Shortcuts"), parent);
    auto* search = new QLineEdit(dialog);
    search->setObjectName(u"searchShortcutsLine"_s);
    search->setPlaceholderText(Texts::tr("Find an action or a key"));
    search->setAccessibleName(search->placeholderText());
    search->setClearButtonEnabled(true);
    auto* sheet = new QTreeWidget(dialog);
    sheet->setObjectName(u"shortcutsSheet"_s);
    sheet->setAccessibleName(Texts::tr("Keyboard Shortcuts"));
    sheet->setColumnCount(2);
    sheet->setHeaderLabels({Texts::tr("Action"), Texts::tr("Keys")});
    sheet->setRootIsDecorated(false);
    sheet->setItemsExpandable(false);
    sheet->setSelectionMode(QAbstractItemView::SingleSelection);
    QTreeWidgetItem* group = nullptr;
    for (const Actions::Line& line : actions.sheet()) {
        if (group == nullptr || group->text(0) != line.group) {
            group = new QTreeWidgetItem(sheet, {line.group});
            QFont bold = sheet->font();
            bold.setBold(true);
            group->setFont(0, bold);
        }
        new QTreeWidgetItem(group, {line.text, line.keys});
    }
    sheet->expandAll();
    sheet->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    sheet->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    sheet->header()->setStretchLastSection(false);
    QObject::connect(search, &QLineEdit::textChanged, sheet,
                     [sheet](const QString& text) { filterRows(sheet, text.simplified()); });
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(search);
    layout->addWidget(sheet);
    layout->addWidget(closeButton(dialog));
    const QFontMetrics metrics = dialog->fontMetrics();
    dialog->resize(metrics.averageCharWidth() * 70, metrics.height() * 34);
    search->setFocus();
    dialog->open();
}

void filterRows(QTreeWidget* tree, const QString& wanted)
{
    for (int group = 0; group < tree->topLevelItemCount(); ++group) {
        QTreeWidgetItem* top = tree->topLevelItem(group);
        bool any = false;
        for (int row = 0; row < top->childCount(); ++row) {
            QTreeWidgetItem* item = top->child(row);
            const bool matches = item->text(0).contains(wanted, Qt::CaseInsensitive)
                || item->text(1).split(betweenKeys.toString()).contains(wanted, Qt::CaseInsensitive);
            item->setHidden(!matches);
            any = any || matches;
        }
        top->setHidden(!any);
    }
}

void showAbout(QWidget* parent)
{
    QDialog* dialog = newDialog(u"aboutDialog"_s, Texts::tr("About ListBrief"), parent);
    auto* symbol = new QLabel(dialog);
    const int side = dialog->fontMetrics().height() * 4;
    symbol->setPixmap(applicationIcon().pixmap(QSize(side, side), dialog->devicePixelRatioF()));
    symbol->setAlignment(Qt::AlignCenter);
    auto* name = new QLabel(Texts::tr("ListBrief %1").arg(QCoreApplication::applicationVersion()), dialog);
    QFont large = name->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    name->setFont(large);
    name->setAlignment(Qt::AlignCenter);
    auto* text
        = new QLabel(Texts::tr("Triage a mailing list's week in ten minutes.\n\nFree software under the GNU "
                               "General Public License, version 3 or later. It comes with no warranty."),
                     dialog);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    auto* layout = new QVBoxLayout(dialog);
    layout->setSpacing(dialog->fontMetrics().height() / 2);
    for (QWidget* part :
         {static_cast<QWidget*>(symbol), static_cast<QWidget*>(name), static_cast<QWidget*>(text)})
        layout->addWidget(part);
    layout->addSpacing(dialog->fontMetrics().height());
    layout->addWidget(closeButton(dialog));
    dialog->setMinimumWidth(dialog->fontMetrics().averageCharWidth() * 54);
    dialog->open();
}

} // namespace lb::ui
