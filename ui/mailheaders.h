// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mailview.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QToolButton;

namespace lb::ui
{

/// The headers a reader wants, each as text that can be selected; long address lists are folded.
class MailHeaders final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MailHeaders)
public:
    explicit MailHeaders(QWidget* parent = nullptr);

    void showHeaders(const MailView& mail);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QLabel* caption = nullptr;
        QLabel* value = nullptr;
        QToolButton* more = nullptr; ///< only where the value may be long
    };
    Row addRow(QGridLayout* grid, const QString& name, const QString& caption, bool mayFold);
    void setRow(const Row& row, const QString& value);
    void setFolded(const Row& row, bool folded);
    void colour();

    QLabel* m_subject;
    Row m_from;
    Row m_date;
    Row m_to;
    Row m_cc;
    Row m_id;
};

} // namespace lb::ui
