// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/droparea.h"

#include "core/result.h"
#include "ui/colours.h"

#include <QDropEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype mostFiles = 10'000;

QStringList pathsOf(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile() && paths.size() < mostFiles)
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

DropArea::DropArea(QWidget* window) : QWidget(window)
{
    setObjectName(u"dropArea"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool DropArea::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::DragEnter: {
        auto* drag = static_cast<QDragEnterEvent*>(event);
        if (!drag->mimeData()->hasUrls())
            return false;
        announce(*drag->mimeData());
        drag->acceptProposedAction(); // also of what is refused: only a drop can say why
        return true;
    }
    case QEvent::DragLeave:
        hide();
        return true;
    case QEvent::Drop: {
        auto* drop = static_cast<QDropEvent*>(event);
        hide();
        drop->acceptProposedAction();
        take(*drop->mimeData());
        return true;
    }
    case QEvent::Resize:
        if (isVisible())
            setGeometry(parentWidget()->rect());
        return false;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void DropArea::announce(const QMimeData& mime)
{
    const int files = static_cast<int>(pathsOf(mime).size());
    m_usable = files > 0;
    m_text = m_usable ? tr("Drop to open %n file(s) or folder(s): mbox, .eml, Maildir", nullptr, files)
                      : tr("Only files and folders of this machine can be dropped here");
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

void DropArea::take(const QMimeData& mime)
{
    const QStringList paths = pathsOf(mime);
    if (!paths.isEmpty())
        Q_EMIT dropped(paths);
    else
        Q_EMIT refused(
            fail(ErrorCode::NotAnArchive,
                 tr("What was dropped is no file of this machine. Drop mbox files, .eml files or mail "
                    "folders; a list on a server is added with its address (Add List).")));
}

void DropArea::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.82F);
    painter.fillRect(rect(), veil);
    const int em = fontMetrics().height();
    const QColor edge = palette().color(m_usable ? QPalette::Highlight : QPalette::Mid);
    painter.setPen(QPen(edge, 3, m_usable ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect().adjusted(em, em, -em, -em), em / 2, em / 2);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    painter.setFont(large);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect().adjusted(3 * em, 3 * em, -3 * em, -3 * em), Qt::AlignCenter | Qt::TextWordWrap,
                     m_text);
}

} // namespace lb::ui
