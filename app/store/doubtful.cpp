// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/doubtful.h"

namespace lb::store
{

using namespace Qt::StringLiterals;

namespace
{

/// As summary/claimrender writes it: "- ⚠ ...".
bool isDoubtful(QStringView line)
{
    return line.size() > 2 && line.startsWith("- "_L1) && doubtMarks.contains(line.at(2));
}

bool isHeading(QStringView line)
{
    return line.size() > 4 && line.startsWith("**"_L1) && line.endsWith("**"_L1);
}

QString omittedSentence(int count, Language language)
{
    if (language == Language::Chinese)
        return u"已略去 %1 条未能核实的说法。"_s.arg(count);
    return count == 1 ? u"One claim that could not be verified is left out."_s
                      : u"%1 claims that could not be verified are left out."_s.arg(count);
}

} // namespace

TrimmedText withoutDoubtful(const SummaryRecord& summary)
{
    TrimmedText trimmed;
    if (doubtsOf(summary).isEmpty()) {
        trimmed.text = summary.text;
        return trimmed;
    }
    QStringList kept;
    qsizetype heading = -1; // into `kept`, while nothing stands below it
    bool lost = false; // a claim below it
    const auto dropHeading = [&] {
        if (heading >= 0 && lost)
            kept.resize(heading);
        heading = -1;
        lost = false;
    };
    for (const QStringView line : QStringView(summary.text).tokenize(u'\n')) {
        if (isDoubtful(line)) {
            ++trimmed.hidden;
            lost = true;
            continue;
        }
        if (isHeading(line)) {
            dropHeading();
            heading = kept.size();
        } else if (!line.trimmed().isEmpty()) {
            heading = -1;
        }
        kept.append(line.toString());
    }
    dropHeading();
    trimmed.text = kept.join(u'\n').trimmed();
    return trimmed;
}

void omitDoubtful(SummaryRecord& summary)
{
    const TrimmedText trimmed = withoutDoubtful(summary);
    if (trimmed.hidden == 0)
        return;
    const QString sentence = u"*"_s + omittedSentence(trimmed.hidden, summary.language) + u'*';
    summary.text = trimmed.text.isEmpty() ? sentence : QString(trimmed.text + "\n\n"_L1 + sentence);
    summary.claims.removeIf([](const Claim& claim) { return !claim.reason.isEmpty(); });
}

} // namespace lb::store
