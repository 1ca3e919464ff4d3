// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/versionsflow.h"

#include "core/onresult.h"
#include "ui/dialogs/receiptdialog.h"
#include "ui/dialogs/versionsdialog.h"
#include "ui/preferences.h"
#include "ui/promptpreview.h"
#include "ui/summaryflow.h"
#include "ui/summarynotes.h"
#include "ui/summarypane.h"

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

VersionsFlow::VersionsFlow(Services& services, const Parts& parts)
    : QObject(parts.window)
    , m_services(services)
    , m_summaries(parts.summaries)
    , m_pane(parts.pane)
    , m_window(parts.window)
{
    connect(&m_summaries, &SummaryFlow::versionMade, this, [this](ThreadId thread, SummaryId earlier) {
        if (earlier.isValid())
            m_news.insert(thread, earlier);
        else
            m_news.remove(thread);
    });
    connect(&m_summaries, &SummaryFlow::versionsRead, this, &VersionsFlow::tellNews);
    connect(&m_pane, &SummaryPane::compareRequested, this, &VersionsFlow::compare);
}

/// Of a summary by a model that took the place of another: the digest is not worth a question.
void VersionsFlow::tellNews()
{
    const ThreadId thread = m_summaries.thread();
    const SummaryId earlier = m_news.value(thread);
    const store::SummaryRecord* current = m_summaries.current();
    const bool isModel = std::ranges::any_of(m_summaries.versions(), [earlier](const auto& version) {
        return version.id == earlier && version.kind == store::SummaryKind::Model;
    });
    if (current == nullptr || current->id == earlier || !isModel) {
        m_pane.notes().drop(SummaryNotes::Kind::NewVersion);
        return;
    }
    const auto settle = [this, thread] {
        m_news.remove(thread);
        m_pane.notes().drop(SummaryNotes::Kind::NewVersion);
    };
    m_pane.notes().say(
        SummaryNotes::Kind::NewVersion, tr("This is a new version."),
        {{u"compareNewVersionButton"_s, tr("Compare..."), [this, earlier] { compareWith(earlier); }},
         {u"keepEarlierButton"_s, tr("Keep Earlier"),
          [this, earlier, settle] {
              settle();
              m_summaries.choose(earlier);
          }},
         {u"keepNewVersionButton"_s, tr("Keep This"), settle}});
}

void VersionsFlow::compare()
{
    const QList<store::SummaryRecord>& versions = m_summaries.versions();
    const store::SummaryRecord* current = m_summaries.current();
    if (versions.size() < 2 || current == nullptr) {
        Q_EMIT told(tr("There is no other version to compare with."));
        return;
    }
    // Of two versions the newer one stands at the right, whichever is shown.
    const auto at = std::ranges::find(versions, current->id, &store::SummaryRecord::id);
    const auto older = std::find_if(at + 1, versions.end(), [current](const store::SummaryRecord& version) {
        return version.kind == current->kind;
    });
    if (older != versions.end())
        compareWith(older->id);
    else
        compareWith(at + 1 != versions.end() ? (at + 1)->id : versions.front().id);
}

void VersionsFlow::compareWith(SummaryId earlier)
{
    const QList<store::SummaryRecord>& versions = m_summaries.versions();
    const store::SummaryRecord* current = m_summaries.current();
    if (current == nullptr)
        return;
    auto* dialog
        = new VersionsDialog(versions, providerNames(m_services.settings), earlier, current->id, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &VersionsDialog::versionKept, this,
            [this, thread = m_summaries.thread()](SummaryId kept) {
                m_news.remove(thread);
                m_summaries.choose(kept);
            });
    connect(dialog, &VersionsDialog::mailRequested, this, &VersionsFlow::goTo);
    dialog->open();
}

void VersionsFlow::goTo(const MessageId& mail)
{
    const thread::Listing* listing = m_summaries.listing();
    if (listing == nullptr)
        return;
    for (const thread::ListedMail& listed : listing->mails) {
        if (listed.mail.id == mail)
            Q_EMIT mailRequested(m_summaries.thread(), listed.number);
    }
}

void VersionsFlow::showSent()
{
    const store::SummaryRecord* current = m_summaries.current();
    if (current == nullptr || current->kind == store::SummaryKind::Digest) {
        Q_EMIT told(tr("The built-in digest sends nothing."));
        return;
    }
    onResult(m_services.store.receipt(current->id), this, [this](const Result<store::Receipt>& receipt) {
        if (receipt)
            showReceipt(*receipt, true);
        else if (receipt.error().code == ErrorCode::NotFound)
            Q_EMIT told(tr("What was sent for this version has not been kept."));
        else
            Q_EMIT failed(receipt.error());
    });
}

void VersionsFlow::showWouldBeSent()
{
    const summary::SummaryOptions options = m_summaries.optionsFor({});
    const thread::Listing* listing = m_summaries.listing();
    if (listing == nullptr)
        return;
    if (!options.provider) {
        Q_EMIT told(tr("The built-in digest sends nothing."));
        return;
    }
    const llm::Capabilities known = m_services.chat.capabilities(*options.provider);
    const auto receipt = previewReceipt(m_services.store, {*listing, options, known, m_summaries.versions()});
    onResult(receipt, this, [this](const Result<store::Receipt>& made) {
        if (made)
            showReceipt(*made, false);
        else
            Q_EMIT failed(made.error());
    });
}

void VersionsFlow::showReceipt(const store::Receipt& receipt, bool sent)
{
    auto* dialog = new ReceiptDialog(
        receipt, sent ? ReceiptDialog::Tense::Sent : ReceiptDialog::Tense::WouldBeSent, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace lb::ui
