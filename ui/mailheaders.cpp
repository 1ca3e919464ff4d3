// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailheaders.h"

#include "ui/icons.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int longestUnfolded = 140;

QLabel* plainLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText); // what a mail says is never markup
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setSizePolicy(QSizePolicy::Ignored,
                         QSizePolicy::Preferred); // a long word must not widen the window
    return label;
}

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

MailHeaders::MailHeaders(QWidget* parent) : QWidget(parent), m_subject(plainLabel(u"subjectLabel"_s, this))
{
    setObjectName(u"mailHeaders"_s);
    QFont bold = font();
    bold.setWeight(QFont::Bold);
    bold.setPointSizeF(bold.pointSizeF() * 1.1);
    m_subject->setFont(bold);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_subject);
    auto* grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(fontMetrics().height());
    grid->setVerticalSpacing(fontMetrics().height() / 5);
    column->addLayout(grid);
    m_from = addRow(grid, u"from"_s, tr("From"), false);
    m_date = addRow(grid, u"date"_s, tr("Date"), false);
    m_to = addRow(grid, u"to"_s, tr("To"), true);
    m_cc = addRow(grid, u"cc"_s, tr("Cc"), true);
    m_id = addRow(grid, u"messageId"_s, tr("Message-ID"), false);
    colour();
}

MailHeaders::Row MailHeaders::addRow(QGridLayout* grid, const QString& name, const QString& caption,
                                     bool mayFold)
{
    Row row;
    row.caption = new QLabel(caption, this);
    row.value = plainLabel(QString(name + u"Label"_s), this);
    row.value->setAccessibleDescription(caption);
    const int line = grid->rowCount();
    grid->addWidget(row.caption, line, 0, Qt::AlignTop | Qt::AlignLeft);
    grid->addWidget(row.value, line, 1);
    if (!mayFold)
        return row;
    row.more = new QToolButton(this);
    row.more->setObjectName(QString(u"unfold"_s + name.left(1).toUpper() + name.mid(1) + u"Button"_s));
    row.more->setAutoRaise(true);
    row.more->setCheckable(true);
    row.more->setFocusPolicy(Qt::StrongFocus);
    row.more->hide();
    grid->addWidget(row.more, line, 2, Qt::AlignTop);
    connect(row.more, &QToolButton::toggled, this, [this, row](bool open) { setFolded(row, !open); });
    return row;
}

void MailHeaders::showHeaders(const MailView& mail)
{
    m_subject->setText(mail.subject.isEmpty() ? tr("(no subject)") : mail.subject);
    setRow(m_from, mail.from);
    setRow(m_date, dateText(mail.date));
    setRow(m_to, mail.to);
    setRow(m_cc, mail.cc);
    setRow(m_id, mail.messageId);
}

void MailHeaders::setRow(const Row& row, const QString& value)
{
    row.caption->setVisible(!value.isEmpty());
    row.value->setVisible(!value.isEmpty());
    if (row.more == nullptr) {
        row.value->setText(value);
        return;
    }
    row.value->setProperty("whole", value);
    row.more->setChecked(false);
    setFolded(row, true);
    row.more->setVisible(foldAddresses(value, longestUnfolded).more > 0);
}

void MailHeaders::setFolded(const Row& row, bool folded)
{
    const QString whole = row.value->property("whole").toString();
    const FoldedAddresses part = foldAddresses(whole, longestUnfolded);
    row.value->setText(folded ? part.text : whole);
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
    for (const Row* row : {&m_from, &m_date, &m_to, &m_cc, &m_id}) {
        if (row->caption == nullptr)
            continue;
        QPalette soft = palette();
        soft.setColor(QPalette::WindowText, dimmed(soft));
        row->caption->setPalette(soft);
    }
}

} // namespace lb::ui
