// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firstrunpage.h"

#include "ui/icons.h"

#include <QCommandLinkButton>
#include <QLabel>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

FirstRunPage::FirstRunPage(QWidget* parent) : QWidget(parent)
{
    const int line = fontMetrics().height();
    auto* symbol = new QLabel(this);
    symbol->setPixmap(applicationIcon().pixmap(QSize(line * 4, line * 4), devicePixelRatioF()));
    auto* title = new QLabel(tr("A mailing list's week in ten minutes"), this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setBold(true);
    title->setFont(large);
    auto* text = new QLabel(
        tr("ListBrief sorts a list's week into threads, says what each is about and where it stands, "
           "and writes the report. Begin with one of these:"),
        this);
    text->setWordWrap(true);

    auto* column = new QVBoxLayout;
    column->setSpacing(line / 2);
    column->addWidget(symbol);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(line / 2);
    const auto offer
        = [this, column, line](const QString& name, const QString& what, const QString& more, Icon symbolOf) {
              auto* button = new QCommandLinkButton(what, more, this);
              button->setObjectName(name);
              button->setAccessibleName(what);
              button->setAccessibleDescription(more);
              button->setIcon(icon(symbolOf));
              button->setIconSize(QSize(line * 3 / 2, line * 3 / 2));
              // The style leaves too little height for the second line.
              button->setMinimumHeight(line * 3 + line / 2);
              column->addWidget(button);
              return button;
          };
    auto* sample = offer(u"openSampleButton"_s, tr("Look at the sample week"),
                         tr("301 mails of invented people, built in: no network needed"), Icon::Week);
    auto* list = offer(u"addFirstListButton"_s, tr("Add a mailing list"),
                       tr("From lore.kernel.org or any other public-inbox server"), Icon::List);
    auto* file = offer(
        u"openFirstFileButton"_s, tr("Open an archive file"),
        tr("mbox or mbox.gz; folders (Maildir, .eml, git mirror) can be dropped on the window"), Icon::Open);
    connect(sample, &QCommandLinkButton::clicked, this, &FirstRunPage::sampleRequested);
    connect(list, &QCommandLinkButton::clicked, this, &FirstRunPage::listRequested);
    connect(file, &QCommandLinkButton::clicked, this, &FirstRunPage::fileRequested);
    setFocusProxy(sample);

    auto* middle = new QWidget(this);
    middle->setLayout(column);
    middle->setFixedWidth(fontMetrics().averageCharWidth() * 92);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(middle, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void FirstRunPage::setBusy(bool busy)
{
    for (QCommandLinkButton* button : findChildren<QCommandLinkButton*>())
        button->setEnabled(!busy);
}

} // namespace lb::ui
