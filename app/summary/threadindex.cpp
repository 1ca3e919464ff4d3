// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/threadindex.h"

#include "thread/linetable.h"
#include "thread/people.h"
#include "thread/statements.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using lb::mail::LineKind;

namespace lb::summary
{

namespace
{

constexpr int runWords = 3;
constexpr int runCharacters = 6;
constexpr qsizetype fewestLetters = 3; ///< of a quote

bool isWordCharacter(QChar c)
{
    return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_');
}

QChar foldedMark(QChar c)
{
    switch (c.unicode()) {
    case 0x2018:
    case 0x2019:
    case u'`':
        return u'\'';
    case 0x201c:
    case 0x201d:
        return u'"';
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2014:
        return u'-';
    default:
        return c.toCaseFolded();
    }
}

/// Letters that look like Latin ones as those, one for one, so that an order cannot hide behind them.
QString unmasked(QString folded)
{
    static const QHash<QChar, QChar> alike = [] {
        constexpr QStringView letters = u"аaеeоoрpсcхxуyіiјjѕsԁdһhԛqԝwкkмmтtνvοoαaρpυuιiκkγyɡgıi";
        QHash<QChar, QChar> made;
        for (qsizetype i = 0; i + 1 < letters.size(); i += 2)
            made.insert(letters.at(i), letters.at(i + 1));
        return made;
    }();
    for (QChar& c : folded) {
        if (c.unicode() >= 0xff01 && c.unicode() <= 0xff5e)
            c = QChar(c.unicode() - 0xfee0).toCaseFolded();
        else if (c.unicode() > 0x7f && c.script() != QChar::Script_Han)
            c = alike.value(c, c);
    }
    return folded;
}

/// What a mail says to a program that reads it. No kernel developer talks to a summary.
const QRegularExpression& orderPattern()
{
    static const QRegularExpression pattern(
        u"\\b(?:ignore|disregard|forget|override)\\b[^.\\n]{0,40}\\b(?:instructions|prompts?|directions)\\b"
        "|\\b(?:you are|act as|pretend to be)\\b[^.\\n]{0,20}\\b(?:an? ai|assistant|language "
        "model|summari[sz]er|chatbot"
        "|llm)\\b"
        "|\\b(?:notes?|messages?|instructions?|attention)\\b[ "
        ":,]{1,2}(?:to|for)?\\b[^.\\n]{0,20}\\b(?:ai|llms?|language"
        " models?|assistants?|summari[sz]ers?)\\b"
        "|\\b(?:dear|hey|hello|hi|attention)[ "
        ",:]{1,2}(?:ai|llm|assistant|model|summari[sz]er|chatgpt|claude|gemini)\\b"
        "|\\bsystem prompt\\b|\\bnew instructions:|<\\|im_start\\|>|<\\|im_end\\|>|\\[/?inst\\]|<</?sys>>"
        "|\\b(?:your|the) summary (?:must|should|shall|has to) "
        "(?:say|state|read|contain|include|begin|end)\\b"
        "|\\b(?:when|if|while) (?:you "
        ")?summari[sz](?:e|ing)\\b[^.\\n]{0,40}\\b(?:say|write|state|report|output|tell)\\b"
        "|\\b(?:output|print|respond|reply|answer) (?:only|exactly|with exactly|with only|nothing but)\\b"
        "|忽略[^。\\n]{0,12}(?:指令|指示|提示|要求|规则)|你(?:现在)?是(?:一个|一名)?(?:ai|人工智能|助手|"
        "语言模型)"
        "|在(?:你的)?(?:总结|摘要)(?:里|中)[^。\\n]{0,6}(?:写|说|注明|输出)|(?:致|给)(?:ai|模型|助手|"
        "总结程序)[：:，]"
        "|系统提示词"_s);
    return pattern;
}

bool isEdge(QStringView text, qsizetype from, qsizetype to)
{
    const bool startsFree
        = from == 0 || !isWordCharacter(text.at(from)) || !isWordCharacter(text.at(from - 1));
    const bool endsFree
        = to == text.size() || !isWordCharacter(text.at(to - 1)) || !isWordCharacter(text.at(to));
    return startsFree && endsFree;
}

qsizetype findWords(QStringView text, QStringView words, qsizetype from)
{
    for (qsizetype at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
        if (isEdge(text, at, at + words.size()))
            return at;
    }
    return -1;
}

/// A quote without what models put around it, in the pieces that "..." leaves.
QStringList piecesOf(const QString& quote)
{
    static const QRegularExpression gap(u"\\s*(?:\\[?\\.\\.\\.\\]?|\\[?…\\]?)\\s*"_s);
    QStringList pieces;
    for (QString piece : foldedWords(quote).split(gap, Qt::SkipEmptyParts)) {
        while (!piece.isEmpty() && u"\"'>*_ "_s.contains(piece.front()))
            piece.remove(0, 1);
        while (!piece.isEmpty() && u"\"'*_ .,;:"_s.contains(piece.back()))
            piece.chop(1);
        if (!piece.isEmpty())
            pieces.append(piece);
    }
    return pieces;
}

bool isEnough(const QStringList& pieces)
{
    const QString whole = pieces.join(QString());
    return std::count_if(whole.begin(), whole.end(), [](QChar c) { return c.isLetterOrNumber(); })
        >= fewestLetters;
}

/// Runs of words of a text, for comparing: three words of Latin, six characters of Chinese.
QStringList runsOf(const QString& folded)
{
    static const QRegularExpression word(u"[\\p{Latin}0-9_]+"_s);
    QStringList runs;
    QStringList words;
    for (auto all = word.globalMatch(folded); all.hasNext();) {
        words.append(all.next().captured());
        if (words.size() >= runWords)
            runs.append(words.last(runWords).join(u' '));
    }
    QString characters;
    for (const QChar c : folded) {
        if (c.script() != QChar::Script_Han)
            continue;
        characters += c;
        if (characters.size() >= runCharacters)
            runs.append(characters.last(runCharacters));
    }
    return runs;
}

} // namespace

QString foldedWords(QStringView text)
{
    QString folded;
    folded.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isSpace()) {
            if (!folded.isEmpty() && folded.back() != u' ')
                folded += u' ';
        } else if (c.unicode() >= 0xdb40 && c.unicode() <= 0xdb43) {
            ++i; // tag characters, U+E0000 and on: nobody sees them
        } else if (c.category() != QChar::Other_Format && c.category() != QChar::Other_Control) {
            folded += foldedMark(c);
        }
    }
    if (folded.endsWith(u' '))
        folded.chop(1);
    return folded;
}

