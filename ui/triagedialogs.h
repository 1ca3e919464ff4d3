// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/triagejson.h"
#include "ui/models/threadtreemodel.h"
#include "ui/services.h"

#include <QObject>

class QWidget;

namespace lb::ui
{

class TriageFlow;
class UserPrompts;

/// What has to be asked before something is decided about threads, and the exchange of all that was decided
/// with a file. GUI thread.
class TriageDialogs final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TriageDialogs)
public:
    struct Parts {
        const ThreadTreeModel& model;
        TriageFlow& flow;
        UserPrompts& prompts;
        QWidget* window;
    };
    TriageDialogs(Services& services, const Parts& parts, QObject* parent = nullptr);

    void snooze(const QList<ThreadId>& threads);
    void tags(const QList<ThreadId>& threads);
    void note(ThreadId thread);
    void exportState();
    void importState();

Q_SIGNALS:
    void told(const QString& sentence); ///< for the foot of the window
    void failed(const lb::Error& error);

private:
    void readAll(const std::function<void(const store::TriageExport& all)>& then);
    void write(const QString& path, const store::TriageExport& all);
    void merge(const QString& path, const store::TriageExport& own);
    void takeMerged(const store::TriageMerge& merged, const store::TriageExport& own,
                    const store::TriageExport& read);
    [[nodiscard]] QStringList peopleOf(const QList<ThreadId>& threads) const;

    Services& m_services;
    Parts m_parts;
};

} // namespace lb::ui
