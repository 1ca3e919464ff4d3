// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/factsblock.h"

#include "summary/digestwords.h"
#include "summary/mailtext.h"
#include "thread/category.h"
#include "thread/factwords.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

constexpr int mostTrailers = 60;
constexpr qsizetype mostStatements = 20;

/// The words of a facts block. They follow the report's language, not the window's.
struct Words {
    QString subject, category, mails, series, missing, trailer, patches, applied, queued, merged, bots,
        passes, objections, questions, awaiting;
    QString author, reviewers, maintainer, nobody;
};

const Words& words(Language language)
{
    static const Words english{u"Subject: %1"_s,
                               u"Category: %1"_s,
                               u"Mails: %1, of them new: %2; people: %3"_s,
                               u"Series: version %1, %2 patches; present here: %3"_s,
                               u"none"_s,
                               u"%1: %2"_s,
                               u"(patches %1)"_s,
                               u"Said to be applied %1: \"%2\""_s,
                               u"Said to be queued %1: \"%2\""_s,
                               u"Said to be merged %1: \"%2\""_s,
                               u"Automatic test failures reported in %1"_s,
                               u"Automatic tests passed as reported in %1"_s,
                               u"Objection %1: \"%2\""_s,
                               u"Question without an answer so far %1: \"%2\""_s,
                               u"Awaited: %1"_s,
                               u"the author"_s,
                               u"reviewers"_s,
                               u"the maintainer"_s,
                               u"nobody"_s};
    static const Words chinese{u"主题：%1"_s,
                               u"类别：%1"_s,
                               u"邮件：%1，其中新邮件：%2；人数：%3"_s,
                               u"系列：第 %1 版，共 %2 个补丁；此处有：%3"_s,
                               u"无"_s,
                               u"%1: %2"_s,
                               u"（补丁 %1）"_s,
                               u"声明已合入 %1：“%2”"_s,
                               u"声明已排队 %1：“%2”"_s,
                               u"声明已合并 %1：“%2”"_s,
                               u"自动测试失败报告见 %1"_s,
                               u"自动测试通过报告见 %1"_s,
                               u"反对意见 %1：“%2”"_s,
                               u"尚未得到回答的问题 %1：“%2”"_s,
                               u"在等：%1"_s,
                               u"作者"_s,
                               u"评审者"_s,
                               u"维护者"_s,
                               u"无人"_s};
    return language == Language::Chinese ? chinese : english;
}

QString cite(const QList<int>& mails)
{
    QString all;
    for (const int mail : mails.first(std::min(mails.size(), qsizetype(12))))
        all += u"[%1]"_s.arg(mail);
    return all;
}

QString awaited(thread::Awaiting awaiting, const Words& say)
{
    switch (awaiting) {
    case thread::Awaiting::Author:
        return say.author;
    case thread::Awaiting::Reviewers:
        return say.reviewers;
    case thread::Awaiting::Maintainer:
        return say.maintainer;
    case thread::Awaiting::Nobody:
        break;
    }
    return say.nobody;
}

/// One line for each trailer and person, with all patches it was given for.
void addTrailers(QStringList& lines, const QList<thread::Trailer>& trailers, const Words& say)
{
    struct Given {
        QList<int> patches;
        QList<int> mails;
    };
    std::map<std::pair<QString, QString>, Given> given;
    for (const thread::Trailer& trailer : trailers) {
        const QString who = trailer.who.name.isEmpty() ? trailer.who.address : trailer.who.name;
        Given& one = given[{safeLine(trailer.kind, 40), safeLine(who, 160)}];
        one.patches += trailer.appliesTo;
        if (!one.mails.contains(trailer.mail))
            one.mails.append(trailer.mail);
    }
    int count = 0;
    for (auto& [what, one] : given) {
        if (++count > mostTrailers)
            break;
        std::ranges::sort(one.patches);
        one.patches.erase(std::unique(one.patches.begin(), one.patches.end()), one.patches.end());
        QString text = say.trailer.arg(what.first, what.second);
        if (!one.patches.isEmpty())
            text += u' ' + say.patches.arg(numberRanges(one.patches));
        lines.append(text + u' ' + cite(one.mails));
    }
}

void addStatement(QStringList& lines, const thread::Statement& one, const QString& label)
{
    lines.append(label.arg(cite({one.mail}), safeLine(one.quote, 300)));
}

void addStatements(QStringList& lines, const QList<thread::Statement>& statements, const QString& label)
{
    for (const thread::Statement& one : statements.first(std::min(statements.size(), mostStatements)))
        addStatement(lines, one, label);
}

void addApplied(QStringList& lines, const QList<thread::AppliedStatement>& statements, const Words& say)
{
    for (const thread::AppliedStatement& one : statements.first(std::min(statements.size(), mostStatements)))
        addStatement(lines, one,
                     one.fate == thread::Fate::Queued       ? say.queued
                         : one.fate == thread::Fate::Merged ? say.merged
                                                            : say.applied);
}

QString awaitedWhy(const thread::Facts& facts, const Words& say, Language language)
{
    QString text = awaited(facts.awaiting, say);
    const QStringList names = thread::awaitedNames(facts.grounds);
    if (!names.isEmpty())
        text += u" ("_s + safeLine(names.join(u", "_s), 300) + u')';
    if (!facts.grounds.mails.isEmpty())
        text += u" – "_s + thread::reasonText(facts.grounds.reason, language) + u' '
            + cite(facts.grounds.mails);
    return text;
}

} // namespace

QStringList factLines(const thread::Listing& listing, const thread::Facts& facts, Language language)
{
    const Words& say = words(language);
    QStringList lines;
    lines.append(say.subject.arg(safeLine(listing.title, 300)));
    lines.append(say.category.arg(thread::categoryName(listing.category)));
    lines.append(say.mails.arg(listing.count()).arg(listing.newMails).arg(listing.people));
    if (facts.series) {
        const QString present
            = facts.series->present.isEmpty() ? say.missing : numberRanges(facts.series->present);
        lines.append(say.series.arg(facts.series->revision).arg(facts.series->total).arg(present));
    }
    addTrailers(lines, facts.trailers, say);
    addApplied(lines, facts.applied, say);
    if (const QList<int> failures = facts.botFailures(); !failures.isEmpty())
        lines.append(say.bots.arg(cite(failures)));
    if (const QList<int> passes = facts.botPasses(); !passes.isEmpty())
        lines.append(say.passes.arg(cite(passes)));
    addStatements(lines, facts.objections, say.objections);
    addStatements(lines, facts.openQuestions(), say.questions);
    lines.append(say.awaiting.arg(awaitedWhy(facts, say, language)));
    return lines;
}

} // namespace lb::summary
