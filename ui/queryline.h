// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/completion.h"

#include <QLineEdit>

class QAction;
class QCompleter;
class QStandardItemModel;

namespace lb::ui
{

/// The line that queries are typed in: completes words below it, underlines what cannot be understood, and
/// brings back what was entered before with Up and Down. Understands nothing itself. GUI thread.
class QueryLine final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueryLine)
public:
    static constexpr qsizetype mostRemembered = 50;

    explicit QueryLine(QWidget* parent = nullptr);

    void setVocabulary(query::Vocabulary vocabulary) { m_vocabulary = std::move(vocabulary); }
    [[nodiscard]] const query::Vocabulary& vocabulary() const { return m_vocabulary; }
    /// Underlines the word and tells screen readers; none = all is understood. Typing ends it.
    void showProblem(const std::optional<query::Problem>& problem);
    [[nodiscard]] const std::optional<query::Problem>& problem() const { return m_problem; }
    /// Whether the problem's word is the one that is being typed.
    [[nodiscard]] bool isBeingTyped(const query::Problem& problem) const;

    void remember(); ///< what stands in the line, as the newest
    [[nodiscard]] const QStringList& history() const { return m_history; } ///< the newest first
    void setHistory(const QStringList& history) { m_history = history.mid(0, mostRemembered); }
    void offerSaving(bool offered); ///< an action in the line: somebody keeps searches

Q_SIGNALS:
    void helpRequested();
    void left(); ///< for another part of the window
    void saveRequested(const QString& text); ///< as a search to keep

protected:
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void complete(bool unasked);
    void take(int candidate); ///< by row
    void browse(int by); ///< through the history
    [[nodiscard]] bool isCompleting() const;
    [[nodiscard]] QPolygon underline(const query::Problem& problem) const;

    query::Vocabulary m_vocabulary;
    query::Completion m_completion;
    QStandardItemModel* m_candidates;
    QCompleter* m_completer;
    QAction* m_save;
    std::optional<query::Problem> m_problem;
    QStringList m_history;
    qsizetype m_browsed = -1; ///< index into the history; -1 = what is being typed
    bool m_left = true;
    QString m_typed; ///< before the history was browsed
};

} // namespace lb::ui
