// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lb::ui
{

/// What stands in the window while the library has no list: three ways to begin. GUI thread.
class FirstRunPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FirstRunPage)
public:
    explicit FirstRunPage(QWidget* parent = nullptr);

    void setBusy(bool busy); ///< one of them is under way

Q_SIGNALS:
    void sampleRequested();
    void listRequested();
    void fileRequested();
};

} // namespace lb::ui
