// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/providereditor.h"

#include "ui/dialogs/provideradvanced.h"
#include "ui/wheelguard.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

QLabel* softLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

ProviderEditor::ProviderEditor(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_dialect(new QComboBox(this))
    , m_endpoint(new QLineEdit(this))
    , m_url(softLabel(u"resultingUrlLabel"_s, this))
    , m_model(new QComboBox(this))
    , m_key(new QLineEdit(this))
    , m_keyState(softLabel(u"keyStateLabel"_s, this))
    , m_forget(new QPushButton(tr("&Forget"), this))
    , m_more(new QToolButton(this))
    , m_advanced(new ProviderAdvanced(this))
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    m_name->setObjectName(u"nameLineEdit"_s);
    m_name->setMaxLength(100);
    m_endpoint->setObjectName(u"endpointLineEdit"_s);
    m_endpoint->setMaxLength(2000);
    m_endpoint->setPlaceholderText(u"https://api.example.com/v1"_s);
    form->addRow(tr("&Name:"), m_name);
    addDialects(form);
    form->addRow(tr("A&ddress:"), m_endpoint);
    form->addRow(QString(), m_url);
    addModelFields(form);
    addKeyFields(form);
    addAdvanced(form);
    guardWheel(this);
    const auto changed = [this] {
        if (!m_filling) {
            showUrl();
            Q_EMIT edited();
        }
    };
    connect(m_name, &QLineEdit::textChanged, this, changed);
    connect(m_endpoint, &QLineEdit::textChanged, this, changed);
    connect(m_dialect, &QComboBox::currentIndexChanged, this, changed);
    connect(m_model, &QComboBox::currentTextChanged, this, changed);
    connect(m_advanced, &ProviderAdvanced::edited, this, changed);
}

void ProviderEditor::addModelFields(QFormLayout* form)
{
    m_model->setObjectName(u"modelComboBox"_s);
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->lineEdit()->setObjectName(u"modelLineEdit"_s);
    m_model->lineEdit()->setMaxLength(300);
    m_model->lineEdit()->setPlaceholderText(tr("Press Test to see what the server offers"));
    m_model->lineEdit()->setAccessibleName(tr("Model"));
    form->addRow(tr("&Model:"), m_model);
}

void ProviderEditor::addKeyFields(QFormLayout* form)
{
    m_key->setObjectName(u"keyLineEdit"_s);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setMaxLength(4000);
    m_key->setPlaceholderText(tr("Type a key to store it"));
    m_forget->setObjectName(u"forgetKeyButton"_s);
    m_forget->setAccessibleName(tr("Forget the key"));
    m_forget->setToolTip(tr("Take the key out of the keychain and of this session"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_key, 1);
    row->addWidget(m_forget);
    form->addRow(tr("&Key:"), row);
    auto* caption = qobject_cast<QLabel*>(form->labelForField(row));
    caption->setBuddy(m_key); // a row of two fields gets none by itself
    form->addRow(QString(), m_keyState);
    connect(m_key, &QLineEdit::textEdited, this, &ProviderEditor::keyTyped);
    connect(m_forget, &QPushButton::clicked, this, &ProviderEditor::keyForgotten);
}

void ProviderEditor::addDialects(QFormLayout* form)
{
    m_dialect->setObjectName(u"dialectComboBox"_s);
    m_dialect->addItem(tr("OpenAI-compatible (Chat Completions)"), static_cast<int>(llm::Dialect::OpenAi));
    m_dialect->addItem(tr("Anthropic (Messages)"), static_cast<int>(llm::Dialect::Anthropic));
    m_dialect->addItem(tr("Ollama"), static_cast<int>(llm::Dialect::Ollama));
    form->addRow(tr("P&rotocol:"), m_dialect);
}

void ProviderEditor::addAdvanced(QFormLayout* form)
{
    m_more->setObjectName(u"advancedButton"_s);
    m_more->setText(tr("Ad&vanced"));
    m_more->setCheckable(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setArrowType(Qt::RightArrow);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_advanced->hide();
    form->addRow(m_more);
    form->addRow(m_advanced);
    connect(m_more, &QToolButton::toggled, this, [this](bool open) {
        m_more->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_advanced->setVisible(open);
    });
    connect(m_advanced, &ProviderAdvanced::passwordTyped, this, &ProviderEditor::proxyPasswordTyped);
    connect(m_advanced, &ProviderAdvanced::learntForgotten, this, &ProviderEditor::learntForgotten);
}

void ProviderEditor::showProvider(const llm::Provider& provider, const QString& typedKey,
                                  const QString& typedPassword)
{
    m_filling = true;
    m_provider = provider;
    m_name->setText(provider.name);
    m_endpoint->setText(provider.endpoint);
    m_dialect->setCurrentIndex(m_dialect->findData(static_cast<int>(provider.dialect)));
    m_model->clear();
    m_model->setCurrentText(provider.model);
    m_key->setText(typedKey);
    m_keyState->clear();
    m_forget->setEnabled(false);
    m_advanced->showProvider(provider, typedPassword);
    m_filling = false;
    showUrl();
}

llm::Provider ProviderEditor::provider() const
{
    llm::Provider provider = m_provider; // its id stays
    provider.name = m_name->text().simplified();
    provider.endpoint = m_endpoint->text().trimmed();
    provider.dialect = static_cast<llm::Dialect>(m_dialect->currentData().toInt());
    provider.model = m_model->currentText().trimmed();
    m_advanced->apply(provider);
    return provider;
}

void ProviderEditor::showKey(const FoundKey& found)
{
    switch (found.place) {
    case KeyPlace::Keychain:
        m_keyState->setText(tr("A key is stored in the keychain."));
        break;
    case KeyPlace::Session:
        m_keyState->setText(tr("A key is kept for this session only."));
        break;
    case KeyPlace::Environment:
        m_keyState->setText(tr("The key comes from LISTBRIEF_API_KEY."));
        break;
    case KeyPlace::None:
        m_keyState->setText(found.trouble.isEmpty()
                                ? tr("No key is stored; servers on this computer need none.")
                                : found.trouble);
        break;
    }
    m_forget->setEnabled(found.place == KeyPlace::Keychain || found.place == KeyPlace::Session);
    m_key->setAccessibleDescription(m_keyState->text());
}

void ProviderEditor::showForgotten()
{
    m_key->clear();
    m_forget->setEnabled(false);
    m_keyState->setText(tr("The key will be forgotten when you press OK."));
}

void ProviderEditor::showLearnt(const llm::Capabilities& learnt)
{
    m_advanced->showLearnt(learnt);
}

void ProviderEditor::limitContext(int tokens)
{
    m_advanced->limitContext(tokens);
}

void ProviderEditor::offerModels(const QStringList& models)
{
    const QString typed = m_model->currentText();
    const bool first = typed.trimmed().isEmpty() && !models.isEmpty();
    m_filling = true;
    m_model->clear();
    m_model->addItems(models);
    m_filling = false;
    m_model->setCurrentText(first ? models.first() : typed);
}

void ProviderEditor::showUrl()
{
    const Result<QUrl> url = llm::chatUrl(provider());
    m_url->setText(url ? tr("Requests go to %1").arg(url->toString(QUrl::FullyEncoded)) : url.error().text);
}

} // namespace lb::ui
