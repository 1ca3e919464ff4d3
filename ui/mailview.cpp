// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailview.h"

#include "mail/bodytext.h"
#include "mail/messageparser.h"

#include <QDateTime>
#include <QLocale>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longestHeader = 20'000; ///< shown of one To or Cc

void append(QString& all, const QString& value)
{
    if (!all.isEmpty())
        all += ", "_L1;
    all += value;
    all.truncate(longestHeader);
}

void takeHeaders(MailView& view, const QByteArray& rawMail)
{
    const auto headers = mail::decodedHeaders(rawMail);
    for (const auto& [name, value] : headers) {
        const auto is
            = [&name](QLatin1String wanted) { return name.compare(wanted, Qt::CaseInsensitive) == 0; };
        const QString clean = harmless(value.left(longestHeader));
        if (is("From"_L1) && view.from.isEmpty())
            view.from = clean;
        else if (is("Subject"_L1) && view.subject.isEmpty())
            view.subject = clean;
        else if (is("Message-ID"_L1) && view.messageId.isEmpty())
            view.messageId = clean;
        else if (is("To"_L1))
            append(view.to, clean);
        else if (is("Cc"_L1))
            append(view.cc, clean);
    }
}

} // namespace

MailView readMail(QThread* home, const QByteArray& rawMail, const std::optional<mail::MailDate>& date,
                  const MailLook& look)
{
    MailView view;
    takeHeaders(view, rawMail);
    if (date) {
        view.date = *date;
    } else {
        mail::RawMail mail;
        mail.bytes = rawMail;
        if (const auto parsed = mail::parseEnvelope(mail))
            view.date = parsed->envelope.date;
    }
    const mail::MailText text = mail::parseText(rawMail);
    view.fromHtml = text.fromHtml;
    view.attachments = text.attachments;
    for (mail::Attachment& attachment : view.attachments)
        attachment.fileName = harmless(attachment.fileName.left(300));
    for (const mail::ParseIssue& issue : text.issues) {
        if (view.issues.size() < 5)
            view.issues.append(issue.detail);
    }
    const MailDocument built = buildMailDocument(home, mail::classify(text.text), look);
    view.text = built.document;
    view.hasFolds = built.folds > 0;
    return view;
}

QString harmless(QString text)
{
    text.replace(u'\t', u' ');
    text.removeIf([](QChar character) {
        const char16_t code = character.unicode();
        const bool reorders = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069)
            || code == 0x200E || code == 0x200F || code == 0x061C;
        return reorders || character.category() == QChar::Other_Control;
    });
    return text;
}

QString senderTime(const mail::MailDate& date)
{
    const QDateTime time
        = QDateTime::fromSecsSinceEpoch(date.utc, Qt::OffsetFromUTC, date.offsetMinutes * 60);
    const int minutes = qAbs(date.offsetMinutes);
    const QString offset = u"%1%2%3"_s.arg(QChar(date.offsetMinutes < 0 ? u'-' : u'+'))
                               .arg(minutes / 60, 2, 10, QChar(u'0'))
                               .arg(minutes % 60, 2, 10, QChar(u'0'));
    const QLocale locale;
    const QString day = locale.dayName(time.date().dayOfWeek(), QLocale::ShortFormat);
    return QStringList{day, locale.toString(time.date(), QLocale::ShortFormat), time.toString(u"HH:mm"_s),
                       offset}
        .join(u' ');
}

QString readerTime(const mail::MailDate& date)
{
    const QDateTime local = QDateTime::fromSecsSinceEpoch(date.utc);
    if (local.offsetFromUtc() == date.offsetMinutes * 60)
        return {};
    const QDateTime sent
        = QDateTime::fromSecsSinceEpoch(date.utc, Qt::OffsetFromUTC, date.offsetMinutes * 60);
    const QString time = local.toString(u"HH:mm"_s);
    if (sent.date() == local.date())
        return time;
    return QStringList{QLocale().toString(local.date(), QLocale::ShortFormat), time}.join(u' ');
}

FoldedAddresses foldAddresses(const QString& value, int length)
{
    FoldedAddresses folded;
    if (value.size() <= length) {
        folded.text = value;
        return folded;
    }
    QList<qsizetype> commas;
    bool quoted = false;
    int nesting = 0;
    for (qsizetype at = 0; at < value.size(); ++at) {
        const QChar character = value.at(at);
        if (quoted && character == u'\\')
            ++at;
        else if (character == u'"')
            quoted = !quoted;
        else if (!quoted && (character == u'(' || character == u'<'))
            ++nesting;
        else if (!quoted && (character == u')' || character == u'>'))
            nesting = qMax(nesting - 1, 0);
        else if (!quoted && nesting == 0 && character == u',')
            commas.append(at);
    }
    if (commas.isEmpty()) { // one address, however long
        folded.text = value;
        return folded;
    }
    qsizetype last = 0; // the comma behind the last address that is shown
    while (last + 1 < commas.size() && commas.at(last + 1) <= length)
        ++last;
    folded.text = value.left(commas.at(last));
    folded.more = static_cast<int>(commas.size() - last);
    return folded;
}

} // namespace lb::ui
