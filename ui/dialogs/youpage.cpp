// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/youpage.h"

#include "core/settings.h"
#include "ui/models/standingtexts.h"
#include "ui/preferences.h"

#include <QGridLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int linesShown = 3;
constexpr int mostDays = 365;
constexpr int columns = 2;

} // namespace

YouPage::YouPage(const Settings& settings, QWidget* parent) : QWidget(parent)
{
    auto* fields = new QGridLayout;
    int place = 0;
    const auto add = [this, fields, &settings, &place](const QString& caption, const QString& hint,
                                                       const QString& name, const Key<const char*>& key) {
        QPlainTextEdit* lines = addLines(fields, place++, caption, hint, name);
        lines->setPlainText(settings.get(key));
        return lines;
    };
    m_names = add(tr("Your &names:"), tr("One a line, as in your mail"), u"yourNamesEdit"_s, keys::YourNames);
    m_addresses = add(tr("Your &addresses:"), tr("One a line"), u"yourAddressesEdit"_s, keys::YourAddresses);
    m_paths = add(tr("Your &paths:"), tr("One a line, as in MAINTAINERS: arch/arm64/kvm/"),
                  u"yourPathsEdit"_s, keys::YourPaths);
    m_watchedPeople = add(tr("&Watched people:"), tr("A name or an address a line"), u"watchedPeopleEdit"_s,
                          keys::WatchedPeople);
    m_watchedPaths = add(tr("Watche&d paths:"), tr("One a line"), u"watchedPathsEdit"_s, keys::WatchedPaths);
    m_watchedWords = add(tr("Watched w&ords:"), tr("One a line, looked for in subjects and senders"),
                         u"watchedWordsEdit"_s, keys::WatchedWords);
    auto* column = new QVBoxLayout(this);
    column->addLayout(fields);
    column->addWidget(buildWeights(attentionRules(settings)));
    column->addStretch(1);
}

QPlainTextEdit* YouPage::addLines(QGridLayout* grid, int place, const QString& caption, const QString& hint,
                                  const QString& name)
{
    auto* lines = new QPlainTextEdit(this);
    lines->setObjectName(name);
    lines->setPlaceholderText(hint);
    lines->setToolTip(hint);
    lines->setAccessibleDescription(hint);
    lines->setTabChangesFocus(true);
    lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    lines->setFixedHeight(fontMetrics().lineSpacing() * linesShown + fontMetrics().height());
    auto* label = new QLabel(caption, this);
    label->setBuddy(lines);
    QString plain = caption;
    lines->setAccessibleName(plain.remove(u'&').remove(u':'));
    const int row = place / columns * 2;
    grid->addWidget(label, row, place % columns);
    grid->addWidget(lines, row + 1, place % columns);
    return lines;
}

/// 0 switches a reason off.
QWidget* YouPage::buildWeights(const AttentionRules& rules)
{
    auto* box = new QGroupBox(tr("What counts how much for your attention (0 = not at all)"), this);
    auto* grid = new QGridLayout(box);
    const auto addSpin = [box, grid](int place, const QString& caption, const QString& name, int most) {
        auto* spin = new QSpinBox(box);
        spin->setObjectName(name);
        spin->setRange(0, most);
        spin->setAccessibleName(caption);
        auto* label = new QLabel(caption, box);
        label->setBuddy(spin);
        grid->addWidget(label, place / columns, place % columns * 2);
        grid->addWidget(spin, place / columns, place % columns * 2 + 1);
        return spin;
    };
    for (int i = 0; i < attentionTermCount; ++i) {
        const auto term = static_cast<AttentionTerm>(i);
        const auto at = static_cast<std::size_t>(i);
        m_weights.at(at) = addSpin(i, StandingTexts::term(term),
                                   u"weight-%1-SpinBox"_s.arg(attentionKey(term)), largestWeight);
        m_weights.at(at)->setValue(rules.weights.at(at));
    }
    m_silentDays
        = addSpin(attentionTermCount, tr("Silent means days without mail"), u"silentDaysSpinBox"_s, mostDays);
    m_silentDays->setValue(rules.silentDays);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);
    return box;
}

void YouPage::write(Settings& settings) const
{
    const auto lines = [&settings](const Key<const char*>& key, const QPlainTextEdit* edit) {
        settings.set(key, linesOf(edit->toPlainText()).join(u'\n'));
    };
    lines(keys::YourNames, m_names);
    lines(keys::YourAddresses, m_addresses);
    lines(keys::YourPaths, m_paths);
    lines(keys::WatchedPeople, m_watchedPeople);
    lines(keys::WatchedPaths, m_watchedPaths);
    lines(keys::WatchedWords, m_watchedWords);
    AttentionWeights weights{};
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights.at(i) = m_weights.at(i)->value();
    settings.set(keys::AttentionWeights, weights == shippedWeights ? QString() : weightsToText(weights));
    settings.set(keys::SilentDays, m_silentDays->value());
    settings.set(keys::YouGuessed, 1); // what is said here stands
}

} // namespace lb::ui
