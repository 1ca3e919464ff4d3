// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/instructiondialog.h"

#include "core/settings.h"
#include "summary/summariser.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype mostRemembered = 12;

QStringList remembered(const Settings& settings)
{
    QStringList all;
    const QJsonArray kept = QJsonDocument::fromJson(settings.get(keys::Instructions).toUtf8()).array();
    for (const QJsonValue& one : kept) {
        const QString line = one.toString().left(summary::longestInstruction);
        if (!line.isEmpty() && all.size() < mostRemembered)
            all.append(line);
    }
    return all;
}

} // namespace

InstructionDialog::InstructionDialog(Settings& settings, const QString& sentTo, QWidget* parent)
    : QDialog(parent), m_settings(settings), m_line(new QComboBox(this))
{
    setObjectName(u"instructionDialog"_s);
    setWindowTitle(tr("Regenerate with Instruction"));
    m_line->setObjectName(u"instructionBox"_s);
    m_line->setEditable(true);
    m_line->setInsertPolicy(QComboBox::NoInsert);
    m_line->addItems(remembered(settings));
    m_line->setCurrentIndex(-1);
    m_line->clearEditText();
    m_line->lineEdit()->setMaxLength(static_cast<int>(summary::longestInstruction));
    m_line->lineEdit()->setPlaceholderText(tr("Focus on the locking question"));
    m_line->setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    auto* label = new QLabel(tr("&What is the summary to look at?"), this);
    label->setBuddy(m_line);
    auto* note = new QLabel(
        tr("Goes to %1 with the thread. What it may claim is checked as always.").arg(sentTo), this);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* go = buttons->addButton(tr("&Regenerate"), QDialogButtonBox::AcceptRole);
    go->setObjectName(u"instructButton"_s);
    go->setDefault(true);
    go->setEnabled(false);
    connect(m_line, &QComboBox::editTextChanged, go,
            [this, go] { go->setEnabled(!instruction().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &InstructionDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &InstructionDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_line);
    layout->addWidget(note);
    layout->addStretch(1);
    layout->addWidget(buttons);
    m_line->setFocus();
}

QString InstructionDialog::instruction() const
{
    return m_line->currentText().simplified().left(summary::longestInstruction);
}

void InstructionDialog::accept()
{
    if (instruction().isEmpty())
        return;
    QStringList all = remembered(m_settings);
    all.removeAll(instruction());
    all.prepend(instruction());
    const QJsonArray kept = QJsonArray::fromStringList(all.first(qMin(all.size(), mostRemembered)));
    m_settings.set(keys::Instructions, QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
    QDialog::accept();
}

} // namespace lb::ui
