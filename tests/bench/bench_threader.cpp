// SPDX-License-Identifier: GPL-3.0-or-later
// How long threading takes: joining mails into threads and laying the threads out, for a list of 100,000
// mails and for one of 200,000. The bound beside it, in the same run: hashing every Message-ID of those mails
// once.
#include "thread/components.h"
#include "thread/listing.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <random>
#include <vector>

using namespace Qt::StringLiterals;
using namespace lb;

namespace
{

/// A list like kvmarm: series of a dozen patches with answers, some threads deep, a tenth of the parents
/// missing.
std::vector<thread::Mail> makeList(int count)
{
    std::mt19937 random(25); // NOLINT(cert-msc51-cpp): the same list each time
    std::vector<thread::Mail> mails;
    mails.reserve(static_cast<std::size_t>(count));
    IdNumber root = 0;
    int left = 0;
    int series = 0;
    for (int i = 0; i < count; ++i) {
        thread::Mail mail;
        mail.row = MailId{i + 1};
        mail.number = static_cast<IdNumber>(i) + 1;
        mail.id
            = MessageId{"20250616230241.786506-" + QByteArray::number(i) + "-someone@host.example.invalid"};
        mail.date = {1'600'000'000 + i * 600LL, 0, mail::DateSource::Header};
        mail.from = {u"Person %1"_s.arg(i % 300), u"person%1@example.invalid"_s.arg(i % 300)};
        if (left == 0) {
            left = 5 + static_cast<int>(random() % 30);
            root = mail.number;
            ++series;
            mail.subject = u"[PATCH v%1 00/12] KVM: arm64: work number %2"_s.arg(series % 5 + 1).arg(series);
        } else {
            const IdNumber parent = root + static_cast<IdNumber>(random() % (mail.number - root));
            mail.references = {root, parent};
            mail.inReplyTo = {random() % 10 == 0 ? static_cast<IdNumber>(count) + mail.number : parent};
            // Half of a patch list's mails are patches, which take longest to read.
            const auto part = static_cast<int>(mail.number - root);
            mail.subject
                = u"%1[PATCH v%2 %3/12] KVM: arm64: a part of it"_s.arg(part > 10 ? u"Re: "_s : QString())
                      .arg(series % 5 + 1)
                      .arg(part % 12 + 1);
        }
        --left;
        mails.push_back(std::move(mail));
    }
    return mails;
}

struct Times {
    double hash = 0;
    double build = 0;
    double join = 0;
    double list = 0;
};

/// The best of several runs: what the work costs, not what else the machine does.
Times measure(int count)
{
    std::vector<thread::Mail> mails = makeList(count);
    Times best{1e9, 1e9, 1e9, 1e9};
    std::size_t sink = 0;
    for (int run = 0; run < 5; ++run) {
        QElapsedTimer timer;
        const auto milliseconds = [&timer] { return static_cast<double>(timer.nsecsElapsed()) / 1e6; };
        timer.start();
        for (const thread::Mail& mail : mails)
            sink += qHash(mail.id);
        best.hash = std::min(best.hash, milliseconds());

        timer.start();
        thread::LinkGraphBuilder graph;
        graph.reserve(mails.size());
        for (const thread::Mail& mail : mails)
            graph.add(mail.number, mail.references, mail.inReplyTo, mail.subject, mail.from.address,
                      mail.date.utc);
        best.build = std::min(best.build, milliseconds());

        timer.start();
        const std::vector<quint32> first = thread::components(graph.graph());
        best.join = std::min(best.join, milliseconds());
        for (std::size_t i = 0; i < first.size(); ++i)
            mails[i].thread = ThreadId{static_cast<qint64>(first[i]) + 1};

        std::vector<thread::Mail> copy = mails;
        timer.start();
        const std::vector<thread::Listing> listings = thread::listThreads(std::move(copy), {});
        best.list = std::min(best.list, milliseconds());
        sink += listings.size();
    }
    std::printf(
        "%7d mails: hash ids %.1f ms; links %.1f ms + join %.1f ms = threads %.1f ms (%.1f x hashing); "
        "lay out %.1f ms [%zu]\n",
        count, best.hash, best.build, best.join, best.build + best.join, (best.build + best.join) / best.hash,
        best.list, sink % 10);
    return best;
}

} // namespace

int main()
{
    const Times one = measure(100'000);
    const Times two = measure(200'000);
    const double growth = (two.build + two.join) / (one.build + one.join);
    const double listGrowth = two.list / one.list;
    std::printf("twice the mails take %.2f times as long to thread, %.2f times to lay out\n", growth,
                listGrowth);
    const double total = one.build + one.join;
    std::printf("aim: 100,000 mails under 250 ms: %s\n", total < 250 ? "met" : "missed");
    return 0;
}
