// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowstate.h"

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// Raise when panes or columns change so that older geometry no longer fits.
constexpr int layoutVersion = 2;

} // namespace

WindowState::WindowState(const QString& file) : m_file(file, QSettings::IniFormat)
{
    if (m_file.value(u"layout"_s, 0).toInt() != layoutVersion) {
        m_file.clear();
        m_file.setValue(u"layout"_s, layoutVersion);
    }
}

QByteArray WindowState::blob(const QString& name) const
{
    return m_file.value(u"window/"_s + name).toByteArray();
}

void WindowState::setBlob(const QString& name, const QByteArray& state)
{
    m_file.setValue(u"window/"_s + name, state);
}

Scope WindowState::scope() const
{
    Scope scope;
    scope.list.value = m_file.value(u"scope/list"_s, 0).toLongLong();
    const QDate monday = QDate::fromString(m_file.value(u"scope/week"_s).toString(), Qt::ISODate);
    if (monday.isValid())
        scope.period = thread::weekOf(monday);
    return scope;
}

void WindowState::setScope(const Scope& scope)
{
    m_file.setValue(u"scope/list"_s, scope.list.value);
    m_file.setValue(u"scope/week"_s, scope.period ? scope.period->since.toString(Qt::ISODate) : QString());
}

ThreadOrder WindowState::order() const
{
    const ThreadOrder usual;
    bool isNumber = false;
    const int column = m_file.value(u"threads/sortColumn"_s).toInt(&isNumber);
    if (!isNumber || column < 0 || column >= threadColumnCount)
        return usual;
    const bool ascending = m_file.value(u"threads/ascending"_s, false).toBool();
    return {static_cast<ThreadColumn>(column), ascending ? Qt::AscendingOrder : Qt::DescendingOrder};
}

void WindowState::setOrder(const ThreadOrder& order)
{
    m_file.setValue(u"threads/sortColumn"_s, static_cast<int>(order.column));
    m_file.setValue(u"threads/ascending"_s, order.direction == Qt::AscendingOrder);
}

View WindowState::view() const
{
    bool isNumber = false;
    const int view = m_file.value(u"threads/view"_s).toInt(&isNumber);
    return isNumber && view >= 0 && view < viewCount ? static_cast<View>(view) : View::Attention;
}

void WindowState::setView(View view)
{
    m_file.setValue(u"threads/view"_s, static_cast<int>(view));
}

bool WindowState::hideSettled() const
{
    return m_file.value(u"threads/hideSettled"_s, false).toBool();
}

void WindowState::setHideSettled(bool hide)
{
    m_file.setValue(u"threads/hideSettled"_s, hide);
}

bool WindowState::showGists() const
{
    return m_file.value(u"threads/showGists"_s, true).toBool();
}

void WindowState::setShowGists(bool show)
{
    m_file.setValue(u"threads/showGists"_s, show);
}

bool WindowState::showCharts() const
{
    return m_file.value(u"overview/showCharts"_s, true).toBool();
}

void WindowState::setShowCharts(bool show)
{
    m_file.setValue(u"overview/showCharts"_s, show);
}

} // namespace lb::ui
