// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exportdialog.h"

#include "ui/userprompts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

QString extensionOf(report::Format format)
{
    switch (format) {
    case report::Format::Markdown:
        return u"md"_s;
    case report::Format::Html:
        return u"html"_s;
    case report::Format::Json:
        return u"json"_s;
    }
    return {};
}

} // namespace

ExportDialog::ExportDialog(UserPrompts& prompts, const QString& file, Language language, QWidget* parent)
    : QDialog(parent)
    , m_prompts(prompts)
    , m_subject(new QLabel(this))
    , m_file(new QLineEdit(QDir::toNativeSeparators(file), this))
    , m_format(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_omitDoubtful(new QCheckBox(tr("Leave &out claims that are not verified"), this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export Report"));
    m_subject->setWordWrap(true);
    m_subject->setTextFormat(Qt::PlainText);
    m_file->setObjectName(u"exportFileLine"_s);
    m_file->setMinimumWidth(fontMetrics().averageCharWidth() * 66);
    auto* browseButton = new QPushButton(tr("&Browse..."), this);
    browseButton->setObjectName(u"browseExportFileButton"_s);
    browseButton->setAutoDefault(false);
    m_format->setObjectName(u"exportFormatBox"_s);
    m_format->addItem(tr("Markdown (.md)"), static_cast<int>(report::Format::Markdown));
    m_format->addItem(tr("Web page (.html)"), static_cast<int>(report::Format::Html));
    m_format->addItem(tr("Data (.json)"), static_cast<int>(report::Format::Json));
    m_language->setObjectName(u"exportLanguageBox"_s);
    m_language->addItem(u"English"_s,
                        static_cast<int>(Language::English)); // languages are named in themselves
    m_language->addItem(u"简体中文"_s, static_cast<int>(Language::Chinese));
    m_language->setCurrentIndex(m_language->findData(static_cast<int>(language)));
    QPushButton* go = m_buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    go->setObjectName(u"exportButton"_s);
    go->setDefault(true);

    auto* form = new QFormLayout;
    auto* fileLine = new QHBoxLayout;
    fileLine->addWidget(m_file, 1);
    fileLine->addWidget(browseButton);
    form->addRow(tr("&File:"), fileLine);
    // A nested layout gets no buddy by itself.
    if (auto* label = qobject_cast<QLabel*>(form->labelForField(fileLine)))
        label->setBuddy(m_file);
    m_file->setAccessibleName(tr("File"));
    form->addRow(tr("For&mat:"), m_format);
    form->addRow(tr("&Language:"), m_language);
    m_omitDoubtful->setObjectName(u"omitDoubtfulBox"_s);
    m_omitDoubtful->setToolTip(tr("The report says how many are left out. Otherwise they are marked."));
    form->addRow(QString(), m_omitDoubtful);
    auto* note = new QLabel(
        tr("The report holds the summaries that are shown. Threads without one in this language get the "
           "built-in digest; no mail leaves this machine."),
        this);
    note->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(fontMetrics().height() * 3 / 4);
    layout->addWidget(m_subject);
    layout->addLayout(form);
    layout->addWidget(note);
    layout->addStretch(1);
    layout->addWidget(m_buttons);

    connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_file, &QLineEdit::textEdited, this, &ExportDialog::fileEdited);
    connect(m_format, &QComboBox::activated, this, &ExportDialog::formatChosen);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    fileEdited();
    m_file->setFocus();
}

void ExportDialog::setSubject(const QString& sentence)
{
    m_subject->setText(sentence);
}

void ExportDialog::setOmitDoubtful(bool omit)
{
    m_omitDoubtful->setChecked(omit);
}

bool ExportDialog::omitsDoubtful() const
{
    return m_omitDoubtful->isChecked();
}

QString ExportDialog::file() const
{
    return QDir::fromNativeSeparators(m_file->text().trimmed());
}

report::Format ExportDialog::format() const
{
    return static_cast<report::Format>(m_format->currentData().toInt());
}

Language ExportDialog::language() const
{
    return static_cast<Language>(m_language->currentData().toInt());
}

void ExportDialog::fileEdited()
{
    m_confirmed.clear();
    const std::optional<report::Format> format = report::formatFromName(QFileInfo(file()).suffix());
    if (format)
        m_format->setCurrentIndex(m_format->findData(static_cast<int>(*format)));
    m_buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    if (auto* go = findChild<QPushButton*>(u"exportButton"_s))
        go->setEnabled(!file().isEmpty());
}

void ExportDialog::formatChosen()
{
    const QFileInfo info(file());
    const QString base = report::formatFromName(info.suffix()) ? info.completeBaseName() : info.fileName();
    if (base.isEmpty())
        return;
    const QString renamed = info.path() + u'/' + base + u'.' + extensionOf(format());
    m_file->setText(QDir::toNativeSeparators(renamed));
    m_confirmed.clear();
}

void ExportDialog::browse()
{
    FileQuestion question;
    question.title = tr("Export Report");
    question.start = file();
    question.filters = QStringList{tr("Markdown (*.md)"), tr("Web page (*.html)"), tr("Data (*.json)")};
    m_prompts.chooseSaveFile(this, question, [this](const QString& path) {
        m_file->setText(QDir::toNativeSeparators(path));
        fileEdited();
        m_confirmed = path; // the file dialog has asked
    });
}

void ExportDialog::accept()
{
    const QString path = file();
    if (path.isEmpty())
        return;
    if (path == m_confirmed || !QFileInfo::exists(path)) {
        QDialog::accept();
        return;
    }
    Question question;
    question.title = tr("Export Report");
    question.text = tr("Replace %1?").arg(QDir::toNativeSeparators(path));
    question.detail
        = tr("A file of this name is there already. It is replaced as a whole once the report is complete.");
    question.accept = tr("Replace");
    question.dangerous = true;
    m_prompts.confirm(this, question, [this, path](bool accepted) {
        if (!accepted || path != file())
            return;
        m_confirmed = path;
        accept();
    });
}

} // namespace lb::ui
