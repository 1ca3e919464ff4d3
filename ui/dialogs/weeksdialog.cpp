// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/weeksdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int weeksAtFirst = 4;

} // namespace

WeeksDialog::WeeksDialog(UserPrompts& prompts, const QList<store::WeekRecord>& weeks, const QString& folder,
                         Language language, QWidget* parent)
    : QDialog(parent)
    , m_known(weeks)
    , m_first(new QComboBox(this))
    , m_last(new QComboBox(this))
    , m_count(new QLabel(this))
    , m_target(new ExportTarget(prompts, ExportTarget::Kind::Folder, folder, language, this))
    , m_export(nullptr)
{
    setObjectName(u"weeksDialog"_s);
    setWindowTitle(tr("Export Several Weeks"));
    for (QComboBox* box : {m_first, m_last}) {
        for (const store::WeekRecord& week : m_known)
            //: A week and how many mails it has
            box->addItem(tr("%1, %n mail(s)", nullptr, week.mails).arg(thread::isoWeekName(week.monday)));
        connect(box, &QComboBox::currentIndexChanged, this, &WeeksDialog::count);
    }
    m_first->setObjectName(u"firstWeekBox"_s);
    m_last->setObjectName(u"lastWeekBox"_s);
    m_last->setCurrentIndex(0);
    m_first->setCurrentIndex(std::min(weeksAtFirst, static_cast<int>(m_known.size())) - 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    m_export = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(u"exportWeeksButton"_s);
    m_export->setDefault(true);
    auto* form = new QFormLayout;
    form->addRow(tr("F&rom:"), m_first);
    form->addRow(tr("&To:"), m_last);
    auto* note = new QLabel(
        tr("Each week becomes a file, and an index page links them all, those of earlier exports to this "
           "folder too. Threads without a summary in this language get the built-in digest; no mail leaves "
           "this machine."),
        this);
    note->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(fontMetrics().height() * 3 / 4);
    layout->addLayout(form);
    layout->addWidget(m_count);
    layout->addWidget(m_target);
    layout->addWidget(note);
    layout->addStretch(1);
    layout->addWidget(buttons);
    connect(m_target, &ExportTarget::pathChanged, this, &WeeksDialog::count);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    count();
}

QList<thread::Period> WeeksDialog::weeks() const
{
    QList<thread::Period> weeks;
    for (int i = m_first->currentIndex(); i >= m_last->currentIndex() && i >= 0; --i)
        weeks += thread::weekOf(m_known.at(i).monday);
    return weeks;
}

void WeeksDialog::count()
{
    const int weeks = static_cast<int>(this->weeks().size());
    m_count->setText(weeks > 0 ? tr("%n report(s).", nullptr, weeks)
                               : tr("The first week must not be after the last."));
    if (m_export != nullptr)
        m_export->setEnabled(weeks > 0 && !m_target->path().isEmpty());
}

} // namespace lb::ui
