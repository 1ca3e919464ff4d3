// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/summarypane.h"

#include "ui/badge.h"
#include "ui/banner.h"
#include "ui/factstrip.h"
#include "ui/icons.h"
#include "ui/markdownview.h"
#include "ui/models/snapshot.h"
#include "ui/provenance.h"
#include "ui/summarynotes.h"
#include "ui/summarypaneparts.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto streamInterval = 50ms; ///< between two pictures of a text that streams in

QLabel* plainLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// "26 mails, 22 new · 5 people · 16/06/2025 – 22/06/2025"
QString sizeLine(const thread::Listing& listing)
{
    QString mails = SummaryPane::tr("%n mail(s)", nullptr, listing.count());
    if (listing.newMails < listing.count())
        mails = SummaryPane::tr("%1, %n new", nullptr, listing.newMails).arg(mails);
    QStringList parts{mails, SummaryPane::tr("%n person(s)", nullptr, listing.people)};
    if (!listing.mails.empty()) {
        const auto day = [](const thread::Mail& mail) {
            const QDateTime local = QDateTime::fromSecsSinceEpoch(mail.date.utc, Qt::OffsetFromUTC,
                                                                  mail.date.offsetMinutes * 60);
            return QLocale().toString(local.date(), QLocale::ShortFormat);
        };
        const QString first = day(listing.first());
        const QString last = day(listing.last());
        parts << (first == last ? first : SummaryPane::tr("%1 – %2").arg(first, last));
    }
    return parts.join(u" · "_s);
}

} // namespace

SummaryPane::SummaryPane(UserPrompts& prompts, QWidget* parent)
    : QWidget(parent), m_parts(std::make_unique<Parts>())
{
    setObjectName(u"summaryPane"_s);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_parts->pages = new QStackedWidget(this);
    outer->addWidget(m_parts->pages);
    auto* empty = plainLabel(u"summaryEmptyLabel"_s, this);
    empty->setText(tr("Select a thread to see what it is about and where it stands."));
    empty->setAlignment(Qt::AlignCenter);
    m_parts->pages->addWidget(empty);

    m_parts->threadPage = new QWidget(this);
    m_parts->pages->addWidget(m_parts->threadPage);
    auto* column = new QVBoxLayout(m_parts->threadPage);
    column->setSpacing(fontMetrics().height() / 2);
    m_parts->text = new MarkdownView(prompts, m_parts->threadPage);
    buildHead();
    buildVersionRow();
    buildRunRow();
    m_parts->banner = new Banner(m_parts->threadPage);
    m_parts->none = plainLabel(u"noSummaryLabel"_s, m_parts->threadPage);
    m_parts->none->setText(
        tr("This thread has no summary yet. Summarise makes one; the built-in digest needs no "
           "network and no key."));
    column->addWidget(m_parts->banner);
    column->addWidget(m_parts->none);
    m_parts->notes = new SummaryNotes(m_parts->threadPage);
    column->addWidget(m_parts->notes);
    column->addWidget(m_parts->text, 1);

    connect(m_parts->text, &MarkdownView::mailRequested, this, &SummaryPane::follow);
    m_parts->throttle.setSingleShot(true);
    m_parts->throttle.setInterval(streamInterval);
    connect(&m_parts->throttle, &QTimer::timeout, this, &SummaryPane::showStreamed);
    setTabOrder(m_parts->versionsButton, m_parts->regenerate);
    setTabOrder(m_parts->regenerate, m_parts->more);
    setTabOrder(m_parts->more, m_parts->update);
    setTabOrder(m_parts->update, m_parts->showEarlier);
    setTabOrder(m_parts->showEarlier, m_parts->stop);
    QWidget* before = m_parts->stop;
    const QList<QWidget*> noteButtons = m_parts->notes->buttons();
    for (QWidget* button : noteButtons)
        setTabOrder(std::exchange(before, button), button);
    setTabOrder(before, m_parts->text);
    colour();
}

SummaryPane::~SummaryPane() = default;

