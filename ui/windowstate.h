// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/arrangement.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace lb::ui
{

/// How the window was left. May be lost at any time; a file of another layout version, or one that cannot be
/// read, is as good as none.
class WindowState
{
public:
    explicit WindowState(const QString& file);

    [[nodiscard]] QByteArray blob(const QString& name) const; ///< what a widget's saveState() gave
    void setBlob(const QString& name, const QByteArray& state);
    [[nodiscard]] Scope scope() const; ///< list 0 = none
    void setScope(const Scope& scope);
    [[nodiscard]] ThreadOrder order() const;
    void setOrder(const ThreadOrder& order);
    [[nodiscard]] bool hideSettled() const;
    void setHideSettled(bool hide);
    [[nodiscard]] bool showGists() const;
    void setShowGists(bool show);
    [[nodiscard]] bool showCharts() const; ///< above the overview
    void setShowCharts(bool show);
    [[nodiscard]] View view() const;
    void setView(View view);
    void save() { m_file.sync(); }

private:
    QSettings m_file;
};

} // namespace lb::ui
