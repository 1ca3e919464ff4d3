// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailheaders.h"

#include "ui/icons.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int longestUnfolded = 140;

QString dateText(const mail::MailDate& date)
{
    if (date.source == mail::DateSource::None)
        return MailHeaders::tr("unknown");
    QString text = senderTime(date);
    const QString here = readerTime(date);
    if (!here.isEmpty())
        //: the time on the sender's clock, then on the reader's
        text = MailHeaders::tr("%1 (%2 here)").arg(text, here);
    if (date.source == mail::DateSource::Received)
        text = MailHeaders::tr("%1, by the server that received it").arg(text);
    else if (date.source == mail::DateSource::Archive)
        text = MailHeaders::tr("%1, by the archive").arg(text);
    return text;
}

} // namespace

/// A value as high as its text, plain and selectable. A QLabel would cut what has no blank to break at:
/// addresses and Message-IDs.
class HeaderText final : public QTextEdit
{
public:
    HeaderText(const QString& name, const QString& spoken, QWidget* parent) : QTextEdit(parent)
    {
        setObjectName(name);
        setAccessibleName(spoken);
        setReadOnly(true);
        setAcceptRichText(false);
        setUndoRedoEnabled(false);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::ClickFocus);
        setTabChangesFocus(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long word must not widen the window
        viewport()->setAutoFillBackground(false);
        document()->setDocumentMargin(0);
        setFixedHeight(fontMetrics().height()); // until it is laid out
        connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
                [this](const QSizeF& size) { setFixedHeight(qCeil(size.height())); });
    }
    void say(const QString& text)
    {
        if (text != toPlainText())
            setPlainText(text); // what a mail says is never markup
    }
};

MailHeaders::MailHeaders(QWidget* parent)
    : QWidget(parent)
    , m_subject(new HeaderText(u"subjectText"_s, tr("Subject"), this))
    , m_top(new QHBoxLayout)
{
    setObjectName(u"mailHeaders"_s);
    QFont bold = font();
    bold.setWeight(QFont::Bold);
    bold.setPointSizeF(bold.pointSizeF() * 1.1);
    m_subject->setFont(bold);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_top->setSpacing(0);
    m_top->addWidget(m_subject, 1, Qt::AlignTop);
    column->addLayout(m_top);
    auto* grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(fontMetrics().height());
    grid->setVerticalSpacing(fontMetrics().height() / 5);
    column->addLayout(grid);
    m_from = addRow(grid, u"from"_s, tr("From"), false);
    m_date = addRow(grid, u"date"_s, tr("Date"), false);
    m_to = addRow(grid, u"to"_s, tr("To"), true);
    m_cc = addRow(grid, u"cc"_s, tr("Cc"), true);
    for (const Row* row : {&m_to, &m_cc})
        connect(row->more, &QToolButton::toggled, this, [row](bool open) { setFolded(*row, !open); });
    m_id = addRow(grid, u"messageId"_s, tr("Message-ID"), false);
    colour();
}

MailHeaders::Row MailHeaders::addRow(QGridLayout* grid, const QString& name, const QString& caption,
                                     bool mayFold)
{
    Row row;
    row.caption = new QLabel(caption, this);
    row.value = new HeaderText(QString(name + u"Text"_s), caption, this);
    const int line = grid->rowCount();
    grid->addWidget(row.caption, line, 0, Qt::AlignTop | Qt::AlignLeft);
    grid->addWidget(row.value, line, 1, Qt::AlignTop);
    if (!mayFold)
        return row;
    row.more = new QToolButton(this);
    row.more->setObjectName(QString(u"unfold"_s + name.left(1).toUpper() + name.mid(1) + u"Button"_s));
    row.more->setAutoRaise(true);
    row.more->setCheckable(true);
    row.more->setFocusPolicy(Qt::StrongFocus);
    row.more->hide();
    grid->addWidget(row.more, line, 2, Qt::AlignTop);
    return row;
}

void MailHeaders::addTool(QToolButton* button)
{
    m_top->addWidget(button, 0, Qt::AlignTop);
}

void MailHeaders::showHeaders(const MailView& mail)
{
    m_subject->say(mail.subject.isEmpty() ? tr("(no subject)") : mail.subject);
    setRow(m_from, mail.from);
    setRow(m_date, dateText(mail.date));
    setRow(m_to, mail.to);
    setRow(m_cc, mail.cc);
    setRow(m_id, mail.messageId);
}

void MailHeaders::setRow(Row& row, const QString& value)
{
    row.caption->setVisible(!value.isEmpty());
    row.value->setVisible(!value.isEmpty());
    if (row.more == nullptr) {
        row.value->say(value);
        return;
    }
    row.whole = value;
    row.more->setChecked(false);
    setFolded(row, true);
    row.more->setVisible(foldAddresses(value, longestUnfolded).more > 0);
}

void MailHeaders::setFolded(const Row& row, bool folded)
{
    const FoldedAddresses part = foldAddresses(row.whole, longestUnfolded);
    row.value->say(folded ? part.text : row.whole);
    const QString caption = row.caption->text();
    row.more->setText(folded ? tr("+%1").arg(part.more) : tr("Fold"));
    row.more->setAccessibleName(folded ? tr("Show %n more in %1", nullptr, part.more).arg(caption)
                                       : tr("Fold %1").arg(caption));
    row.more->setToolTip(row.more->accessibleName());
}

void MailHeaders::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void MailHeaders::colour()
{
    QPalette plain = palette();
    plain.setColor(QPalette::Text, plain.color(QPalette::WindowText));
    QPalette soft = palette();
    soft.setColor(QPalette::WindowText, dimmed(soft));
    m_subject->setPalette(plain);
    for (const Row* row : {&m_from, &m_date, &m_to, &m_cc, &m_id}) {
        if (row->caption == nullptr)
            continue;
        row->caption->setPalette(soft);
        row->value->setPalette(plain);
    }
}

} // namespace lb::ui
