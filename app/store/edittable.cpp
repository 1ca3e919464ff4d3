// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/edittable.h"

#include "store/database.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::store
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::store)
};

} // namespace

Status EditTable::save(const SummaryEdit& edit)
{
    if (edit.text.trimmed().isEmpty() || !edit.list.isValid() || edit.anchor.isEmpty())
        return fail(ErrorCode::Usage, Text::tr("An edit without text or thread cannot be saved."));
    if (edit.text.size() > longestEdit)
        return fail(ErrorCode::TooLarge,
                    Text::tr("The text has %1 characters; at most %2 can be kept.")
                        .arg(edit.text.size())
                        .arg(longestEdit));
    Transaction transaction(m_database);
    if (Status begun = transaction.begin(); !begun)
        return begun;
    if (Status done = removeFrom(edit.list, edit.anchor); !done)
        return done;
    {
        Statement write(
            m_database,
            "INSERT INTO summary_edit (list, anchor, text, base, changed) VALUES (?, ?, ?, ?, ?)");
        write.bind(edit.list.value).bind(edit.anchor.bytes).bind(edit.text).bind(edit.base.value);
        if (Status done = write.bind(edit.changed.toMSecsSinceEpoch()).run(); !done)
            return done;
    }
    return transaction.commit();
}

Status EditTable::remove(ListId list, const MessageId& anchor)
{
    return removeFrom(list, anchor);
}

/// Of the thread that holds the mail: its root may have been another one when the edit was made.
Status EditTable::removeFrom(ListId list, const MessageId& anchor)
{
    Statement remove(m_database,
                     "DELETE FROM summary_edit WHERE list = ? AND (anchor = ? OR anchor IN"
                     " (SELECT text FROM mail_row WHERE thread IN"
                     " (SELECT thread FROM mail_row WHERE list = ? AND number ="
                     " (SELECT id FROM message_id WHERE text = ?))))");
    remove.bind(list.value).bind(anchor.bytes).bind(list.value).bind(anchor.bytes);
    return remove.run();
}

Result<QList<SummaryEdit>> EditTable::of(ListId list, const QList<MessageId>& anchors)
{
    QList<SummaryEdit> edits;
    Statement select(m_database,
                     "SELECT text, base, changed FROM summary_edit WHERE list = ? AND anchor = ?");
    for (const MessageId& anchor : anchors) {
        if (Status done = select.bind(list.value).bind(anchor.bytes).run(); !done)
            return done.error();
        while (select.next())
            edits.append({list, anchor, select.text(0), SummaryId{select.integer(1)},
                          QDateTime::fromMSecsSinceEpoch(select.integer(2), Qt::UTC)});
        if (select.failed())
            return select.error();
    }
    std::ranges::stable_sort(
        edits, [](const SummaryEdit& a, const SummaryEdit& b) { return a.changed > b.changed; });
    return edits;
}

} // namespace lb::store
