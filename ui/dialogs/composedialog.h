// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/composemodel.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QLabel;
class QListView;
class QPlainTextEdit;
class QPushButton;

namespace lb::ui
{

class ExportTarget;
class MarkdownView;
class UserPrompts;

/// Composes a report: which threads, in what order, with what words of the user's, and shows what it will
/// look like. The report itself is gathered by others and comes later: setReport(). Show with open(). GUI
/// thread; the preview is written on the pool.
class ComposeDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComposeDialog)
public:
    struct Subject {
        QString sentence; ///< what is composed
        QString file; ///< suggested
        Language language = Language::English;
    };
    ComposeDialog(UserPrompts& prompts, const Subject& subject, std::vector<ComposeModel::Row> rows,
                  QWidget* parent = nullptr);
    ~ComposeDialog() override;

    void setReport(std::shared_ptr<const report::Report> report);
    void sayTrouble(const QString& sentence); ///< in place of the preview
    void apply(const report::Composition& earlier);
    void accept() override; ///< asks before a file is replaced

    [[nodiscard]] report::Composition composition() const;
    [[nodiscard]] ExportTarget& target() const { return *m_target; }
    [[nodiscard]] const std::shared_ptr<const report::Report>& report() const { return m_report; }

Q_SIGNALS:
    void
    gatherRequested(); ///< the report is wanted in the target's language, with or without what is doubtful

private:
    [[nodiscard]] QWidget* buildThreads();
    [[nodiscard]] QWidget* buildWords();
    void moveCurrent(int by);
    void showRemark();
    void count();
    void preview();

    ComposeModel m_model;
    ExportTarget* m_target;
    QListView* m_threads;
    QLabel* m_count;
    QPlainTextEdit* m_remark;
    QPlainTextEdit* m_notes;
    MarkdownView* m_preview;
    QPushButton* m_export;
    QTimer m_later; ///< typing rests before the preview is written anew
    std::shared_ptr<const report::Report> m_report;
    Language m_language; ///< of m_report, or of the one asked for
    bool m_omits = false; ///< the same
    quint64 m_ticket = 0;
    bool m_showing = false; ///< the remark is being shown, not typed
};

} // namespace lb::ui
