// SPDX-License-Identifier: GPL-3.0-or-later
// How long the threads of an mbox are for a model: raw bodies beside the packed document, in estimated
// tokens; and whether every own line of prose is in it.
//   bench_packing [FILE]   (default: the built-in sample)
#include "llm/tokens.h"
#include "summary/mailtext.h"
#include "summary/packing.h"
#include "support/mboxlist.h"
#include "thread/collation.h"
#include "thread/linetable.h"

#include <QSet>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace lb;

namespace
{

constexpr int budget = 32'000;

void print(const char* what, std::vector<int> tokens)
{
    std::sort(tokens.begin(), tokens.end());
    const auto at = [&tokens](double share) {
        return tokens[static_cast<std::size_t>(share * static_cast<double>(tokens.size() - 1))];
    };
    const auto over = tokens.end() - std::upper_bound(tokens.begin(), tokens.end(), budget);
    std::printf("%-7s p50 %6d  p90 %6d  p99 %6d  max %6d  over %d: %td\n", what, at(0.5), at(0.9), at(0.99),
                tokens.back(), budget, over);
}

/// The lines of prose that are not in the prompt. White space is folded and invisible characters
/// are taken out, as packing does.
int missing(const thread::Material& material, const QString& prompt)
{
    QSet<QString> packed;
    for (const QString& line : prompt.split(u'\n'))
        packed.insert(line.simplified());
    int count = 0;
    const thread::Collation collation = thread::collate(material);
    for (std::size_t mail = 0; mail < material.bodies.size(); ++mail) {
        const mail::BodyText& body = material.bodies[mail];
        for (std::size_t i = 0; i < body.lines.size(); ++i) {
            if (!thread::isProse(body, body.lines[i])
                || collation.origins[mail][i].mail != static_cast<int>(mail))
                continue;
            const QString line = summary::safeLine(body.line(body.lines[i]), 600).simplified();
            if (line.isEmpty() || packed.contains(line))
                continue;
            std::printf("not packed: mail <%s> line %zu\n",
                        material.listing.mails[mail].mail.id.bytes.constData(), i);
            ++count;
        }
    }
    return count;
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
    std::vector<int> raw;
    std::vector<int> packed;
    int lost = 0;
    for (thread::Listing& listing : thread::listThreads(list->mails, {})) {
        const thread::Material material = list->material(std::move(listing));
        int tokens = 0;
        for (const mail::BodyText& body : material.bodies)
            tokens += llm::estimateTokens(body.text);
        raw.push_back(tokens);
        const summary::Prompt prompt
            = summary::pack(material, thread::establishFacts(material), Language::English, budget);
        packed.push_back(prompt.estimatedTokens);
        lost += missing(material, prompt.user);
    }
    std::printf("%zu threads, %zu mails\n", raw.size(), list->mails.size());
    print("raw", raw);
    print("packed", packed);
    std::printf("own lines of prose not packed: %d; aim: all threads within %d tokens, none lost: %s\n", lost,
                budget,
                lost == 0 && *std::max_element(packed.begin(), packed.end()) <= budget ? "met" : "missed");
    return 0;
}
