// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/replydraft.h"

#include "mail/bodytext.h"
#include "mail/headerscan.h"
#include "mail/messageparser.h"

#include <QDateTime>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace lb::mail
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype mostAddresses = 200;
constexpr qsizetype longestHeader = 64 * 1024; ///< bytes of it that are looked at
constexpr qsizetype longestAddress = 254; ///< RFC 5321 section 4.5.3.1.3
constexpr qsizetype longestSubject = 400;
constexpr qsizetype mostQuotedLines = 2000;
constexpr qsizetype longestQuotedLine = 500;
constexpr qsizetype roomForCopies = 4000; ///< bytes of the whole

bool isAddress(QByteArrayView text)
{
    const auto isPlain
        = [](char c) { return c > 0x20 && c < 0x7f && !QByteArrayView("()<>[]:;,\\\"@?&#").contains(c); };
    const qsizetype at = text.indexOf('@');
    return at > 0 && at + 1 < text.size() && text.size() <= longestAddress
        && std::ranges::all_of(text.first(at), isPlain) && std::ranges::all_of(text.sliced(at + 1), isPlain);
}

/// Takes an address header apart, character by character.
class AddressReader
{
public:
    QList<QByteArray> read(QByteArrayView header)
    {
        for (const char c : header.first(std::min(header.size(), longestHeader))) {
            if (std::exchange(m_escaped, false))
                continue; // of a quoted string or a comment: never part of a plain address
            if (c == '\\')
                m_escaped = true;
            else if (m_comment > 0)
                m_comment += c == '(' ? 1 : (c == ')' ? -1 : 0);
            else if (c == '"')
                m_quoted = !m_quoted;
            else if (!m_quoted)
                take(c);
        }
        finish();
        return std::move(m_found);
    }

private:
    void take(char c)
    {
        switch (c) {
        case '(':
            ++m_comment;
            break;
        case '<':
            m_text.clear(); // what stood before is the name
            m_angle = true;
            m_closed = false;
            break;
        case '>':
            m_closed = m_angle;
            break;
        case ',':
        case ';':
            finish();
            break;
        case ':':
            m_text.clear(); // the name of a group
            break;
        default:
            if (!m_closed)
                m_text += c;
        }
    }

    void finish()
    {
        const QByteArray address = m_text.trimmed();
        m_text.clear();
        m_angle = m_closed = false;
        if (m_found.size() < mostAddresses && isAddress(address) && !m_seen.contains(address.toLower())) {
            m_seen.insert(address.toLower());
            m_found.append(address);
        }
    }

    QList<QByteArray> m_found;
    QSet<QByteArray> m_seen;
    QByteArray m_text;
    int m_comment = 0;
    bool m_escaped = false;
    bool m_quoted = false;
    bool m_angle = false;
    bool m_closed = false;
};

QString withoutControls(QString text)
{
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line
            || c.category() == QChar::Separator_Paragraph)
            c = u' ';
    }
    return text.simplified();
}

QString answeringSubject(const QString& subject)
{
    const QString clean = withoutControls(subject.left(longestSubject));
    return clean.startsWith("Re:"_L1, Qt::CaseInsensitive) ? clean : QString("Re: "_L1 + clean);
}

/// As mail programs write it to lists, in English whatever the window speaks.
QString attribution(const Address& from, const MailDate& date)
{
    const QString name = withoutControls(from.name.isEmpty() ? from.address : from.name).left(200);
    const QDateTime sent
        = QDateTime::fromSecsSinceEpoch(date.utc, Qt::OffsetFromUTC, date.offsetMinutes * 60);
    const QString when = QLocale::c().toString(sent, u"ddd, d MMM yyyy HH:mm"_s);
    return date.source == DateSource::None ? QString(name + " wrote:"_L1)
                                           : QString("On "_L1 + when + ", "_L1 + name + " wrote:"_L1);
}

QString quoted(const BodyText& body)
{
    QString text;
    qsizetype lines = 0;
    for (const BodyLine& line : body.lines) {
        if (line.kind == LineKind::Signature || lines++ == mostQuotedLines)
            break;
        const QString marks(std::min(line.depth, 20), u'>');
        QString words = body.line(line).left(longestQuotedLine).toString();
        words.remove(u'\r');
        text += u'>' + marks + (words.isEmpty() ? QString() : u" "_s) + words + u'\n';
    }
    return text;
}

