// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/publicinboxanswer.h"

#include "mail/inflate.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>

namespace lb::archive
{

using namespace Qt::StringLiterals;

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::archive)
};

bool holdsAny(const QByteArray& text, std::initializer_list<QByteArrayView> signs)
{
    return std::ranges::any_of(signs, [&text](QByteArrayView sign) { return text.contains(sign); });
}

/// Pages that stand before a server: Anubis (which answers with status 200) and its like.
bool isChallenge(const QByteArray& page)
{
    return holdsAny(page,
                    {"anubis_version", "anubis_challenge", "/.within.website/", "<title>making sure you",
                     "challenge-platform", "cf-chl", "<title>just a moment", "cmd/go-away",
                     "checking your browser", "proof-of-work"});
}

bool isLogin(const QByteArray& page)
{
    return holdsAny(page,
                    {"type=\"password\"", "type='password'", "type=password", "<title>login", "<title>log in",
                     "<title>sign in", "<title>captive portal"});
}

bool isPage(const net::HttpHead& head, const QByteArray& page)
{
    return head.contentType.contains("html") || page.startsWith("<!doctype") || page.startsWith("<html")
        || page.startsWith("<?xml");
}

QString wayOut()
{
    return Text::tr("Use a git mirror of the list (git clone --mirror) or import a mail file instead.");
}

Error withWayOut(ErrorCode code, const QString& text)
{
    return fail(code, text + u' ' + wayOut());
}

Error challengeError(const Location& location)
{
    return withWayOut(
        ErrorCode::ChallengePage,
        Text::tr("%1 answers with a page that wants proof that a browser is asking (“Making sure you're "
                 "not a bot”), not with mail. ListBrief does not pretend to be one.")
            .arg(location.url.host()));
}

Error loginError(const Location& location)
{
    return withWayOut(ErrorCode::ChallengePage,
                      Text::tr("%1 answers with a login page, not with mail.").arg(location.url.host()));
}

Error pageError(const Location& location)
{
    return withWayOut(
        ErrorCode::NotAnArchive,
        Text::tr("%1 answers with a web page, not with mail: it is no public-inbox list. Check the address.")
            .arg(location.text()));
}

Error noList(const Location& location)
{
    return fail(
        ErrorCode::NotFound,
        Text::tr(
            "There is no list “%1” on %2, or it is no public-inbox server. Check the address; it looks like "
            "https://lore.kernel.org/kvmarm/.")
            .arg(location.listName, location.url.host()));
}

Error busyError(const net::HttpHead& head, const Location& location)
{
    const auto wait = net::retryAfter(head, QDateTime::currentDateTimeUtc());
    Error error = fail(
        ErrorCode::RateLimited,
        Text::tr("%1 has too much to do at the moment. Try again in some minutes.").arg(location.url.host()));
    if (wait.count() > 0) {
        const auto minutes = static_cast<int>(std::min<qint64>((wait.count() + 59'999) / 60'000, 1'000'000));
        error.text = Text::tr("%1 has too much to do at the moment and asks to come back in %n minute(s).",
                              nullptr, minutes)
                         .arg(location.url.host());
    }
    error.retryAfter = wait;
    return error;
}

Error statusError(const net::HttpHead& head, const Location& location)
{
    switch (head.status) {
    case 401:
    case 403:
    case 407:
        return withWayOut(ErrorCode::HttpStatus,
                          Text::tr("%1 does not allow this list to be read (HTTP status %2).")
                              .arg(location.url.host(), QString::number(head.status)));
    case 404:
    case 410:
        return noList(location);
    case 429:
    case 503:
        return busyError(head, location);
    case 501:
        return withWayOut(
            ErrorCode::HttpStatus,
            Text::tr(
                "%1 keeps the list “%2” without a search index, so mails of a period cannot be asked for "
                "(HTTP status 501). Another server may have the list with one.")
                .arg(location.url.host(), location.listName));
    default:
        return fail(
            ErrorCode::HttpStatus,
            head.status >= 500
                ? Text::tr("%1 failed to answer (HTTP status %2). Try again later.")
                      .arg(location.url.host(), QString::number(head.status))
                : Text::tr("%1 does not understand the request for the list's mail (HTTP status %2); it may "
                           "be no public-inbox list, or of another version.")
                      .arg(location.text(), QString::number(head.status)));
    }
}

} // namespace

bool isMail(const net::HttpHead& head, QByteArrayView start)
{
    return head.status == 200 && start.size() >= 2 && mail::isGzip(start);
}

Result<Answer> judgeAnswer(const net::HttpHead& head, QByteArrayView start, const Location& location)
{
    if (isMail(head, start))
        return Answer::Mail;
    const QByteArray page
        = start.first(std::min(start.size(), AnswerStartBytes)).toByteArray().trimmed().toLower();
    // Challenge pages come with any status, most often 200.
    if (isPage(head, page)) {
        if (isChallenge(page))
            return challengeError(location);
        if (isLogin(page))
            return loginError(location);
    }
    // 404 means two things; the text tells them apart (WwwStream.pm, Mbox.pm).
    if (head.status == 404 && page.contains("no results found"))
        return Answer::NoMail;
    if (head.status != 200)
        return statusError(head, location);
    if (isPage(head, page))
        return pageError(location);
    return withWayOut(ErrorCode::NotAnArchive,
                      page.isEmpty()
                          ? Text::tr("%1 sent an empty answer in place of mail.").arg(location.text())
                          : Text::tr("%1 sent something that is not compressed mail.").arg(location.text()));
}

} // namespace lb::archive
