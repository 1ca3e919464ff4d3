// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/providerspage.h"

#include "brief/providerchoice.h"
#include "core/onresult.h"
#include "core/settings.h"
#include "llm/secretstore.h"
#include "ui/colours.h"
#include "ui/dialogs/localoffers.h"
#include "ui/dialogs/providereditor.h"
#include "ui/icons.h"
#include "ui/userprompts.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QUuid>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto digestId = "digest"_L1;
constexpr qsizetype mostProviders = 50;

struct Preset {
    QString name;
    QString endpoint;
    llm::Dialect dialect = llm::Dialect::OpenAi;
};

QList<Preset> presets()
{
    return {{ProvidersPage::tr("Ollama on this computer"), u"http://127.0.0.1:11434"_s, llm::Dialect::Ollama},
            {ProvidersPage::tr("llama.cpp on this computer"), u"http://127.0.0.1:8080/v1"_s},
            {u"DeepSeek"_s, u"https://api.deepseek.com/v1"_s},
            {u"OpenRouter"_s, u"https://openrouter.ai/api/v1"_s},
            {u"OpenAI"_s, u"https://api.openai.com/v1"_s},
            {u"Anthropic"_s, u"https://api.anthropic.com"_s, llm::Dialect::Anthropic},
            {ProvidersPage::tr("Another OpenAI-compatible server"), QString()}};
}

QToolButton* tool(const QString& name, Icon symbol, const QString& spoken, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(symbol));
    button->setToolTip(spoken);
    button->setAccessibleName(spoken);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

