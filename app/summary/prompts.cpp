// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/prompts.h"

#include <QCryptographicHash>
#include <QFile>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

struct Shipped {
    const char* file;
    const char* number; ///< raise when what the program makes of the answer changes
};

PromptTemplate load(const Shipped& shipped, Language language)
{
    QFile file(u":/prompts/%1.%2.md"_s.arg(QLatin1StringView(shipped.file), languageCode(language)));
    PromptTemplate made;
    if (!file.open(QIODevice::ReadOnly))
        return made; // cannot be: it is part of the program; test_packing would fail
    const QByteArray bytes = file.readAll();
    const QString text = QString::fromUtf8(bytes);
    const QString divider = u"\n=====\n"_s;
    const qsizetype at = text.indexOf(divider);
    made.system = text.left(at).trimmed();
    made.user = text.mid(at + divider.size()).trimmed();
    made.version = u"%1/%2:"_s.arg(QLatin1StringView(shipped.file), QLatin1StringView(shipped.number))
        + QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().first(12));
    return made;
}

/// In both languages, read once.
struct Pair {
    explicit Pair(const Shipped& shipped)
        : english(load(shipped, Language::English)), chinese(load(shipped, Language::Chinese))
    {
    }
    [[nodiscard]] const PromptTemplate& in(Language language) const
    {
        return language == Language::Chinese ? chinese : english;
    }

    PromptTemplate english;
    PromptTemplate chinese;
};

} // namespace

PromptTemplate threadPrompt(Language language)
{
    static const Pair pair({"thread", "3"});
    return pair.in(language);
}

PromptTemplate updatePrompt(Language language)
{
    static const Pair pair({"update", "1"});
    return pair.in(language);
}

PromptTemplate translatePrompt(Language language)
{
    static const Pair pair({"translate", "1"});
    return pair.in(language);
}

bool isCurrentPrompt(const QString& version, Language language)
{
    return version == threadPrompt(language).version || version == updatePrompt(language).version
        || version == translatePrompt(language).version;
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
