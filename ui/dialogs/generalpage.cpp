// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/generalpage.h"

#include "core/language.h"
#include "core/settings.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostJobs = 16;
constexpr int fewestTokens = 1000;
constexpr int mostTokens = 1'000'000;

QComboBox* languageBox(const QString& name, const QString& chosen, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(name);
    box->addItem(GeneralPage::tr("As the system is set"), QString());
    // Languages are named in themselves: whoever needs one can read it.
    box->addItem(u"English"_s, languageCode(Language::English));
    box->addItem(u"简体中文"_s, languageCode(Language::Chinese));
    const std::optional<Language> language = languageFromCode(chosen);
    box->setCurrentIndex(language ? box->findData(languageCode(*language)) : 0);
    return box;
}

QLabel* hint(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

GeneralPage::GeneralPage(const Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_windowLanguage(languageBox(u"windowLanguageComboBox"_s, settings.get(keys::InterfaceLanguage), this))
    , m_reportLanguage(languageBox(u"reportLanguageComboBox"_s, settings.get(keys::Language), this))
    , m_context(new QComboBox(this))
    , m_jobs(new QSpinBox(this))
    , m_copied(new QSpinBox(this))
{
    m_context->setObjectName(u"contextComboBox"_s);
    m_context->addItem(tr("The earlier mails that a new mail answers"), u"ancestors"_s);
    m_context->addItem(tr("All earlier mails of the thread"), u"thread"_s);
    m_context->setCurrentIndex(qMax(m_context->findData(settings.get(keys::Context)), 0));
    m_jobs->setObjectName(u"jobsSpinBox"_s);
    m_jobs->setRange(1, mostJobs);
    m_jobs->setValue(settings.get(keys::Jobs));
    m_copied->setObjectName(u"copiedTokensSpinBox"_s);
    m_copied->setRange(fewestTokens, mostTokens);
    m_copied->setSingleStep(fewestTokens);
    m_copied->setGroupSeparatorShown(true);
    m_copied->setSuffix(tr(" tokens"));
    m_copied->setValue(settings.get(keys::CopiedTokens));

    auto* form = new QFormLayout(this);
    const auto addRow = [this, form](const QString& caption, QWidget* field, const QString& explained) {
        form->addRow(caption, field);
        field->setAccessibleDescription(explained);
        field->setToolTip(explained);
        form->addRow(QString(), hint(explained, this));
    };
    addRow(tr("&Window language:"), m_windowLanguage, tr("Takes effect when ListBrief is started again."));
    addRow(tr("&Report language:"), m_reportLanguage,
           tr("Summaries, digests and exported reports are written in it."));
    addRow(tr("&Context of a week:"), m_context,
           tr("A week shows its own mails, and these older ones for background."));
    addRow(tr("&Threads at once:"), m_jobs, tr("How many threads are summarised at the same time."));
    addRow(tr("Co&pied threads:"), m_copied,
           tr("A longer thread that is copied with its prompt is cut; earlier mails give way first."));
    form->setVerticalSpacing(fontMetrics().height() / 2);
}

void GeneralPage::write(Settings& settings) const
{
    settings.set(keys::InterfaceLanguage, m_windowLanguage->currentData().toString());
    settings.set(keys::Language, m_reportLanguage->currentData().toString());
    settings.set(keys::Context, m_context->currentData().toString());
    settings.set(keys::Jobs, m_jobs->value());
    settings.set(keys::CopiedTokens, m_copied->value());
}

} // namespace lb::ui
