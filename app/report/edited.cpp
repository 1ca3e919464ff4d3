// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/edited.h"

#include "report/factlines.h"
#include "report/writers.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::report
{

namespace
{

/// Number of then -> number in the list; 0 = not in it. Empty where nothing has moved.
QList<int> movesOf(const QList<MessageId>& cited, const thread::Listing& listing)
{
    qsizetype same = 0;
    while (same < std::min<qsizetype>(cited.size(), listing.count())
           && cited.at(same) == listing.mails[static_cast<std::size_t>(same)].mail.id)
        ++same;
    if (same == cited.size())
        return {};
    QHash<MessageId, int> numbers;
    for (const thread::ListedMail& listed : listing.mails)
        numbers.insert(listed.mail.id, listed.number);
    QList<int> moves;
    for (const MessageId& id : cited)
        moves.append(numbers.value(id));
    return moves;
}

QString moved(const QString& markdown, const QList<int>& moves)
{
    static const QRegularExpression citation(uR"(\[\d{1,6}(?:-\d{1,6})?(?:, ?\d{1,6}(?:-\d{1,6})?)*\])"_s);
    static const QRegularExpression number(u"\\d+"_s);
    QString text;
    qsizetype done = 0;
    for (auto cites = citation.globalMatch(markdown); cites.hasNext();) {
        const QRegularExpressionMatch cite = cites.next();
        for (auto numbers = number.globalMatch(cite.captured()); numbers.hasNext();) {
            const QRegularExpressionMatch digits = numbers.next();
            const qsizetype at = cite.capturedStart() + digits.capturedStart();
            const int then = digits.captured().toInt();
            const int now = then < 1 ? 0 : moves.value(then - 1);
            text += QStringView(markdown).mid(done, at - done);
            text += now > 0 ? QString::number(now) : QString(digits.captured() + u'?');
            done = at + digits.capturedLength();
        }
    }
    return QString(text + QStringView(markdown).mid(done));
}

QStringList editedParts(const EditedSummary& edit, const Labels& words)
{
    QStringList parts{words.editedByHand};
    if (edit.changed.isValid())
        parts += edit.changed.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s) + u" UTC"_s;
    if (edit.base)
        parts += words.basedOn.arg(provenanceParts(*edit.base, words).join(u" · "_s));
    return parts;
}

} // namespace

QString renumbered(const QString& markdown, const QList<MessageId>& cited, const thread::Listing& listing)
{
    const QList<int> moves = movesOf(cited, listing);
    return moves.isEmpty() ? markdown : moved(markdown, moves);
}

store::SummaryRecord renumbered(store::SummaryRecord summary, const thread::Listing& listing)
{
    const QList<int> moves = movesOf(summary.cited, listing);
    if (moves.isEmpty())
        return summary;
    summary.text = moved(summary.text, moves);
    for (store::Claim& claim : summary.claims) {
        for (int& citation : claim.citations)
            citation = citation < 1 ? 0 : moves.value(citation - 1);
        claim.citations.removeAll(0);
    }
    summary.cited.clear();
    for (const thread::ListedMail& listed : listing.mails)
        summary.cited.append(listed.mail.id);
    return summary;
}

void useEdits(Report& report, const QList<store::SummaryEdit>& edits,
              const QList<store::SummaryRecord>& bases)
{
    QHash<MessageId, const store::SummaryEdit*> byAnchor;
    for (const store::SummaryEdit& edit : edits)
        byAnchor.insert(edit.anchor, &edit);
    for (ReportThread& thread : report.threads) {
        for (const thread::ListedMail& listed : thread.listing.mails) {
            const store::SummaryEdit* edit = byAnchor.value(listed.mail.id);
            if (edit == nullptr || (thread.edit && thread.edit->changed >= edit->changed))
                continue;
            thread.edit = EditedSummary{edit->text, edit->changed, std::nullopt};
            const auto base = std::ranges::find(bases, edit->base, &store::SummaryRecord::id);
            if (base == bases.end())
                continue;
            thread.edit->text = renumbered(edit->text, base->cited, thread.listing);
            thread.edit->base = renumbered(*base, thread.listing);
        }
    }
}

ShownSummary shownSummary(const ReportThread& thread, const Labels& words)
{
    if (thread.edit)
        return {words.edited, thread.edit->text, editedParts(*thread.edit, words)};
    if (!thread.summary)
        return {words.digest, {}, {}};
    const bool digest = thread.summary->kind == store::SummaryKind::Digest;
    return {digest ? words.digest : words.summary, textWithDoubts(*thread.summary),
            provenanceParts(*thread.summary, words)};
}

} // namespace lb::report