void SummaryPane::buildHead()
{
    Parts& parts = *m_parts;
    QWidget* page = parts.threadPage;
    parts.title = plainLabel(u"threadTitleLabel"_s, page);
    QFont bold = font();
    bold.setWeight(QFont::Bold);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    parts.title->setFont(bold);
    parts.size = plainLabel(u"threadSizeLabel"_s, page);
    parts.facts = new FactStrip(page);
    connect(parts.facts, &FactStrip::mailRequested, this, &SummaryPane::mailRequested);
    auto* column = qobject_cast<QVBoxLayout*>(page->layout());
    column->addWidget(parts.title);
    parts.sizeRow = new QHBoxLayout;
    parts.sizeRow->addWidget(parts.size, 1);
    column->addLayout(parts.sizeRow);
    column->addWidget(parts.facts);
}

void SummaryPane::putBelowFacts(QWidget* widget)
{
    auto* column = qobject_cast<QVBoxLayout*>(m_parts->threadPage->layout());
    column->insertWidget(column->indexOf(m_parts->facts) + 1, widget);
}

void SummaryPane::buildVersionRow()
{
    Parts& parts = *m_parts;
    QWidget* page = parts.threadPage;
    parts.provenance = plainLabel(u"provenanceLabel"_s, page);
    parts.stale = new Badge({}, {}, Tone::Attention, page);
    parts.stale->setObjectName(u"staleBadge"_s);
    parts.versionsMenu = new QMenu(page);
    parts.versionsMenu->setObjectName(u"versionsMenu"_s);
    parts.versionsButton = new QToolButton(page);
    parts.versionsButton->setObjectName(u"chooseVersionButton"_s);
    parts.versionsButton->setText(tr("Versions"));
    parts.versionsButton->setAccessibleName(tr("Versions of the summary"));
    parts.versionsButton->setToolTip(tr("Earlier summaries of this thread; choosing one brings it back"));
    parts.versionsButton->setIcon(icon(Icon::History));
    parts.versionsButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    parts.versionsButton->setPopupMode(QToolButton::InstantPopup);
    parts.versionsButton->setMenu(parts.versionsMenu);
    parts.versionsButton->setFocusPolicy(Qt::StrongFocus);
    parts.regenerate = new QPushButton(icon(Icon::Regenerate), tr("Summarise"), page);
    parts.regenerate->setObjectName(u"regenerateButton"_s);
    connect(parts.regenerate, &QPushButton::clicked, this, &SummaryPane::regenerateRequested);
    parts.more = new QToolButton(page);
    parts.more->setObjectName(u"regenerateMenuButton"_s);
    parts.more->setAccessibleName(tr("Other ways to regenerate"));
    parts.more->setToolTip(tr("Regenerate in another way, or see what is sent"));
    parts.more->setPopupMode(QToolButton::InstantPopup);
    parts.more->setArrowType(Qt::DownArrow);
    parts.more->setFocusPolicy(Qt::StrongFocus);
    parts.update = new QToolButton(page);
    parts.update->setObjectName(u"updateSummaryButton"_s);
    parts.update->setText(tr("Update"));
    parts.update->setFocusPolicy(Qt::StrongFocus);
    parts.update->hide();
    connect(parts.update, &QToolButton::clicked, this, &SummaryPane::regenerateRequested);
    auto* row = new QHBoxLayout;
    row->addWidget(parts.provenance, 1);
    row->addStretch(); // without it
    row->addWidget(parts.stale);
    row->addWidget(parts.update);
    parts.sizeRow->addWidget(parts.versionsButton);
    auto* run = new QHBoxLayout; // one button and its arrow
    run->setSpacing(0);
    run->addWidget(parts.regenerate);
    run->addWidget(parts.more);
    parts.sizeRow->addLayout(run);
    auto* column = qobject_cast<QVBoxLayout*>(page->layout());
    column->addLayout(row);
}

