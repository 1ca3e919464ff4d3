// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/reader.h"

namespace lb::test
{

/// Reads an archive and keeps what came.
struct Recording {
    QByteArrayList subjects; ///< of the mails, in order
    QList<mail::RawMail> mails;
    QList<mail::ParseIssue> issues;
    archive::ReadProgress progress; ///< the last one
    std::optional<Error> error;
    QByteArray cursor;
    bool unchanged = false;
};

inline QByteArray subjectOf(const QByteArray& mail)
{
    const qsizetype start = mail.indexOf("Subject: ");
    if (start < 0)
        return {};
    const QByteArray rest = mail.sliced(start + 9);
    return rest.left(rest.indexOf('\n')).trimmed(); // all of it if the line has no end
}

/// `most`: after so many mails the sink says stop.
inline Recording record(const archive::Location& location, const QByteArray& cursor = {},
                        const std::stop_token& stop = {}, qsizetype most = -1)
{
    Recording result;
    archive::ReadSink sink;
    sink.mail = [&result, most](mail::RawMail&& mail) {
        result.subjects.append(subjectOf(mail.bytes));
        result.mails.append(std::move(mail));
        return result.mails.size() != most;
    };
    sink.issue = [&result](const mail::ParseIssue& issue) { result.issues.append(issue); };
    sink.progress = [&result](archive::ReadProgress progress) { result.progress = progress; };
    const Result<archive::ReadOutcome> outcome = archive::read(location, cursor, sink, stop);
    if (outcome) {
        result.cursor = outcome->cursor;
        result.unchanged = outcome->unchanged;
    } else {
        result.error = outcome.error();
    }
    return result;
}

} // namespace lb::test
