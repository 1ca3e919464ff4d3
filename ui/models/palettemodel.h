// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/snapshot.h"

#include <QAbstractListModel>
#include <QStringList>

#include <vector>

namespace lb::ui
{

/// Something that the palette finds: a command, or a thread.
struct PaletteEntry {
    QString name; ///< of the command; empty = a thread
    ThreadId thread;
    QString text; ///< in the window's language, or the thread's title
    QString english; ///< of a command: found by this, too
    QString group; ///< menu or category
    QString keys; ///< for people
};

struct PaletteHit {
    PaletteEntry entry;
    std::vector<int> places; ///< in the text, of what was typed
};

/// The commands that answer what was typed, best first; for nothing typed all of them, those used lately on
/// top. Names in `recent` are newest first and win among equals. Pure.
[[nodiscard]] std::vector<PaletteHit>
findCommands(const QString& typed, const std::vector<PaletteEntry>& commands, const QStringList& recent);

/// Threads whose title has every word typed: those that begin with it first, then by last activity; at most
/// `most`. Pure, for the pool.
[[nodiscard]] std::vector<PaletteHit> findThreads(const QString& typed, const Snapshot& snapshot, int most);

/// `recent` with this one in front; bounded.
[[nodiscard]] QStringList withRecent(QStringList recent, const QString& name);

class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    enum Role {
        GroupRole = Qt::UserRole, ///< QString
        KeysRole, ///< QString
        PlacesRole, ///< QList<int>
    };

    void show(std::vector<PaletteHit> hits);
    void append(std::vector<PaletteHit> hits);
    [[nodiscard]] const PaletteEntry& entry(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    std::vector<PaletteHit> m_hits;
};

} // namespace lb::ui
