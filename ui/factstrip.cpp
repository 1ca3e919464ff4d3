// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factstrip.h"

#include "thread/factwords.h"
#include "thread/people.h"
#include "ui/badge.h"
#include "ui/flowlayout.h"

#include <QLocale>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

struct FactStrip::Shown {
    QString name; ///< object name
    QString text;
    QString spoken; ///< accessible name and head of the tool tip
    Tone tone = Tone::Neutral;
    QList<Badge::Entry> entries;
};

namespace
{

QString joined(const QList<int>& numbers)
{
    QStringList texts;
    for (const int number : numbers)
        texts.append(QString::number(number));
    return QLocale().createSeparatedList(texts);
}

QString senderOf(const thread::Listing& listing, int number)
{
    if (number < 1 || number > listing.count())
        return {};
    return thread::shownName(listing.mails[static_cast<std::size_t>(number - 1)].mail.from);
}

/// "[4] Ada: Why is that?"
Badge::Entry entryOf(const thread::Listing& listing, const thread::Statement& said)
{
    const QString who = senderOf(listing, said.mail);
    QString text = u'[' + QString::number(said.mail) + u"] "_s;
    if (!who.isEmpty())
        text += who + u": "_s;
    return {QString(text + said.quote), said.mail};
}

Badge::Entry entryOf(const thread::Listing& listing, int mail)
{
    return {QString(u'[' + QString::number(mail) + u"] "_s + senderOf(listing, mail)), mail};
}

/// The mail that heads the posting that the facts are about, else the thread's root.
int headOf(const thread::Listing& listing, const thread::SeriesFacts& series)
{
    int head = 0;
    int lowest = 0;
    for (const thread::ListedMail& listed : listing.mails) {
        const thread::Subject& subject = listed.subject;
        const int number = subject.number.value_or(1);
        if (subject.isReply || subject.revision != series.revision
            || subject.total.value_or(1) != series.total || !series.present.contains(number)
            || (head > 0 && number >= lowest))
            continue;
        head = listed.number;
        lowest = number;
    }
    return head > 0 ? head : listing.rootIndex + 1;
}

} // namespace

FactStrip::FactStrip(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"factStrip"_s);
    new FlowLayout(fontMetrics().height() / 3, this);
    hide();
}

void FactStrip::showFacts(const thread::Listing& listing, const std::optional<thread::Facts>& facts)
{
    while (QLayoutItem* item = layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its menu may be what asked for this
        delete item;
    }
    if (facts) {
        if (facts->series)
            addSeries(listing, *facts->series);
        addTrailers(*facts);
        addApplied(listing, *facts);
        addBots(listing, *facts);
        addWords(listing, *facts);
        addAwaiting(listing, *facts);
    }
    setVisible(layout()->count() > 0);
}

void FactStrip::add(const Shown& shown)
{
    auto* badge = new Badge(shown.text, shown.spoken, shown.tone, this);
    badge->setObjectName(shown.name);
    if (!shown.entries.isEmpty())
        badge->setEntries(shown.entries);
    connect(badge, &Badge::mailRequested, this, &FactStrip::mailRequested);
    layout()->addWidget(badge);
    badge->show();
}

void FactStrip::addSeries(const thread::Listing& listing, const thread::SeriesFacts& series)
{
    // The cover letter (0) is no patch.
    const auto present = std::ranges::count_if(series.present, [](int number) { return number > 0; });
    const QList<Badge::Entry> entries{entryOf(listing, headOf(listing, series))};
    const QString revision = tr("v%1").arg(series.revision);
    if (series.total <= 0) {
        add({u"seriesBadge"_s, revision, tr("Revision %1").arg(series.revision), Tone::Neutral, entries});
        return;
    }
    const bool complete = present >= series.total;
    QString spoken
        = tr("Revision %1, %2 of %3 patches are there.").arg(series.revision).arg(present).arg(series.total);
    if (!complete && series.total <= 1000) {
        QList<int> missing;
        for (int number = 1; number <= series.total; ++number) {
            if (!series.present.contains(number))
                missing.append(number);
        }
        spoken += u' ' + tr("Missing: %1").arg(joined(missing));
    }
    //: %1 is the revision ("v2"), %2 of %3 patches
    const QString text = tr("%1 · %2/%3 patches").arg(revision).arg(present).arg(series.total);
    add({u"seriesBadge"_s, text, spoken, complete ? Tone::Neutral : Tone::Attention, entries});
}