void SummaryPane::buildRunRow()
{
    Parts& parts = *m_parts;
    parts.runRow = new QWidget(parts.threadPage);
    auto* row = new QHBoxLayout(parts.runRow);
    row->setContentsMargins(0, 0, 0, 0);
    auto* busy = new QProgressBar(parts.runRow);
    busy->setRange(0, 0);
    busy->setTextVisible(false);
    busy->setFixedSize(fontMetrics().height() * 4, fontMetrics().height() * 2 / 3);
    busy->setAccessibleName(tr("The summary is being written"));
    parts.runText = plainLabel(u"runLabel"_s, parts.runRow);
    parts.stop = new QPushButton(icon(Icon::Stop), tr("Stop"), parts.runRow);
    parts.stop->setObjectName(u"stopButton"_s);
    parts.stop->setAccessibleName(tr("Stop writing the summary"));
    connect(parts.stop, &QPushButton::clicked, this, &SummaryPane::stopRequested);
    parts.showEarlier = new QToolButton(parts.runRow);
    parts.showEarlier->setObjectName(u"showEarlierButton"_s);
    parts.showEarlier->setText(tr("Show Earlier"));
    parts.showEarlier->setToolTip(tr("Read the earlier summary while the new one is being written"));
    parts.showEarlier->setCheckable(true);
    parts.showEarlier->setFocusPolicy(Qt::StrongFocus);
    connect(parts.showEarlier, &QToolButton::toggled, this, &SummaryPane::showStreamed);
    row->addWidget(busy);
    row->addWidget(parts.runText, 1);
    row->addWidget(parts.showEarlier);
    row->addWidget(parts.stop);
    parts.runRow->hide();
    qobject_cast<QVBoxLayout*>(parts.threadPage->layout())->addWidget(parts.runRow);
}

void SummaryPane::clear()
{
    m_parts->listing.reset();
    m_parts->versions.clear();
    m_parts->forgetThread();
    setRunning(false);
    m_parts->banner->dismiss();
    m_parts->text->clearText();
    m_parts->pages->setCurrentIndex(0);
}

void SummaryPane::showThread(const thread::Listing& listing, const std::optional<thread::Facts>& facts)
{
    const auto& shown = m_parts->listing;
    const bool same = shown && shown->thread == listing.thread && shown->root == listing.root;
    m_parts->listing = listing;
    m_parts->title->setText(listing.title.isEmpty() ? tr("(no subject)") : listing.title);
    m_parts->size->setText(sizeLine(listing));
    m_parts->facts->showFacts(listing, facts);
    m_parts->pages->setCurrentWidget(m_parts->threadPage);
    if (same) {
        showProvenance();
        return;
    }
    m_parts->versions.clear();
    m_parts->sourceKey.clear();
    m_parts->forgetThread();
    m_parts->notes->drop(SummaryNotes::Kind::NewVersion);
    setRunning(false);
    m_parts->banner->dismiss();
    showCurrent();
}

void SummaryPane::setVersions(const QList<store::SummaryRecord>& versions, const QByteArray& sourceKey)
{
    m_parts->versions = versions;
    m_parts->sourceKey = sourceKey;
    m_parts->staleness.reset();
    fillVersionsMenu();
    if (!m_parts->streamed)
        showCurrent();
}

void SummaryPane::setProviderNames(const QHash<QString, QString>& names)
{
    m_parts->providerNames = names;
    fillVersionsMenu();
    showProvenance();
}

void SummaryPane::setNextProvider(const QString& who)
{
    m_parts->regenerate->setToolTip(
        who.isEmpty() ? QString() : tr("Summarise this thread with %1").arg(who).toHtmlEscaped());
}

void SummaryPane::beginRun(const QString& who)
{
    m_parts->who = who;
    m_parts->banner->dismiss();
    m_parts->runText->setText(tr("Being written by %1 …").arg(who));
    setRunning(true);
}

void SummaryPane::showWaiting(const QString& why)
{
    if (m_parts->running)
        m_parts->runText->setText(why);
}

void SummaryPane::showStreaming(const QString& markdown)
{
    if (!m_parts->running || markdown.isEmpty())
        return;
    m_parts->arrived = markdown;
    if (!m_parts->throttle.isActive())
        m_parts->throttle.start();
}

void SummaryPane::showStreamed()
{
    if (!m_parts->running || m_parts->arrived.isEmpty())
        return;
    if (!m_parts->streamed) {
        m_parts->streamed = true;
        m_parts->runText->setText(tr("Being written by %1 …").arg(m_parts->who));
        m_parts->showEarlier->setVisible(m_parts->current() != nullptr);
        showProvenance();
    }
    if (m_parts->showEarlier->isChecked()) {
        showCurrent();
        return;
    }
    m_parts->none->hide();
    m_parts->notes->hide();
    m_parts->text->show();
    showProvenance();
    m_parts->text->showMarkdown(m_parts->arrived);
}

