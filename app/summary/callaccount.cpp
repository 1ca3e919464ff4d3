// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/callaccount.h"

namespace lb::summary
{

namespace
{

/// Such an error comes after the model has worked.
bool comesAfterWork(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ModelIncomplete:
    case ErrorCode::ModelEmpty:
    case ErrorCode::ModelRefused:
    case ErrorCode::ModelProtocol:
        return true;
    default:
        return false;
    }
}

} // namespace

CallAccount::CallAccount(Spending& spending, std::shared_ptr<SpendingRun> run, ListId list, MessageId anchor)
    : m_spending(spending)
    , m_run(run != nullptr ? std::move(run) : std::make_shared<SpendingRun>())
    , m_list(list)
    , m_anchor(std::move(anchor))
{
}

CallAccount::~CallAccount()
{
    close(fail(ErrorCode::Cancelled, {}), 0);
}

void CallAccount::open(QObject* context, const Call& call, const std::function<void(const Status&)>& proceed)
{
    const Reservation wanted{qint64{call.tokensIn} + call.mostOut,
                             priceOf(call.provider, call.tokensIn, call.mostOut)};
    m_spending.ask(context, m_run, wanted, [this, call, wanted, proceed](const Status& admitted) {
        if (admitted) {
            m_open = call;
            m_held = wanted;
        }
        proceed(admitted);
    });
}

void CallAccount::close(const Result<llm::ChatAnswer>& answer, int written)
{
    if (!m_open)
        return;
    const Call call = *std::exchange(m_open, std::nullopt);
    store::LedgerEntry entry;
    entry.when = m_spending.now();
    entry.list = m_list;
    entry.anchor = m_anchor;
    entry.provider = call.provider.id;
    entry.asked = call.provider.model;
    entry.model = answer && !answer->model.isEmpty() ? answer->model : call.provider.model;
    entry.kind = call.kind;
    if (answer) {
        entry.tokensIn = answer->tokensIn;
        entry.tokensOut = answer->tokensOut;
        entry.estimated = answer->tokensEstimated;
    } else {
        const ErrorCode code = answer.error().code;
        entry.outcome
            = code == ErrorCode::Cancelled ? store::CallOutcome::Cancelled : store::CallOutcome::Failed;
        if (written > 0 || comesAfterWork(code)) {
            entry.tokensIn = call.tokensIn;
            entry.tokensOut = written;
            entry.estimated = true;
        }
    }
    if (const Price price = priceOf(call.provider, entry.tokensIn, entry.tokensOut); price.isKnown()) {
        entry.micros = price.micros;
        entry.currency = price.currency;
    }
    m_spending.settle(m_run, m_held, entry);
}

} // namespace lb::summary