bool holdsToken(QStringView text, QStringView token, Qt::CaseSensitivity sensitivity, bool mayGoOn)
{
    for (qsizetype at = text.indexOf(token, 0, sensitivity); at >= 0;
         at = text.indexOf(token, at + 1, sensitivity)) {
        const qsizetype end = mayGoOn ? text.size() : at + token.size();
        const bool ends = mayGoOn || isEdge(text, at, end);
        const bool starts = at == 0 || !isWordCharacter(token.front()) || !isWordCharacter(text.at(at - 1));
        if (starts && ends)
            return true;
    }
    return false;
}

ThreadIndex::ThreadIndex(const thread::Material& material, const thread::Facts& facts)
    : m_material(material), m_facts(facts)
{
    const thread::Listing& listing = material.listing;
    std::vector<mail::Address> addresses;
    for (const thread::ListedMail& listed : listing.mails)
        addresses.push_back(listed.mail.from);
    for (const thread::Trailer& trailer : facts.trailers)
        addresses.push_back(trailer.who);
    const std::vector<int> persons = thread::people(addresses);

    const thread::Collation collation = thread::collate(material);
    for (int i = 0; i < listing.count(); ++i) {
        addMail(i, collation.origins[static_cast<std::size_t>(i)]);
        m_mails.back().person = persons[static_cast<std::size_t>(i)];
        markOrders(m_mails.back());
        markOtherOrders(i, collation.origins[static_cast<std::size_t>(i)]);
    }
    std::size_t person = m_mails.size();
    for (const thread::Trailer& trailer : facts.trailers)
        m_trailers.push_back({&trailer, persons[person++]});
    for (IndexedMail& mail : m_mails)
        addEverything(mail, material.bodies[static_cast<std::size_t>(mail.number - 1)]);
    for (const mail::Address& address : addresses) {
        addWords(address.name);
        const bool isChinese = std::any_of(address.name.begin(), address.name.end(),
                                           [](QChar c) { return c.script() == QChar::Script_Han; });
        if (isChinese && !m_chineseNames.contains(address.name))
            m_chineseNames.append(address.name);
    }
    int first = -1;
    m_monologue = std::all_of(m_mails.begin(), m_mails.end(), [&first](const IndexedMail& mail) {
        if (mail.isBot)
            return true;
        if (first < 0)
            first = mail.person;
        return mail.person == first;
    });
}

