// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QHash>
#include <QStringList>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace lb::ui
{

/// Which tags threads bear. A tag that only some of them bear is half checked, and left alone unless it is
/// changed. Show with open(). GUI thread.
class TagsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TagsDialog)
public:
    /// `known`: every tag there is. `tagsOfThreads`: of each thread.
    TagsDialog(const QStringList& known, const QList<QStringList>& tagsOfThreads, QWidget* parent = nullptr);

    void accept() override; ///< what is typed is added first

Q_SIGNALS:
    void chosen(const QStringList& added, const QStringList& removed);

private:
    QListWidgetItem* itemOf(const QString& tag, Qt::CheckState state);
    void take();

    QLineEdit* m_line;
    QListWidget* m_list;
    QHash<QString, Qt::CheckState> m_before;
};

} // namespace lb::ui
