// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/subject.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

struct Prefix {
    QStringView word;
    bool isReply;
};

/// What mailers put before the subject of a reply or a forwarded mail.
constexpr std::array<Prefix, 20> prefixes{{
    {u"re", true},      {u"aw", true},   {u"sv", true},   {u"vs", true},    {u"antw", true},
    {u"antwort", true}, {u"odp", true},  {u"ynt", true},  {u"答复", true},  {u"答覆", true},
    {u"回复", true},    {u"回覆", true}, {u"回信", true}, {u"fwd", false},  {u"fw", false},
    {u"wg", false},     {u"tr", false},  {u"vb", false},  {u"转发", false}, {u"轉寄", false},
}};

/// Words of a tag that are no tree's name. A -next tree has its own patches: "net-next" is a name.
constexpr std::array<QStringView, 12> statusWords{u"patch",  u"patches", u"rfc",   u"rft",
                                                  u"resend", u"repost",  u"pull",  u"git",
                                                  u"resent", u"wip",     u"draft", u"subset"};

constexpr QStringView subset = u"(subset)"; // b4 ty: "Re: (subset) [PATCH 0/5] ..."

class Parser
{
public:
    explicit Parser(QStringView subject) : m_rest(subject) { }

    bool startsAsReply()
    {
        takePrefixes();
        return m_subject.isReply;
    }

    Subject parse()
    {
        QString kept; // the subject without reply prefixes
        for (;;) {
            takePrefixes();
            const QStringView tag = takeTag();
            if (tag.isNull())
                break;
            m_subject.tags += tag.trimmed().toString();
            readTag(tag);
            kept += u'[' % tag % u"] "_s;
        }
        m_subject.trees.removeDuplicates();
        m_subject.trees.sort();
        m_subject.title = m_rest.toString();
        m_subject.withoutReply = QString(kept + m_subject.title).trimmed();
        return std::move(m_subject);
    }

private:
    void takePrefixes()
    {
        do
            m_rest = m_rest.trimmed();
        while (takePrefix());
    }

    /// "Re:", "RE :", "Re[2]:", "AW：" and "(subset)" after one.
    bool takePrefix()
    {
        if (m_rest.isEmpty())
            return false;
        if (m_subject.isReply && m_rest.startsWith(subset, Qt::CaseInsensitive)) {
            m_rest = m_rest.sliced(subset.size());
            return true;
        }
        const QChar first = m_rest.front().toCaseFolded(); // decides nearly always
        for (const Prefix& prefix : prefixes) {
            if (prefix.word.front() != first || !m_rest.startsWith(prefix.word, Qt::CaseInsensitive))
                continue;
            qsizetype at = skipCounter(prefix.word.size());
            while (at < m_rest.size() && m_rest.at(at) == u' ')
                ++at;
            if (at >= m_rest.size() || (m_rest.at(at) != u':' && m_rest.at(at) != u'：'))
                continue;
            if (prefix.word == u"tr" && !m_rest.startsWith(u"TR"))
                continue; // French mailers write it in capitals; "tr:" may be a subsystem
            m_rest = m_rest.sliced(at + 1);
            m_subject.isReply = m_subject.isReply || prefix.isReply;
            return true;
        }
        return false;
    }

    /// Past "[2]" or "(2)" at `at`.
    [[nodiscard]] qsizetype skipCounter(qsizetype at) const
    {
        if (at >= m_rest.size() || (m_rest.at(at) != u'[' && m_rest.at(at) != u'('))
            return at;
        const QChar close = m_rest.at(at) == u'[' ? u']' : u')';
        qsizetype end = at + 1;
        while (end < m_rest.size() && m_rest.at(end).isDigit())
            ++end;
        return end > at + 1 && end < m_rest.size() && m_rest.at(end) == close ? end + 1 : at;
    }

    /// The content of a "[...]" at the start, which is taken off; null if there is none.
    QStringView takeTag()
    {
        if (!m_rest.startsWith(u'[') || m_subject.tags.size() >= maxTags)
            return {};
        int depth = 0;
        for (qsizetype i = 0; i < m_rest.size() && i < maxTagLength; ++i) {
            if (m_rest.at(i) == u'[')
                ++depth;
            else if (m_rest.at(i) == u']' && --depth == 0) {
                const QStringView tag = m_rest.sliced(1, i - 1);
                if (tag.trimmed().isEmpty())
                    return {};
                m_rest = m_rest.sliced(i + 1);
                return tag;
            }
        }
        return {};
    }

    void readTag(QStringView tag)
    {
        readNumbers(tag);
        qsizetype at = 0;
        while (at < tag.size()) {
            while (at < tag.size() && (tag.at(at) == u' ' || isSeparator(tag.at(at))))
                ++at;
            qsizetype end = at;
            while (end < tag.size() && tag.at(end) != u' ' && !isSeparator(tag.at(end)))
                ++end;
            if (end > at)
                readToken(tag.sliced(at, end - at));
            at = end;
        }
    }