void ThreadIndex::addMail(int index, const std::vector<thread::Origin>& origins)
{
    IndexedMail mail;
    mail.listed = &m_material.listing.mails[static_cast<std::size_t>(index)];
    mail.number = index + 1;
    mail.isNew = mail.listed->isNew;
    mail.isBot = thread::isBotAddress(mail.listed->mail.from);
    mail.parent = mail.listed->parent < 0 ? 0 : mail.listed->parent + 1;
    if (!mail.listed->subject.isReply) {
        mail.lines.emplace_back(0, -1);
        mail.own = foldedWords(mail.listed->mail.subject) + u'\n';
    }
    const mail::BodyText& body = m_material.bodies[static_cast<std::size_t>(index)];
    bool parted = false;
    for (int i = 0; i < static_cast<int>(body.lines.size()); ++i) {
        const mail::BodyLine& line = body.lines[static_cast<std::size_t>(i)];
        const bool shown = line.kind == LineKind::Own || line.kind == LineKind::DiffStat;
        if (!shown || origins[static_cast<std::size_t>(i)].mail != index) {
            parted = true;
            continue;
        }
        const QString words = foldedWords(body.line(line));
        if (words.isEmpty())
            continue;
        if (!mail.own.isEmpty() && !mail.own.endsWith(u'\n'))
            mail.own += parted ? u'\n' : u' ';
        parted = false;
        mail.lines.emplace_back(mail.own.size(), i);
        mail.own += words;
    }
    m_mails.push_back(std::move(mail));
}

/// The paragraph that an order stands in, as far as lines tell: from its line to the next blank one.
void ThreadIndex::markOrders(IndexedMail& mail)
{
    const mail::BodyText& body = m_material.bodies[static_cast<std::size_t>(mail.number - 1)];
    const auto isBlank = [&body](int line) {
        return line < 0 || line >= static_cast<int>(body.lines.size())
            || body.line(body.lines[static_cast<std::size_t>(line)]).trimmed().isEmpty();
    };
    const auto placeOf = [&mail](qsizetype at) {
        return std::upper_bound(mail.lines.begin(), mail.lines.end(), at,
                                [](qsizetype value, const auto& line) { return value < line.first; })
            - mail.lines.begin() - 1;
    };
    qsizetype done = 0;
    const QString own = unmasked(mail.own);
    for (auto all = orderPattern().globalMatch(own); all.hasNext();) {
        const auto match = all.next();
        if (match.capturedStart() < done)
            continue;
        std::ptrdiff_t first = placeOf(match.capturedStart());
        std::ptrdiff_t last = placeOf(match.capturedEnd() - 1);
        const auto lineAt
            = [&mail](std::ptrdiff_t place) { return mail.lines[static_cast<std::size_t>(place)].second; };
        while (first > 0 && lineAt(first) >= 0 && !isBlank(lineAt(first) - 1) && lineAt(first - 1) >= 0)
            --first;
        // A subject is a paragraph of its own: an order in it says nothing about the mail's first words.
        while (last + 1 < std::ssize(mail.lines) && lineAt(last) >= 0 && !isBlank(lineAt(last) + 1))
            ++last;
        const qsizetype from = mail.lines[static_cast<std::size_t>(first)].first;
        done = last + 1 < std::ssize(mail.lines) ? mail.lines[static_cast<std::size_t>(last + 1)].first
                                                 : mail.own.size();
        mail.orders.emplace_back(from, done);
        for (std::ptrdiff_t i = first; i <= last; ++i) {
            const int line = lineAt(i);
            if (line >= 0)
                m_orderLines.insert(foldedWords(body.line(body.lines[static_cast<std::size_t>(line)])));
        }
        addOrder(own.mid(from, done - from));
    }
}

void ThreadIndex::addOrder(const QString& unmaskedText)
{
    for (const QString& run : runsOf(unmaskedText))
        m_orderRuns.insert(run);
}