ProvidersPage::ProvidersPage(Services& services, UserPrompts& prompts, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_prompts(prompts)
    , m_default(new QComboBox(this))
    , m_offers(new LocalOffers(services.http, this))
    , m_list(new QListWidget(this))
    , m_add(tool(u"addProviderButton"_s, Icon::Add, tr("Add a provider"), this))
    , m_remove(tool(u"removeProviderButton"_s, Icon::Remove, tr("Remove the provider"), this))
    , m_editor(new ProviderEditor(this))
    , m_details(new QWidget(this))
    , m_testButton(new QPushButton(this))
    , m_testLines(new QListWidget(this))
{
    auto* column = new QVBoxLayout(this);
    auto* top = new QFormLayout;
    m_default->setObjectName(u"defaultProviderComboBox"_s);
    top->addRow(tr("Summaries are &made by:"), m_default);
    column->addLayout(top);
    column->addWidget(m_offers);
    auto* middle = new QHBoxLayout;
    column->addLayout(middle, 1);
    buildList();
    auto* left = new QVBoxLayout;
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    left->addWidget(m_list, 1);
    left->addLayout(buttons);
    middle->addLayout(left, 1);
    buildTest();
    middle->addWidget(m_details, 3);
    load();
    m_offers->setKnown([this](const llm::Provider& found) { return isKnown(found); });
    connect(m_offers, &LocalOffers::chosen, this, [this](const llm::Provider& found) {
        add(found);
        m_offers->refresh();
    });
}

ProvidersPage::~ProvidersPage()
{
    if (m_test)
        m_test->disconnect(this); // it reports no more to what is going away
}

void ProvidersPage::buildList()
{
    m_list->setObjectName(u"providersList"_s);
    m_list->setAccessibleName(tr("Providers"));
    auto* menu = new QMenu(m_add);
    for (const Preset& preset : presets()) {
        connect(menu->addAction(preset.name), &QAction::triggered, this, [this, preset] {
            llm::Provider provider;
            provider.name = preset.name;
            provider.endpoint = preset.endpoint;
            provider.dialect = preset.dialect;
            add(provider);
        });
    }
    m_add->setMenu(menu);
    m_add->setPopupMode(QToolButton::InstantPopup);
    connect(m_list, &QListWidget::currentRowChanged, this, &ProvidersPage::select);
    connect(m_remove, &QToolButton::clicked, this, &ProvidersPage::remove);
}

void ProvidersPage::buildTest()
{
    m_testButton->setObjectName(u"testProviderButton"_s);
    m_testButton->setIcon(icon(Icon::Check));
    m_testLines->setObjectName(u"testLinesList"_s);
    m_testLines->setAccessibleName(tr("Steps of the test"));
    m_testLines->setWordWrap(true);
    m_testLines->setSelectionMode(QAbstractItemView::NoSelection);
    m_testLines->setMinimumHeight(fontMetrics().height() * 5);
    m_testLines->hide(); // leaves its room to the fields until there is something to tell
    auto* row = new QHBoxLayout;
    row->addWidget(m_testButton);
    auto* explained = new QLabel(tr("The test sends two short questions and no mail."), m_details);
    explained->setWordWrap(true);
    explained->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(explained, 1);
    auto* column = new QVBoxLayout(m_details);
    column->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(m_details);
    scroll->setObjectName(u"providerScrollArea"_s);
    scroll->setWidget(m_editor);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // its fields take the focus, and scroll into view
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_editor->setAutoFillBackground(false);
    column->addWidget(scroll, 3);
    column->addLayout(row);
    column->addWidget(m_testLines, 1);
    connect(m_testButton, &QPushButton::clicked, this, &ProvidersPage::toggleTest);
    connect(m_editor, &ProviderEditor::edited, this, &ProvidersPage::take);
    connect(m_editor, &ProviderEditor::keyForgotten, this, &ProvidersPage::forgetKey);
    connect(m_editor, &ProviderEditor::keyTyped, this, [this](const QString& key) {
        if (current() >= 0)
            m_typedKeys.insert(llm::secretName(m_providers.at(current()).id), key);
    });
    connect(m_editor, &ProviderEditor::proxyPasswordTyped, this, [this](const QString& password) {
        if (current() >= 0)
            m_typedKeys.insert(llm::proxySecretName(m_providers.at(current()).id), password);
    });
    connect(m_editor, &ProviderEditor::learntForgotten, this, [this] {
        if (current() < 0)
            return;
        m_services.chat.forgetCapabilities(m_providers.at(current()));
        showLearnt();
    });
}

void ProvidersPage::load()
{
    m_providers = brief::knownProviders(m_services.settings);
    for (const llm::Provider& provider : std::as_const(m_providers))
        m_list->addItem(provider.name);
    fillDefaults(m_services.settings.get(keys::Provider));
    m_list->setCurrentRow(m_providers.isEmpty() ? -1 : 0);
    updateButtons();
}

int ProvidersPage::current() const
{
    return m_list->currentRow();
}

void ProvidersPage::add(const llm::Provider& preset)
{
    llm::Provider provider = preset;
    provider.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_providers.append(provider);
    m_list->addItem(provider.name);
    // Whoever adds the first provider wants it used.
    const bool first = m_providers.size() == 1 && m_default->currentData().toString() == digestId;
    fillDefaults(first ? provider.id : m_default->currentData().toString());
    m_list->setCurrentRow(m_list->count() - 1);
    m_editor->setFocus();
}

void ProvidersPage::remove()
{
    const int row = current();
    if (row < 0)
        return;
    const llm::Provider gone = m_providers.takeAt(row);
    for (const QString& name : {llm::secretName(gone.id), llm::proxySecretName(gone.id)}) {
        m_forgotten.insert(name);
        m_typedKeys.remove(name);
    }
    const QString chosen = m_default->currentData().toString();
    delete m_list->takeItem(row);
    fillDefaults(chosen);
    select(current());
}

void ProvidersPage::select(int row)
{
    if (m_test)
        m_test->cancel();
    m_testLines->clear();
    m_testLines->hide();
    if (row >= 0 && row < m_providers.size()) {
        const llm::Provider& provider = m_providers.at(row);
        m_editor->showProvider(provider, m_typedKeys.value(llm::secretName(provider.id)),
                               m_typedKeys.value(llm::proxySecretName(provider.id)));
        showLearnt();
        if (m_forgotten.contains(llm::secretName(provider.id)))
            m_editor->showForgotten();
        else
            showKeyOf(provider.id);
    }
    updateButtons();
}

void ProvidersPage::take()
{
    const int row = current();
    if (row < 0)
        return;
    m_providers[row] = m_editor->provider();
    m_list->item(row)->setText(m_providers.at(row).name);
    fillDefaults(m_default->currentData().toString());
    showLearnt();
}

void ProvidersPage::showLearnt()
{
    m_editor->showLearnt(m_services.chat.capabilities(m_providers.at(current())));
}

bool ProvidersPage::isKnown(const llm::Provider& found) const
{
    const Result<QUrl> place = llm::chatUrl(found);
    return std::any_of(m_providers.begin(), m_providers.end(), [&place](const llm::Provider& provider) {
        const Result<QUrl> url = llm::chatUrl(provider);
        return url && place && url->authority() == place->authority();
    });
}

void ProvidersPage::fillDefaults(const QString& chosenId)
{
    m_default->clear();
    m_default->addItem(tr("The built-in digest (no network, no key)"), QString(digestId));
    for (const llm::Provider& provider : std::as_const(m_providers))
        m_default->addItem(provider.name.isEmpty() ? provider.endpoint : provider.name, provider.id);
    m_default->setCurrentIndex(qMax(m_default->findData(chosenId), 0));
}

void ProvidersPage::showKeyOf(const QString& providerId)
{
    findKey(m_services.keychain, m_services.sessionKeys, providerId, this,
            [this, providerId](const FoundKey& found) {
                if (current() >= 0 && m_providers.at(current()).id == providerId
                    && !m_forgotten.contains(llm::secretName(providerId)))
                    m_editor->showKey(found);
            });
}

void ProvidersPage::forgetKey()
{
    if (current() < 0)
        return;
    const QString name = llm::secretName(m_providers.at(current()).id);
    m_forgotten.insert(name);
    m_typedKeys.remove(name);
    m_editor->showForgotten();
}

Status ProvidersPage::check()
{
    for (int row = 0; row < m_providers.size(); ++row) {
        const llm::Provider& provider = m_providers.at(row);
        const Result<QUrl> url = llm::chatUrl(provider);
        QString trouble;
        if (!url)
            trouble = url.error().text;
        else if (const Status proxy = net::checkProxy(provider.proxy); !proxy)
            trouble = proxy.error().text;
        else if (provider.name.isEmpty())
            trouble = tr("A provider needs a name.");
        else if (provider.model.isEmpty())
            trouble = tr("%1 needs a model. Test shows what the server offers.").arg(provider.name);
        if (trouble.isEmpty())
            continue;
        m_list->setCurrentRow(row);
        return fail(ErrorCode::Usage, trouble);
    }
    return success();
}

void ProvidersPage::confirmPlainHttp(std::function<void()> proceed)
{
    for (const llm::Provider& provider : std::as_const(m_providers)) {
        const Result<QUrl> url = llm::chatUrl(provider);
        if (!url || url->scheme() != "http"_L1 || llm::isLocal(*url)
            || m_plainAllowed.contains(url->toString()))
            continue;
        Question question;
        question.title = tr("Not encrypted");
        question.text = tr("Send mail and the key to %1 without encryption?").arg(url->host());
        question.detail = tr("The address starts with http. Everybody on the way can read what is sent. "
                             "With https nobody can.");
        question.accept = tr("Send without encryption");
        question.dangerous = true;
        m_prompts.confirm(this, question, [this, address = url->toString(), proceed](bool accepted) {
            if (!accepted)
                return;
            m_plainAllowed.insert(address);
            confirmPlainHttp(proceed);
        });
        return;
    }
    proceed();
}

void ProvidersPage::toggleTest()
{
    if (m_test) {
        m_test->cancel();
        return;
    }
    if (current() < 0)
        return;
    const llm::Provider& provider = m_providers.at(current());
    const Result<QUrl> url = llm::chatUrl(provider);
    if (!url) {
        Q_EMIT failed(url.error());
        return;
    }
    const auto start = [this, id = provider.id] {
        const QString typed = m_typedKeys.value(llm::secretName(id));
        if (!typed.isEmpty()) {
            runTest(typed);
            return;
        }
        findKey(m_services.keychain, m_services.sessionKeys, id, this, [this, id](const FoundKey& found) {
            if (!m_test && current() >= 0 && m_providers.at(current()).id == id)
                runTest(found.key);
        });
    };
    confirmPlainHttp(start);
}

void ProvidersPage::runTest(const QString& key)
{
    const llm::Provider provider = m_providers.at(current());
    const QString name = llm::proxySecretName(provider.id);
    const QString typed = m_typedKeys.value(name);
    if (!typed.isEmpty() || !llm::wantsProxyPassword(provider))
        return runTest(llm::withProxyPassword(provider, typed), key);
    findSecret(m_services.keychain, m_services.sessionKeys, name, this,
               [this, provider, key](const FoundKey& found) {
                   if (!m_test && current() >= 0 && m_providers.at(current()) == provider)
                       runTest(llm::withProxyPassword(provider, found.key), key);
               });
}

void ProvidersPage::runTest(const llm::Provider& provider, const QString& key)
{
    m_testLines->clear();
    m_testLines->show();
    m_test = new llm::EndpointTest(m_services.http, provider, key, this);
    connect(m_test, &llm::EndpointTest::stepDone, this, &ProvidersPage::addTestLine);
    connect(m_test, &Job::finished, this, &ProvidersPage::endTest);
    m_test->start();
    updateButtons();
}

void ProvidersPage::addTestLine(llm::EndpointTest::Step step, llm::EndpointTest::Outcome outcome,
                                const QString& text)
{
    const QColor base = palette().color(QPalette::Base);
    Icon symbol = Icon::Next;
    QColor colour = palette().color(QPalette::Text);
    if (outcome == llm::EndpointTest::Outcome::Passed) {
        symbol = Icon::Check;
        colour = readable(badgeInk(palette(), Tone::Good).text, {base});
    } else if (outcome == llm::EndpointTest::Outcome::Failed) {
        symbol = Icon::Error;
        colour = readable(badgeInk(palette(), Tone::Bad).text, {base});
    }
    //: a step of the test ("Encryption") and what came of it
    const QString line = tr("%1: %2").arg(llm::EndpointTest::stepName(step), text.left(1000));
    m_testLines->addItem(new QListWidgetItem(icon(symbol, colour), line));
    m_testLines->scrollToBottom();
}

void ProvidersPage::endTest(const Status& outcome)
{
    if (!m_test)
        return;
    m_editor->offerModels(m_test->models());
    m_editor->limitContext(m_test->contextTokens());
    m_test->deleteLater();
    m_test = nullptr;
    QString line = tr("Everything works.");
    Icon symbol = Icon::Done;
    if (!outcome) {
        const bool stopped = outcome.error().code == ErrorCode::Cancelled;
        line = stopped ? tr("Stopped.") : outcome.error().text;
        symbol = stopped ? Icon::Stop : Icon::Error;
    }
    m_testLines->addItem(new QListWidgetItem(icon(symbol), line));
    m_testLines->scrollToBottom();
    updateButtons();
}

void ProvidersPage::updateButtons()
{
    const bool chosen = current() >= 0;
    m_remove->setEnabled(chosen);
    m_add->setEnabled(m_providers.size() < mostProviders);
    m_details->setEnabled(chosen);
    m_testButton->setText(m_test ? tr("&Stop") : tr("&Test"));
    m_testButton->setAccessibleName(m_test ? tr("Stop the test") : tr("Test the provider"));
}

void ProvidersPage::saveKeys(bool forSessionOnly, std::function<void(const Status&)> done)
{
    eraseForgotten();
    saveNextKey(forSessionOnly, std::move(done));
}

void ProvidersPage::eraseForgotten()
{
    for (const QString& name : std::as_const(m_forgotten)) {
        if (!m_typedKeys.value(name).isEmpty())
            continue; // replaced
        // Where there is no keychain there is nothing to erase in it: a failure changes nothing.
        onResult(m_services.keychain.erase(name), this, [](const Status&) {});
        onResult(m_services.sessionKeys.erase(name), this, [](const Status&) {});
    }
    m_forgotten.clear();
}

void ProvidersPage::saveNextKey(bool forSessionOnly, std::function<void(const Status&)> done)
{
    while (!m_typedKeys.isEmpty() && m_typedKeys.cbegin().value().trimmed().isEmpty())
        m_typedKeys.erase(m_typedKeys.cbegin());
    if (m_typedKeys.isEmpty()) {
        done(success());
        return;
    }
    const QString name = m_typedKeys.cbegin().key();
    llm::SecretStore& place = forSessionOnly ? m_services.sessionKeys : m_services.keychain;
    onResult(place.write(name, m_typedKeys.value(name).trimmed()), this,
             [this, name, forSessionOnly, done = std::move(done)](const Status& written) {
                 if (!written) {
                     done(written);
                     return;
                 }
                 m_typedKeys.remove(name);
                 saveNextKey(forSessionOnly, done);
             });
}

void ProvidersPage::write()
{
    m_services.settings.set(keys::Providers, QString::fromUtf8(llm::toJson(m_providers)));
    m_services.settings.set(keys::Provider, m_default->currentData().toString());
}

} // namespace lb::ui
