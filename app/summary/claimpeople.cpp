// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/claimpeople.h"

#include "thread/people.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

constexpr qsizetype shortestName = 3;

/// Words that begin with a capital and are nobody's name.
bool isCommonWord(const QString& folded)
{
    static const QSet<QString> common{
        u"the"_s,     u"a"_s,         u"an"_s,       u"linux"_s,    u"kernel"_s,    u"arm"_s,
        u"intel"_s,   u"i"_s,         u"monday"_s,   u"tuesday"_s,  u"wednesday"_s, u"thursday"_s,
        u"friday"_s,  u"saturday"_s,  u"sunday"_s,   u"january"_s,  u"february"_s,  u"march"_s,
        u"april"_s,   u"may"_s,       u"june"_s,     u"july"_s,     u"august"_s,    u"september"_s,
        u"october"_s, u"november"_s,  u"december"_s, u"english"_s,  u"chinese"_s,   u"reviewed"_s,
        u"acked"_s,   u"tested"_s,    u"nacked"_s,   u"reported"_s, u"suggested"_s, u"signed"_s,
        u"fixes"_s,   u"link"_s,      u"closes"_s,   u"by"_s,       u"git"_s,       u"github"_s,
        u"armv8"_s,   u"android"_s,   u"debian"_s,   u"qemu"_s,     u"stage"_s,     u"patch"_s,
        u"no"_s,      u"all"_s,       u"this"_s,     u"it"_s,       u"in"_s,        u"new"_s,
        u"co"_s,      u"developed"_s, u"cc"_s,       u"rust"_s,     u"clang"_s,     u"gcc"_s,
        u"python"_s,  u"hypervisor"_s};
    return common.contains(folded);
}

bool isKnown(const QString& word, const ThreadIndex& index, const Glossary& glossary)
{
    const QString folded = word.toCaseFolded();
    return isCommonWord(folded) || index.hasWord(folded) || glossary.hasWord(folded)
        || (folded.endsWith(u's') && index.hasWord(folded.chopped(1)));
}

/// "Ada Example", "Jean-Luc", "Łukasz": words with a capital in front and small letters behind.
const QRegularExpression& capitalised()
{
    static const QRegularExpression pattern(
        u"(?<![\\p{L}\\p{N}_./])\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?(?![\\p{Lu}\\p{N}_(/]|\\.\\w)"_s);
    return pattern;
}

bool startsSentence(const QString& text, qsizetype at)
{
    qsizetype before = at - 1;
    while (before >= 0 && u" \"“‘'(*"_s.contains(text.at(before)))
        --before;
    return before < 0 || u".!?:。！？：；"_s.contains(text.at(before));
}

bool followsByOrFrom(const QString& text, qsizetype at)
{
    static const QRegularExpression end(u"\\b(?:by|from|and|to|of|with)\\s+$"_s);
    return end.match(text.left(at).right(8)).hasMatch();
}

bool precedesSpeech(const QString& text, qsizetype at)
{
    static const QRegularExpression start(
        u"^(?:'s)?\\s*(?:says?|said|asks?|asked|objects?|objected|suggests?|suggested|notes?|noted|argues?|"
        u"argued|agrees?|agreed"
        "|proposes?|proposed|wants?|reviews?|reviewed|replie[sd]|points|pointed|thinks?|tests?|tested|acks?|"
        "acked|answers?"
        "|answered|confirms?|confirmed|rejects?|rejected|gives?|gave|reports?|reported|requests?|requested)"
        "\\b"
        "|^\\s*(?:表示|认为|指出|建议|提出|反对|同意|询问|要求|回复|说|问|给出|确认|报告|质疑|希望|解释|测试|提到|补充)"_s);
    return start.match(text.mid(at, 24)).hasMatch();
}

/// Names in Chinese characters: a family name in front of one or two characters, before a word of speech.
QString chineseStranger(const QString& text, const ThreadIndex& index)
{
    static const QString families
        = u"王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
          "苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾"
          "侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"_s;
    static const QRegularExpression pattern(
        u"(?:(?<!\\p{Han})|(?<=[此据由与和但而被对因向]))([%1]\\p{Han}{1,2}?)"
        "(?:表示|认为|指出|建议|提出|反对|同意|询问|要求|回复|说|问|给出|确认|报告|质疑|希望|解释"
        "|测试|提到|补充|也)"_s.arg(families));
    static const QSet<QString> nouns{u"高通"_s,   u"方案"_s, u"文档"_s, u"常规"_s, u"白名单"_s,
                                     u"任何人"_s, u"于是"_s, u"万一"_s, u"任务"_s, u"程序"_s};
    for (auto all = pattern.globalMatch(text); all.hasNext();) {
        const QString name = all.next().captured(1);
        if (!nouns.contains(name) && !index.holds(name, Qt::CaseSensitive))
            return name;
    }
    return {};
}

} // namespace

QString strangerIn(const QString& said, const ThreadIndex& index, const Glossary& glossary)
{
    QString text = said;
    for (const QString& name : index.chineseNames())
        text.remove(name);
    const bool isChinese
        = std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
    qsizetype lastEnd = -2;
    bool lastUnknown = false;
    for (auto all = capitalised().globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        const QString word = match.captured();
        const QStringList parts = word.split(u'-');
        const bool unknown = std::any_of(
            parts.begin(), parts.end(), [&](const QString& part) { return !isKnown(part, index, glossary); });
        const bool isSecond = match.capturedStart() == lastEnd + 1;
        const bool speaks
            = followsByOrFrom(text, match.capturedStart()) || precedesSpeech(text, match.capturedEnd());
        if (unknown && word.size() >= shortestName) {
            const bool starts = startsSentence(text, match.capturedStart()) && !isChinese;
            if (speaks || (isChinese && !starts) || (isSecond && lastUnknown))
                return word;
            if (isSecond && !starts)
                return word;
        }
        // "Linus Torvalds" of whom one word is known by chance
        if (isSecond && lastUnknown && speaks)
            return word;
        lastUnknown = unknown;
        lastEnd = match.capturedEnd();
    }
    return chineseStranger(text, index);
}

QList<int> peopleNamedIn(const QString& text, const ThreadIndex& index)
{
    QList<int> persons;
    const auto add = [&](const mail::Address& address, int person) {
        const QString name = thread::shownName(address);
        if (name.size() >= shortestName && !persons.contains(person)
            && holdsToken(text, name, Qt::CaseInsensitive))
            persons.append(person);
    };
    for (const IndexedMail& mail : index.mails())
        add(mail.listed->mail.from, mail.person);
    for (const IndexedTrailer& trailer : index.trailers()) {
        if (!trailer.trailer->who.address.isEmpty())
            add(trailer.trailer->who, trailer.person);
    }
    return persons;
}

bool namesPerson(const IndexedMail& mail, int person, const ThreadIndex& index)
{
    if (mail.person == person)
        return true;
    const auto isNamed = [&mail](const mail::Address& address) {
        const QString name = thread::shownName(address);
        const QString first = name.section(u' ', 0, 0);
        return holdsToken(mail.all, name, Qt::CaseInsensitive)
            || (first.size() >= shortestName && holdsToken(mail.all, first, Qt::CaseInsensitive));
    };
    const bool sends = std::any_of(index.mails().begin(), index.mails().end(), [&](const IndexedMail& other) {
        return other.person == person && isNamed(other.listed->mail.from);
    });
    return sends
        || std::any_of(index.trailers().begin(), index.trailers().end(), [&](const IndexedTrailer& one) {
               return one.person == person && isNamed(one.trailer->who);
           });
}

} // namespace lb::summary
