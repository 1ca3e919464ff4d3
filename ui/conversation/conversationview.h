// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conversation/pagelayout.h"
#include "ui/conversation/pagepainter.h"

#include <QAbstractScrollArea>
#include <QTimer>
#include <QUrl>

#include <optional>

namespace lb::ui
{

/// What can be done on a page, besides scrolling.
enum class PageCommand {
    NextCard,
    PreviousCard,
    Parent,
    NextNew,
    NextQuestion,
    OpenMail,
    ToggleWholeMail,
    ToggleDiff, ///< what is folded away next to the current place; again: of the whole patch
    ToggleSection,
    ToggleAuthor,
    ToggleAll,
    SelectAll,
    Copy,
    CopyQuoted,
};

/// A thread as one page to read. Lays out what is in view at once and the rest when there is time; the line
/// at the top stays where it is while heights become known. One item is current: commands are about it, it
/// has the frame when the keyboard is here. GUI thread.
class ConversationView final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationView)
public:
    explicit ConversationView(QWidget* parent = nullptr);
    ~ConversationView() override;

    /// A page of the thread shown already keeps the place, what is open and what is current.
    void setPage(ConversationPointer page);
    void setRead(const std::vector<bool>& read); ///< by mail
    void setMatches(std::vector<PageMatch> matches); ///< of a search: marked
    void showMatch(int match); ///< goes to it and selects it

    /// False = there is nothing to do it with or to go to.
    bool run(PageCommand command);
    void showMail(int mail); ///< by its index: opens what hides it, goes to its first card, unless another
                             ///< one of it is current already
    /// Mails count as seen only from then on; any key, click or wheel here does it, too.
    void startReading();
    void setSeenAfter(int milliseconds); ///< how long a mail must be in view; 0 = never

    bool turnPage(int step); ///< 1 = on, -1 = back; false = it is the end, or the beginning

    [[nodiscard]] const Conversation& page() const { return m_layout.page(); }
    [[nodiscard]] PageLayout& layout() { return m_layout; }
    [[nodiscard]] const PageState& state() const { return m_state; }
    [[nodiscard]] const PageSelection& selection() const { return m_selection; }
    [[nodiscard]] const std::vector<bool>& read() const { return m_read; }
    [[nodiscard]] int currentItem() const { return m_current; } ///< -1 = the page is empty
    [[nodiscard]] int currentZone() const { return m_zone; }
    void setCurrentItem(int item, int zone = -1); ///< and brings it into view
    [[nodiscard]] QRect itemRect(int item) const; ///< in the viewport
    void activate(int item, int zone); ///< what a click or Enter does
    [[nodiscard]] bool isMeasured() const { return !m_measuring.isActive(); } ///< all heights are known
    [[nodiscard]] QString spokenText(int item) const; ///< what a screen reader says

Q_SIGNALS:
    void mailRequested(int mail); ///< its index
    void linkRequested(const QUrl& link);
    void seen(const QList<int>& mails); ///< indexes: they were in view for a moment; each once a page
    void currentChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Anchor {
        int item = 0;
        int offset = 0; ///< pixels of the item above the top of the view
    };
    // where the page stands
    void takeLook();
    void settle();
    void setAnchor(int item, int offset);
    void placeBar();
    void measureMore();
    void bringIntoView(int item, bool toTop);
    void ensureVisible(const QRect& rect); ///< of the page
    [[nodiscard]] int scrolled() const;
    void changeState(const PageState& state);
    // commands
    bool go(int item);
    bool toggleWholeMail();
    bool toggleDiff();
    bool toggleClosed(PageCommand command);
    bool toggleFolds(const QList<int>& folds);
    bool copy(bool quoted);
    // text
    [[nodiscard]] std::optional<PagePlace> placeAt(const QPoint& point); ///< of the viewport
    [[nodiscard]] int zoneAt(const QPoint& point, int* item);
    bool act(QKeyEvent* event);
    void moveCursor(QKeyEvent* event);
    [[nodiscard]] PagePlace moved(PagePlace from, int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] PagePlace movedByLine(PagePlace from, int step);
    [[nodiscard]] PagePlace movedByCharacter(PagePlace from, int step, bool words);
    void select(PagePlace anchor, PagePlace cursor);
    void dragTo(const QPoint& point);
    void showTarget(int item, int zone);
    // reading
    void restartSeen();
    void takeSeen();
    void tellFocus();

    PageLayout m_layout;
    PageState m_state;
    Anchor m_anchor;
    std::vector<bool> m_read;
    std::vector<bool> m_told; ///< mails that were told to have been seen
    std::vector<PageMatch> m_matches;
    PageSelection m_selection;
    int m_current = -1;
    int m_zone = -1;
    QTimer m_measuring;
    QTimer m_seen;
    QTimer m_dragging; ///< scrolls while the mouse is held outside
    QPoint m_dragPoint;
    std::optional<std::pair<int, int>> m_pressed; ///< item and zone
    bool m_selecting = false;
    bool m_settling = false;
    bool m_reading = false;
};

} // namespace lb::ui
