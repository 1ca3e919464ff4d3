// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/cachekey.h"

#include "summary/glossary.h"
#include "summary/packing.h"

#include <QCryptographicHash>
#include <QUrl>

namespace lb::summary
{

QByteArray cacheKey(const thread::Listing& listing, const std::optional<llm::Provider>& provider,
                    const QString& promptVersion, Language language, const QString& instruction,
                    const QString& glossary)
{
    QByteArray fresh;
    fresh.reserve(listing.count());
    for (const thread::ListedMail& mail : listing.mails)
        fresh.append(mail.isNew ? '1' : '0');
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray& part) {
        hash.addData(
            QByteArray(QByteArray::number(part.size()) + ':')); // so that no two lists of parts look alike
        hash.addData(part);
    };
    add("summary/1");
    add(sourceKey(listing));
    add(fresh);
    add(promptVersion.toUtf8());
    add(languageCode(language).toUtf8());
    if (provider) {
        const auto url = llm::chatUrl(*provider);
        add(url ? url->toEncoded(QUrl::RemoveQuery) : provider->id.toUtf8());
        add(provider->model.toUtf8());
        add((glossary.isEmpty() ? Glossary::shippedText({}) : glossary).toUtf8());
        if (!instruction.isEmpty()) // so that summaries from before there were any are still found
            add(instruction.toUtf8());
    }
    return hash.result();
}

} // namespace lb::summary
