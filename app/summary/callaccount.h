// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/chatclient.h"
#include "summary/spending.h"

#include <functional>

namespace lb::summary
{

/// The calls of one thread's summary, one after the other, as the ledger sees them. A call that failed or was
/// cancelled is written when the server had begun to answer: then its tokens are paid for. GUI thread.
class CallAccount
{
public:
    CallAccount(Spending& spending, std::shared_ptr<SpendingRun> run, ListId list, MessageId anchor);
    ~CallAccount();
    Q_DISABLE_COPY_MOVE(CallAccount)

    struct Call {
        llm::Provider provider;
        store::CallKind kind = store::CallKind::Summary;
        int tokensIn = 0; ///< as the server will count them, about
        int mostOut = 0;
    };
    /// See Spending::ask(). No other call may be open.
    void open(QObject* context, const Call& call, const std::function<void(const Status&)>& proceed);
    /// `written`: tokens that arrived, about. Does nothing where no call is open.
    void close(const Result<llm::ChatAnswer>& answer, int written);

    [[nodiscard]] bool isStopped() const { return m_run->stopped; } ///< a cap was met
    [[nodiscard]] const Error& whyStopped() const { return m_run->why; }

private:
    Spending& m_spending;
    std::shared_ptr<SpendingRun> m_run;
    ListId m_list;
    MessageId m_anchor;
    std::optional<Call> m_open;
    Reservation m_held;
};

} // namespace lb::summary
