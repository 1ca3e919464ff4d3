// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "thread/revisiondiff.h"
#include "ui/models/snapshot.h"
#include "ui/services.h"

#include <QDialog>
#include <QHash>

class QComboBox;
class QLabel;
class QTreeWidget;

namespace lb::ui
{

class MailTextView;

/// Two revisions of a series side by side: what the author says has changed, and patch by patch what did.
/// Both can be chosen. Reads and compares on the pool. GUI thread.
class CompareDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareDialog)
public:
    /// `later`: index of the revision to begin with; compared with the one before it.
    CompareDialog(const Services& services, const RevisionsPointer& revisions, int later,
                  QWidget* parent = nullptr);
    ~CompareDialog() override;

Q_SIGNALS:
    void compared(); ///< what was chosen last is shown

private:
    using TextPointer = std::shared_ptr<const thread::RevisionText>;
    using ComparisonPointer = std::shared_ptr<const thread::RevisionComparison>;

    void buildUi();
    void fillBox(QComboBox* box, int chosen) const;
    [[nodiscard]] int revisionBefore(int later) const;
    void choose();
    [[nodiscard]] std::vector<int> between() const; ///< from the later one down to before the earlier one
    void load(quint64 run, int revision, bool whole);
    void compareIfLoaded(quint64 run);
    void showComparison(const ComparisonPointer& comparison);
    void showPatch(int row);
    void say(const QString& text);

    Services m_services;
    RevisionsPointer m_revisions;
    std::vector<int> m_series; ///< newest first
    QComboBox* m_earlier;
    QComboBox* m_later;
    QLabel* m_verdict;
    QTreeWidget* m_patches;
    MailTextView* m_text;
    QHash<int, TextPointer> m_loaded; ///< by revision
    QHash<int, TextPointer> m_heads; ///< the cover letters alone
    ComparisonPointer m_comparison;
    quint64 m_run = 0; ///< answers to earlier choices are dropped
    quint64 m_documentRun = 0;
};

} // namespace lb::ui
