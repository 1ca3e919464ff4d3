// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wheelguard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace lb::ui
{

namespace
{

class WheelGuard final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const auto* field = qobject_cast<QWidget*>(watched);
        if (event->type() != QEvent::Wheel || field == nullptr || field->hasFocus())
            return QObject::eventFilter(watched, event);
        event->ignore(); // so that it goes on to what scrolls
        return true;
    }
};

void guard(QWidget* field, WheelGuard* by)
{
    field->setFocusPolicy(Qt::StrongFocus); // not by the wheel
    field->installEventFilter(by);
}

} // namespace

void guardWheel(QWidget* form)
{
    auto* by = new WheelGuard(form);
    for (QAbstractSpinBox* box : form->findChildren<QAbstractSpinBox*>())
        guard(box, by);
    for (QComboBox* box : form->findChildren<QComboBox*>())
        guard(box, by);
}

} // namespace lb::ui
