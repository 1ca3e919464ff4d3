// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/receiptdialog.h"

#include "thread/safetext.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longestShown = 300'000; ///< characters of one text
constexpr qsizetype mostMailsShown = 2000;

QString kindText(store::RunKind kind)
{
    switch (kind) {
    case store::RunKind::Whole:
        return ReceiptDialog::tr("The whole thread");
    case store::RunKind::Update:
        return ReceiptDialog::tr("Earlier claims and the mails that were new");
    case store::RunKind::Translation:
        return ReceiptDialog::tr("The sentences of an earlier summary, no mail");
    case store::RunKind::Rendering:
        return ReceiptDialog::tr("Nothing: both languages were known");
    }
    return {};
}

} // namespace

ReceiptDialog::ReceiptDialog(const store::Receipt& receipt, Tense tense, QWidget* parent)
    : QDialog(parent), m_receipt(receipt), m_tense(tense), m_tabs(new QTabWidget(this))
{
    const bool sent = tense == Tense::Sent;
    setObjectName(u"receiptDialog"_s);
    setWindowTitle(sent ? tr("What Was Sent") : tr("What Would Be Sent"));
    m_tabs->setObjectName(u"receiptTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of what is sent"));
    addText(u"receiptPrompt"_s, tr("&Prompt"), receipt.user);
    addText(u"receiptSystem"_s, tr("&System Text"), receipt.system);
    if (!receipt.repair.isEmpty())
        addText(u"receiptRepair"_s, tr("Request to &Repair"), receipt.repair);
    //: A tab and how many mails it lists
    m_tabs->addTab(mailsPage(), tr("&Mails (%1)").arg(receipt.mails.size()));
    m_tabs->addTab(numbersPage(), tr("&Numbers"));

    auto* what = new QLabel(
        sent ? tr("This is the text exactly as it went to %1.").arg(receipt.endpoint)
             : tr("This is the text as it would go to %1. Nothing has been sent.").arg(receipt.endpoint),
        this);
    what->setObjectName(u"receiptWhat"_s);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"copyReceiptButton"_s);
    copy->setToolTip(tr("Copy all of it: both texts, the mails and the numbers"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(allText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(what);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 40);
}

void ReceiptDialog::addText(const QString& name, const QString& title, const QString& text)
{
    auto* view = new QPlainTextEdit(m_tabs);
    view->setObjectName(name);
    view->setReadOnly(true);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setTabChangesFocus(true);
    view->setUndoRedoEnabled(false);
    view->setAccessibleName(QString(title).remove(u'&'));
    QString shown = text.left(longestShown);
    if (shown.size() < text.size())
        shown += u'\n'
            + tr("[The rest is not shown here: %n more character(s). Copy gives all.]", nullptr,
                 static_cast<int>(text.size() - shown.size()));
    view->setPlainText(shown);
    m_tabs->addTab(view, title);
}

QWidget* ReceiptDialog::mailsPage()
{
    auto* mails = new QTreeWidget(m_tabs);
    mails->setObjectName(u"receiptMails"_s);
    mails->setAccessibleName(tr("Mails that were packed"));
    //: Columns of a list of mails: how many of its lines are in the prompt, fingerprint of its content
    mails->setHeaderLabels({tr("Message-ID"), tr("Lines"), tr("Content hash")});
    mails->setRootIsDecorated(false);
    mails->setUniformRowHeights(true);
    mails->setAllColumnsShowFocus(true);
    const qsizetype shown = qMin(m_receipt.mails.size(), mostMailsShown);
    for (qsizetype i = 0; i < shown; ++i) {
        const store::Receipt::PackedMail& mail = m_receipt.mails.at(i);
        auto* item = new QTreeWidgetItem(mails);
        item->setText(0, thread::plainLine(QString::fromUtf8(mail.id.bytes)));
        //: Lines of a mail that are in the prompt, and that it has
        item->setText(1, tr("%1 of %2").arg(mail.lines).arg(mail.of));
        item->setText(2, QString::fromLatin1(mail.contentHash.toHex()));
    }
    if (shown < m_receipt.mails.size())
        (new QTreeWidgetItem(mails))->setText(0, tr("… and more"));
    const int character = fontMetrics().averageCharWidth();
    mails->header()->resizeSection(0, character * 50);
    mails->header()->resizeSection(1, character * 14);
    if (mails->topLevelItemCount() > 0)
        mails->setCurrentItem(mails->topLevelItem(0));
    return mails;
}

QWidget* ReceiptDialog::numbersPage()
{
    auto* page = new QWidget(m_tabs);
    auto* form = new QFormLayout(page);
    const QLocale locale;
    const auto row = [&](const QString& caption, const QString& value) {
        if (value.isEmpty())
            return;
        auto* label = new QLabel(thread::plainLine(value), page);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setAccessibleName(QString(caption + u' ' + value));
        form->addRow(caption, label);
    };
    const auto tokens = [&](int count) {
        //: A number of tokens that was estimated
        return m_receipt.tokensEstimated ? tr("about %1").arg(locale.toString(count))
                                         : locale.toString(count);
    };
    row(m_tense == Tense::Sent ? tr("What was read:") : tr("What would be read:"), kindText(m_receipt.kind));
    row(tr("Server:"), m_receipt.endpoint);
    row(tr("Model asked for:"), m_receipt.modelAsked);
    row(tr("Model that answered:"), m_receipt.modelAnswered);
    row(tr("Instruction:"), m_receipt.instruction);
    row(tr("Tokens in:"), tokens(m_receipt.tokensIn));
    if (m_tense == Tense::Sent) {
        row(tr("Tokens out:"), tokens(m_receipt.tokensOut));
        row(tr("Started:"), locale.toString(m_receipt.started.toLocalTime(), QLocale::LongFormat));
        //: A time in seconds
        row(tr("Took:"),
            tr("%1 s").arg(locale.toString(static_cast<double>(m_receipt.elapsed) / 1000, 'f', 1)));
    }
    row(tr("Characters:"), locale.toString(m_receipt.system.size() + m_receipt.user.size()));
    return page;
}

QString ReceiptDialog::allText() const
{
    QStringList parts;
    parts << u"# System"_s << m_receipt.system << u"# Prompt"_s << m_receipt.user;
    if (!m_receipt.schema.isEmpty())
        parts << u"# Schema"_s << QString::fromUtf8(m_receipt.schema);
    if (!m_receipt.repair.isEmpty())
        parts << u"# Repair"_s << m_receipt.repair;
    parts << u"# Mails"_s;
    for (const store::Receipt::PackedMail& mail : m_receipt.mails)
        parts << u"<%1> %2/%3 %4"_s.arg(QString::fromUtf8(mail.id.bytes), QString::number(mail.lines),
                                        QString::number(mail.of),
                                        QString::fromLatin1(mail.contentHash.toHex()));
    parts << u"# Numbers"_s
          << u"server %1, asked %2, answered %3, tokens %4 in, %5 out%6, started %7, %8 ms"_s.arg(
                 m_receipt.endpoint, m_receipt.modelAsked, m_receipt.modelAnswered,
                 QString::number(m_receipt.tokensIn), QString::number(m_receipt.tokensOut),
                 m_receipt.tokensEstimated ? u" (estimated)"_s : QString(),
                 m_receipt.started.toString(Qt::ISODate), QString::number(m_receipt.elapsed));
    return parts.join(u'\n');
}

} // namespace lb::ui
