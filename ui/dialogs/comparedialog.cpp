// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/comparedialog.h"

#include "core/onresult.h"
#include "library/material.h"
#include "ui/mailtextview.h"
#include "ui/mailview.h"
#include "ui/rangedocument.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

QString changeWord(thread::PatchChange change)
{
    switch (change) {
    case thread::PatchChange::Changed:
        return CompareDialog::tr("changed");
    case thread::PatchChange::Unchanged:
        return CompareDialog::tr("same");
    case thread::PatchChange::Added:
        return CompareDialog::tr("new");
    case thread::PatchChange::Dropped:
        return CompareDialog::tr("dropped");
    case thread::PatchChange::Unknown:
        return CompareDialog::tr("not here");
    }
    return {};
}

QString numberText(int number)
{
    return number > 0 ? QString::number(number) : u"–"_s;
}

} // namespace

CompareDialog::CompareDialog(const Services& services, const RevisionsPointer& revisions, int later,
                             QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_revisions(revisions)
    , m_earlier(new QComboBox(this))
    , m_later(new QComboBox(this))
    , m_verdict(new QLabel(this))
    , m_patches(new QTreeWidget(this))
    , m_text(new MailTextView(this))
{
    const int series = revisions->seriesOf[static_cast<std::size_t>(later)];
    m_series = series >= 0 ? revisions->series[static_cast<std::size_t>(series)] : std::vector<int>{later};
    buildUi();
    fillBox(m_later, later);
    fillBox(m_earlier, revisionBefore(later));
    connect(m_earlier, &QComboBox::currentIndexChanged, this, &CompareDialog::choose);
    connect(m_later, &QComboBox::currentIndexChanged, this, &CompareDialog::choose);
    connect(m_patches, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item != nullptr)
            showPatch(m_patches->indexOfTopLevelItem(item) - 1);
    });
    choose();
}

CompareDialog::~CompareDialog() = default;

void CompareDialog::buildUi()
{
    setObjectName(u"compareDialog"_s);
    setWindowTitle(tr("Compare Revisions"));
    m_earlier->setObjectName(u"earlierRevisionBox"_s);
    m_later->setObjectName(u"laterRevisionBox"_s);
    m_verdict->setObjectName(u"comparisonVerdict"_s);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_patches->setObjectName(u"comparedPatches"_s);
    m_patches->setAccessibleName(tr("Patches of both revisions"));
    //: Columns of a list of patches: number in the earlier revision, in the later one
    m_patches->setHeaderLabels({tr("Change"), tr("Before"), tr("Now"), tr("Patch")});
    m_patches->setRootIsDecorated(false);
    m_patches->setUniformRowHeights(true);
    m_patches->setAllColumnsShowFocus(true);
    m_text->setObjectName(u"comparisonText"_s);
    m_text->setAccessibleName(tr("What changed in the patch"));

    auto* earlierLabel = new QLabel(tr("&Earlier:"), this);
    earlierLabel->setBuddy(m_earlier);
    auto* laterLabel = new QLabel(tr("&Later:"), this);
    laterLabel->setBuddy(m_later);
    auto* choices = new QHBoxLayout;
    choices->addWidget(earlierLabel);
    choices->addWidget(m_earlier, 1);
    choices->addSpacing(fontMetrics().height());
    choices->addWidget(laterLabel);
    choices->addWidget(m_later, 1);

    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_patches);
    splitter->addWidget(m_text);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 3);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(choices);
    layout->addWidget(m_verdict);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    QHeaderView* header = m_patches->header();
    header->setStretchLastSection(true);
    const int character = fontMetrics().averageCharWidth();
    header->resizeSection(0, character * 14);
    header->resizeSection(1, character * 9);
    header->resizeSection(2, character * 9);
    resize(character * 110, fontMetrics().height() * 42);
    m_patches->setFocus();
}

