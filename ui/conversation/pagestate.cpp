// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/pagestate.h"

#include "ui/conversation/prose.h"

#include <QCoreApplication>
#include <QStringMatcher>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::ui::ConversationView)
};

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// The part of an item that is selected, as its mail has it.
QString partOf(const Conversation& page, const PageSelection& selection, int index)
{
    const Item& item = page.items[at(index)];
    const int from = index == selection.first().item ? selection.first().offset : 0;
    const int to
        = index == selection.last().item ? selection.last().offset : static_cast<int>(item.text.size());
    return originalText(item, from, std::max(to - from, 0));
}

/// Its lines stand elsewhere, too.
bool isOfWholeMail(const Conversation& page, const Item& item)
{
    return item.fold >= 0 && page.folds[at(item.fold)].kind == FoldKind::WholeMail;
}

/// Diff lines and pieces of one paragraph follow each other without an empty line.
bool isSameParagraph(const Item& above, const Item& below)
{
    return below.continues
        || (above.kind == below.kind && (below.kind == ItemKind::Diff || below.kind == ItemKind::Signature));
}

} // namespace

bool PageState::isShown(const Conversation& page, const Item& item) const
{
    if (item.kind == ItemKind::Heading)
        return true;
    if (closedSections.contains(item.section))
        return false;
    if (!closedPeople.isEmpty() && closedPeople.contains(page.mails[at(item.mail)].person)
        && (item.kind != ItemKind::Head || item.continues))
        return false;
    return (item.fold < 0 || openFolds.contains(item.fold))
        && (item.standsFor < 0 || !openFolds.contains(item.standsFor));
}

void PageState::reveal(const Conversation& page, const Item& item)
{
    if (item.kind != ItemKind::Heading)
        closedSections.remove(item.section);
    if (item.kind != ItemKind::Head || item.continues)
        closedPeople.remove(page.mails[at(item.mail)].person);
    if (item.fold >= 0)
        openFolds.insert(item.fold);
    if (item.standsFor >= 0)
        openFolds.remove(item.standsFor);
}

namespace
{

/// Names that outlive a page: of a fold its mail, its kind and its place among the folds of that mail.
using FoldName = std::tuple<qint64, FoldKind, int>;

std::vector<FoldName> foldNames(const Conversation& page)
{
    std::map<std::pair<int, FoldKind>, int> next;
    std::vector<FoldName> names;
    names.reserve(page.folds.size());
    for (const PageFold& fold : page.folds)
        names.emplace_back(page.mails[at(fold.mail)].row.value, fold.kind, next[{fold.mail, fold.kind}]++);
    return names;
}

} // namespace

PageState carriedOver(const PageState& state, const Conversation& older, const Conversation& newer)
{
    PageState carried;
    std::set<FoldName> open;
    const std::vector<FoldName> names = foldNames(older);
    for (const int fold : state.openFolds)
        open.insert(names[at(fold)]);
    const std::vector<FoldName> newNames = foldNames(newer);
    for (int fold = 0; fold < static_cast<int>(newNames.size()); ++fold) {
        if (open.contains(newNames[at(fold)]))
            carried.openFolds.insert(fold);
    }
    QSet<MailId> sections;
    for (const int section : state.closedSections)
        sections.insert(older.mails[at(older.sections[at(section)].mail)].row);
    for (int section = 0; section < static_cast<int>(newer.sections.size()); ++section) {
        if (sections.contains(newer.mails[at(newer.sections[at(section)].mail)].row))
            carried.closedSections.insert(section);
    }
    QSet<MailId> people;
    for (const PageMail& mail : older.mails) {
        if (state.closedPeople.contains(mail.person))
            people.insert(mail.row);
    }
    for (const PageMail& mail : newer.mails) {
        if (people.contains(mail.row))
            carried.closedPeople.insert(mail.person);
    }
    return carried;
}

int sameItem(const Conversation& older, int item, const Conversation& newer)
{
    if (item < 0)
        return -1;
    const Item& wanted = older.items[at(item)];
    const MailId row = older.mails[at(wanted.mail)].row;
    for (int index = 0; index < static_cast<int>(newer.items.size()); ++index) {
        const Item& other = newer.items[at(index)];
        if (other.kind == wanted.kind && other.line == wanted.line && other.continues == wanted.continues
            && newer.mails[at(other.mail)].row == row
            && isOfWholeMail(newer, other) == isOfWholeMail(older, wanted))
            return index;
    }
    return -1;
}

