// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "llm/endpointtest.h"
#include "llm/provider.h"
#include "ui/services.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QWidget>

#include <functional>

class QComboBox;
class QGroupBox;
class QListWidget;
class QPushButton;
class QToolButton;

namespace lb::ui
{

class LocalOffers;
class ProviderEditor;
class UserPrompts;

/// Who summarises: the providers with their test, and which of them is used. Works on a copy; nothing is kept
/// until the dialog asks for it. Keys that were typed are in memory only until then.
class ProvidersPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProvidersPage)
public:
    ProvidersPage(Services& services, UserPrompts& prompts, QWidget* parent = nullptr);
    ~ProvidersPage() override;

    /// What keeps the providers from being used; the one concerned is selected.
    [[nodiscard]] Status check();
    /// Asks about every provider that would be spoken to in the clear over a network; then proceeds.
    void confirmPlainHttp(std::function<void()> proceed);
    /// Stores the typed keys in the keychain, or, on request, in memory for this session.
    void saveKeys(bool forSessionOnly, std::function<void(const Status&)> done);
    void write();

Q_SIGNALS:
    void failed(const lb::Error& error); ///< a sentence for the banner

private:
    void buildList();
    void buildTest();
    void load();
    void add(const llm::Provider& preset);
    void remove();
    void select(int row);
    void take();
    void fillDefaults(const QString& chosenId);
    void showKeyOf(const QString& providerId);
    void forgetKey();
    void toggleTest();
    void runTest(const QString& key);
    void runTest(const llm::Provider& provider, const QString& key); ///< with its proxy's password
    void showLearnt();
    [[nodiscard]] bool isKnown(const llm::Provider& found) const;
    void addTestLine(llm::EndpointTest::Step step, llm::EndpointTest::Outcome outcome, const QString& text);
    void endTest(const Status& outcome);
    void updateButtons();
    void eraseForgotten();
    void saveNextKey(bool forSessionOnly, std::function<void(const Status&)> done);
    [[nodiscard]] int current() const;

    Services& m_services;
    UserPrompts& m_prompts;
    QList<llm::Provider> m_providers;
    QHash<QString, QString> m_typedKeys; ///< by the secret's name
    QSet<QString> m_forgotten; ///< names of stored secrets that go on OK
    QSet<QString> m_plainAllowed; ///< endpoints
    QPointer<llm::EndpointTest> m_test;
    QComboBox* m_default;
    LocalOffers* m_offers;
    QListWidget* m_list;
    QToolButton* m_add;
    QToolButton* m_remove;
    ProviderEditor* m_editor;
    QWidget* m_details;
    QPushButton* m_testButton;
    QListWidget* m_testLines;
};

} // namespace lb::ui
