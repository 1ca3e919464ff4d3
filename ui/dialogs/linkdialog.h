// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/snapshot.h"

#include <QDialog>

class QDialogButtonBox;
class QLineEdit;
class QListWidget;

namespace lb::ui
{

/// Asks of which posting another one is a revision. Those of the same author come first, then the newest. GUI
/// thread.
class LinkDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkDialog)
public:
    /// `revision`: index of the one to be linked.
    LinkDialog(const RevisionsPointer& revisions, int revision, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(int revision); ///< index of the other one

private:
    void fill(const QString& typed);

    RevisionsPointer m_revisions;
    std::vector<int> m_candidates;
    QLineEdit* m_filter;
    QListWidget* m_list;
    QDialogButtonBox* m_buttons;
};

} // namespace lb::ui
