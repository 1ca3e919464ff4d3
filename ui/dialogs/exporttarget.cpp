// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exporttarget.h"

#include "ui/userprompts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

template <typename T>
void add(QComboBox* box, const QString& text, T value)
{
    box->addItem(text, static_cast<int>(value));
}

} // namespace

ExportTarget::ExportTarget(UserPrompts& prompts, Kind kind, const QString& path, Language language,
                           QWidget* parent)
    : QWidget(parent)
    , m_prompts(prompts)
    , m_kind(kind)
    , m_path(new QLineEdit(QDir::toNativeSeparators(path), this))
    , m_format(new QComboBox(this))
    , m_style(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_omitDoubtful(new QCheckBox(tr("Leave &out claims that are not verified"), this))
{
    m_path->setObjectName(u"exportFileLine"_s);
    m_path->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    auto* browseButton = new QPushButton(tr("&Browse..."), this);
    browseButton->setObjectName(u"browseExportFileButton"_s);
    browseButton->setAutoDefault(false);
    m_format->setObjectName(u"exportFormatBox"_s);
    add(m_format, tr("Markdown (.md)"), report::Format::Markdown);
    add(m_format, tr("Web page (.html)"), report::Format::Html);
    add(m_format, tr("Data (.json)"), report::Format::Json);
    m_style->setObjectName(u"exportStyleBox"_s);
    add(m_style, tr("Whole report"), report::Style::Full);
    add(m_style, tr("Short: a line for each thread"), report::Style::Short);
    add(m_style, tr("Short, as HTML for a mail"), report::Style::Mail);
    m_language->setObjectName(u"exportLanguageBox"_s);
    add(m_language, u"English"_s, Language::English); // languages are named in themselves
    add(m_language, u"简体中文"_s, Language::Chinese);
    m_language->setCurrentIndex(m_language->findData(static_cast<int>(language)));

    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    auto* line = new QHBoxLayout;
    line->addWidget(m_path, 1);
    line->addWidget(browseButton);
    const QString caption = kind == Kind::File ? tr("&File:") : tr("&Folder:");
    form->addRow(caption, line);
    // A nested layout gets no buddy by itself.
    if (auto* label = qobject_cast<QLabel*>(form->labelForField(line)))
        label->setBuddy(m_path);
    m_path->setAccessibleName(kind == Kind::File ? tr("File") : tr("Folder"));
    addRow(form, tr("For&mat:"), m_format);
    addRow(form, tr("&Style:"), m_style);
    addRow(form, tr("&Language:"), m_language);
    m_omitDoubtful->setObjectName(u"omitDoubtfulBox"_s);
    m_omitDoubtful->setToolTip(tr("The report says how many are left out. Otherwise they are marked."));
    form->addRow(QString(), m_omitDoubtful);

    connect(browseButton, &QPushButton::clicked, this, &ExportTarget::browse);
    connect(m_path, &QLineEdit::textEdited, this, &ExportTarget::pathEdited);
    connect(m_path, &QLineEdit::textChanged, this, [this] { Q_EMIT pathChanged(this->path()); });
    connect(m_format, &QComboBox::activated, this, &ExportTarget::formatChosen);
    connect(m_style, &QComboBox::activated, this, [this] {
        if (style() == report::Style::Mail) { // which is HTML
            m_format->setCurrentIndex(m_format->findData(static_cast<int>(report::Format::Html)));
            followFormat();
        }
        Q_EMIT changed();
    });
    connect(m_omitDoubtful, &QCheckBox::toggled, this, &ExportTarget::changed);
    setFocusProxy(m_path);
    if (kind == Kind::Folder)
        m_format->setCurrentIndex(m_format->findData(static_cast<int>(report::Format::Html)));
    else
        pathEdited();
}

void ExportTarget::addRow(QFormLayout* form, const QString& label, QComboBox* box)
{
    form->addRow(label, box);
    if (box != m_style && box != m_format)
        connect(box, &QComboBox::activated, this, &ExportTarget::changed);
}

QString ExportTarget::path() const
{
    return QDir::fromNativeSeparators(m_path->text().trimmed());
}

report::Format ExportTarget::format() const
{
    return static_cast<report::Format>(m_format->currentData().toInt());
}

report::Style ExportTarget::style() const
{
    return static_cast<report::Style>(m_style->currentData().toInt());
}

Language ExportTarget::language() const
{
    return static_cast<Language>(m_language->currentData().toInt());
}

bool ExportTarget::omitsDoubtful() const
{
    return m_omitDoubtful->isChecked();
}

void ExportTarget::setOmitDoubtful(bool omit)
{
    m_omitDoubtful->setChecked(omit);
}

void ExportTarget::pathEdited()
{
    m_confirmed.clear();
    if (m_kind == Kind::Folder)
        return;
    if (const auto format = report::formatFromName(QFileInfo(path()).suffix()))
        m_format->setCurrentIndex(m_format->findData(static_cast<int>(*format)));
}

void ExportTarget::formatChosen()
{
    if (style() == report::Style::Mail && format() != report::Format::Html)
        m_style->setCurrentIndex(m_style->findData(static_cast<int>(report::Style::Short)));
    followFormat();
    Q_EMIT changed();
}

void ExportTarget::followFormat()
{
    const QFileInfo info(path());
    const QString base = report::formatFromName(info.suffix()) ? info.completeBaseName() : info.fileName();
    if (m_kind == Kind::Folder || base.isEmpty())
        return;
    const QString renamed = info.path() + u'/' + base + u'.' + report::extensionOf(format());
    m_path->setText(QDir::toNativeSeparators(renamed));
    m_confirmed.clear();
}

void ExportTarget::browse()
{
    FileQuestion question;
    question.title = tr("Export Report");
    question.start = path();
    const auto take = [this](const QString& chosen) {
        m_path->setText(QDir::toNativeSeparators(chosen));
        pathEdited();
        m_confirmed = chosen; // the file dialog has asked
    };
    if (m_kind == Kind::Folder) {
        m_prompts.chooseFolder(this, question, take);
        return;
    }
    question.filters = QStringList{tr("Markdown (*.md)"), tr("Web page (*.html)"), tr("Data (*.json)")};
    m_prompts.chooseSaveFile(this, question, take);
}

void ExportTarget::confirm(const std::function<void()>& proceed)
{
    const QString file = path();
    if (file.isEmpty())
        return;
    if (m_kind == Kind::Folder || file == m_confirmed || !QFileInfo::exists(file)) {
        proceed();
        return;
    }
    Question question;
    question.title = tr("Export Report");
    question.text = tr("Replace %1?").arg(QDir::toNativeSeparators(file));
    question.detail
        = tr("A file of this name is there already. It is replaced as a whole once the report is complete.");
    question.accept = tr("Replace");
    question.dangerous = true;
    m_prompts.confirm(this, question, [this, file, proceed](bool accepted) {
        if (!accepted || file != path())
            return;
        m_confirmed = file;
        proceed();
    });
}

} // namespace lb::ui
