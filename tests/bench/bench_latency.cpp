// SPDX-License-Identifier: GPL-3.0-or-later
// Whether waiting is all that a run waits for: N threads at concurrency c, against a model that answers after
// L milliseconds, must take at most 1.1 x ceil(N/c) x L. Everything is real but the model: library, packing,
// HTTP.
//   bench_latency [L]   (default: 500)      exit status 1 when a row is over
#include "core/onresult.h"
#include "library/material.h"
#include "mail/messageparser.h"
#include "net/httpclient.h"
#include "summary/summariser.h"
#include "support/fakeclock.h"
#include "support/fakellm.h"
#include "support/mailbuilder.h"
#include "support/preparedmail.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace lb;

namespace
{

constexpr double bound = 1.1;
constexpr int mostThreads = 36;

struct Row {
    int threads;
    int concurrency;
};
constexpr std::array rows{Row{6, 1}, Row{10, 2}, Row{10, 4}, Row{24, 4}, Row{36, 6}};

/// Threads of two mails by two people: a digest alone will not do for them.
std::vector<store::PreparedMail> invented()
{
    std::vector<store::PreparedMail> mails;
    for (int number = 0; number < mostThreads; ++number) {
        const QByteArray id = "t" + QByteArray::number(number);
        const QByteArray subject = "[PATCH] widget: fix number " + QByteArray::number(number);
        for (const QByteArray& bytes :
             {test::MailBuilder(QByteArray(id + "@example.invalid"))
                  .subject(subject)
                  .body("The widget leaks when it is closed twice.\n")
                  .bytes(),
              test::MailBuilder(QByteArray(id + "-re@example.invalid"))
                  .from("Grace Example <grace@example.invalid>")
                  .subject(QByteArray("Re: " + subject))
                  .replyTo(QByteArray(id + "@example.invalid"))
                  .body("> leaks when it is closed twice\nWhy would anybody do that?\n")
                  .bytes()}) {
            const auto parsed = mail::parseEnvelope({bytes, u"bench"_s, 0});
            store::PreparedMail prepared;
            prepared.envelope = parsed->envelope;
            prepared.contentHash = parsed->contentHash;
            prepared.compressed = store::compress(bytes);
            prepared.size = bytes.size();
            mails.push_back(std::move(prepared));
        }
    }
    return mails;
}

class LatencyBench final : public QObject
{
    Q_OBJECT
public:
    explicit LatencyBench(std::chrono::milliseconds latency)
        : m_latency(latency), m_chat(m_http), m_summariser(m_library.store, m_chat, m_clock)
    {
        test::LoopbackReply reply
            = test::chatStream(u"The widget leaks [m1]. It is asked why [m2]."_s, 400, 20);
        reply.pieces = {":\n\n", reply.pieces.join()};
        reply.pieceDelay = latency;
        m_server.setHandler([reply](const test::LoopbackRequest&) { return reply; });
    }

    void begin()
    {
        m_library.save(invented());
        (void)m_library.store.updateThreads(m_library.list).result();
        onResult(library::loadListings(m_library.store, m_library.list, {}), this,
                 [this](const Result<std::vector<thread::Listing>>& read) {
                     if (read)
                         m_listings = *read;
                     std::printf("%8s %12s %9s %9s %7s\n", "threads", "concurrency", "least ms", "took ms",
                                 "ratio");
                     next();
                 });
    }

private:
    void next()
    {
        if (m_row == rows.size() || std::ssize(m_listings) < mostThreads)
            return QCoreApplication::exit(m_isOver || m_row < rows.size() ? 1 : 0);
        const Row row = rows.at(m_row);
        m_left = row.threads;
        summary::SummaryOptions options;
        options.refresh = true;
        options.provider.emplace();
        options.provider->id = u"fake"_s;
        options.provider->endpoint = m_server.url("/v1").toString();
        options.provider->model = u"fake"_s;
        options.provider->concurrency = row.concurrency;
        m_summariser.setJobs(row.concurrency);
        m_clockOfRow.start();
        for (int i = 0; i < row.threads; ++i) {
            const auto* job = m_summariser.summarise(
                m_library.list, m_listings.at(static_cast<std::size_t>(i)), options, this);
            connect(job, &Job::finished, this, [this](const Status& outcome) { endOne(outcome); });
        }
    }

    void endOne(const Status& outcome)
    {
        if (!outcome) {
            std::fprintf(stderr, "%s\n", qPrintable(outcome.error().text));
            m_isOver = true;
        }
        if (--m_left > 0)
            return;
        const Row row = rows.at(m_row);
        const auto rounds = (row.threads + row.concurrency - 1) / row.concurrency;
        const auto least = static_cast<double>(rounds * m_latency.count());
        const auto took = static_cast<double>(m_clockOfRow.elapsed());
        const double ratio = took / least;
        m_isOver = m_isOver || ratio > bound;
        std::printf("%8d %12d %9.0f %9.0f %7.3f%s\n", row.threads, row.concurrency, least, took, ratio,
                    ratio > bound ? "  OVER" : "");
        std::fflush(stdout);
        ++m_row;
        next();
    }

    std::chrono::milliseconds m_latency;
    test::StoreFixture m_library;
    test::LoopbackServer m_server;
    test::FakeClock m_clock{QDateTime(QDate(2026, 1, 5), QTime(8, 0), Qt::UTC)};
    net::HttpClient m_http;
    llm::ChatClient m_chat;
    summary::Summariser m_summariser;
    std::vector<thread::Listing> m_listings;
    QElapsedTimer m_clockOfRow;
    std::size_t m_row = 0;
    int m_left = 0;
    bool m_isOver = false;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const int given = argc > 1 ? QByteArray(argv[1]).toInt() : 0;
    LatencyBench bench(std::chrono::milliseconds(given > 0 ? given : 500));
    bench.begin();
    return QCoreApplication::exec();
}

#include "bench_latency.moc"
