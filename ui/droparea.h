// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QStringList>
#include <QWidget>

class QMimeData;

namespace lb::ui
{

/// Makes a window take dropped files. While something is dragged over it, lies over all and says what
/// dropping it will do. GUI thread; lives as long as its window.
class DropArea final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DropArea)
public:
    explicit DropArea(QWidget* window);

Q_SIGNALS:
    void dropped(const QStringList& paths); ///< at least one; nobody has looked at them yet
    void refused(const lb::Error& error); ///< nothing of it is on this machine

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void announce(const QMimeData& mime);
    void take(const QMimeData& mime);

    QString m_text;
    bool m_usable = false;
};

} // namespace lb::ui
