// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"

#include <QDialog>
#include <QHash>

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QTextBrowser;
class QTextDocument;

namespace lb::ui
{

/// Two versions of a thread's summary side by side, claim by claim; either can be kept as the one that is
/// shown. Compares on the pool. Show with open(). GUI thread.
class VersionsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionsDialog)
public:
    /// Newest first, at least two. `earlier` is compared with `later` at first.
    VersionsDialog(const QList<store::SummaryRecord>& versions, const QHash<QString, QString>& providerNames,
                   SummaryId earlier, SummaryId later, QWidget* parent = nullptr);
    ~VersionsDialog() override;

Q_SIGNALS:
    void versionKept(lb::SummaryId version);
    void mailRequested(const lb::MessageId& mail);
    void compared(); ///< what was chosen last is shown

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Side {
        QComboBox* box = nullptr;
        QPushButton* keep = nullptr;
    };
    void buildUi();
    void buildSide(Side& side, const QString& name, SummaryId chosen);
    void compare();
    void follow(const QUrl& link);
    void keep(const Side& side);
    [[nodiscard]] const store::SummaryRecord& chosen(const Side& side) const;

    QList<store::SummaryRecord> m_versions;
    QHash<QString, QString> m_providerNames;
    Side m_earlier;
    Side m_later;
    QLabel* m_verdict;
    QTextBrowser* m_text;
    std::shared_ptr<QTextDocument> m_shown;
    quint64 m_run = 0; ///< answers to earlier choices are dropped
};

} // namespace lb::ui
