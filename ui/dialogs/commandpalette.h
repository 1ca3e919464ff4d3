// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/palettemodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace lb::ui
{

/// Finds a command by some letters of its name and, where few are found or after ">", a thread by words of
/// its title. The keyboard stays in the line; Up and Down choose, Enter runs, Esc closes. Threads are looked
/// for on the pool. Show with open(). GUI thread.
class CommandPalette final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)
public:
    /// `snapshot`: the threads there are; may be null.
    CommandPalette(std::vector<PaletteEntry> commands, QStringList recent, SnapshotPointer snapshot,
                   QWidget* parent);
    ~CommandPalette() override;

    void accept() override;

Q_SIGNALS:
    void commandChosen(const QString& name);
    void threadChosen(lb::ThreadId thread);
    void searched(); ///< all that was found of what was typed last is shown

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildUi();
    void search();
    void takeThreads(std::vector<PaletteHit> threads);
    void tellCurrent();

    std::vector<PaletteEntry> m_commands;
    QStringList m_recent;
    SnapshotPointer m_snapshot;
    PaletteModel m_model;
    QLineEdit* m_line;
    QListView* m_list;
    QLabel* m_nothing;
    quint64 m_ticket = 0; ///< of the search for threads begun last
};

} // namespace lb::ui
