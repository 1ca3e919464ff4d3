// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/publicinboxurl.h"

#include <QCoreApplication>

#include <algorithm>

namespace lb::archive
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::archive)
};

} // namespace

QByteArray windowQuery(const FetchWindow& window)
{
    if ((window.from <= 0 && window.to <= 0) || (window.to > 0 && window.to <= window.from))
        return {};
    QByteArray query = "rt:" + QByteArray::number(std::max<qint64>(0, window.from)) + "..";
    if (window.to > 0)
        query += QByteArray::number(window.to - 1);
    return query;
}

Result<QUrl> mboxUrl(const QUrl& list, const QByteArray& query)
{
    if (query.trimmed().isEmpty())
        return fail(ErrorCode::Usage,
                    Text::tr("A search without words would fetch the whole archive, so it is not sent."));
    QByteArray url = list.toEncoded(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    if (!url.endsWith('/'))
        url += '/';
    url += "?x=m&t=1&q=" + query.trimmed().toPercentEncoding(":.");
    return QUrl::fromEncoded(url, QUrl::StrictMode);
}

} // namespace lb::archive
