// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/receipt.h"

#include <QDialog>

class QPlainTextEdit;
class QTabWidget;

namespace lb::ui
{

/// What was, or would be, sent to a model: the text as it is, never as markup, the mails in it, and numbers.
/// Shows a bounded part of long texts; Copy gives all of it. Show with open(). GUI thread.
class ReceiptDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceiptDialog)
public:
    enum class Tense { Sent, WouldBeSent };
    ReceiptDialog(const store::Receipt& receipt, Tense tense, QWidget* parent = nullptr);

private:
    void addText(const QString& name, const QString& title, const QString& text);
    [[nodiscard]] QWidget* mailsPage();
    [[nodiscard]] QWidget* numbersPage();
    [[nodiscard]] QString allText() const; ///< for the clipboard

    store::Receipt m_receipt;
    Tense m_tense;
    QTabWidget* m_tabs;
};

} // namespace lb::ui
