// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ledgermodel.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::ui
{

namespace
{

constexpr int daysInWeek = 7;

QString kindText(store::CallKind kind)
{
    switch (kind) {
    case store::CallKind::Summary:
        return LedgerModel::tr("Summary");
    case store::CallKind::Repair:
        return LedgerModel::tr("Repair");
    case store::CallKind::Update:
        return LedgerModel::tr("Update");
    case store::CallKind::Translate:
        return LedgerModel::tr("Translation");
    case store::CallKind::Test:
        return LedgerModel::tr("Test");
    }
    return {};
}

QString outcomeText(store::CallOutcome outcome)
{
    switch (outcome) {
    case store::CallOutcome::Done:
        return LedgerModel::tr("Done");
    case store::CallOutcome::Failed:
        return LedgerModel::tr("Failed");
    case store::CallOutcome::Cancelled:
        return LedgerModel::tr("Cancelled");
    }
    return {};
}

QString kindCode(store::CallKind kind)
{
    switch (kind) {
    case store::CallKind::Summary:
        return u"summary"_s;
    case store::CallKind::Repair:
        return u"repair"_s;
    case store::CallKind::Update:
        return u"update"_s;
    case store::CallKind::Translate:
        return u"translate"_s;
    case store::CallKind::Test:
        return u"test"_s;
    }
    return {};
}

QString outcomeCode(store::CallOutcome outcome)
{
    switch (outcome) {
    case store::CallOutcome::Done:
        return u"done"_s;
    case store::CallOutcome::Failed:
        return u"failed"_s;
    case store::CallOutcome::Cancelled:
        return u"cancelled"_s;
    }
    return {};
}

/// What a spreadsheet would take for a formula becomes text: names come from servers.
QByteArray field(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    return '"' + text.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

} // namespace

void LedgerModel::show(const QList<store::LedgerEntry>& entries)
{
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

int LedgerModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int LedgerModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LedgerModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const bool number = index.column() == In || index.column() == Out || index.column() == Money;
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const store::LedgerEntry& entry = m_entries.at(index.row());
    const QLocale locale;
    const QString about = entry.estimated ? u"~"_s : QString();
    switch (index.column()) {
    case When:
        return locale.toString(entry.when.toLocalTime(), QLocale::ShortFormat);
    case Model:
        return entry.model;
    case Kind:
        return kindText(entry.kind);
    case In:
        return QString(about + locale.toString(entry.tokensIn));
    case Out:
        return QString(about + locale.toString(entry.tokensOut));
    case Money:
        return entry.micros ? QString(about + summary::moneyText(*entry.micros, entry.currency)) : QString();
    case Outcome:
        return outcomeText(entry.outcome);
    default:
        return {};
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("When");
    case Model:
        return tr("Model");
    case Kind:
        return tr("Request");
    case In:
        return tr("Tokens in");
    case Out:
        return tr("Tokens out");
    case Money:
        return tr("Money");
    case Outcome:
        return tr("Outcome");
    default:
        return {};
    }
}

QList<ModelSpending> spendingByModel(const QList<store::LedgerEntry>& entries, const QDate& today)
{
    QMap<std::pair<QString, QString>, ModelSpending> models;
    for (const store::LedgerEntry& entry : entries) {
        ModelSpending& model = models[{entry.provider, entry.model}];
        model.provider = entry.provider;
        model.model = entry.model;
        const QDate day = entry.when.toUTC().date();
        if (day == today)
            model.today.add(entry);
        if (day > today.addDays(-daysInWeek))
            model.week.add(entry);
        model.month.add(entry);
    }
    QList<ModelSpending> list = models.values();
    std::stable_sort(list.begin(), list.end(), [](const ModelSpending& a, const ModelSpending& b) {
        return a.month.tokens() > b.month.tokens();
    });
    return list;
}

QByteArray ledgerCsv(const QList<store::LedgerEntry>& entries)
{
    QByteArray text = "when,list,thread,provider,model_asked,model,tokens_in,tokens_out,estimated,money,"
                      "currency,kind,outcome\r\n";
    for (auto it = entries.crbegin(); it != entries.crend(); ++it) {
        constexpr double million = 1e6;
        const QByteArrayList fields{
            field(it->when.toUTC().toString(Qt::ISODate)),
            QByteArray::number(it->list.value),
            field(QString::fromUtf8(it->anchor.bytes)),
            field(it->provider),
            field(it->asked),
            field(it->model),
            QByteArray::number(it->tokensIn),
            QByteArray::number(it->tokensOut),
            it->estimated ? "1" : "0",
            it->micros ? QByteArray::number(static_cast<double>(*it->micros) / million, 'f', 6)
                       : QByteArray(),
            field(it->currency),
            field(kindCode(it->kind)),
            field(outcomeCode(it->outcome)),
        };
        text += fields.join(',') + "\r\n";
    }
    return text;
}

} // namespace lb::ui
