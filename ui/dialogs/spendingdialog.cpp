// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/spendingdialog.h"

#include "core/onresult.h"
#include "report/report.h"
#include "ui/preferences.h"
#include "ui/userprompts.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int daysShown = 30;
constexpr int rowsOfSums = 6;

QString sumText(const summary::Spent& spent)
{
    if (spent.calls == 0)
        return u"–"_s;
    summary::Spent tokens = spent;
    tokens.money.clear();
    QStringList lines{summary::spentText(tokens)};
    for (auto it = spent.money.cbegin(); it != spent.money.cend(); ++it)
        lines.append((spent.estimated ? u"~"_s : QString()) + summary::moneyText(it.value(), it.key()));
    return lines.join(u'\n');
}

} // namespace

SpendingDialog::SpendingDialog(Services& services, UserPrompts& prompts, QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_prompts(prompts)
    , m_state(new QLabel(this))
    , m_sums(new QTableWidget(0, 4, this))
    , m_calls(new QTableView(this))
{
    buildUi();
    connect(&m_services.summariser.spending(), &summary::Spending::recorded, this, &SpendingDialog::read);
    read();
}

void SpendingDialog::buildUi()
{
    setObjectName(u"spendingDialog"_s);
    setWindowTitle(tr("Spending"));
    m_state->setObjectName(u"spendingState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setText(tr("Reading..."));
    m_sums->setObjectName(u"spendingSums"_s);
    m_sums->setAccessibleName(tr("Sums by model"));
    m_sums->setHorizontalHeaderLabels(
        {tr("Model"), tr("Today (UTC)"), tr("Last 7 days"), tr("Last 30 days")});
    m_sums->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_calls->setObjectName(u"spendingCalls"_s);
    m_calls->setAccessibleName(tr("Requests of the last 30 days"));
    m_calls->setModel(&m_model);
    m_calls->setWordWrap(false);
    m_calls->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_calls->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_calls->horizontalHeader()->setStretchLastSection(true);
    for (QTableView* table : {static_cast<QTableView*>(m_sums), m_calls}) {
        table->verticalHeader()->hide();
        table->setSelectionBehavior(QAbstractItemView::SelectRows);
        table->setSelectionMode(QAbstractItemView::SingleSelection);
        table->setTabKeyNavigation(false);
        table->setShowGrid(false);
        table->setAlternatingRowColors(true);
        table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        table->horizontalHeader()->setHighlightSections(false);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_export = buttons->addButton(tr("&Export as CSV..."), QDialogButtonBox::ActionRole);
    m_export->setObjectName(u"exportSpendingButton"_s);
    m_export->setEnabled(false);
    connect(m_export, &QPushButton::clicked, this, &SpendingDialog::exportCsv);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_state);
    layout->addWidget(m_sums, 1);
    layout->addWidget(m_calls, 3);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 32);
}

void SpendingDialog::read()
{
    const QDate today = m_services.clock.now().date();
    const QDateTime since(today.addDays(1 - daysShown), QTime(0, 0), Qt::UTC);
    const auto read = onPool(m_services.store.ledger(since),
                             [today](Result<QList<store::LedgerEntry>> entries) -> Result<ReadPointer> {
                                 if (!entries)
                                     return entries.error();
                                 auto made = std::make_shared<Read>();
                                 made->models = spendingByModel(*entries, today);
                                 made->entries = *std::move(entries);
                                 return ReadPointer(std::move(made));
                             });
    onResult(read, this, [this](const Result<ReadPointer>& made) {
        if (made)
            take(*made);
        else
            m_state->setText(made.error().text);
    });
}

void SpendingDialog::take(const ReadPointer& read)
{
    m_read = read;
    m_model.show(read->entries);
    fillSums(read->models);
    m_export->setEnabled(!read->entries.isEmpty());
    const int character = fontMetrics().averageCharWidth();
    const std::array widths{26, 26, 14, 13, 13, 14};
    for (std::size_t column = 0; column < widths.size(); ++column)
        m_calls->setColumnWidth(static_cast<int>(column), widths.at(column) * character);
    if (read->entries.isEmpty()) {
        m_state->setText(tr("No model was asked in the last 30 days."));
        return;
    }
    const bool priced = std::any_of(read->entries.cbegin(), read->entries.cend(),
                                    [](const store::LedgerEntry& entry) { return entry.micros.has_value(); });
    m_state->setText(priced ? tr("Money is at the prices that were set when a request was made. ~ marks "
                                 "what the service did not count.")
                            : tr("Set the prices of a service in the settings to see money here. ~ marks "
                                 "what the service did not count."));
}

void SpendingDialog::fillSums(const QList<ModelSpending>& models)
{
    const QHash<QString, QString> names = providerNames(m_services.settings);
    m_sums->setRowCount(static_cast<int>(models.size()));
    for (int row = 0; row < m_sums->rowCount(); ++row) {
        const ModelSpending& model = models.at(row);
        //: a model at a provider
        const QString who = tr("%1 at %2").arg(model.model, names.value(model.provider, model.provider));
        const std::array texts{who, sumText(model.today), sumText(model.week), sumText(model.month)};
        for (std::size_t column = 0; column < texts.size(); ++column) {
            auto* item = new QTableWidgetItem(texts.at(column));
            item->setToolTip(texts.at(column));
            m_sums->setItem(row, static_cast<int>(column), item);
        }
    }
    m_sums->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_sums->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_sums->setMinimumHeight(fontMetrics().height() * rowsOfSums);
}

void SpendingDialog::exportCsv()
{
    FileQuestion question;
    question.title = tr("Export as CSV");
    question.start
        = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u"/listbrief-spending.csv"_s;
    question.filters = QStringList{tr("CSV (*.csv)")};
    m_prompts.chooseSaveFile(this, question, [this](const QString& file) {
        const auto saved = QtConcurrent::run(
            [read = m_read, file] { return report::save(ledgerCsv(read->entries), file); });
        onResult(saved, this, [this, file](const Status& outcome) {
            m_state->setText(outcome ? tr("Written to %1.").arg(QDir::toNativeSeparators(file))
                                     : outcome.error().text);
        });
    });
}

} // namespace lb::ui
