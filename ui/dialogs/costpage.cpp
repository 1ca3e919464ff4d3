// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/costpage.h"

#include "core/settings.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostTokens = 2'000'000'000;
constexpr int tokenStep = 10'000;
constexpr double mostMoney = 1'000'000;

QSpinBox* tokenBox(const QString& name, int value, const QString& atZero, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setRange(0, mostTokens);
    box->setSingleStep(tokenStep);
    box->setGroupSeparatorShown(true);
    box->setSpecialValueText(atZero);
    box->setSuffix(CostPage::tr(" tokens"));
    box->setValue(value);
    return box;
}

QDoubleSpinBox* moneyBox(const QString& name, const QString& value, QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(name);
    box->setRange(0, mostMoney);
    box->setDecimals(2);
    box->setSpecialValueText(CostPage::tr("No cap"));
    box->setValue(value.toDouble());
    return box;
}

} // namespace

CostPage::CostPage(const Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_runTokens(tokenBox(u"runTokensSpinBox"_s, settings.get(keys::RunTokens), tr("No cap"), this))
    , m_dayTokens(tokenBox(u"dayTokensSpinBox"_s, settings.get(keys::DayTokens), tr("No cap"), this))
    , m_runMoney(moneyBox(u"runMoneySpinBox"_s, settings.get(keys::RunMoney), this))
    , m_dayMoney(moneyBox(u"dayMoneySpinBox"_s, settings.get(keys::DayMoney), this))
    , m_askAbove(tokenBox(u"askAboveSpinBox"_s, settings.get(keys::AskAbove), tr("Always ask"), this))
    , m_small(new QCheckBox(tr("&Use the model for single-mail and bot-only threads"), this))
{
    m_small->setObjectName(u"modelForSmallCheckBox"_s);
    m_small->setChecked(settings.get(keys::ModelForSmall) != 0);

    auto* form = new QFormLayout(this);
    const auto hint = [this, form](const QString& text) {
        auto* label = new QLabel(text, this);
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::PlaceholderText);
        form->addRow(QString(), label);
    };
    form->addRow(tr("Tokens in a &run:"), m_runTokens);
    form->addRow(tr("Tokens in a &day:"), m_dayTokens);
    form->addRow(tr("&Money in a run:"), m_runMoney);
    form->addRow(tr("M&oney in a day:"), m_dayMoney);
    hint(tr("When the next request could lead over a cap, requests under way are finished and no more are "
            "sent. A day is one in UTC. Caps on money need the prices of the service, which are set on its "
            "page, and are in their currency."));
    form->addRow(tr("Do not &ask below:"), m_askAbove);
    hint(tr("Summarise All says what it will cost and asks; of less than this it does not."));
    form->addRow(QString(), m_small);
    hint(tr("Otherwise the built-in digest tells such threads, at no cost. Regenerating one of them always "
            "uses the model."));
    form->setVerticalSpacing(fontMetrics().height() / 2);
}

void CostPage::write(Settings& settings) const
{
    const auto money = [](const QDoubleSpinBox* box) {
        return box->value() > 0 ? QString::number(box->value(), 'f', 2) : QString();
    };
    settings.set(keys::RunTokens, m_runTokens->value());
    settings.set(keys::DayTokens, m_dayTokens->value());
    settings.set(keys::RunMoney, money(m_runMoney));
    settings.set(keys::DayMoney, money(m_dayMoney));
    settings.set(keys::AskAbove, m_askAbove->value());
    settings.set(keys::ModelForSmall, m_small->isChecked() ? 1 : 0);
}

} // namespace lb::ui
