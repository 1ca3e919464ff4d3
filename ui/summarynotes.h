// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>
#include <functional>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace lb::ui
{

/// What is to be known about the summary that is shown, one line each above its text, with what can be done
/// about it. Lines keep their order whatever comes first. Plain text; screen readers are told. GUI thread.
class SummaryNotes final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummaryNotes)
public:
    enum class Kind { NewVersion, Edited, HiddenClaims };
    struct Deed {
        QString name; ///< object name of its button
        QString text;
        std::function<void()> act; ///< on the GUI thread
    };

    explicit SummaryNotes(QWidget* parent = nullptr);

    void say(Kind kind, const QString& sentence, const QList<Deed>& deeds); ///< at most three deeds
    void drop(Kind kind);
    [[nodiscard]] QString said(Kind kind) const; ///< empty = nothing
    [[nodiscard]] QList<QWidget*> buttons() const; ///< of all lines, in the order of Tab; most are hidden

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Line {
        QWidget* row = nullptr;
        QLabel* text = nullptr;
        QBoxLayout* layout = nullptr; ///< text and buttons: side by side where both have room
        std::array<QToolButton*, 3> buttons{};
        std::array<std::function<void()>, 3> deeds;
    };
    [[nodiscard]] Line& line(Kind kind) { return m_lines.at(static_cast<std::size_t>(kind)); }
    void arrange();
    void colour();

    std::array<Line, 3> m_lines{};
};

} // namespace lb::ui
