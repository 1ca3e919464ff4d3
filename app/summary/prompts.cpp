// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/prompts.h"

#include <QCryptographicHash>
#include <QFile>

using namespace Qt::StringLiterals;

namespace lb::summary
{

PromptTemplate threadPrompt(Language language)
{
    QFile file(u":/prompts/thread.%1.md"_s.arg(languageCode(language)));
    PromptTemplate made;
    if (!file.open(QIODevice::ReadOnly))
        return made; // cannot be: it is part of the program; test_prompts would fail
    const QByteArray bytes = file.readAll();
    const QString text = QString::fromUtf8(bytes);
    const QString divider = u"\n=====\n"_s;
    const qsizetype at = text.indexOf(divider);
    made.system = text.left(at).trimmed();
    made.user = text.mid(at + divider.size()).trimmed();
    made.version = "thread/3:"_L1
        + QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().first(12));
    return made;
}

QString filledIn(const QString& text, const QHash<QString, QString>& values)
{
    QString result;
    qsizetype at = 0;
    for (;;) {
        const qsizetype open = text.indexOf("{{"_L1, at);
        const qsizetype close = open < 0 ? -1 : text.indexOf("}}"_L1, open);
        if (close < 0) {
            result += QStringView(text).mid(at);
            return result;
        }
        const QString name = text.mid(open + 2, close - open - 2);
        result += QStringView(text).mid(at, open - at);
        if (values.contains(name))
            result += values.value(name);
        else
            result += QStringView(text).mid(open, close + 2 - open);
        at = close + 2;
    }
}

} // namespace lb::summary
