// SPDX-License-Identifier: GPL-3.0-or-later
// How fast mail is split and parsed, beside zlib unpacking the same bytes in the same run.
//   bench_mail FILE.mbox.gz

#include "mail/bodytext.h"
#include "mail/inflate.h"
#include "mail/mboxreader.h"
#include "mail/messageparser.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace
{

constexpr int Rounds = 5;

/// The fastest of some rounds, in seconds: the others were disturbed by something else.
template <typename Work>
double fastest(Work work)
{
    double best = 1e9;
    for (int round = 0; round < Rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        best = std::min(best, double(timer.nsecsElapsed()) / 1e9);
    }
    return best;
}

struct Bench {
    double megabytes = 0;
    double mails = 0;
    double reference = 0; // seconds that zlib takes

    void print(const char* name, double seconds) const
    {
        std::printf("%-16s %8.1f MB/s %8.2f us/mail %8.2f x zlib\n", name, megabytes / seconds,
                    seconds * 1e6 / mails, seconds / reference);
    }
};

} // namespace

int main(int argc, char** argv)
{
    QFile file(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    if (argc != 2 || !file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "usage: bench_mail FILE.mbox.gz\n");
        return 2;
    }
    const QByteArray compressed = file.readAll();
    QByteArray text;
    const auto unpack = [&](const lb::mail::Inflate::Sink& sink) {
        lb::mail::Inflate inflate(sink);
        return inflate.feed(compressed) && inflate.finish();
    };
    if (!unpack([&text](QByteArrayView bytes) { text.append(bytes); })) {
        std::fprintf(stderr, "bench_mail: not a complete gzip file\n");
        return 1;
    }

    std::vector<lb::mail::RawMail> mails;
    lb::mail::MboxReader splitter([&mails](lb::mail::MboxReader::Mail&& mail) {
        mails.push_back({std::move(mail.bytes), {}, 0});
    });
    splitter.feed(text);
    splitter.finish();

    Bench bench{double(text.size()) / 1e6, double(mails.size()), 0};
    qint64 sum = 0; // keeps the work from being thought away
    bench.reference = fastest([&] { (void)unpack([&sum](QByteArrayView bytes) { sum += bytes.size(); }); });
    std::printf("%.1f MB, %zu mails\n", bench.megabytes, mails.size());
    bench.print("zlib inflate", bench.reference);
    bench.print("MboxReader", fastest([&] {
                    lb::mail::MboxReader reader(
                        [&sum](lb::mail::MboxReader::Mail&& mail) { sum += mail.bytes.size(); });
                    const QByteArrayView all(text);
                    for (qsizetype at = 0; at < all.size(); at += 256 * 1024)
                        reader.feed(all.sliced(at, std::min<qsizetype>(256 * 1024, all.size() - at)));
                    reader.finish();
                }));
    bench.print("parseEnvelope", fastest([&] {
                    for (const lb::mail::RawMail& mail : mails)
                        sum += lb::mail::parseEnvelope(mail) ? 1 : 0;
                }));
    std::vector<QString> texts(mails.size());
    bench.print("parseText", fastest([&] {
                    for (size_t i = 0; i < mails.size(); ++i)
                        texts[i] = lb::mail::parseText(mails[i].bytes).text;
                }));
    bench.print("classify", fastest([&] {
                    for (const QString& one : texts)
                        sum += qint64(lb::mail::classify(one).lines.size());
                }));
    bench.print("searchText", fastest([&] {
                    for (const QString& one : texts)
                        sum += lb::mail::searchText(lb::mail::classify(one)).size();
                }));
    return sum > 0 ? 0 : 1;
}
