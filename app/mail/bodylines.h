// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace lb::mail
{

// What a single line of a mail's text looks like. Pure helpers of classify().

[[nodiscard]] bool isBlank(QStringView line);

struct QuoteMarks {
    int depth = 0;
    qsizetype length = 0; ///< of the marks with the space after them
};
[[nodiscard]] QuoteMarks quoteMarks(QStringView line);

/// "On Mon, 16 Jun 2025 ...", "在 2025/6/16 ...": the start of an attribution. Wants a digit, because dates
/// have one.
[[nodiscard]] bool opensAttribution(QStringView line);
/// "... wrote:", "... 写道：" and the like.
[[nodiscard]] bool closesAttribution(QStringView line);

/// "-----Original Message-----" in several languages, or the rule that Outlook on the web draws.
[[nodiscard]] bool isOriginalMark(QStringView line);

enum class HeaderLabel { None, From, Other };
/// "From: ...", "发件人：..." and the other labels of a quoted header block.
[[nodiscard]] HeaderLabel headerLabel(QStringView line);

/// " path | 12 ++--", " 3 files changed, ...", " create mode 100644 path"
[[nodiscard]] bool isDiffStatLine(QStringView line);
/// The path of " path | 12 ++--"; empty for all other lines.
[[nodiscard]] QStringView diffStatPath(QStringView line);
/// The path that "diff --git a/path b/path" or "+++ b/path" names; empty for all other lines.
[[nodiscard]] QStringView diffPath(QStringView line);

/// Follows a unified diff line by line. The counts of "@@ -a,b +c,d @@" tell where a hunk ends, so that "-- "
/// in a hunk is a removed line and below it is the signature.
class DiffScanner
{
public:
    /// 1 if the line belongs to the diff, 0 if the diff has ended before it.
    [[nodiscard]] qsizetype take(QStringView line, QStringView next);

private:
    void startHunk(QStringView line);
    bool takeHunkLine(QStringView line, QStringView next);

    qint64 m_oldLeft = 0;
    qint64 m_newLeft = 0;
    bool m_binary = false;
};

} // namespace lb::mail
