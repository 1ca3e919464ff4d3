// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factstrip.h"

#include "thread/people.h"
#include "ui/badge.h"
#include "ui/flowlayout.h"

#include <QLocale>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

QString joined(const QList<int>& numbers)
{
    QStringList texts;
    for (const int number : numbers)
        texts.append(QString::number(number));
    return QLocale().createSeparatedList(texts);
}

} // namespace

FactStrip::FactStrip(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"factStrip"_s);
    new FlowLayout(fontMetrics().height() / 3, this);
    hide();
}

void FactStrip::showFacts(const std::optional<thread::Facts>& facts)
{
    while (QLayoutItem* item = layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its menu may be what asked for this
        delete item;
    }
    if (facts) {
        if (facts->series)
            addSeries(*facts->series);
        addTrailers(*facts);
        addStatements(*facts);
        addAwaiting(facts->awaiting);
    }
    setVisible(layout()->count() > 0);
}

Badge* FactStrip::add(const QString& name, const QString& text, const QString& spoken, Tone tone)
{
    auto* badge = new Badge(text, spoken, tone, this);
    badge->setObjectName(name);
    connect(badge, &Badge::mailRequested, this, &FactStrip::mailRequested);
    layout()->addWidget(badge);
    badge->show();
    return badge;
}

void FactStrip::addSeries(const thread::SeriesFacts& series)
{
    // The cover letter (0) is no patch.
    const auto present = std::ranges::count_if(series.present, [](int number) { return number > 0; });
    const QString revision = tr("v%1").arg(series.revision);
    if (series.total <= 0) {
        add(u"seriesBadge"_s, revision, tr("Revision %1").arg(series.revision), Tone::Neutral);
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
    add(u"seriesBadge"_s, text, spoken, complete ? Tone::Neutral : Tone::Attention);
}

void FactStrip::addTrailers(const thread::Facts& facts)
{
    struct Kind {
        QLatin1String name;
        QChar letter;
        QString objectName;
    };
    const QList<Kind> kinds{{"Reviewed-by"_L1, u'R', u"reviewedBadge"_s},
                            {"Acked-by"_L1, u'A', u"ackedBadge"_s},
                            {"Tested-by"_L1, u'T', u"testedBadge"_s}};
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
        add(kind.objectName, QString(kind.letter + u' ' + count), QString(kind.name + u": "_s + count),
            Tone::Good)
            ->setEntries(entries);
    }
}

void FactStrip::addStatements(const thread::Facts& facts)
{
    const auto entriesOf = [](const QList<thread::Statement>& statements) {
        QList<Badge::Entry> entries;
        for (const thread::Statement& statement : statements)
            entries.append({QString(u'[' + QString::number(statement.mail) + u"] "_s + statement.quote),
                            statement.mail});
        return entries;
    };
    if (!facts.applied.isEmpty())
        add(u"appliedBadge"_s, tr("Applied"), tr("Said to be applied"), Tone::Good)
            ->setEntries(entriesOf(facts.applied));
    if (!facts.botFailures.isEmpty()) {
        QList<Badge::Entry> entries;
        for (const int mail : facts.botFailures)
            entries.append({tr("Mail %1").arg(mail), mail});
        const QString text = tr("%n bot failure(s)", nullptr, static_cast<int>(entries.size()));
        add(u"botFailuresBadge"_s, text, text, Tone::Bad)->setEntries(entries);
    }
    if (!facts.openQuestions.isEmpty()) {
        const QString text = tr("%n open question(s)", nullptr, static_cast<int>(facts.openQuestions.size()));
        add(u"openQuestionsBadge"_s, text, text, Tone::Attention)->setEntries(entriesOf(facts.openQuestions));
    }
}

void FactStrip::addAwaiting(thread::Awaiting awaiting)
{
    QString text;
    switch (awaiting) {
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
        return;
    }
    add(u"awaitingBadge"_s, text, text, Tone::Information);
}

} // namespace lb::ui
