// SPDX-License-Identifier: GPL-3.0-or-later
// How well code alone tells true claims from damaged ones, on generated threads whose facts are known.
//   bench_claimcheck [THREADS [FIRST]]   (default: 240 threads from number 0)
//   bench_claimcheck --mbox FILE         what the check says of the mails' own sentences, taken as claims
#include "support/claimmutations.h"
#include "support/mboxlist.h"
#include "thread/ownwords.h"

#include <QElapsedTimer>
#include <QMap>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace lb;

namespace
{

/// Every sentence of a mail, claimed of it word by word, is true: what is doubted is a false alarm, but for
/// tone and language, which are the mail's.
int checkOwnSentences(const QString& file)
{
    const auto list = test::readMboxList(file);
    if (!list)
        return 1;
    const summary::CheckOptions options = summary::checkOptions(
        Language::English, summary::Glossary::fromText(summary::Glossary::shippedText(u"kvmarm"_s)));
    QMap<QString, int> doubts;
    QMap<QString, QStringList> examples;
    int claims = 0;
    int verified = 0;
    for (thread::Listing& listing : thread::listThreads(list->mails, {})) {
        const thread::Material material = list->material(std::move(listing));
        summary::ModelSummary said;
        for (std::size_t i = 0; i < material.bodies.size(); ++i) {
            for (const thread::Paragraph& paragraph : thread::ownParagraphs(material.bodies[i])) {
                if (paragraph.isIndented || !thread::isInformative(paragraph))
                    continue;
                for (const QString& sentence : thread::sentences(paragraph.text)) {
                    const int number = int(i) + 1;
                    const QString quote = sentence.split(u' ').mid(0, 8).join(u' ');
                    if (sentence.size() > 20 && sentence.size() < 300)
                        said.claims.append(
                            {summary::ClaimKind::Status, sentence, {number}, {number}, quote, {}, {}});
                }
            }
        }
        const summary::CheckedSummary checked
            = summary::checkClaims(said, material, thread::establishFacts(material), options);
        for (qsizetype i = 0; i < checked.claims.size(); ++i) {
            ++claims;
            verified += checked.claims.at(i).isVerified() ? 1 : 0;
            for (const summary::Doubt& doubt : checked.claims.at(i).doubts) {
                const QString code = summary::flawCode(doubt.flaw);
                ++doubts[code];
                if (examples[code].size() < 12)
                    examples[code].append(doubt.what + u" | "_s + said.claims.at(i).text);
            }
        }
    }
    std::printf("%d sentences, %d verified: %.4f\n", claims, verified,
                double(verified) / std::max(1, claims));
    for (auto one = doubts.cbegin(); one != doubts.cend(); ++one) {
        std::printf("%-20s %6d\n", qPrintable(one.key()), one.value());
        for (const QString& example : examples.value(one.key()))
            std::printf("    %s\n", qPrintable(example));
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc > 2 && QByteArray(argv[1]) == "--mbox")
        return checkOwnSentences(QString::fromLocal8Bit(argv[2]));
    const int threads = argc > 1 ? QByteArray(argv[1]).toInt() : 240;
    const quint32 first = argc > 2 ? QByteArray(argv[2]).toUInt() : 0;
    QElapsedTimer timer;
    timer.start();
    const test::MutationScore score = test::scoreClaimCheck(first, threads);
    bool met = score.alarmRate() <= 0.01;
    std::printf("%d gold threads, each in two languages; %lld ms\n", threads,
                static_cast<long long>(timer.elapsed()));
    std::printf("%-28s %8s %9s %6s\n", "damage", "claims", "detected", "rate");
    for (const test::MutationScore::Row& row : score.rows) {
        std::printf("%-28s %8d %9d %6.3f\n", qPrintable(row.name), row.damaged, row.detected, row.rate());
        for (const QString& text : row.missed)
            std::printf("    missed: %s\n", qPrintable(text));
        met = met && row.damaged > 0 && row.rate() >= 0.95;
    }
    std::printf("%-28s %8d %9d %6.4f\n", "none (false alarms)", score.claims, score.alarms,
                score.alarmRate());
    for (const QString& text : score.falseAlarms)
        std::printf("    alarm: %s\n", qPrintable(text));
    std::printf("aim: every damage found in 0.95 of all cases, false alarms in at most 0.01: %s\n",
                met ? "met" : "missed");
    return met ? 0 : 1;
}
