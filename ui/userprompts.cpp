// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/userprompts.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::ui::UserPrompts)
};

void openFileDialog(QFileDialog* dialog, const FileQuestion& question, UserPrompts::Chosen chosen)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!question.filters.isEmpty())
        dialog->setNameFilters(question.filters);
    if (!question.start.isEmpty()) {
        const QFileInfo start(question.start);
        dialog->setDirectory(start.isDir() ? question.start : start.absolutePath());
        if (!start.isDir())
            dialog->selectFile(start.fileName());
    }
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [chosen = std::move(chosen)](const QString& path) { chosen(path); });
    dialog->open();
}

} // namespace

bool UserPrompts::mayOpen(const QUrl& url)
{
    const QString scheme = url.scheme();
    if (scheme == "http"_L1 || scheme == "https"_L1)
        return url.isValid() && !url.host().isEmpty();
    return scheme == "mailto"_L1 && url.isValid() && !url.path().isEmpty();
}

void UserPrompts::confirmAndOpen(QWidget* parent, const QUrl& url)
{
    if (!mayOpen(url))
        return;
    constexpr int longestShown = 600;
    QString target = url.toString(QUrl::FullyEncoded);
    if (target.size() > longestShown)
        target = QString(target.left(longestShown) + u"…"_s);
    Question question;
    question.title = Texts::tr("Open a link");
    if (url.scheme() == "mailto"_L1)
        question.text = Texts::tr("Write a mail to %1?").arg(url.path());
    else
        question.text = Texts::tr("Open a page of %1 in the browser?").arg(url.host(QUrl::FullyEncoded));
    question.detail = target;
    question.accept = Texts::tr("Open");
    confirm(parent, question, [this, url](bool accepted) {
        if (accepted)
            openExternally(url);
    });
}

void QtUserPrompts::confirm(QWidget* parent, const Question& question, Answer answer)
{
    auto* box = new QMessageBox(parent);
    box->setObjectName(u"confirmMessageBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(question.dangerous ? QMessageBox::Warning : QMessageBox::Question);
    box->setWindowTitle(question.title);
    // What a mail or a model wrote may be part of the text: it must not become markup.
    box->setTextFormat(Qt::PlainText);
    box->setText(question.text);
    box->setInformativeText(question.detail);
    QPushButton* accept = box->addButton(question.accept, QMessageBox::AcceptRole);
    QPushButton* reject = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(question.dangerous ? reject : accept);
    box->setEscapeButton(reject);
    QObject::connect(box, &QMessageBox::finished, box,
                     [box, accept, answer = std::move(answer)] { answer(box->clickedButton() == accept); });
    box->open();
}

void QtUserPrompts::chooseSaveFile(QWidget* parent, const FileQuestion& question, Chosen chosen)
{
    auto* dialog = new QFileDialog(parent, question.title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    openFileDialog(dialog, question, std::move(chosen));
}

void QtUserPrompts::chooseOpenFile(QWidget* parent, const FileQuestion& question, Chosen chosen)
{
    auto* dialog = new QFileDialog(parent, question.title);
    dialog->setFileMode(QFileDialog::ExistingFile);
    openFileDialog(dialog, question, std::move(chosen));
}

void QtUserPrompts::chooseFolder(QWidget* parent, const FileQuestion& question, Chosen chosen)
{
    auto* dialog = new QFileDialog(parent, question.title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    openFileDialog(dialog, question, std::move(chosen));
}

void QtUserPrompts::openExternally(const QUrl& url)
{
    if (mayOpen(url))
        QDesktopServices::openUrl(url);
}

} // namespace lb::ui
