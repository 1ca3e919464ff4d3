// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/colours.h"

#include <QAbstractButton>
#include <QList>

namespace lb::ui
{

/// A small coloured label for one fact. With entries it can be focused and pressed: one leads to its mail at
/// once, of several a menu lets choose.
class Badge final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Badge)
public:
    struct Entry {
        QString text;
        int mail = 0; ///< number in the thread; 0 = none to go to
    };

    Badge(const QString& text, const QString& spoken, Tone tone, QWidget* parent = nullptr);

    /// What stands behind the badge; also its tool tip.
    void setEntries(const QList<Entry>& entries);
    void setTone(Tone tone);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void mailRequested(int number);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showEntries();

    Tone m_tone;
    QList<Entry> m_entries;
};

} // namespace lb::ui
