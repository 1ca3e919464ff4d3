// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/chatclient.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace lb::ui
{

/// What few need to change about a provider: limits, the way to it, prices and what was learnt about it. The
/// proxy's password is write-only, as keys are. GUI thread.
class ProviderAdvanced final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProviderAdvanced)
public:
    explicit ProviderAdvanced(QWidget* parent = nullptr);

    void showProvider(const llm::Provider& provider,
                      const QString& typedPassword); ///< without saying edited()
    void apply(llm::Provider& provider) const; ///< its own fields only
    void limitContext(int tokens); ///< what the server says that the model takes at most
    void showLearnt(const llm::Capabilities& learnt);

Q_SIGNALS:
    void edited();
    void passwordTyped(const QString& password);
    void learntForgotten();

private:
    void addLimits(QFormLayout* form);
    void addRoute(QFormLayout* form);
    void addPrices(QFormLayout* form);
    void addLearnt(QFormLayout* form);
    void changed();
    void chooseCaFile();
    void showPasswordState();

    bool m_filling = false;
    QCheckBox* m_exact;
    QSpinBox* m_context;
    QSpinBox* m_output;
    QDoubleSpinBox* m_temperature;
    QSpinBox* m_concurrency;
    QLineEdit* m_proxy;
    QLineEdit* m_password;
    QLineEdit* m_caFile;
    QPushButton* m_browse;
    QDoubleSpinBox* m_priceIn;
    QDoubleSpinBox* m_priceOut;
    QLineEdit* m_currency;
    QLabel* m_learnt;
    QPushButton* m_forget;
};

/// What was learnt about an endpoint and model, a sentence each; empty = nothing.
[[nodiscard]] QStringList learntWords(const llm::Capabilities& learnt);

} // namespace lb::ui
