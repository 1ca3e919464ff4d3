// SPDX-License-Identifier: GPL-3.0-or-later
// Lays the threads of an mbox out as documents and says how much of what people quote is traced to the line
// it repeats, whether all of that is true and no own line is lost, and what it takes beside one bare pass
// over the same lines. Then hostile threads, each beside one of half the size.
//   bench_collation [FILE]   (default: the built-in sample)
#include "support/collationcheck.h"
#include "support/mboxlist.h"
#include "thread/linetable.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;
using namespace lb;

namespace
{

/// Processor time, the best of several runs: what the work costs, not what else the machine does.
double milliseconds(int runs, const std::function<void()>& work)
{
    double best = 1e12;
    for (int run = 0; run < runs; ++run) {
        const std::clock_t start = std::clock();
        work();
        best = std::min(best, static_cast<double>(std::clock() - start) * 1000 / CLOCKS_PER_SEC);
    }
    return best;
}

double collateAll(const std::vector<thread::Material>& materials, int runs)
{
    return milliseconds(runs, [&] {
        for (const thread::Material& material : materials)
            static_cast<void>(thread::collate(material));
    });
}

double percent(int part, int whole)
{
    return whole == 0 ? 0 : 100.0 * part / whole;
}

void measure(const std::vector<thread::Material>& materials)
{
    test::CollationCheck sum;
    std::size_t blocks = 0;
    qint64 lines = 0;
    for (const thread::Material& material : materials) {
        const thread::Collation collation = thread::collate(material);
        blocks += collation.blocks.size();
        sum += test::check(material, collation);
        for (const mail::BodyText& body : material.bodies)
            lines += static_cast<qint64>(body.lines.size());
    }
    std::printf("%d mails in %zu threads, %lld lines, %zu blocks\n", sum.mails, materials.size(),
                static_cast<long long>(lines), blocks);
    std::printf(
        "quoted lines of 20 characters or more, ancestors at hand: %d; attributed %.2f %% (in the parent "
        "%.1f %%); aim 96 %%: %s\n",
        sum.quotes, percent(sum.attributed, sum.quotes), percent(sum.inParent, sum.quotes),
        sum.attributed * 100.0 >= sum.quotes * 96.0 ? "met" : "missed");
    std::printf(
        "false origins %d, own lines %d, lost %d, shown twice %d, mails without a block %d, misplaced %d: "
        "%s %s\n",
        sum.falseOrigins + sum.lateOrigins, sum.ownLines, sum.lostOwnLines, sum.doubledLines,
        sum.mailsWithoutBlock, sum.misplacedBlocks, sum.isFaultless() ? "faultless" : "FAULTY",
        qPrintable(sum.firstProblem));

    quint64 sink = 0;
    const double pass = milliseconds(5, [&] {
        for (const thread::Material& material : materials) {
            for (const mail::BodyText& body : material.bodies) {
                for (const mail::BodyLine& line : body.lines)
                    sink += thread::wordsOf(body.line(line)).hash;
            }
        }
    });
    const double all = collateAll(materials, 5);
    std::printf(
        "collation %.1f ms, %.1f x one pass over the words (%.1f ms) [%d]; aim for 1,283 mails 500 ms: %s\n",
        all, all / pass, pass, static_cast<int>(sink % 10), all < 500 ? "met" : "missed");

    // Each thread with a second one of the same words in it.
    std::vector<thread::Material> doubled = materials;
    for (thread::Material& material : doubled) {
        const int count = material.listing.count();
        for (int i = 0; i < count; ++i) {
            const auto at = static_cast<std::size_t>(i);
            thread::ListedMail copy = material.listing.mails[at];
            copy.number += count;
            copy.parent = copy.parent < 0 ? -1 : copy.parent + count;
            material.listing.mails.push_back(copy);
            material.bodies.push_back(material.bodies[at]);
        }
    }
    // In turn, because what else the machine does changes.
    double once = 1e12;
    double twice = 1e12;
    for (int run = 0; run < 7; ++run) {
        once = std::min(once, collateAll(materials, 1));
        twice = std::min(twice, collateAll(doubled, 1));
    }
    std::printf("twice the mails in each thread: %.1f ms, %.2f x (aim: at most 2.2 x): %s\n", twice,
                twice / once, twice / once <= 2.2 ? "met" : "missed");
}

thread::Material chain(const std::vector<QString>& texts)
{
    thread::Material material;
    for (const QString& text : texts) {
        thread::ListedMail mail;
        mail.number = material.listing.count() + 1;
        mail.parent = mail.number - 2;
        mail.mail.id = MessageId{QByteArray::number(mail.number) + "@example.invalid"};
        material.listing.mails.push_back(mail);
        material.bodies.push_back(mail::classify(text));
    }
    return material;
}

QString lines(int count, const QString& line)
{
    return QString(line + u'\n').repeated(count);
}

void hostile(const char* what, const std::function<thread::Material(int)>& make, int size)
{
    const double half = collateAll({make(size / 2)}, 3);
    const double whole = collateAll({make(size)}, 3);
    std::printf("%-52s %8.1f ms, %.2f x half of it\n", what, whole, whole / std::max(half, 0.001));
}

} // namespace

int main(int argc, char** argv)
{
    const QString file
        = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u":/sample/kvmarm-2025-week25.mbox.gz"_s;
    const auto list = test::readMboxList(file);
    if (!list) {
        std::fprintf(stderr, "cannot read %s\n", qPrintable(file));
        return 1;
    }
    std::vector<thread::Material> materials;
    for (thread::Listing& listing : thread::listThreads(list->mails, {}))
        materials.push_back(list->material(std::move(listing)));
    measure(materials);

    const QString same = u"the same line again and again, all over"_s;
    hostile(
        "100,000 equal lines, all quoted",
        [&](int n) {
            return chain({lines(n, same), lines(n, u"> "_s + same) + u"yes\n"_s});
        },
        100'000);
    hostile(
        "100,000 equal lines quoted by one who wrote none",
        [&](int n) {
            return chain({u"nothing\n"_s, lines(n, u"> "_s + same) + u"yes\n"_s, lines(n, u"> "_s + same)});
        },
        100'000);
    hostile(
        "every line answered: 50,000 places",
        [&](int n) {
            return chain({lines(n, same), lines(n, u"> "_s + same + u"\nyes"_s)});
        },
        50'000);
    hostile(
        "10,000 mails, each answers the one before",
        [&](int n) {
            std::vector<QString> texts;
            for (int i = 0; i < n; ++i)
                texts.push_back(
                    u"> words of mail number %1 to be quoted\nwords of mail number %2 to be quoted\n"_s.arg(i)
                        .arg(i + 1));
            return chain(texts);
        },
        10'000);
    hostile(
        "quotes 10,000 levels deep",
        [&](int n) {
            QString deep;
            for (int i = 0; i < 200; ++i)
                deep += QString(n - i, u'>') + u" words at some level\n"_s;
            return chain({deep, deep + u"yes\n"_s, deep});
        },
        10'000);
    hostile(
        "50,000 lines wrapped anew",
        [&](int n) {
            return chain({lines(n, u"one two three four five six seven eight nine ten"_s),
                          lines(n, u"> one two three four five\n> six seven eight nine ten"_s) + u"yes\n"_s});
        },
        50'000);
    return 0;
}
