// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/commandpalette.h"

#include "core/onresult.h"
#include "ui/colours.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int fewCommands = 8; ///< with fewer, threads are looked for, too
constexpr int mostThreads = 12;
constexpr int mostThreadsAlone = 100; ///< after ">"
constexpr qsizetype longestTyped = 200;

/// Name with what was typed in bold, then menu and keys.
class HitDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        Q_UNUSED(index)
        return {option.rect.width(), option.fontMetrics.height() * 3 / 2};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        item.text.clear();
        item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        const bool selected = item.state.testFlag(QStyle::State_Selected);
        const QColor text = item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        const QColor quiet = selected ? text : dimmed(item.palette);
        const int em = item.fontMetrics.height();
        QRect room = item.rect.adjusted(em / 2, 0, -em / 2, 0);
        painter->save();
        painter->setFont(item.font);
        room.setRight(drawAtEnd(painter, room, index.data(PaletteModel::KeysRole).toString(), text) - em);
        room.setRight(drawAtEnd(painter, room, index.data(PaletteModel::GroupRole).toString(), quiet) - em);
        painter->setPen(text);
        drawName(painter, room, index, item.font);
        painter->restore();
    }

private:
    /// Gives the left edge of what it drew.
    static int drawAtEnd(QPainter* painter, const QRect& room, const QString& text, const QColor& colour)
    {
        if (text.isEmpty())
            return room.right();
        painter->setPen(colour);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, text);
        return room.right() - painter->fontMetrics().horizontalAdvance(text);
    }

    static void drawName(QPainter* painter, const QRect& room, const QModelIndex& index, const QFont& font)
    {
        QFont bold = font;
        bold.setBold(true);
        // Bold is wider: what is elided by its width cannot run out of the room.
        const QString name
            = QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideRight, room.width());
        QTextLayout layout(name, font);
        QList<QTextLayout::FormatRange> marks;
        for (const int place : index.data(PaletteModel::PlacesRole).value<QList<int>>()) {
            QTextCharFormat format;
            format.setFontWeight(QFont::Bold);
            format.setFontUnderline(true);
            if (place < name.size())
                marks.append({place, 1, format});
        }
        layout.setFormats(marks);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        if (line.isValid())
            line.setLineWidth(room.width());
        layout.endLayout();
        if (line.isValid())
            layout.draw(painter, QPointF(room.left(), room.center().y() - line.height() / 2));
    }
};

} // namespace

CommandPalette::CommandPalette(std::vector<PaletteEntry> commands, QStringList recent,
                               SnapshotPointer snapshot, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_commands(std::move(commands))
    , m_recent(std::move(recent))
    , m_snapshot(std::move(snapshot))
    , m_line(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
{
    buildUi();
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::accept);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CommandPalette::tellCurrent);
    search();
}

CommandPalette::~CommandPalette()
{
    m_list->setModel(nullptr); // it dies after the members
    releaseOnPool(std::move(m_snapshot));
}

void CommandPalette::buildUi()
{
    setObjectName(u"commandPalette"_s);
    setWindowTitle(tr("Command Palette"));
    m_line->setObjectName(u"paletteLine"_s);
    m_line->setPlaceholderText(tr("Letters of a command; > and words of a thread's title"));
    m_line->setAccessibleName(tr("Command or thread"));
    m_line->setMaxLength(static_cast<int>(longestTyped));
    m_line->setClearButtonEnabled(true);
    m_line->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus); // the line keeps the keyboard
    m_nothing->setObjectName(u"paletteNothingLabel"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setText(tr("No command and no thread is called so."));
    m_nothing->hide();
    auto* frame = new QFrame(this);
    frame->setFrameShape(QFrame::StyledPanel);
    auto* column = new QVBoxLayout(frame);
    column->addWidget(m_line);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(frame);
}

void CommandPalette::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    m_line->setFocus();
    if (parentWidget() == nullptr)
        return;
    const QSize room = parentWidget()->size();
    const int em = fontMetrics().height();
    resize(qMin(em * 48, room.width() - 2 * em), qMin(em * 28, room.height() - 4 * em));
    move(parentWidget()->mapToGlobal(QPoint((room.width() - width()) / 2, em * 3)));
}

void CommandPalette::search()
{
    const quint64 ticket = ++m_ticket;
    const QString typed = m_line->text();
    const bool threadsAlone = typed.startsWith(u'>') || typed.startsWith(u'＞');
    const QString words = threadsAlone ? typed.mid(1) : typed;
    m_model.show(threadsAlone ? std::vector<PaletteHit>() : findCommands(words, m_commands, m_recent));
    m_list->setCurrentIndex(m_model.index(0));
    const bool few = m_model.rowCount() < fewCommands;
    if (words.trimmed().isEmpty() || !few || m_snapshot == nullptr) {
        takeThreads({});
        return;
    }
    m_nothing->hide();
    const auto look = [words, snapshot = m_snapshot, most = threadsAlone ? mostThreadsAlone : mostThreads] {
        return findThreads(words, *snapshot, most);
    };
    onResult(QtConcurrent::run(look), this, [this, ticket](const std::vector<PaletteHit>& threads) {
        if (ticket == m_ticket)
            takeThreads(threads);
    });
}

void CommandPalette::takeThreads(std::vector<PaletteHit> threads)
{
    m_model.append(std::move(threads));
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0));
    m_nothing->setVisible(m_model.rowCount() == 0 && m_line->text().size() > 1);
    Q_EMIT searched();
}

/// The keyboard is not in the list, so the line says what is chosen there.
void CommandPalette::tellCurrent()
{
    m_line->setAccessibleDescription(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
    QAccessibleEvent changed(m_line, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const int rows = m_model.rowCount();
    const int page = qMax(1, m_list->viewport()->height() / qMax(1, m_list->sizeHintForRow(0)) - 1);
    int row = m_list->currentIndex().row();
    switch (key->key()) {
    case Qt::Key_Down:
        row = row + 1 < rows ? row + 1 : 0;
        break;
    case Qt::Key_Up:
        row = row > 0 ? row - 1 : rows - 1;
        break;
    case Qt::Key_PageDown:
        row = qMin(row + page, rows - 1);
        break;
    case Qt::Key_PageUp:
        row = qMax(row - page, 0);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        accept();
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
    m_list->setCurrentIndex(m_model.index(row));
    return true;
}

void CommandPalette::accept()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const PaletteEntry entry = m_model.entry(current.row());
    QDialog::accept();
    if (entry.thread.isValid())
        Q_EMIT threadChosen(entry.thread);
    else
        Q_EMIT commandChosen(entry.name);
}

} // namespace lb::ui