void CompareDialog::fillBox(QComboBox* box, int chosen) const
{
    for (const int index : m_series) {
        const thread::Revision& revision = m_revisions->at(index);
        const QString version = (revision.isRfc ? u"RFC v%1"_s : u"v%1"_s).arg(revision.revision);
        const QString day = QDateTime::fromSecsSinceEpoch(revision.utc, Qt::UTC).date().toString(Qt::ISODate);
        //: A revision, its date, how many patches it has
        const QString text = revision.answersOnly
            ? tr("%1 (only answers are here)").arg(version)
            : tr("%1, %2, %n patch(es)", nullptr, revision.total).arg(version, day);
        box->addItem(text, index);
        if (revision.answersOnly) {
            if (auto* items = qobject_cast<QStandardItemModel*>(box->model()))
                items->item(box->count() - 1)->setEnabled(false);
        }
        if (index == chosen)
            box->setCurrentIndex(box->count() - 1);
    }
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

/// The next older one that has patches, else the next newer one.
int CompareDialog::revisionBefore(int later) const
{
    const auto at = std::find(m_series.begin(), m_series.end(), later);
    const auto hasPatches = [this](int index) { return !m_revisions->at(index).answersOnly; };
    const auto older = at == m_series.end() ? at : std::find_if(at + 1, m_series.end(), hasPatches);
    if (older != m_series.end())
        return *older;
    const auto newer = std::find_if(m_series.begin(), at, hasPatches);
    return newer != at ? *newer : later;
}

void CompareDialog::say(const QString& text)
{
    m_verdict->setText(text);
    m_patches->clear();
    m_text->clearText();
}

void CompareDialog::choose()
{
    const quint64 run = ++m_run;
    m_comparison.reset();
    const int earlier = m_earlier->currentData().toInt();
    const int later = m_later->currentData().toInt();
    if (earlier == later) {
        say(tr("Choose two revisions."));
        return;
    }
    for (const int revision : {earlier, later}) {
        if (m_revisions->at(revision).answersOnly) {
            say(tr("Only answers to the patches of this revision are in the library."));
            return;
        }
    }
    say(tr("Comparing..."));
    load(run, earlier, true);
    load(run, later, true);
    for (const int revision : between())
        load(run, revision, false);
    compareIfLoaded(run);
}

std::vector<int> CompareDialog::between() const
{
    const int newer = std::min(m_earlier->currentIndex(), m_later->currentIndex());
    const int older = std::max(m_earlier->currentIndex(), m_later->currentIndex());
    std::vector<int> revisions;
    for (int at = newer; at < older; ++at) {
        const int revision = m_series[static_cast<std::size_t>(at)];
        if (!m_revisions->at(revision).answersOnly)
            revisions.push_back(revision);
    }
    return revisions;
}

void CompareDialog::load(quint64 run, int revision, bool whole)
{
    if ((whole ? m_loaded : m_heads).contains(revision))
        return;
    using Loaded = Result<TextPointer>;
    thread::Revision wanted = m_revisions->at(revision);
    if (!whole)
        wanted.patches = wanted.patches.first(1);
    onResult(library::loadRevision(m_services.store, wanted), this,
             [this, run, revision, whole](const Loaded& text) {
                 if (!text) {
                     if (run == m_run)
                         say(text.error().text);
                     return;
                 }
                 (whole ? m_loaded : m_heads).insert(revision, *text);
                 compareIfLoaded(run);
             });
}

void CompareDialog::compareIfLoaded(quint64 run)
{
    // Whichever was chosen where: the newer one is compared with the older one.
    const int earlier = std::max(m_earlier->currentIndex(), m_later->currentIndex());
    const int later = std::min(m_earlier->currentIndex(), m_later->currentIndex());
    const TextPointer before = m_loaded.value(m_earlier->itemData(earlier).toInt());
    const TextPointer after = m_loaded.value(m_earlier->itemData(later).toInt());
    std::vector<TextPointer> letters;
    for (const int revision : between())
        letters.push_back(m_heads.value(revision));
    const bool all = std::find(letters.begin(), letters.end(), nullptr) == letters.end();
    if (run != m_run || before == nullptr || after == nullptr || !all)
        return;
    auto work = [before, after, letters] {
        thread::RevisionComparison comparison = thread::compareRevisions(*before, *after);
        std::vector<thread::CoverNotes> covers;
        for (std::size_t i = 0; i < letters.size(); ++i) {
            const thread::Revision& previous
                = i + 1 < letters.size() ? letters[i + 1]->revision : before->revision;
            covers.push_back(
                {thread::coverOf(*letters[i]), letters[i]->revision.revision, previous.revision});
        }
        comparison.notes = thread::notesBetween(covers, before->revision.revision);
        return std::make_shared<const thread::RevisionComparison>(std::move(comparison));
    };
    onResult(QtConcurrent::run(std::move(work)), this, [this, run](const ComparisonPointer& comparison) {
        if (run == m_run)
            showComparison(comparison);
    });
}

void CompareDialog::showComparison(const ComparisonPointer& comparison)
{
    m_comparison = comparison;
    const auto count = [&comparison](thread::PatchChange change) { return comparison->count(change); };
    QStringList parts;
    parts.append(tr("%n changed", nullptr, count(thread::PatchChange::Changed)));
    parts.append(tr("%n the same", nullptr, count(thread::PatchChange::Unchanged)));
    parts.append(tr("%n new", nullptr, count(thread::PatchChange::Added)));
    parts.append(tr("%n dropped", nullptr, count(thread::PatchChange::Dropped)));
    if (const int unknown = count(thread::PatchChange::Unknown); unknown > 0)
        parts.append(tr("%n not in the library", nullptr, unknown));
    m_verdict->setText(QLocale().createSeparatedList(parts));
    m_patches->clear();
    auto* notes = new QTreeWidgetItem(m_patches);
    notes->setText(3, tr("What the author says has changed"));
    for (const thread::PatchPair& pair : comparison->patches) {
        auto* item = new QTreeWidgetItem(m_patches);
        const bool message = pair.change == thread::PatchChange::Unchanged && pair.messageChanged;
        item->setText(0, message ? tr("message") : changeWord(pair.change));
        item->setText(1, numberText(pair.earlier));
        item->setText(2, numberText(pair.later));
        item->setText(3, harmless(pair.title));
        item->setToolTip(3, harmless(pair.title));
    }
    m_patches->setCurrentItem(notes);
    Q_EMIT compared();
}

void CompareDialog::showPatch(int row)
{
    if (m_comparison == nullptr)
        return;
    const quint64 run = ++m_documentRun;
    auto build = [home = thread(), comparison = m_comparison, row, look = m_text->look()] {
        return row < 0 ? buildNotesDocument(home, comparison->notes, look)
                       : buildRangeDocument(home, comparison->patches[static_cast<std::size_t>(row)], look);
    };
    onResult(QtConcurrent::run(std::move(build)), this,
             [this, run](const std::shared_ptr<QTextDocument>& document) {
                 if (run == m_documentRun)
                     m_text->show(document);
             });
}

} // namespace lb::ui
