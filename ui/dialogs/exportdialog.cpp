// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exportdialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

ExportDialog::ExportDialog(UserPrompts& prompts, const QString& subject, const QString& file,
                           Language language, QWidget* parent)
    : QDialog(parent), m_target(new ExportTarget(prompts, ExportTarget::Kind::File, file, language, this))
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export Report"));
    auto* about = new QLabel(subject, this);
    about->setWordWrap(true);
    about->setTextFormat(Qt::PlainText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    QPushButton* go = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    go->setObjectName(u"exportButton"_s);
    go->setDefault(true);
    go->setEnabled(!m_target->path().isEmpty());
    auto* note = new QLabel(
        tr("The report holds the summaries that are shown. Threads without one in this language get the "
           "built-in digest; no mail leaves this machine."),
        this);
    note->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(fontMetrics().height() * 3 / 4);
    layout->addWidget(about);
    layout->addWidget(m_target);
    layout->addWidget(note);
    layout->addStretch(1);
    layout->addWidget(buttons);

    connect(m_target, &ExportTarget::pathChanged, go,
            [go](const QString& path) { go->setEnabled(!path.isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    m_target->setFocus();
}

void ExportDialog::accept()
{
    m_target->confirm([this] { QDialog::accept(); });
}

} // namespace lb::ui
