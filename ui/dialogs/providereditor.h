// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/chatclient.h"
#include "ui/keylookup.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace lb::ui
{

class ProviderAdvanced;

/// The fields of one provider. The key field is write-only: what is stored is never shown. GUI thread.
class ProviderEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProviderEditor)
public:
    explicit ProviderEditor(QWidget* parent = nullptr);

    void showProvider(const llm::Provider& provider, const QString& typedKey, const QString& typedPassword);
    [[nodiscard]] llm::Provider provider() const;
    void showKey(const FoundKey& found); ///< where the stored key is, if there is one
    void showForgotten();
    void offerModels(const QStringList& models);
    void limitContext(int tokens); ///< what the server says that the model takes at most; 0 = nothing said
    void showLearnt(const llm::Capabilities& learnt);

Q_SIGNALS:
    void edited();
    void keyTyped(const QString& key);
    void keyForgotten();
    void proxyPasswordTyped(const QString& password);
    void learntForgotten();

private:
    void addModelFields(QFormLayout* form);
    void addKeyFields(QFormLayout* form);
    void addDialects(QFormLayout* form);
    void addAdvanced(QFormLayout* form);
    void showUrl();

    llm::Provider m_provider;
    bool m_filling = false;
    QLineEdit* m_name;
    QComboBox* m_dialect;
    QLineEdit* m_endpoint;
    QLabel* m_url;
    QComboBox* m_model;
    QLineEdit* m_key;
    QLabel* m_keyState;
    QPushButton* m_forget;
    QToolButton* m_more;
    ProviderAdvanced* m_advanced;
};

} // namespace lb::ui