    static bool isSeparator(QChar c)
    {
        return c == u',' || c == u';' || c == u'|' || c == u'[' || c == u']' || c == u'(' || c == u')'
            || c == u':';
    }

    /// "n/m" and "n / m", zero padded or not, standing alone.
    void readNumbers(QStringView tag)
    {
        if (m_subject.number)
            return;
        for (qsizetype slash = tag.indexOf(u'/'); slash >= 0; slash = tag.indexOf(u'/', slash + 1)) {
            qsizetype left = slash;
            while (left > 0 && tag.at(left - 1) == u' ')
                --left;
            qsizetype start = left;
            while (start > 0 && isDigit(tag.at(start - 1)) && left - start < maxDigits)
                --start;
            qsizetype right = slash + 1;
            while (right < tag.size() && tag.at(right) == u' ')
                ++right;
            qsizetype end = right;
            while (end < tag.size() && isDigit(tag.at(end)) && end - right < maxDigits)
                ++end;
            if (start == left || end == right || !isEdge(tag, start - 1) || !isEdge(tag, end))
                continue;
            const int total = tag.sliced(right, end - right).toInt();
            if (total < 1)
                continue;
            m_subject.number = tag.sliced(start, left - start).toInt();
            m_subject.total = total;
            return;
        }
    }

    static bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

    static bool isEdge(QStringView tag, qsizetype at)
    {
        return at < 0 || at >= tag.size() || tag.at(at) == u' ' || isSeparator(tag.at(at));
    }

    void readToken(QStringView token)
    {
        const qsizetype length = token.size();
        token = takeRevision(token);
        if (token.size() == length && !isStatus(token))
            m_subject.trees += token.toString().toCaseFolded();
        while (!token.isEmpty()) {
            qsizetype end = 0;
            while (end < token.size() && token.at(end).isLetterOrNumber())
                ++end;
            readWord(token.first(end));
            token = token.sliced(qMin(end + 1, token.size()));
        }
    }

    /// True for what says how a patch is sent and not what it is for: "PATCH", "RFC-PATCH", "3/14", "RESEND".
    static bool isStatus(QStringView token)
    {
        if (token.contains(u'.'))
            return false; // "6.1.y", "5.4": a stable tree
        qsizetype words = 0;
        while (!token.isEmpty()) {
            qsizetype end = 0;
            while (end < token.size() && token.at(end).isLetterOrNumber())
                ++end;
            const QStringView word = token.first(end);
            const bool number = std::all_of(word.begin(), word.end(), [](QChar c) { return isDigit(c); });
            const auto is
                = [word](QStringView other) { return word.compare(other, Qt::CaseInsensitive) == 0; };
            if (!number && std::none_of(statusWords.begin(), statusWords.end(), is))
                return false;
            ++words;
            token = token.sliced(qMin(end + 1, token.size()));
        }
        return words > 0;
    }

    /// Takes "v3", "V3" and the end of "PATCHv3", "RFC-v3". Not "v5.10", which names a kernel.
    QStringView takeRevision(QStringView token)
    {
        qsizetype start = token.size();
        while (start > 0 && isDigit(token.at(start - 1)) && token.size() - start < maxDigits)
            --start;
        if (start == token.size() || start == 0 || token.at(start - 1).toLower() != u'v')
            return token;
        QStringView before = token.first(start - 1);
        if (before.endsWith(u'-') || before.endsWith(u'_'))
            before.chop(1);
        for (const QStringView word : {QStringView(u"PATCH"), QStringView(u"RFC"), QStringView(u"PULL"),
                                       QStringView(u"RESEND"), QStringView(u"RFT"), QStringView()}) {
            if (before.compare(word, Qt::CaseInsensitive) == 0) {
                m_subject.revision = qMax(1, token.sliced(start).toInt());
                return before;
            }
        }
        return token;
    }

    void readWord(QStringView word)
    {
        const auto is = [word](QStringView other) { return word.compare(other, Qt::CaseInsensitive) == 0; };
        m_subject.isPatch = m_subject.isPatch || is(u"PATCH") || is(u"PATCHES");
        m_subject.isRfc = m_subject.isRfc || is(u"RFC");
        m_subject.isPull = m_subject.isPull || is(u"PULL");
        m_subject.isResend = m_subject.isResend || is(u"RESEND") || is(u"RESENT") || is(u"REPOST");
    }

    static constexpr int maxDigits = 6;
    static constexpr qsizetype maxTagLength = 500;
    static constexpr qsizetype maxTags = 50;

    QStringView m_rest;
    Subject m_subject;
};

} // namespace

Subject parseSubject(const QString& subject)
{
    const QString text = subject.simplified();
    return Parser(text).parse();
}

bool startsAsReply(QStringView subject)
{
    return Parser(subject).startsAsReply();
}

} // namespace lb::thread
