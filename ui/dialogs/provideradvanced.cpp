// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/provideradvanced.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
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

QLineEdit* line(const QString& name, int longest, QWidget* parent)
{
    auto* field = new QLineEdit(parent);
    field->setObjectName(name);
    field->setMaxLength(longest);
    return field;
}

/// A row of several fields gets no buddy by itself.
void addRow(QFormLayout* form, const QString& caption, QLayout* row, QWidget* first)
{
    form->addRow(caption, row);
    qobject_cast<QLabel*>(form->labelForField(row))->setBuddy(first);
}

} // namespace

QStringList learntWords(const llm::Capabilities& learnt)
{
    const llm::Capabilities usual;
    QStringList words;
    const auto add = [&words](bool differs, const QString& sentence) {
        if (differs)
            words.append(sentence);
    };
    add(learnt.maxCompletionTokens != usual.maxCompletionTokens,
        ProviderAdvanced::tr("Wants the length of answers as max_completion_tokens."));
    add(learnt.temperature != usual.temperature, ProviderAdvanced::tr("Takes no temperature."));
    add(learnt.streamOptions != usual.streamOptions,
        ProviderAdvanced::tr("Counts no tokens while it streams."));
    add(learnt.stream != usual.stream, ProviderAdvanced::tr("Does not stream: answers arrive as a whole."));
    add(learnt.systemRole != usual.systemRole, ProviderAdvanced::tr("Knows no system message."));
    add(learnt.json == llm::JsonFormat::Object, ProviderAdvanced::tr("Takes no JSON schema, only “JSON”."));
    add(learnt.json == llm::JsonFormat::None, ProviderAdvanced::tr("Cannot be held to JSON."));
    add(learnt.identity != usual.identity, ProviderAdvanced::tr("Compresses its answers always."));
    add(learnt.contextTokens > 0,
        ProviderAdvanced::tr("Takes %1 tokens at most.").arg(QLocale().toString(learnt.contextTokens)));
    add(learnt.tokenFactor > 1.0,
        ProviderAdvanced::tr("Counts %1 tokens where %2 were estimated.")
            .arg(QLocale().toString(learnt.tokenFactor * 100, 'f', 0), QLocale().toString(100)));
    return words;
}

