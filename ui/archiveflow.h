// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/records.h"
#include "ui/services.h"

#include <QObject>
#include <QStringList>

namespace lb::ui
{

/// Makes lists of archives: of the command line, dropped on the window, opened from a file, or the built-in
/// sample. An archive that a list has already leads to that list. Single mails (.eml) are copied into a
/// folder of the profile, which is an archive like any other. GUI thread.
class ArchiveFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArchiveFlow)
public:
    explicit ArchiveFlow(Services& services, QObject* parent = nullptr);

    void open(const QStringList& arguments); ///< URLs, files, folders
    void openSample(); ///< copied into the profile first

Q_SIGNALS:
    void opened(const lb::store::ListRecord& list); ///< it is in the library; its mail is still to be fetched
    void failed(const lb::Error& error);

private:
    void takeMails(const QStringList& files);
    void openNext();
    void addOrFind(const QString& location, const QString& name);

    [[nodiscard]] QString mailFolder() const;

    Services& m_services;
    QStringList m_waiting;
    bool m_busy = false;
};

} // namespace lb::ui
