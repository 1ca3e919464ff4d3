// SPDX-License-Identifier: GPL-3.0-or-later
// What the pane says about the text it shows: the other half of summarypane.cpp.
#include "store/doubtful.h"
#include "ui/badge.h"
#include "ui/markdownview.h"
#include "ui/models/snapshot.h"
#include "ui/provenance.h"
#include "ui/summarynotes.h"
#include "ui/summarypaneparts.h"

#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// What an update would do, and why.
QString updateHint(summary::WholeReason reason, int newMails)
{
    using Reason = summary::WholeReason;
    switch (reason) {
    case Reason::None:
        return SummaryPane::tr("Sends the earlier claims and the %n new mail(s).", nullptr, newMails);
    case Reason::NewRevision:
        return SummaryPane::tr("Reads the whole thread, because a new revision has been posted.");
    case Reason::MostlyNew:
        return SummaryPane::tr("Reads the whole thread, because most of its mails are new.");
    case Reason::MailsGone:
        return SummaryPane::tr(
            "Reads the whole thread, because mails that the summary rests on are not shown now.");
    case Reason::OtherModel:
        return SummaryPane::tr("Reads the whole thread, because another model is chosen now.");
    case Reason::OtherPrompt:
        return SummaryPane::tr("Reads the whole thread, because the program asks in other words now.");
    case Reason::OtherInstruction:
        return SummaryPane::tr("Reads the whole thread, because the summary was made with an instruction.");
    case Reason::NotClaims:
        return SummaryPane::tr("Reads the whole thread, because the summary was not checked.");
    case Reason::Asked:
    case Reason::NothingEarlier:
    case Reason::OtherLanguage:
    case Reason::NothingNew:
        break;
    }
    return SummaryPane::tr("Reads the whole thread.");
}

QString staleText(const summary::Staleness& staleness)
{
    switch (staleness.freshness()) {
    case summary::Freshness::NewMails:
        return SummaryPane::tr("%n new mail(s) since", nullptr, staleness.newMails);
    case summary::Freshness::MailsGone:
        return SummaryPane::tr("%n mail(s) not here now", nullptr, staleness.goneMails);
    case summary::Freshness::ModelChanged:
        return SummaryPane::tr("Another model is chosen now");
    case summary::Freshness::PromptChanged:
        return SummaryPane::tr("Made with an older prompt");
    case summary::Freshness::Fresh:
        break;
    }
    return SummaryPane::tr("Out of date");
}

} // namespace

void SummaryPane::showStaleness(const store::SummaryRecord* summary)
{
    Parts& parts = *m_parts;
    const bool changed
        = summary != nullptr && !parts.sourceKey.isEmpty() && summary->sourceKey != parts.sourceKey;
    summary::Staleness staleness = parts.staleness.value_or(summary::Staleness());
    if (changed && !parts.staleness && parts.listing)
        staleness.newMails = mailsSince(*summary, *parts.listing);
    const bool stale = summary != nullptr && (changed || !staleness.isFresh());
    parts.stale->setVisible(stale);
    parts.update->setVisible(stale && summary->kind == store::SummaryKind::Model);
    if (!stale)
        return;
    const QString text = staleText(staleness);
    const QString hint = updateHint(parts.whole, staleness.newMails);
    parts.stale->setText(text);
    parts.stale->setTone(changed ? Tone::Attention : Tone::Neutral);
    parts.stale->setAccessibleName(text);
    parts.stale->setToolTip(changed ? tr("The thread has changed since this summary was made.") : text);
    parts.stale->updateGeometry();
    parts.update->setToolTip(hint);
    parts.update->setAccessibleDescription(hint);
}

void SummaryPane::setStaleness(const summary::Staleness& staleness, summary::WholeReason whole)
{
    m_parts->staleness = staleness;
    m_parts->whole = whole;
    showProvenance();
}

void SummaryPane::setEdit(const std::optional<store::SummaryEdit>& edit)
{
    if (m_parts->edit == edit)
        return;
    m_parts->edit = edit;
    m_parts->showMachine = false;
    if (m_parts->listing && !m_parts->streamed)
        showCurrent();
}