/// Adds "&name=a,b" with as many addresses as find room; false = not all did.
bool addCopies(QByteArray& url, const QList<QByteArray>& addresses, qsizetype room)
{
    QByteArray list;
    for (const QByteArray& address : addresses) {
        const QByteArray encoded = address.toPercentEncoding("@");
        if (list.size() + encoded.size() + 1 > room)
            break;
        list += (list.isEmpty() ? "" : ",") + encoded;
    }
    if (!list.isEmpty())
        url += "&cc=" + list;
    return list.count('@') == addresses.size();
}

} // namespace

QList<QByteArray> addressesIn(QByteArrayView header)
{
    return AddressReader().read(header);
}

ReplyDraft replyTo(const QByteArray& rawMail, const MailDate& date)
{
    QList<QByteArray> from;
    QList<QByteArray> answers;
    QList<QByteArray> others;
    bool hasId = false; // one made up from the content would lead nowhere
    const MailHead head = scanHead(rawMail);
    for (const HeaderField& field : head.fields) {
        if (field.is("From"))
            from += addressesIn(unfolded(field.value));
        else if (field.is("Reply-To"))
            answers += addressesIn(unfolded(field.value));
        else if (field.is("To") || field.is("Cc"))
            others += addressesIn(unfolded(field.value));
        hasId = hasId || field.is("Message-ID");
    }
    ReplyDraft draft;
    QSet<QByteArray> taken;
    const auto add = [&taken](QList<QByteArray>& to, const QList<QByteArray>& addresses) {
        for (const QByteArray& address : addresses) {
            if (to.size() < mostAddresses && !taken.contains(address.toLower())) {
                taken.insert(address.toLower());
                to.append(address);
            }
        }
    };
    add(draft.to, answers.isEmpty() ? from : answers);
    add(draft.cc, others);
    RawMail mail;
    mail.bytes = rawMail;
    const auto parsed = parseEnvelope(mail);
    if (!parsed)
        return draft;
    draft.subject = answeringSubject(parsed->envelope.subject);
    const QByteArray& id = parsed->envelope.id.bytes;
    const auto isPlain = [](char c) { return c > 0x20 && c < 0x7f && c != '<' && c != '>'; };
    if (hasId && std::ranges::all_of(id, isPlain) && id.size() < 1000)
        draft.inReplyTo = id;
    draft.body = attribution(parsed->envelope.from, date) + u'\n' + quoted(classify(parseText(rawMail).text));
    return draft;
}

MailtoUrl mailtoUrl(const ReplyDraft& draft, qsizetype longest)
{
    MailtoUrl made;
    if (draft.to.isEmpty())
        return made;
    QByteArray url = "mailto:";
    for (const QByteArray& address : draft.to.first(std::min<qsizetype>(draft.to.size(), 10)))
        url += (url.endsWith(':') ? "" : ",") + address.toPercentEncoding("@");
    url += "?subject=" + withoutControls(draft.subject).toUtf8().toPercentEncoding();
    if (!draft.inReplyTo.isEmpty())
        url += "&in-reply-to=" + QByteArray('<' + draft.inReplyTo + '>').toPercentEncoding();
    made.cut = !addCopies(url, draft.cc, std::min(roomForCopies, longest - url.size() - 4));
    const QByteArray mark = QByteArray("[...]").toPercentEncoding() + "%0D%0A";
    url += "&body=";
    bool cutText = false;
    for (const QString& line : draft.body.split(u'\n')) {
        QString words = line;
        for (QChar& c : words) {
            if (c.category() == QChar::Other_Control && c != u'\t')
                c = u' ';
        }
        const QByteArray encoded = words.toUtf8().toPercentEncoding() + "%0D%0A"; // RFC 6068 section 5
        cutText = url.size() + encoded.size() + mark.size() > longest;
        if (cutText)
            break;
        url += encoded;
    }
    if (cutText && url.size() + mark.size() <= longest)
        url += mark;
    made.cut = made.cut || cutText;
    made.url = url;
    return made;
}

} // namespace lb::mail
