// SPDX-License-Identifier: GPL-3.0-or-later
// bench_store [MAILS]: what a library of 100,000 mails takes to join threads, to list its weeks and to read
// one.
#include "library/material.h"
#include "store/store.h"
#include "thread/components.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace lb;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 start = 1'577'836'800; // 2020-01-01
constexpr int perWeek = 230;

/// Threads of some ten mails within a week or two, a tenth of the patches unthreaded.
std::vector<store::PreparedMail> batchOf(int first, int count)
{
    static const QByteArray frame
        = store::compress(QByteArray("Subject: x\n\nsome words of a mail\n").repeated(120));
    std::vector<store::PreparedMail> batch;
    for (int i = first; i < first + count; ++i) {
        store::PreparedMail mail;
        const auto id = [](int n) {
            return MessageId{QByteArray::number(start + n) + "." + QByteArray::number(n)
                             + "-kvmarm@example.invalid"};
        };
        mail.envelope.id = id(i);
        const int root = i - i % 10;
        if (i % 10 != 0)
            mail.envelope.references = {id(root), id(std::max(root, i - 3))};
        if (i % 10 != 0)
            mail.envelope.inReplyTo = {id(std::max(root, i - 3))};
        mail.envelope.subject
            = u"[PATCH v%1 %2/9] KVM: arm64: subject number %3"_s.arg(root % 7 + 1).arg(i % 10).arg(root);
        mail.envelope.from = {u"Person Number %1"_s.arg(i % 300), u"person%1@example.invalid"_s.arg(i % 300)};
        mail.envelope.date
            = {start + static_cast<qint64>(i) * 7 * 86'400 / perWeek, 0, mail::DateSource::Header};
        mail.contentHash = QByteArray(16, static_cast<char>(i));
        mail.compressed = frame;
        mail.size = 4000;
        batch.push_back(std::move(mail));
    }
    return batch;
}

template <typename Call>
double milliseconds(Call call)
{
    QElapsedTimer timer;
    timer.start();
    call();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

template <typename T>
T wanted(const Result<T>& result)
{
    if (!result) {
        std::fprintf(stderr, "%s %s\n", qPrintable(result.error().text), qPrintable(result.error().detail));
        std::exit(1);
    }
    return *result;
}

void bench(int mails)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"library.sqlite"_s);
    auto store = std::make_unique<store::Store>(file);
    if (!store->open().result())
        std::exit(1);
    const ListId list = wanted(store->saveList({{}, u"bench"_s, {}, {}, 0}).result()).id;
    std::printf("saving %d mails            %8.0f ms\n", mails, milliseconds([&] {
                    for (int i = 0; i < mails; i += 500)
                        wanted(store->saveBatch(list, batchOf(i, 500)).result());
                }));
    int changed = 0;
    std::printf("joining threads                %8.0f ms\n",
                milliseconds([&] { changed = wanted(store->updateThreads(list).result()); }));
    std::printf("  of it mails moved            %8d\n", changed);
    std::printf("again, nothing added           %8.2f ms\n",
                milliseconds([&] { wanted(store->updateThreads(list).result()); }));
    wanted(store->saveBatch(list, batchOf(mails, 10)).result());
    std::printf("again, ten mails added         %8.0f ms\n",
                milliseconds([&] { wanted(store->updateThreads(list).result()); }));

    store.reset();
    store = std::make_unique<store::Store>(file);
    std::printf("opening                        %8.2f ms\n",
                milliseconds([&] { std::ignore = store->open().result(); }));
    std::printf("lists                          %8.2f ms\n",
                milliseconds([&] { wanted(store->lists().result()); }));
    std::printf("weeks                          %8.2f ms\n",
                milliseconds([&] { wanted(store->weeks(list).result()); }));
    const QDate day(2024, 3, 4);
    std::size_t count = 0;
    for (const char* name : {"mails of a week, first time     ", "mails of a week, again          "})
        std::printf("%s%7.2f ms\n", name, milliseconds([&] {
                        count = wanted(store->mails(list, thread::weekOf(day)).result()).size();
                    }));
    std::printf("  of it mails                  %8zu\n", count);
    thread::ListingOptions options;
    options.period = thread::weekOf(day.addDays(-70));
    std::printf("another week, laid out         %8.2f ms\n", milliseconds([&] {
                    const auto read = wanted(store->mails(list, options.period).result());
                    std::ignore = thread::listThreads(read, options);
                }));
    std::printf("all mails                      %8.0f ms\n",
                milliseconds([&] { wanted(store->mails(list, std::nullopt).result()); }));
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    bench(argc > 1 ? std::max(std::atoi(argv[1]) / 500 * 500, 500) : 100'000);
    return 0;
}
