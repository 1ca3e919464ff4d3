// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/linkdialog.h"

#include "thread/people.h"
#include "ui/mailview.h"
#include "ui/models/arrangement.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostShown = 300; ///< the filter finds the others

/// "v7, 2025-06-18, Ada Example: KVM: ..."
QString lineOf(const thread::Revision& revision)
{
    const QString& first = revision.patches.isEmpty() ? revision.title : revision.patches.constFirst().title;
    const QString title = revision.title.isEmpty() ? first : revision.title;
    const QString version = (revision.isRfc ? u"RFC v%1"_s : u"v%1"_s).arg(revision.revision);
    const QString day = QDateTime::fromSecsSinceEpoch(revision.utc, Qt::UTC).date().toString(Qt::ISODate);
    const QString author = revision.answersOnly ? revision.sender : thread::shownName(revision.author);
    return harmless(u"%1, %2, %3: %4"_s.arg(version, day, author, title));
}

} // namespace

LinkDialog::LinkDialog(const RevisionsPointer& revisions, int revision, QWidget* parent)
    : QDialog(parent)
    , m_revisions(revisions)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setObjectName(u"linkDialog"_s);
    setWindowTitle(tr("Link as Revision of"));
    auto* subject = new QLabel(
        tr("%1\nis a revision of the same series as:").arg(lineOf(revisions->at(revision))), this);
    subject->setTextFormat(Qt::PlainText);
    subject->setWordWrap(true);
    m_filter->setObjectName(u"linkFilterLine"_s);
    m_filter->setPlaceholderText(tr("Filter by title, author or version"));
    m_filter->setAccessibleName(tr("Filter postings"));
    m_filter->setClearButtonEnabled(true);
    m_list->setObjectName(u"linkCandidates"_s);
    m_list->setAccessibleName(tr("Postings of the list"));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QPushButton* link = m_buttons->addButton(tr("&Link"), QDialogButtonBox::AcceptRole);
    link->setObjectName(u"linkButton"_s);
    link->setEnabled(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(subject);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 28);

    const int series = revisions->seriesOf[static_cast<std::size_t>(revision)];
    for (std::size_t i = 0; i < revisions->revisions.size(); ++i) {
        const bool linked = series >= 0 && revisions->seriesOf[i] == series;
        if (static_cast<int>(i) != revision && !linked)
            m_candidates.push_back(static_cast<int>(i));
    }
    const QString author = revisions->at(revision).author.address.toCaseFolded();
    std::sort(m_candidates.begin(), m_candidates.end(), [&](int a, int b) {
        const auto rank = [&](int i) {
            const thread::Revision& other = revisions->at(i);
            return std::tuple(other.author.address.toCaseFolded() == author, other.utc, i);
        };
        return rank(a) > rank(b);
    });
    connect(m_filter, &QLineEdit::textChanged, this, &LinkDialog::fill);
    connect(m_list, &QListWidget::currentItemChanged, link,
            [link](const QListWidgetItem* item) { link->setEnabled(item != nullptr); });
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] {
        if (const QListWidgetItem* item = m_list->currentItem())
            Q_EMIT chosen(item->data(Qt::UserRole).toInt());
    });
    fill({});
}

void LinkDialog::fill(const QString& typed)
{
    const QStringList words = filterWordsOf(typed);
    m_list->clear();
    for (const int candidate : m_candidates) {
        const QString line = lineOf(m_revisions->at(candidate));
        const QString folded = line.toCaseFolded();
        if (!std::all_of(words.begin(), words.end(),
                         [&](const QString& word) { return folded.contains(word); }))
            continue;
        auto* item = new QListWidgetItem(line, m_list);
        item->setData(Qt::UserRole, candidate);
        item->setToolTip(line);
        if (m_list->count() >= mostShown)
            break;
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
}

} // namespace lb::ui