void SummaryPane::endRun(const Status& outcome)
{
    setRunning(false);
    if (!outcome) {
        if (outcome.error().code == ErrorCode::Cancelled)
            m_parts->banner->showMessage(Banner::Kind::Information, tr("Stopped. Nothing was changed."));
        else
            m_parts->banner->showMessage(Banner::Kind::Error, outcome.error().text, tr("Try again"),
                                         [this] { Q_EMIT regenerateRequested(); });
    }
    showCurrent();
}

void SummaryPane::setRunning(bool running)
{
    m_parts->running = running;
    m_parts->streamed = false;
    m_parts->arrived.clear();
    m_parts->throttle.stop();
    const bool hadFocus = m_parts->regenerate->hasFocus() || m_parts->stop->hasFocus();
    m_parts->runRow->setVisible(running);
    m_parts->showEarlier->setChecked(false);
    m_parts->showEarlier->hide();
    m_parts->regenerate->setEnabled(!running);
    if (hadFocus) // the button that was pressed goes away: the keyboard stays in place
        (running ? m_parts->stop : m_parts->regenerate)->setFocus();
}

void SummaryPane::showCurrent()
{
    const store::SummaryRecord* summary = m_parts->current();
    const bool any = summary != nullptr || m_parts->edit;
    m_parts->none->setVisible(!any);
    m_parts->text->setVisible(any);
    showNotes();
    if (any)
        showText();
    else
        m_parts->text->clearText();
    fillVersionsMenu();
    showProvenance();
}

void SummaryPane::showProvenance()
{
    Parts& parts = *m_parts;
    const store::SummaryRecord* summary = parts.current();
    const bool old = summary != nullptr && (!parts.streamed || parts.showEarlier->isChecked());
    parts.provenance->setText(old ? provenanceLine(*summary, parts.providerNames) : QString());
    parts.provenance->setVisible(old && (!parts.edit || parts.showMachine)); // of the text that is shown
    parts.regenerate->setText(summary != nullptr ? tr("Regenerate") : tr("Summarise"));
    parts.regenerate->setAccessibleName(summary != nullptr ? tr("Regenerate the summary")
                                                           : tr("Summarise the thread"));
    showStaleness(old ? summary : nullptr);
}

void SummaryPane::fillVersionsMenu()
{
    Parts& parts = *m_parts;
    parts.versionsMenu->clear();
    parts.versionsButton->setVisible(parts.versions.size() > 1);
    const store::SummaryRecord* current = parts.current();
    delete parts.versionsGroup;
    parts.versionsGroup = new QActionGroup(parts.versionsMenu);
    for (const store::SummaryRecord& version : parts.versions) {
        QAction* action
            = parts.versionsMenu->addAction(versionLine(version, parts.providerNames).replace(u'&', "&&"_L1));
        action->setCheckable(true);
        action->setChecked(&version == current);
        parts.versionsGroup->addAction(action);
        if (&version != current)
            connect(action, &QAction::triggered, this, [this, id = version.id] { Q_EMIT versionChosen(id); });
    }
    parts.versionsMenu->addSeparator();
    connect(parts.versionsMenu->addAction(tr("Compare Versions...")), &QAction::triggered, this,
            &SummaryPane::compareRequested);
}

void SummaryPane::follow(int citation)
{
    const Parts& parts = *m_parts;
    const store::SummaryRecord* summary = parts.cited();
    // While text streams in its numbers are those of today; a kept version has its own.
    if ((parts.streamed && !parts.showEarlier->isChecked()) || summary == nullptr || summary->cited.isEmpty()
        || !parts.listing) {
        Q_EMIT mailRequested(citation);
        return;
    }
    const int number = currentNumber(*summary, *parts.listing, citation);
    if (number > 0)
        Q_EMIT mailRequested(number);
    else
        m_parts->banner->showMessage(
            Banner::Kind::Warning,
            tr("Mail [%1] of this summary is not in the list that is shown.").arg(citation));
}

void SummaryPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void SummaryPane::colour()
{
    for (QLabel* label : {m_parts->size, m_parts->provenance, m_parts->none}) {
        QPalette soft = palette();
        soft.setColor(QPalette::WindowText, dimmed(soft));
        label->setPalette(soft);
    }
}

} // namespace lb::ui