const std::optional<store::SummaryEdit>& SummaryPane::edit() const
{
    return m_parts->edit;
}

void SummaryPane::setRegenerateMenu(QMenu* menu)
{
    m_parts->more->setMenu(menu);
}

void SummaryPane::setHideDoubtful(bool hide)
{
    m_parts->hideDoubtful = hide;
    m_parts->showAnyway = false;
    if (m_parts->listing && !m_parts->streamed)
        showCurrent();
}

SummaryNotes& SummaryPane::notes() const
{
    return *m_parts->notes;
}

void SummaryPane::showText()
{
    Parts& parts = *m_parts;
    const store::SummaryRecord* summary = parts.current();
    if (parts.edit && (!parts.showMachine || summary == nullptr)) {
        if (parts.text->markdown() != parts.edit->text)
            parts.text->showMarkdown(parts.edit->text);
        return;
    }
    store::TrimmedText trimmed{summary->text, 0};
    if (parts.hideDoubtful && !parts.showAnyway)
        trimmed = store::withoutDoubtful(*summary);
    if (parts.text->markdown() != trimmed.text)
        parts.text->showMarkdown(trimmed.text,
                                 trimmed.hidden > 0 ? QStringList() : store::doubtsOf(*summary));
}

void SummaryPane::showNotes()
{
    const Parts& parts = *m_parts;
    parts.notes->drop(SummaryNotes::Kind::HiddenClaims);
    parts.notes->drop(SummaryNotes::Kind::Edited);
    if (parts.edit)
        noteEdit();
    const store::SummaryRecord* summary = parts.current();
    if (summary != nullptr && parts.hideDoubtful && (!parts.edit || parts.showMachine))
        noteHidden(store::withoutDoubtful(*summary).hidden);
}

void SummaryPane::noteEdit()
{
    const Parts& parts = *m_parts;
    const auto turn = [this](bool machine) {
        return [this, machine] {
            m_parts->showMachine = machine;
            showCurrent();
        };
    };
    const store::SummaryRecord* summary = parts.current();
    const QString day = QLocale().toString(parts.edit->changed.toLocalTime(), QLocale::ShortFormat);
    const SummaryNotes::Deed change{u"editSummaryButton"_s, tr("Edit..."),
                                    [this] { Q_EMIT editRequested(); }};
    if (parts.showMachine && summary != nullptr) {
        parts.notes->say(SummaryNotes::Kind::Edited, tr("Your own text of %1 is not shown.").arg(day),
                         {{u"showOwnTextButton"_s, tr("Show My Text"), turn(false)}});
        return;
    }
    const bool newer = summary != nullptr && summary->kind == store::SummaryKind::Model
        && parts.edit->base != summary->id && summary->created > parts.edit->changed;
    QString sentence = tr("Edited by you on %1.").arg(day);
    if (newer) // it is never put in the place of what a person wrote
        sentence += u' ' + tr("A newer version has been made since.");
    QList<SummaryNotes::Deed> deeds{change};
    if (summary != nullptr)
        deeds.prepend({u"showMachineTextButton"_s, tr("Show Machine Text"), turn(true)});
    parts.notes->say(SummaryNotes::Kind::Edited, sentence, deeds);
}

void SummaryPane::noteHidden(int hidden)
{
    if (hidden == 0)
        return;
    const bool shown = m_parts->showAnyway;
    const auto turn = [this, show = !shown] {
        m_parts->showAnyway = show;
        showCurrent();
    };
    if (shown)
        m_parts->notes->say(SummaryNotes::Kind::HiddenClaims,
                            tr("%n claim(s) that could not be verified are shown.", nullptr, hidden),
                            {{u"hideClaimsButton"_s, tr("Hide"), turn}});
    else
        m_parts->notes->say(SummaryNotes::Kind::HiddenClaims,
                            tr("%n claim(s) that could not be verified are hidden.", nullptr, hidden),
                            {{u"showClaimsButton"_s, tr("Show"), turn}});
}

} // namespace lb::ui
