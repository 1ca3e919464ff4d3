// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"

#include <QPointer>
#include <QTest>

#include <optional>

namespace lb::test
{

using net::HttpHead;
using net::HttpJob;

/// Everything a job says.
struct Listener : public QObject {
    explicit Listener(HttpJob* watched) : job(watched)
    {
        connect(watched, &HttpJob::headArrived, this, [this](const HttpHead& arrived) {
            head = arrived;
            ++heads;
            order += 'h';
        });
        connect(watched, &HttpJob::bodyArrived, this, [this](const QByteArray& bytes) {
            body += bytes;
            ++pieces;
            order += 'b';
        });
        connect(watched, &HttpJob::waiting, this,
                [this](std::chrono::milliseconds delay, const QString& why) {
                    waits.append(delay);
                    reasons.append(why);
                });
        connect(watched, &HttpJob::finished, this, [this](const Status& status) {
            outcome = status;
            ++ends;
            order += 'f';
        });
    }
    [[nodiscard]] bool isDone() const { return ends > 0; }
    [[nodiscard]] ErrorCode code() const { return outcome->error().code; }

    QPointer<HttpJob> job;
    HttpHead head;
    QByteArray body;
    QByteArray order;
    QList<std::chrono::milliseconds> waits;
    QStringList reasons;
    std::optional<Status> outcome;
    int heads = 0;
    int pieces = 0;
    int ends = 0;
};

/// Bytes that no compressor likes.
inline QByteArray pattern(qsizetype size)
{
    QByteArray bytes(size, '\0');
    quint32 state = 1;
    for (char& byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<char>(state >> 24U);
    }
    return bytes;
}

} // namespace lb::test

#define AWAIT(listener)                                                                                      \
    QTRY_VERIFY((listener).isDone());                                                                        \
    QCOMPARE((listener).ends, 1)
