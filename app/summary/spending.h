// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "llm/provider.h"
#include "store/store.h"

#include <QMap>
#include <QObject>

#include <functional>
#include <memory>

namespace lb::summary
{

using Money = QMap<QString, qint64>; ///< millionths by currency: sums never mix currencies

/// The sum of some calls.
struct Spent {
    int calls = 0;
    qint64 tokensIn = 0;
    qint64 tokensOut = 0;
    Money money; ///< of those calls whose price was known
    bool estimated = false; ///< some were not counted by the server

    void add(const store::LedgerEntry& entry);
    [[nodiscard]] qint64 tokens() const { return tokensIn + tokensOut; }
};

/// What calls may cost together; 0 = no bound. A day is one in UTC.
struct Caps {
    qint64 runTokens = 0;
    qint64 dayTokens = 0;
    qint64 runMicros = 0; ///< in the currency of the provider asked; it binds only where prices are known
    qint64 dayMicros = 0;
};

/// The price of tokens at the user's prices; currency empty = not known.
struct Price {
    qint64 micros = 0;
    QString currency;

    [[nodiscard]] bool isKnown() const { return !currency.isEmpty(); }
};
[[nodiscard]] Price priceOf(const llm::Provider& provider, qint64 tokensIn, qint64 tokensOut);

/// "0.12 USD", in the locale's numbers.
[[nodiscard]] QString moneyText(qint64 micros, const QString& currency);
/// "12,345 tokens in, 2,100 out, ~0.12 USD": no full stop. "~" where something is estimated.
[[nodiscard]] QString spentText(const Spent& spent);

/// Calls that are counted together: those of one "Summarise All", of one export, of one regenerated summary.
struct SpendingRun {
    Spent spent;
    qint64 tokensAhead = 0; ///< of calls under way, at most
    Money moneyAhead;
    bool stopped = false; ///< a cap was met: nothing more is begun
    Error why; ///< where stopped
};

/// What a call may cost at most: held back while it is under way.
struct Reservation {
    qint64 tokens = 0;
    Price price;
};

/// Keeps the caps and the ledger. What is begun is finished; a call that could lead over a cap is not begun,
/// and stops its run. The day's sum is read once a session: what another program spends meanwhile is not
/// seen. GUI thread.
class Spending final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Spending)
public:
    Spending(store::Store& store, const Clock& clock, QObject* parent = nullptr);

    void setCaps(const Caps& caps) { m_caps = caps; }
    [[nodiscard]] const Caps& caps() const { return m_caps; }

    [[nodiscard]] QDateTime now() const { return m_clock.now(); }

    /// Calls `proceed` once, with Ok (then settle() must follow) or CapReached; at once or, where the day's
    /// sum must be read first, later; not at all if `context` dies first.
    void ask(QObject* context, const std::shared_ptr<SpendingRun>& run, const Reservation& wanted,
             std::function<void(const Status&)> proceed);
    /// The call is over. `entry` goes into the ledger unless it spent nothing.
    void settle(const std::shared_ptr<SpendingRun>& run, const Reservation& held,
                const store::LedgerEntry& entry);

Q_SIGNALS:
    void capReached(const lb::Error& error); ///< once a run
    void recorded(); ///< the ledger has more

private:
    [[nodiscard]] Status admit(const std::shared_ptr<SpendingRun>& run, const Reservation& wanted);
    [[nodiscard]] std::optional<Error> overCap(const SpendingRun& run, const Reservation& wanted) const;
    [[nodiscard]] bool bindsDay() const { return m_caps.dayTokens > 0 || m_caps.dayMicros > 0; }

    store::Store& m_store;
    const Clock& m_clock;
    Caps m_caps;
    QDate m_day; ///< that m_today is the sum of; invalid = not read yet
    Spent m_today;
    qint64 m_tokensAhead = 0; ///< of all runs
    Money m_moneyAhead;
};

} // namespace lb::summary
