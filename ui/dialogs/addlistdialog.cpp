// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/addlistdialog.h"

#include <QLineEdit>

namespace lb::ui
{

struct AddListDialog::Parts {
    QLineEdit* location = nullptr;
};

AddListDialog::AddListDialog(Services&, UserPrompts&, QWidget* parent)
    : QDialog(parent), m_parts(std::make_unique<Parts>())
{
    m_parts->location = new QLineEdit(this);
}

AddListDialog::~AddListDialog() = default;

void AddListDialog::setLocation(const QString& argument)
{
    m_parts->location->setText(argument);
}

void AddListDialog::accept()
{
    QDialog::accept();
}

void AddListDialog::reject()
{
    QDialog::reject();
}

} // namespace lb::ui
