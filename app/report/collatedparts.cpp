// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/collatedparts.h"

#include "report/text.h"
#include "thread/people.h"
#include "thread/safetext.h"

using namespace Qt::StringLiterals;
using lb::thread::BlockKind;

namespace lb::report
{

namespace
{

constexpr int tabWidth = 8;
constexpr qsizetype longestLine = 2000; ///< of a line for people

QString readable(QStringView line)
{
    const QString text = thread::plainText(line.left(longestLine).toString());
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'\t')
            result += QString(tabWidth - result.size() % tabWidth, u' ');
        else
            result += c;
    }
    if (line.size() > longestLine)
        result += u'…';
    return result;
}

} // namespace

std::vector<CollatedPart> partsOf(const CollatedThread& thread)
{
    std::vector<CollatedPart> parts;
    std::vector<bool> begun(thread.material.listing.mails.size(), false);
    int card = -1;
    int section = -1;
    for (const thread::CollatedBlock& block : thread.collation.blocks) {
        if (block.kind == BlockKind::Signature || (block.kind == BlockKind::Quote && block.repeats))
            continue;
        const auto mail = static_cast<std::size_t>(block.mail);
        CollatedPart part;
        part.block = &block;
        part.mail = &thread.material.listing.mails[mail];
        part.startsSection = block.section != section;
        part.startsCard = block.card != card;
        part.continuesCard = part.startsCard && begun[mail];
        begun[mail] = true;
        card = block.card;
        section = block.section;
        const mail::BodyText& body = thread.material.bodies[mail];
        for (int i = block.firstLine; i <= block.lastLine; ++i)
            part.lines += readable(body.line(body.lines[static_cast<std::size_t>(i)]));
        parts.push_back(std::move(part));
    }
    return parts;
}

QList<int> sourcesOf(const thread::Collation& collation, const thread::CollatedBlock& block)
{
    QList<int> sources;
    const auto& origins = collation.origins[static_cast<std::size_t>(block.mail)];
    for (int i = block.firstLine; i <= block.lastLine; ++i) {
        const thread::Origin& origin = origins[static_cast<std::size_t>(i)];
        if (origin.isKnown() && origin.mail != block.mail && !sources.contains(origin.mail))
            sources += origin.mail;
    }
    return sources;
}

QString cardTitle(const CollatedPart& part, Language language)
{
    QString title = u"[%1] "_s.arg(part.mail->number)
        + thread::plainLine(thread::shownName(part.mail->mail.from)) + u" · "_s
        + localDayAndTime(part.mail->mail.date);
    if (part.continuesCard)
        title += language == Language::Chinese ? u" · 续"_s : u" · continued"_s;
    return title;
}

QString quoteTitle(const CollatedThread& thread, const thread::CollatedBlock& block)
{
    const bool chinese = thread.language == Language::Chinese;
    QStringList numbers;
    for (const int source : sourcesOf(thread.collation, block))
        numbers += u"[%1]"_s.arg(thread.material.listing.mails[static_cast<std::size_t>(source)].number);
    if (numbers.isEmpty())
        return chinese ? u"引用，未找到出处："_s : u"Quoted, source not found:"_s;
    return (chinese ? u"引自 %1："_s : u"Quoted from %1:"_s).arg(numbers.join(u' '));
}

QByteArray write(const CollatedThread& thread, Format format)
{
    switch (format) {
    case Format::Markdown:
        return writeCollatedMarkdown(thread);
    case Format::Html:
        return writeCollatedHtml(thread);
    case Format::Json:
        return writeCollatedJson(thread);
    }
    return {};
}

} // namespace lb::report
