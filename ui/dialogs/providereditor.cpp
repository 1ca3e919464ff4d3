// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/providereditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

template <typename Box, typename Number>
Box* numberBox(const QString& name, Number least, Number most, Number step, QWidget* parent)
{
    auto* box = new Box(parent);
    box->setObjectName(name);
    box->setRange(least, most);
    box->setSingleStep(step);
    box->setGroupSeparatorShown(true);
    return box;
}

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
    , m_endpoint(new QLineEdit(this))
    , m_url(softLabel(u"resultingUrlLabel"_s, this))
    , m_exact(new QCheckBox(tr("Use the address &exactly as typed"), this))
    , m_model(new QComboBox(this))
    , m_key(new QLineEdit(this))
    , m_keyState(softLabel(u"keyStateLabel"_s, this))
    , m_forget(new QPushButton(tr("&Forget"), this))
    , m_context(numberBox<QSpinBox>(u"contextTokensSpinBox"_s, 512, 10'000'000, 1000, this))
    , m_output(numberBox<QSpinBox>(u"outputTokensSpinBox"_s, 64, 200'000, 100, this))
    , m_temperature(numberBox<QDoubleSpinBox>(u"temperatureSpinBox"_s, 0.0, 2.0, 0.1, this))
    , m_concurrency(numberBox<QSpinBox>(u"concurrencySpinBox"_s, 1, 16, 1, this))
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    m_name->setObjectName(u"nameLineEdit"_s);
    m_name->setMaxLength(100);
    m_endpoint->setObjectName(u"endpointLineEdit"_s);
    m_endpoint->setMaxLength(2000);
    m_endpoint->setPlaceholderText(u"https://api.example.com/v1"_s);
    m_exact->setObjectName(u"exactEndpointCheckBox"_s);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("A&ddress:"), m_endpoint);
    form->addRow(QString(), m_url);
    form->addRow(QString(), m_exact);
    addModelFields(form);
    addKeyFields(form);
    addLimitFields(form);
    const auto changed = [this] {
        if (!m_filling) {
            showUrl();
            Q_EMIT edited();
        }
    };
    connect(m_name, &QLineEdit::textChanged, this, changed);
    connect(m_endpoint, &QLineEdit::textChanged, this, changed);
    connect(m_exact, &QCheckBox::toggled, this, changed);
    connect(m_model, &QComboBox::currentTextChanged, this, changed);
    for (QSpinBox* box : {m_context, m_output, m_concurrency})
        connect(box, &QSpinBox::valueChanged, this, changed);
    connect(m_temperature, &QDoubleSpinBox::valueChanged, this, changed);
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

void ProviderEditor::addLimitFields(QFormLayout* form)
{
    m_temperature->setDecimals(2);
    m_context->setSuffix(tr(" tokens"));
    m_output->setSuffix(tr(" tokens"));
    m_context->setToolTip(tr("What the model takes at once, question and answer together"));
    m_output->setToolTip(tr("How long an answer may be"));
    m_temperature->setToolTip(tr("0 keeps closest to the text"));
    m_concurrency->setToolTip(tr("Requests sent to this server at the same time"));
    form->addRow(tr("C&ontext:"), m_context);
    form->addRow(tr("&Longest answer:"), m_output);
    form->addRow(tr("&Temperature:"), m_temperature);
    form->addRow(tr("Requests at &once:"), m_concurrency);
}

void ProviderEditor::showProvider(const llm::Provider& provider, const QString& typedKey)
{
    m_filling = true;
    m_provider = provider;
    m_name->setText(provider.name);
    m_endpoint->setText(provider.endpoint);
    m_exact->setChecked(provider.exactEndpoint);
    m_model->clear();
    m_model->setCurrentText(provider.model);
    m_key->setText(typedKey);
    m_keyState->clear();
    m_forget->setEnabled(false);
    m_context->setValue(provider.contextTokens);
    m_output->setValue(provider.outputTokens);
    m_temperature->setValue(provider.temperature);
    m_concurrency->setValue(provider.concurrency);
    m_filling = false;
    showUrl();
}

llm::Provider ProviderEditor::provider() const
{
    llm::Provider provider = m_provider; // its id stays
    provider.name = m_name->text().simplified();
    provider.endpoint = m_endpoint->text().trimmed();
    provider.exactEndpoint = m_exact->isChecked();
    provider.model = m_model->currentText().trimmed();
    provider.contextTokens = m_context->value();
    provider.outputTokens = m_output->value();
    provider.temperature = m_temperature->value();
    provider.concurrency = m_concurrency->value();
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
