// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "thread/collation.h"

namespace lb::report
{

/// One thread laid out as one document, before it is written in a format.
struct CollatedThread {
    thread::Material material;
    thread::Collation collation; ///< of the material
    QString listName;
    Language language = Language::English; ///< of headings; mails stay as they are
    Permalink permalink;
};

/// The document as UTF-8. Pure; for equal threads equal bytes.
///
/// JSON, "schema": "listbrief-collated/1": {schema, list, title, root_message_id, mails: [{n, message_id,
/// parent: n|null, subject, from_name, from_address, date, new, permalink|null}], blocks: [...]}, a block
/// being {mail: n, kind: "own"|"quote"|"diff"|"signature", source_mail: n|null, lines: [text], answers:
/// i|null, depth, section: n}. `answers` counts blocks from 0. Only quotes have a source: the mail in which
/// the lines are its sender's own; null there = found nowhere. File lists are of the kind "diff". Markdown
/// and HTML leave out signatures and quotes that repeat what stands right above them.
[[nodiscard]] QByteArray write(const CollatedThread& thread, Format format);

} // namespace lb::report
