// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/bodytext.h"
#include "ui/diffreader.h"

#include <vector>

namespace lb::ui
{

/// The diff of one mail: what kind each line is, which file it is about, and what has not been shown yet.
class PatchLines
{
public:
    explicit PatchLines(const mail::BodyText& body);

    [[nodiscard]] bool hasDiff() const { return !m_lines.empty(); }
    [[nodiscard]] DiffLine tone(int line) const; ///< of an index into BodyText::lines
    [[nodiscard]] QString fileAt(int line) const; ///< its path; empty above the first file

    /// Lines that are folded away together: of one file, or of whole files.
    struct Gap {
        int first = 0; ///< indexes into BodyText::lines, both inclusive
        int last = -1;
        int lines = 0;
        int files = 0; ///< 0 = a part of one
        QString file;
    };
    /// What stands between the lines shown last and `line`: the rest of that file, the files between, the
    /// beginning of the file of `line`.
    [[nodiscard]] std::vector<Gap> gapsBefore(int line) const;
    void advance(int line) { m_shown = std::max(m_shown, line); } ///< everything before it has been shown

private:
    struct Line {
        int line = 0;
        DiffLine tone = DiffLine::Context;
        int file = -1;
    };
    [[nodiscard]] std::vector<Line>::const_iterator find(int line) const;
    [[nodiscard]] Gap gapOf(std::vector<Line>::const_iterator first,
                            std::vector<Line>::const_iterator last) const;

    std::vector<Line> m_lines; ///< of the diff only, ascending
    std::vector<QString> m_files;
    int m_shown = 0;
};

} // namespace lb::ui
