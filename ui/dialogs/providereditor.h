// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/provider.h"
#include "ui/keylookup.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace lb::ui
{

/// The fields of one provider. The key field is write-only: what is stored is never shown. GUI thread.
class ProviderEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProviderEditor)
public:
    explicit ProviderEditor(QWidget* parent = nullptr);

    void showProvider(const llm::Provider& provider, const QString& typedKey);
    [[nodiscard]] llm::Provider provider() const;
    void showKey(const FoundKey& found); ///< where the stored key is, if there is one
    void showForgotten();
    void offerModels(const QStringList& models);

Q_SIGNALS:
    void edited();
    void keyTyped(const QString& key);
    void keyForgotten();

private:
    void addModelFields(QFormLayout* form);
    void addKeyFields(QFormLayout* form);
    void addLimitFields(QFormLayout* form);
    void showUrl();

    llm::Provider m_provider;
    bool m_filling = false;
    QLineEdit* m_name;
    QLineEdit* m_endpoint;
    QLabel* m_url;
    QCheckBox* m_exact;
    QComboBox* m_model;
    QLineEdit* m_key;
    QLabel* m_keyState;
    QPushButton* m_forget;
    QSpinBox* m_context;
    QSpinBox* m_output;
    QDoubleSpinBox* m_temperature;
    QSpinBox* m_concurrency;
};

} // namespace lb::ui
