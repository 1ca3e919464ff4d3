// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "store/records.h"
#include "ui/services.h"

#include <QDialog>

#include <memory>

namespace lb::archive
{
struct Location;
}

namespace lb::ui
{

class UserPrompts;

/// Asks for an archive (URL, file or folder), looks whether it is one, and only then adds the list to the
/// library. Show with open().
class AddListDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddListDialog)
public:
    AddListDialog(Services& services, UserPrompts& prompts, QWidget* parent = nullptr);
    ~AddListDialog() override;

    void setLocation(const QString& argument); ///< what was dropped on the window, say
    void accept() override; ///< checks and saves; closes only when the list was added
    void reject() override; ///< also stops a check

Q_SIGNALS:
    void listAdded(const lb::store::ListRecord& list); ///< saved, with its ids

private:
    struct Parts;
    void buildFields();
    void buildKnownLists();
    void buildBusyRow();
    [[nodiscard]] bool canAdd() const;
    void setChecking(bool checking);
    void checkKnown(const archive::Location& location);
    void probe(const archive::Location& location);
    void save(const archive::Location& location);
    void showFailure(const Error& error);

    std::unique_ptr<Parts> m_parts;
};

} // namespace lb::ui
