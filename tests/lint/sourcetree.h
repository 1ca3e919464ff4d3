// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace lb::test
{

/// A file of the clone, named as in "app/mail/mboxreader.cpp".
struct SourceFile {
    QString path;
    QString text;

    [[nodiscard]] bool isCpp() const;
    [[nodiscard]] bool isHeader() const;
    /// The text with comments and the insides of strings blanked; lines and columns stay as they are. A line
    /// whose comment says "lint-ok: <reason>" is blanked whole: that is how an exception is granted.
    [[nodiscard]] QString code() const;
};

/// The clone's folder (LB_SOURCE); empty when it is not there.
[[nodiscard]] QString sourceRoot();

/// All text files below these folders of the clone, sorted by path.
[[nodiscard]] QList<SourceFile> sourceFiles(const QStringList& folders, const QStringList& namePatterns);

/// "path:line: what" for a place in a file's text.
[[nodiscard]] QString finding(const SourceFile& file, qsizetype position, const QString& what);

} // namespace lb::test