void FactStrip::addTrailers(const thread::Facts& facts)
{
    struct Kind {
        QLatin1String name;
        QChar letter;
        QString objectName;
        Tone tone;
    };
    const QList<Kind> kinds{{"Reviewed-by"_L1, u'R', u"reviewedBadge"_s, Tone::Good},
                            {"Acked-by"_L1, u'A', u"ackedBadge"_s, Tone::Good},
                            {"Tested-by"_L1, u'T', u"testedBadge"_s, Tone::Good},
                            {"Nacked-by"_L1, u'N', u"nackedBadge"_s, Tone::Bad}};
    for (const Kind& kind : kinds) {
        QList<Badge::Entry> entries;
        for (const thread::Trailer& trailer : facts.trailers) {
            if (trailer.kind != kind.name)
                continue;
            QString text = thread::shownName(trailer.who);
            if (!trailer.appliesTo.isEmpty())
                //: who gave a trailer, and for which patches of the series
                text = tr("%1, for patch %2").arg(text, joined(trailer.appliesTo));
            entries.append({QString(text + u" ["_s + QString::number(trailer.mail) + u']'), trailer.mail});
        }
        if (entries.isEmpty())
            continue;
        const QString count = QString::number(entries.size());
        add({kind.objectName, QString(kind.letter + u' ' + count), QString(kind.name + u": "_s + count),
             kind.tone, entries});
    }
}

void FactStrip::addApplied(const thread::Listing& listing, const thread::Facts& facts)
{
    if (facts.applied.isEmpty())
        return;
    QList<Badge::Entry> entries;
    for (const thread::AppliedStatement& applied : facts.applied)
        entries.append(entryOf(listing, applied));
    Shown shown{u"appliedBadge"_s, tr("Applied"), tr("Said to be applied"), Tone::Good, entries};
    const thread::Fate fate = facts.applied.constLast().fate;
    if (fate == thread::Fate::Queued) {
        shown.text = tr("Queued");
        shown.spoken = tr("Said to be queued");
    } else if (fate == thread::Fate::Merged) {
        shown.text = tr("Merged");
        shown.spoken = tr("Said to be merged");
    }
    if (thread::factMarks(facts).applied == thread::FactMarks::Applied::Part) {
        shown.text = tr("Applied in part");
        shown.spoken = tr("Said to be applied in part");
        shown.tone = Tone::Attention;
    }
    add(shown);
}

void FactStrip::addBots(const thread::Listing& listing, const thread::Facts& facts)
{
    QList<Badge::Entry> failures;
    QList<Badge::Entry> passes;
    for (const thread::BotReport& report : facts.botReports)
        (report.failed ? failures : passes).append(entryOf(listing, report));
    if (!failures.isEmpty()) {
        const QString text = tr("%n bot failure(s)", nullptr, static_cast<int>(failures.size()));
        add({u"botFailuresBadge"_s, text, text, Tone::Bad, failures});
    }
    if (!passes.isEmpty()) {
        const QString text = tr("%n bot pass(es)", nullptr, static_cast<int>(passes.size()));
        add({u"botPassesBadge"_s, text, text, Tone::Good, passes});
    }
}

void FactStrip::addWords(const thread::Listing& listing, const thread::Facts& facts)
{
    QList<Badge::Entry> objections;
    for (const thread::Statement& objection : facts.objections)
        objections.append(entryOf(listing, objection));
    if (!objections.isEmpty()) {
        const QString text = tr("%n objection(s)", nullptr, static_cast<int>(objections.size()));
        add({u"objectionsBadge"_s, text, text, Tone::Bad, objections});
    }
    QList<Badge::Entry> questions;
    for (const thread::Question& question : facts.questions) {
        if (question.state == thread::QuestionState::Open)
            questions.append(entryOf(listing, question));
    }
    if (!questions.isEmpty()) {
        const QString text = tr("%n open question(s)", nullptr, static_cast<int>(questions.size()));
        add({u"openQuestionsBadge"_s, text, text, Tone::Attention, questions});
    }
}

void FactStrip::addAwaiting(const thread::Listing& listing, const thread::Facts& facts)
{
    QString text;
    switch (facts.awaiting) {
    case thread::Awaiting::Author:
        text = tr("Waits for the author");
        break;
    case thread::Awaiting::Reviewers:
        text = tr("Waits for reviewers");
        break;
    case thread::Awaiting::Maintainer:
        text = tr("Waits for the maintainer");
        break;
    case thread::Awaiting::Nobody:
        // That something was applied has a badge of its own.
        if (facts.grounds.reason == thread::AwaitingReason::Superseded)
            text = tr("Superseded");
        else if (facts.grounds.reason == thread::AwaitingReason::Withdrawn)
            text = tr("Withdrawn");
        else
            return;
        break;
    }
    QList<Badge::Entry> entries;
    for (const int mail : facts.grounds.mails)
        entries.append(entryOf(listing, mail));
    QString spoken = text;
    if (const QStringList names = thread::awaitedNames(facts.grounds); !names.isEmpty())
        spoken += u" ("_s + QLocale().createSeparatedList(names) + u')';
    if (!entries.isEmpty()) {
        const Language language = languageFromCode(QLocale().name()).value_or(Language::English);
        spoken += u" – "_s + thread::reasonText(facts.grounds.reason, language);
    }
    add({u"awaitingBadge"_s, text, spoken, Tone::Information, entries});
}

} // namespace lb::ui
