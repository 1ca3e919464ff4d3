// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/spending.h"

#include "core/logging.h"
#include "core/onresult.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

constexpr double million = 1e6;
constexpr double largestMicros = 1e15; ///< a thousand million: prices are typed by hand

void change(Money& money, const Price& price, int sign)
{
    if (!price.isKnown())
        return;
    qint64& sum = money[price.currency];
    sum += sign * price.micros;
    if (sum == 0)
        money.remove(price.currency);
}

} // namespace

void Spent::add(const store::LedgerEntry& entry)
{
    ++calls;
    tokensIn += entry.tokensIn;
    tokensOut += entry.tokensOut;
    estimated = estimated || entry.estimated;
    if (entry.micros)
        money[entry.currency] += *entry.micros;
}

Price priceOf(const llm::Provider& provider, qint64 tokensIn, qint64 tokensOut)
{
    const bool known = provider.priceIn > 0 || provider.priceOut > 0;
    if (!known || provider.currency.isEmpty())
        return {};
    // Prices are of a million tokens, micros millionths: the two cancel out.
    const double micros = static_cast<double>(tokensIn) * provider.priceIn
        + static_cast<double>(tokensOut) * provider.priceOut;
    return {std::llround(std::clamp(micros, 0.0, largestMicros)), provider.currency};
}

QString moneyText(qint64 micros, const QString& currency)
{
    const double amount = static_cast<double>(micros) / million;
    const int digits = micros == 0 || amount >= 0.1 ? 2 : 4; // a call may cost less than a cent
    return QLocale().toString(amount, 'f', digits) + u' ' + currency;
}

QString spentText(const Spent& spent)
{
    const QLocale locale;
    const QString about = spent.estimated ? u"~"_s : QString();
    QString in = about + locale.toString(spent.tokensIn);
    QString out = about + locale.toString(spent.tokensOut);
    QStringList parts{Spending::tr("%1 tokens in, %2 out").arg(in, out)};
    for (auto it = spent.money.cbegin(); it != spent.money.cend(); ++it)
        parts.append(about + moneyText(it.value(), it.key()));
    return parts.join(u", "_s);
}

Spending::Spending(store::Store& store, const Clock& clock, QObject* parent)
    : QObject(parent), m_store(store), m_clock(clock)
{
}

void Spending::ask(QObject* context, const std::shared_ptr<SpendingRun>& run, const Reservation& wanted,
                   std::function<void(const Status&)> proceed)
{
    const QDate today = m_clock.now().date();
    if (!bindsDay() || m_day == today) {
        proceed(admit(run, wanted));
        return;
    }
    onResult(m_store.ledger(QDateTime(today, QTime(0, 0), Qt::UTC)), context,
             [this, today, run, wanted, proceed](const Result<QList<store::LedgerEntry>>& entries) {
                 if (!entries) {
                     proceed(entries.error());
                     return;
                 }
                 if (m_day != today) { // else another call has read it meanwhile
                     m_day = today;
                     m_today = {};
                     for (const store::LedgerEntry& entry : *entries)
                         m_today.add(entry);
                 }
                 proceed(admit(run, wanted));
             });
}

Status Spending::admit(const std::shared_ptr<SpendingRun>& run, const Reservation& wanted)
{
    if (!run->stopped) {
        if (const std::optional<Error> over = overCap(*run, wanted)) {
            run->stopped = true;
            run->why = *over;
            Q_EMIT capReached(*over);
        }
    }
    if (run->stopped)
        return run->why;
    run->tokensAhead += wanted.tokens;
    m_tokensAhead += wanted.tokens;
    change(run->moneyAhead, wanted.price, 1);
    change(m_moneyAhead, wanted.price, 1);
    return success();
}

std::optional<Error> Spending::overCap(const SpendingRun& run, const Reservation& wanted) const
{
    const QLocale locale;
    const auto error = [](const QString& text) { return fail(ErrorCode::CapReached, text, u"cap"_s); };
    if (m_caps.runTokens > 0 && run.spent.tokens() + run.tokensAhead + wanted.tokens > m_caps.runTokens)
        return error(tr("Cap reached: the next request could take this run over %1 tokens.")
                         .arg(locale.toString(m_caps.runTokens)));
    if (m_caps.dayTokens > 0 && m_today.tokens() + m_tokensAhead + wanted.tokens > m_caps.dayTokens)
        return error(tr("Cap reached: the next request could take this day over %1 tokens.")
                         .arg(locale.toString(m_caps.dayTokens)));
    if (!wanted.price.isKnown())
        return std::nullopt;
    const QString& currency = wanted.price.currency;
    const qint64 micros = wanted.price.micros;
    if (m_caps.runMicros > 0
        && run.spent.money.value(currency) + run.moneyAhead.value(currency) + micros > m_caps.runMicros)
        return error(tr("Cap reached: the next request could take this run over %1.")
                         .arg(moneyText(m_caps.runMicros, currency)));
    if (m_caps.dayMicros > 0
        && m_today.money.value(currency) + m_moneyAhead.value(currency) + micros > m_caps.dayMicros)
        return error(tr("Cap reached: the next request could take this day over %1.")
                         .arg(moneyText(m_caps.dayMicros, currency)));
    return std::nullopt;
}

void Spending::settle(const std::shared_ptr<SpendingRun>& run, const Reservation& held,
                      const store::LedgerEntry& entry)
{
    run->tokensAhead -= held.tokens;
    m_tokensAhead -= held.tokens;
    change(run->moneyAhead, held.price, -1);
    change(m_moneyAhead, held.price, -1);
    if (entry.tokens() <= 0)
        return;
    run->spent.add(entry);
    if (m_day.isValid() && m_day == entry.when.date())
        m_today.add(entry);
    onResult(m_store.addToLedger(entry), this, [this](const Status& added) {
        if (added)
            Q_EMIT recorded();
        else
            qCWarning(logSummary).noquote() << "not in the ledger:" << added.error().detail;
    });
}

} // namespace lb::summary
