// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/categoriespage.h"

#include "core/settings.h"
#include "ui/icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;
using Field = thread::CategoryRule::Field;

namespace
{

enum Column { CategoryColumn, FieldColumn, WordsColumn, ColumnCount };

constexpr int mostRules = 200;
constexpr qsizetype mostWords = 100;

QToolButton* tool(const QString& name, Icon symbol, const QString& spoken, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(symbol));
    button->setText(spoken);
    button->setToolTip(spoken);
    button->setAccessibleName(spoken);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

CategoriesPage::CategoriesPage(const Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, ColumnCount, this))
    , m_remove(tool(u"removeRuleButton"_s, Icon::Remove, tr("Remove the rule"), this))
    , m_up(tool(u"moveRuleUpButton"_s, Icon::Up, tr("Move the rule up"), this))
    , m_down(tool(u"moveRuleDownButton"_s, Icon::Down, tr("Move the rule down"), this))
{
    auto* explained
        = new QLabel(tr("The first rule that matches gives a thread its category; a thread that none matches "
                        "is a Discussion. A tag is what stands in brackets before a subject."),
                     this);
    explained->setWordWrap(true);
    m_table->setObjectName(u"rulesTable"_s);
    m_table->setAccessibleName(tr("Category rules"));
    m_table->setHorizontalHeaderLabels({tr("Category"), tr("Where"), tr("Any of these words")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false); // Tab leaves the table; arrows move in it
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(explained);
    column->addWidget(m_table, 1);
    buildButtons();
    connect(m_table, &QTableWidget::currentCellChanged, this, &CategoriesPage::updateButtons);
    const auto kept = thread::categoriesFromJson(settings.get(keys::Categories).toUtf8());
    showTable(kept && !kept->isEmpty() ? *kept : thread::shippedCategories());
}

void CategoriesPage::buildButtons()
{
    auto* add = tool(u"addRuleButton"_s, Icon::Add, tr("Add a rule"), this);
    auto* restore = new QPushButton(tr("Restore the shipped rules"), this);
    restore->setObjectName(u"restoreRulesButton"_s);
    auto* row = new QHBoxLayout;
    for (QToolButton* button : {add, m_remove, m_up, m_down})
        row->addWidget(button);
    row->addStretch();
    row->addWidget(restore);
    qobject_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(add, &QToolButton::clicked, this, &CategoriesPage::addRule);
    connect(m_remove, &QToolButton::clicked, this, &CategoriesPage::removeRule);
    connect(m_up, &QToolButton::clicked, this, [this] { moveRule(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveRule(1); });
    connect(restore, &QPushButton::clicked, this, [this] { showTable(thread::shippedCategories()); });
}

thread::CategoryTable CategoriesPage::table() const
{
    thread::CategoryTable rules;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const thread::CategoryRule rule = ruleAt(row);
        if (!rule.words.isEmpty())
            rules.append(rule);
    }
    return rules;
}

void CategoriesPage::write(Settings& settings) const
{
    const thread::CategoryTable rules = table();
    // The shipped table is not copied into the settings, so that a later version may better it.
    const bool shipped = rules.isEmpty() || rules == thread::shippedCategories();
    settings.set(keys::Categories, shipped ? QString() : QString::fromUtf8(thread::toJson(rules)));
}

void CategoriesPage::showTable(const thread::CategoryTable& table)
{
    m_table->setRowCount(0);
    for (const thread::CategoryRule& rule : table)
        insertRow(m_table->rowCount(), rule);
    m_table->resizeColumnToContents(CategoryColumn);
    m_table->resizeColumnToContents(FieldColumn);
    m_table->setCurrentCell(0, WordsColumn);
    updateButtons();
}

void CategoriesPage::insertRow(int row, const thread::CategoryRule& rule)
{
    m_table->insertRow(row);
    auto* category = new QComboBox(m_table);
    category->setObjectName(u"ruleCategoryComboBox"_s);
    category->setAccessibleName(tr("Category"));
    for (int number = 0; number < thread::categoryCount; ++number)
        category->addItem(thread::categoryName(static_cast<thread::Category>(number)), number);
    category->setCurrentIndex(static_cast<int>(rule.category));
    auto* field = new QComboBox(m_table);
    field->setObjectName(u"ruleFieldComboBox"_s);
    field->setAccessibleName(tr("Where the words are looked for"));
    field->addItem(tr("In a tag"), static_cast<int>(Field::Tag));
    field->addItem(tr("In the subject"), static_cast<int>(Field::Subject));
    field->addItem(tr("In the sender's address"), static_cast<int>(Field::Sender));
    field->setCurrentIndex(static_cast<int>(rule.field));
    m_table->setCellWidget(row, CategoryColumn, category);
    m_table->setCellWidget(row, FieldColumn, field);
    auto* words = new QTableWidgetItem(rule.words.join(", "_L1));
    words->setToolTip(tr("Words, parted by commas"));
    m_table->setItem(row, WordsColumn, words);
}

thread::CategoryRule CategoriesPage::ruleAt(int row) const
{
    thread::CategoryRule rule;
    const auto* category = qobject_cast<QComboBox*>(m_table->cellWidget(row, CategoryColumn));
    const auto* field = qobject_cast<QComboBox*>(m_table->cellWidget(row, FieldColumn));
    rule.category = static_cast<thread::Category>(category->currentData().toInt());
    rule.field = static_cast<Field>(field->currentData().toInt());
    for (const QString& word : m_table->item(row, WordsColumn)->text().split(u',')) {
        const QString clean = word.simplified();
        if (!clean.isEmpty() && rule.words.size() < mostWords)
            rule.words.append(clean);
    }
    return rule;
}

void CategoriesPage::addRule()
{
    const int row = m_table->currentRow() < 0 ? m_table->rowCount() : m_table->currentRow() + 1;
    insertRow(row, {});
    m_table->setCurrentCell(row, WordsColumn);
    m_table->setFocus();
    m_table->editItem(m_table->item(row, WordsColumn));
    updateButtons();
}

void CategoriesPage::removeRule()
{
    if (m_table->currentRow() >= 0)
        m_table->removeRow(m_table->currentRow());
    updateButtons();
}

void CategoriesPage::moveRule(int by)
{
    const int row = m_table->currentRow();
    const int target = row + by;
    if (row < 0 || target < 0 || target >= m_table->rowCount())
        return;
    const thread::CategoryRule rule = ruleAt(row);
    m_table->removeRow(row);
    insertRow(target, rule);
    m_table->setCurrentCell(target, WordsColumn);
    updateButtons();
}

void CategoriesPage::updateButtons()
{
    const int row = m_table->currentRow();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_table->rowCount());
    findChild<QToolButton*>(u"addRuleButton"_s)->setEnabled(m_table->rowCount() < mostRules);
}

} // namespace lb::ui
