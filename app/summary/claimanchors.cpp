// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/claimanchors.h"

#include <QHash>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

constexpr qsizetype mostAnchors = 200;

// Numbers as digits or words: what a count in a sentence may look like.
#define LB_COUNT                                                                                                        \
    "([0-9]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[一二两三四五六七八九十]{1," \
    "3})"

int countOf(const QString& text)
{
    static const QHash<QString, int> words{
        {u"one"_s, 1},     {u"two"_s, 2},     {u"three"_s, 3}, {u"four"_s, 4}, {u"five"_s, 5},
        {u"six"_s, 6},     {u"seven"_s, 7},   {u"eight"_s, 8}, {u"nine"_s, 9}, {u"ten"_s, 10},
        {u"eleven"_s, 11}, {u"twelve"_s, 12}, {u"一"_s, 1},    {u"二"_s, 2},   {u"两"_s, 2},
        {u"三"_s, 3},      {u"四"_s, 4},      {u"五"_s, 5},    {u"六"_s, 6},   {u"七"_s, 7},
        {u"八"_s, 8},      {u"九"_s, 9},      {u"十"_s, 10}};
    bool ok = false;
    const int number = text.toInt(&ok);
    if (ok)
        return number;
    if (const auto known = words.constFind(text.toLower()); known != words.constEnd())
        return *known;
    // 十二, 二十, 二十三
    const qsizetype ten = text.indexOf(u'十');
    if (ten < 0)
        return -1;
    const int tens = ten == 0 ? 1 : words.value(text.first(ten), -1);
    const int ones = ten + 1 == text.size() ? 0 : words.value(text.sliced(ten + 1), -1);
    return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

struct Pattern {
    Anchor::Kind kind;
    QRegularExpression expression;
};

/// In this order: what one has taken the next does not see.
const std::array<Pattern, 14>& patterns()
{
    using Kind = Anchor::Kind;
    const auto make = [](Kind kind, const QString& text) {
        return Pattern{kind, QRegularExpression(text, QRegularExpression::CaseInsensitiveOption)};
    };
    const auto exact = [](Kind kind, const QString& text) { return Pattern{kind, QRegularExpression(text)}; };
    static const std::array<Pattern, 14> all{{
        make(Kind::Link,
             u"\\b(?:https?|ftp|git|ssh|file|data|javascript)://"
             u"?[^\\s<>\"')\\]，。；、）》]+|\\bwww\\.[^\\s<>\"')\\]，。；、）]+"
             "|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|\\bmailto:\\S+"_s),
        exact(
            Kind::Path,
            u"(?<![\\w/.])/?(?:[\\w.+-]+/){1,12}[\\w+-]*(?:\\.[A-Za-z]\\w{0,8})(?!\\w)"
            "|(?<![\\w/.])/?(?:[A-Za-z_][\\w.+-]*/){2,12}[\\w+-]*\\w"
            "|(?<![\\w/.-])[\\w-]+\\.(?:c|h|S|rst|txt|py|sh|rs|dts|dtsi|yaml|yml|json|ko|lds|patch)(?!\\w)"_s),
        exact(Kind::Flag, u"(?<![\\w\\-/])--?[A-Za-z][\\w-]*"_s),
        exact(Kind::Identifier,
              u"(?<!\\w)[A-Za-z_]\\w*(?:(?<=_)\\w+|_\\w*)(?:\\(\\))?|(?<!\\w)[A-Za-z]\\w*\\(\\)"_s),
        exact(Kind::Hash, u"\\b(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}\\b"_s),
        make(Kind::Version,
             u"\\bv([0-9]{1,3})(?!\\w|\\.\\d)|\\b(?:version|revision)\\s+([0-9]{1,3})(?!\\w|\\.\\d)"
             "|第\\s*([0-9]{1,3}|[一二三四五六七八九十]{1,3})\\s*版"_s),
        make(Kind::Patch,
             u"(?<![\\w/.])([0-9]{1,4})/([0-9]{1,4})(?![\\w/.]*\\w)|\\bpatch\\s+#?([0-9]{1,4})\\b"
             "|补丁\\s*#?([0-9]{1,4})(?!\\s*个)|第\\s*([0-9]{1,4}|[一二三四五六七八九十]{1,3})\\s*个补丁"_s),
        make(Kind::PatchCount,
             u"\\b(?:series of|consists? of|comprises|contains|in|with|has|spans|total "
             u"of)\\s+(?:the\\s+)?" LB_COUNT "\\s+patches\\b|\\b" LB_COUNT
             "[ -]patch(?:es)?\\s+(?:series|set|in total|in all)\\b|\\b(?:all|the)\\s+" LB_COUNT
             "\\s+patches\\b|(?:共|包含|由|分为|含|总计|全部)\\s*" LB_COUNT "\\s*个补丁|" LB_COUNT
             "\\s*个补丁(?:组成|构成|的(?:补丁)?(?:系列|集))"_s),
        make(Kind::ReplyCount,
             u"\\b" LB_COUNT "\\s+(?:replies|answers|responses)\\b|" LB_COUNT "\\s*[封条](?:回复|答复)"_s),
        make(Kind::MailCount, u"\\b" LB_COUNT "\\s+(?:e?mails|messages)\\b|" LB_COUNT "\\s*封(?:新)?邮件"_s),
        exact(Kind::Number, u"(?<![\\w.])0x[0-9a-fA-F]+\\b"_s),
        exact(Kind::Number, u"(?<![\\w.,])v?[0-9]+(?:\\.[0-9]+){1,3}(?:-rc[0-9]+)?"_s),
        exact(Kind::Number,
              u"(?<![\\w.])[0-9]{1,3}(?:,[0-9]{3})+(?!\\w)|(?<![\\w.])[0-9]+(?=\\s?(?:%|％|[mun]s\\b|s\\b|"
              u"secs?\\b|seconds?"
              "\\b|minutes?\\b|[KMGT]i?B\\b|[kMG]Hz\\b|bytes?\\b|bits?\\b|cycles?\\b|pages?\\b|times\\b|x\\b|"
              "倍|秒|毫秒|微秒|纳秒|字节|"
              "位|页|次|个周期))|(?<![\\w.])[0-9]{2,}(?![\\w])"_s),
        exact(Kind::Acronym,
              u"(?<![\\w-])(?=\\w*[A-Z])(?:\\w*[A-Z]\\w*[A-Z]\\w*|\\w*[A-Z]\\w*[0-9]\\w*|[a-z]+[A-Z]\\w*)"_s),
    }};
    return all;
}

#undef LB_COUNT

void readValues(Anchor& anchor, const QRegularExpressionMatch& match)
{
    QList<int> values;
    for (int i = 1; i <= match.lastCapturedIndex(); ++i) {
        if (!match.capturedView(i).isEmpty())
            values.append(countOf(match.captured(i)));
    }
    anchor.value = values.value(0, 0);
    anchor.total = values.value(1, 0);
}

} // namespace

QList<Anchor> anchorsIn(const QString& text)
{
    QList<Anchor> anchors;
    QString rest = text;
    for (const Pattern& pattern : patterns()) {
        QList<std::pair<qsizetype, qsizetype>> taken;
        for (auto all = pattern.expression.globalMatch(rest);
             all.hasNext() && anchors.size() < mostAnchors;) {
            const auto match = all.next();
            Anchor anchor{pattern.kind, match.captured(), 0, 0};
            readValues(anchor, match);
            while (!anchor.text.isEmpty() && u".,;:"_s.contains(anchor.text.back()))
                anchor.text.chop(1);
            taken.append({match.capturedStart(), match.capturedLength()});
            anchors.append(std::move(anchor));
        }
        for (const auto& [start, length] : taken) {
            for (qsizetype i = start; i < start + length; ++i)
                rest[i] = u' ';
        }
    }
    return anchors;
}

} // namespace lb::summary
