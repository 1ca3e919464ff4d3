// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace lb::mail
{

enum class LineKind : quint8 {
    Own, ///< written in this mail
    Quote, ///< starts with one or more '>'
    Attribution, ///< "On ... wrote:", "在 ... 写道：", an Outlook header block
    Diff, ///< a unified diff, from "diff --git"/"---" to its end
    DiffStat, ///< the part of a patch mail between "---" and the diff, with its file list
    Signature, ///< "-- " and below, mailing-list footers, the git version
};

struct BodyLine {
    LineKind kind = LineKind::Own;
    int depth = 0; ///< number of '>' for Quote, else 0
    qsizetype start = 0; ///< where the line's text starts in BodyText::text; quote marks excluded
    qsizetype length = 0; ///< without the line end
};

/// A mail's text with each line's role. Lines are in order and cover the text.
struct BodyText {
    QString text;
    std::vector<BodyLine> lines;

    [[nodiscard]] QStringView line(const BodyLine& line) const
    {
        return QStringView(text).mid(line.start, line.length);
    }
};

/// Classifies the lines in one pass. Pure, re-entrant, linear.
[[nodiscard]] BodyText classify(const QString& text);

/// The files that the diff and the diffstat name, each once, each on a line. Those that a diffstat shortens
/// are left out.
[[nodiscard]] QString touchedFiles(const BodyText& body);

/// What full-text search should find a mail by: its own words, commit message and notes; no quotes, no
/// hunks. CJK characters are set apart by spaces so that FTS5's unicode61 takes each for a word.
[[nodiscard]] QString searchText(const BodyText& body);

/// The same spacing of CJK characters for a query.
[[nodiscard]] QString spacedForSearch(QStringView text);

} // namespace lb::mail
