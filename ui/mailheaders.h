// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mailview.h"

#include <QWidget>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace lb::ui
{

class HeaderText;

/// The headers a reader wants, each as text that can be selected; long address lists are folded.
class MailHeaders final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MailHeaders)
public:
    explicit MailHeaders(QWidget* parent = nullptr);

    void showHeaders(const MailView& mail);
    void addTool(QToolButton* button); ///< beside the subject, from left to right

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QLabel* caption = nullptr;
        HeaderText* value = nullptr;
        QString whole; ///< of what may be folded
        QToolButton* more = nullptr; ///< only where the value may be long
    };
    Row addRow(QGridLayout* grid, const QString& name, const QString& caption, bool mayFold);
    static void setRow(Row& row, const QString& value);
    static void setFolded(const Row& row, bool folded);
    void colour();

    HeaderText* m_subject;
    QHBoxLayout* m_top;
    Row m_from;
    Row m_date;
    Row m_to;
    Row m_cc;
    Row m_id;
};

} // namespace lb::ui