QString selectedText(const Conversation& page, const std::vector<bool>& shown, const PageSelection& selection)
{
    QString text;
    if (selection.isEmpty())
        return text;
    int above = -1;
    for (int index = selection.first().item; index <= selection.last().item; ++index) {
        if (!shown[at(index)])
            continue;
        const Item& item = page.items[at(index)];
        if (above >= 0)
            text += isSameParagraph(page.items[at(above)], item) ? u"\n"_s : u"\n\n"_s;
        text += partOf(page, selection, index);
        above = index;
    }
    return text;
}

QString quotedText(const Conversation& page, const std::vector<bool>& shown, const PageSelection& selection)
{
    QStringList parts;
    QString lines;
    int mail = -1;
    int above = -1;
    const auto flush = [&] {
        if (lines.isEmpty())
            return;
        const PageMail& from = page.mails[at(mail)];
        QString part = Texts::tr("On %1, %2 wrote:").arg(from.time, from.sender);
        part += u'\n' + lines;
        if (!from.permalink.isEmpty())
            part += u'\n' + from.permalink;
        parts.append(part);
        lines.clear();
    };
    for (int index = selection.first().item; index >= 0 && index <= selection.last().item; ++index) {
        const Item& item = page.items[at(index)];
        if (!shown[at(index)] || !item.isMailText())
            continue;
        if (item.mail != mail)
            flush();
        const bool parted = !lines.isEmpty() && !isSameParagraph(page.items[at(above)], item);
        if (!lines.isEmpty())
            lines += parted ? u"\n>\n"_s : u"\n"_s;
        mail = item.mail;
        above = index;
        const QString marks = item.quoted ? u"> > "_s : u"> "_s;
        const QStringList text = partOf(page, selection, index).split(u'\n');
        for (qsizetype line = 0; line < text.size(); ++line) {
            lines += (line > 0 ? u"\n"_s : QString()) + (text.at(line).isEmpty() ? marks.trimmed() : marks)
                + text.at(line);
        }
    }
    flush();
    return parts.join("\n\n"_L1);
}

PageSelection passageAt(const Conversation& page, int item)
{
    if (item < 0 || item >= static_cast<int>(page.items.size()))
        return {};
    const Item& here = page.items[at(item)];
    const auto belongs = [&](int index) {
        const Item& other = page.items[at(index)];
        return other.section == here.section && other.card == here.card && other.mail == here.mail;
    };
    int first = item;
    while (first > 0 && belongs(first - 1))
        --first;
    int last = item;
    while (last + 1 < static_cast<int>(page.items.size()) && belongs(last + 1))
        ++last;
    return {{first, 0}, {last, static_cast<int>(page.items[at(last)].text.size())}};
}

std::vector<PageMatch> findInPage(const Conversation& page, const QString& text)
{
    std::vector<PageMatch> found;
    if (text.isEmpty())
        return found;
    QString words = text;
    words.replace(u'\n', u' ');
    const QStringMatcher matcher(words, Qt::CaseInsensitive);
    for (int index = 0; index < static_cast<int>(page.items.size()); ++index) {
        const Item& item = page.items[at(index)];
        if (isOfWholeMail(page, item))
            continue;
        for (qsizetype from = matcher.indexIn(item.text); from >= 0;
             from = matcher.indexIn(item.text, from + words.size())) {
            if (static_cast<int>(found.size()) == mostMatches)
                return found;
            found.push_back({index, static_cast<int>(from), static_cast<int>(words.size())});
        }
    }
    return found;
}

int nextCard(const Conversation& page, const std::vector<bool>& shown, int from, int step)
{
    for (int index = from + step; index >= 0 && index < static_cast<int>(page.items.size()); index += step) {
        const Item& item = page.items[at(index)];
        const bool begins = item.kind == ItemKind::Heading || (item.kind == ItemKind::Head && item.card >= 0);
        if (begins && shown[at(index)])
            return index;
    }
    return -1;
}

namespace
{

template <typename Wanted>
int goAround(const Conversation& page, int from, Wanted wanted)
{
    const int count = static_cast<int>(page.items.size());
    for (int step = 1; step <= count; ++step) {
        const int index = (std::max(from, -1) + step) % count;
        if (wanted(page.items[at(index)], index))
            return index;
    }
    return -1;
}

} // namespace

int nextNew(const Conversation& page, const std::vector<bool>& read, int from)
{
    return goAround(page, from, [&](const Item& item, int index) {
        const PageMail& mail = page.mails[at(item.mail)];
        return mail.firstItem == index && mail.isNew && !read[at(item.mail)];
    });
}

int nextQuestion(const Conversation& page, int from)
{
    return goAround(page, from, [](const Item& item, int) { return item.isQuestion; });
}

} // namespace lb::ui
