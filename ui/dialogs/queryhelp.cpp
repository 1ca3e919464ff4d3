// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/queryhelp.h"

#include "query/texts.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::ui::QueryHelp)
};

void fill(QTreeWidget* sheet)
{
    QFont bold = sheet->font();
    bold.setBold(true);
    for (const query::FieldRule& rule : query::fieldRules()) {
        const QString name = rule.name.isEmpty() ? Texts::tr("words") : QString(rule.name + u':');
        auto* line = new QTreeWidgetItem(
            sheet, {name, query::Texts::meaning(rule.field), query::Texts::example(rule.field)});
        line->setFont(0, bold);
        for (const query::Choice& choice : query::choices()) {
            if (choice.field == rule.field)
                new QTreeWidgetItem(
                    line, {QString(), query::Texts::meaning(choice.flag), query::wordOf(choice.flag)});
        }
        if (line->childCount() > 0)
            line->setText(2, {});
    }
    sheet->expandAll();
}

} // namespace

void showQueryHelp(QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(u"queryHelpDialog"_s);
    dialog->setWindowTitle(Texts::tr("What Queries Can Ask"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto* text = new QLabel(query::Texts::operators(), dialog);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto* sheet = new QTreeWidget(dialog);
    sheet->setObjectName(u"queryHelpSheet"_s);
    sheet->setAccessibleName(Texts::tr("What Queries Can Ask"));
    sheet->setColumnCount(3);
    sheet->setHeaderLabels({Texts::tr("Field"), Texts::tr("Finds threads where"), Texts::tr("Type")});
    sheet->setRootIsDecorated(false);
    sheet->setItemsExpandable(false);
    sheet->setIndentation(0);
    sheet->setUniformRowHeights(true);
    fill(sheet);
    sheet->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    sheet->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    sheet->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    sheet->header()->setStretchLastSection(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(text);
    layout->addWidget(sheet, 1);
    layout->addWidget(buttons);
    const QFontMetrics metrics = dialog->fontMetrics();
    dialog->resize(metrics.averageCharWidth() * 100, metrics.height() * 38);
    dialog->open();
}

} // namespace lb::ui