/// Orders where no claim can be rested on them, but a model reads them all the same: in names, in subjects of
/// answers and in quotes from nowhere.
void ThreadIndex::markOtherOrders(int index, const std::vector<thread::Origin>& origins)
{
    const thread::ListedMail& listed = m_material.listing.mails[static_cast<std::size_t>(index)];
    const auto mark = [this](QStringView text) {
        const QString folded = foldedWords(text);
        const QString words = unmasked(folded);
        if (!orderPattern().match(words).hasMatch())
            return;
        m_orderLines.insert(folded);
        addOrder(words);
    };
    mark(listed.mail.from.name);
    if (listed.subject.isReply)
        mark(listed.mail.subject);
    const mail::BodyText& body = m_material.bodies[static_cast<std::size_t>(index)];
    for (std::size_t i = 0; i < body.lines.size(); ++i) {
        const mail::BodyLine& line = body.lines[i];
        // What is quoted of a mail that is here is known from there.
        if ((line.kind == LineKind::Quote && !origins[i].isKnown()) || line.kind == LineKind::Attribution)
            mark(body.line(line));
    }
}

void ThreadIndex::addEverything(IndexedMail& mail, const mail::BodyText& body)
{
    const mail::MailDate& date = mail.listed->mail.date;
    mail.all = mail.listed->mail.subject + u'\n'
        + QDateTime::fromSecsSinceEpoch(date.utc, Qt::OffsetFromUTC, date.offsetMinutes * 60)
              .toString(u"yyyy-MM-dd HH:mm"_s);
    mail.all.reserve(mail.all.size() + body.text.size() + 1);
    for (const mail::BodyLine& line : body.lines) {
        const QStringView text = body.line(line);
        if (!m_orderLines.isEmpty() && m_orderLines.contains(foldedWords(text)))
            continue;
        mail.all += u'\n';
        mail.all += text;
    }
    addWords(mail.all);
}

void ThreadIndex::addWords(QStringView text)
{
    qsizetype start = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool isLetter
            = i < text.size() && text.at(i).isLetter() && text.at(i).script() != QChar::Script_Han;
        if (isLetter && start < 0) {
            start = i;
        } else if (!isLetter && start >= 0) {
            if (i - start <= 40)
                m_words.insert(text.mid(start, i - start).toString().toCaseFolded());
            start = -1;
        }
    }
}

bool ThreadIndex::holds(QStringView token, Qt::CaseSensitivity sensitivity) const
{
    return std::any_of(m_mails.begin(), m_mails.end(), [token, sensitivity](const IndexedMail& mail) {
        return holdsToken(mail.all, token, sensitivity);
    });
}

std::optional<ThreadIndex::Place> ThreadIndex::find(const QString& quote, int number) const
{
    const QStringList pieces = piecesOf(quote);
    if (!has(number) || !isEnough(pieces))
        return std::nullopt;
    const IndexedMail& found = mail(number);
    qsizetype at = 0;
    qsizetype first = -1;
    for (const QString& piece : pieces) {
        at = findWords(found.own, piece, at);
        if (at < 0)
            return std::nullopt;
        if (first < 0)
            first = at;
        at += piece.size();
    }
    const auto line = std::upper_bound(found.lines.begin(), found.lines.end(), first,
                                       [](qsizetype value, const auto& one) { return value < one.first; });
    Place place{number, line == found.lines.begin() ? -1 : std::prev(line)->second, false};
    place.inOrder = std::any_of(found.orders.begin(), found.orders.end(), [first, at](const auto& order) {
        return first < order.second && at > order.first;
    });
    return place;
}

std::optional<ThreadIndex::Place> ThreadIndex::findAnywhere(const QString& quote) const
{
    for (const IndexedMail& mail : m_mails) {
        if (const auto place = find(quote, mail.number))
            return place;
    }
    return std::nullopt;
}

bool ThreadIndex::repeatsOrder(const QString& text) const
{
    if (m_orderRuns.isEmpty())
        return false;
    const QStringList runs = runsOf(unmasked(foldedWords(text)));
    return std::any_of(runs.begin(), runs.end(),
                       [this](const QString& run) { return m_orderRuns.contains(run); });
}

} // namespace lb::summary
