// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/provenance.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::ui::SummaryPane)
};

constexpr QStringView separator = u" · ";

QString dateOf(const store::SummaryRecord& summary)
{
    return QLocale().toString(summary.created.toLocalTime(), QLocale::ShortFormat);
}

QString whoOf(const store::SummaryRecord& summary, const QHash<QString, QString>& providerNames)
{
    const QString provider = providerNames.value(summary.provider, summary.provider);
    if (summary.model.isEmpty())
        return provider;
    //: a model at a provider
    return provider.isEmpty() ? summary.model : Texts::tr("%1 at %2").arg(summary.model, provider);
}

} // namespace

QString provenanceLine(const store::SummaryRecord& summary, const QHash<QString, QString>& providerNames)
{
    QStringList parts;
    if (summary.kind == store::SummaryKind::Digest)
        parts << Texts::tr("Built-in digest");
    else
        parts << Texts::tr("AI summary") << whoOf(summary, providerNames);
    parts << dateOf(summary);
    if (summary.kind == store::SummaryKind::Model && !summary.claims.isEmpty()) {
        const auto verified = std::ranges::count_if(summary.claims, &store::Claim::verified);
        parts << Texts::tr("%1 of %2 claims verified").arg(verified).arg(summary.claims.size());
    }
    return parts.join(separator);
}

QString versionLine(const store::SummaryRecord& summary, const QHash<QString, QString>& providerNames)
{
    const QString who = summary.kind == store::SummaryKind::Digest ? Texts::tr("Built-in digest")
                                                                   : whoOf(summary, providerNames);
    const QString language = summary.language == Language::Chinese ? u"中文"_s : u"English"_s;
    return QStringList{dateOf(summary), who, language}.join(separator);
}

int currentNumber(const store::SummaryRecord& summary, const thread::Listing& listing, int citation)
{
    if (citation < 1 || citation > summary.cited.size())
        return 0;
    const MessageId& id = summary.cited.at(citation - 1);
    const auto found = std::ranges::find_if(
        listing.mails, [&id](const thread::ListedMail& listed) { return listed.mail.id == id; });
    return found == listing.mails.end() ? 0 : found->number;
}

} // namespace lb::ui