ProviderAdvanced::ProviderAdvanced(QWidget* parent)
    : QWidget(parent)
    , m_exact(new QCheckBox(tr("Use the address &exactly as typed"), this))
    , m_context(numberBox<QSpinBox>(u"contextTokensSpinBox"_s, 512, 10'000'000, 1000, this))
    , m_output(numberBox<QSpinBox>(u"outputTokensSpinBox"_s, 64, 200'000, 100, this))
    , m_temperature(numberBox<QDoubleSpinBox>(u"temperatureSpinBox"_s, 0.0, 2.0, 0.1, this))
    , m_concurrency(numberBox<QSpinBox>(u"concurrencySpinBox"_s, 1, 16, 1, this))
    , m_proxy(line(u"proxyLineEdit"_s, 1000, this))
    , m_password(line(u"proxyPasswordLineEdit"_s, 1000, this))
    , m_caFile(line(u"caFileLineEdit"_s, 2000, this))
    , m_browse(new QPushButton(tr("&Browse…"), this))
    , m_priceIn(numberBox<QDoubleSpinBox>(u"priceInSpinBox"_s, 0.0, 1e6, 0.1, this))
    , m_priceOut(numberBox<QDoubleSpinBox>(u"priceOutSpinBox"_s, 0.0, 1e6, 0.1, this))
    , m_currency(line(u"currencyLineEdit"_s, 12, this))
    , m_learnt(new QLabel(this))
    , m_forget(new QPushButton(tr("Forget What Was Learnt"), this))
{
    m_exact->setObjectName(u"exactEndpointCheckBox"_s);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(QString(), m_exact);
    addLimits(form);
    addRoute(form);
    addPrices(form);
    addLearnt(form);
    connect(m_exact, &QCheckBox::toggled, this, &ProviderAdvanced::changed);
    for (QSpinBox* box : {m_context, m_output, m_concurrency})
        connect(box, &QSpinBox::valueChanged, this, &ProviderAdvanced::changed);
    for (QDoubleSpinBox* box : {m_temperature, m_priceIn, m_priceOut})
        connect(box, &QDoubleSpinBox::valueChanged, this, &ProviderAdvanced::changed);
    for (QLineEdit* field : {m_proxy, m_caFile, m_currency})
        connect(field, &QLineEdit::textChanged, this, &ProviderAdvanced::changed);
}

void ProviderAdvanced::addLimits(QFormLayout* form)
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

void ProviderAdvanced::addRoute(QFormLayout* form)
{
    m_proxy->setPlaceholderText(tr("As the system says; none, http://… or socks5://…"));
    m_proxy->setToolTip(
        tr("Empty: the system's proxy, never for this computer and its own network. “none”: no "
           "proxy. Else an address such as socks5://name@127.0.0.1:1080"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("Kept in the keychain"));
    m_caFile->setPlaceholderText(tr("Only those of the system"));
    m_caFile->setToolTip(tr("A PEM file of certificates that are trusted besides the system's"));
    m_browse->setObjectName(u"browseCaFileButton"_s);
    m_browse->setAccessibleName(tr("Choose a file of certificates"));
    auto* file = new QHBoxLayout;
    file->addWidget(m_caFile, 1);
    file->addWidget(m_browse);
    form->addRow(tr("Pro&xy:"), m_proxy);
    form->addRow(tr("Proxy pass&word:"), m_password);
    addRow(form, tr("Certif&icates:"), file, m_caFile);
    connect(m_proxy, &QLineEdit::textChanged, this, &ProviderAdvanced::showPasswordState);
    connect(m_password, &QLineEdit::textEdited, this, &ProviderAdvanced::passwordTyped);
    connect(m_browse, &QPushButton::clicked, this, &ProviderAdvanced::chooseCaFile);
}

void ProviderAdvanced::addPrices(QFormLayout* form)
{
    for (QDoubleSpinBox* box : {m_priceIn, m_priceOut}) {
        box->setDecimals(3);
        box->setSpecialValueText(tr("unknown"));
    }
    m_priceIn->setToolTip(tr("Price of a million tokens that are sent"));
    m_priceOut->setToolTip(tr("Price of a million tokens that are answered"));
    m_currency->setAccessibleName(tr("Currency"));
    m_currency->setToolTip(tr("Currency of the prices"));
    m_currency->setMaximumWidth(fontMetrics().averageCharWidth() * 8);
    auto* row = new QHBoxLayout;
    row->addWidget(m_priceIn, 1);
    row->addWidget(m_currency);
    //: of a million tokens
    addRow(form, tr("&Price, sent:"), row, m_priceIn);
    //: of a million tokens
    form->addRow(tr("Price, answe&red:"), m_priceOut);
}

void ProviderAdvanced::addLearnt(QFormLayout* form)
{
    m_learnt->setObjectName(u"learntLabel"_s);
    m_learnt->setTextFormat(Qt::PlainText);
    m_learnt->setWordWrap(true);
    m_forget->setObjectName(u"forgetLearntButton"_s);
    m_forget->setToolTip(tr("Ask the server anew what it takes; done at once"));
    auto* column = new QVBoxLayout;
    column->addWidget(m_learnt);
    column->addWidget(m_forget, 0, Qt::AlignLeft);
    addRow(form, tr("Learnt:"), column, m_forget);
    connect(m_forget, &QPushButton::clicked, this, &ProviderAdvanced::learntForgotten);
}

void ProviderAdvanced::changed()
{
    if (!m_filling)
        Q_EMIT edited();
}

void ProviderAdvanced::chooseCaFile()
{
    auto* dialog = new QFileDialog(this, tr("File of Certificates"), m_caFile->text(),
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    dialog->open();
}

/// A password is of use only where the address names somebody.
void ProviderAdvanced::showPasswordState()
{
    llm::Provider provider;
    provider.proxy = m_proxy->text().trimmed();
    m_password->setEnabled(llm::wantsProxyPassword(provider));
}

void ProviderAdvanced::showProvider(const llm::Provider& provider, const QString& typedPassword)
{
    m_filling = true;
    m_exact->setChecked(provider.exactEndpoint);
    m_context->setValue(provider.contextTokens);
    m_output->setValue(provider.outputTokens);
    m_temperature->setValue(provider.temperature);
    m_concurrency->setValue(provider.concurrency);
    m_proxy->setText(provider.proxy);
    m_password->setText(typedPassword);
    m_caFile->setText(provider.caFile);
    m_priceIn->setValue(provider.priceIn);
    m_priceOut->setValue(provider.priceOut);
    m_currency->setText(provider.currency);
    m_filling = false;
    showPasswordState();
}

void ProviderAdvanced::apply(llm::Provider& provider) const
{
    provider.exactEndpoint = m_exact->isChecked();
    provider.contextTokens = m_context->value();
    provider.outputTokens = m_output->value();
    provider.temperature = m_temperature->value();
    provider.concurrency = m_concurrency->value();
    provider.proxy = m_proxy->text().trimmed();
    provider.caFile = m_caFile->text().trimmed();
    provider.priceIn = m_priceIn->value();
    provider.priceOut = m_priceOut->value();
    provider.currency = m_currency->text().trimmed();
    if (provider.currency.isEmpty())
        provider.currency = llm::Provider().currency;
}

void ProviderAdvanced::limitContext(int tokens)
{
    if (tokens > 0 && tokens < m_context->value())
        m_context->setValue(tokens);
}

void ProviderAdvanced::showLearnt(const llm::Capabilities& learnt)
{
    const QStringList words = learntWords(learnt);
    m_learnt->setText(words.isEmpty() ? tr("Nothing that differs from the usual.") : words.join(u'\n'));
    m_forget->setEnabled(!words.isEmpty());
}

} // namespace lb::ui
