// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/facts.h"
#include "thread/listing.h"

#include <vector>

namespace lb::test
{

/// Threads for tests, written down one mail at a time: ids are numbers, hours count from Monday 2025-06-16
/// 00:00 UTC.
class ThreadBuilder
{
public:
    static constexpr qint64 monday = 1750032000;

    /// One mail; `parents` are References, oldest first.
    ThreadBuilder& mail(IdNumber number, const char* subject, const QList<IdNumber>& parents = {},
                        double hour = 0)
    {
        thread::Mail mail;
        mail.row = MailId{static_cast<qint64>(m_mails.size()) + 1};
        mail.thread = ThreadId{1};
        mail.number = number;
        mail.id = MessageId{QByteArray::number(number) + "@example.invalid"};
        mail.references = parents;
        mail.subject = QString::fromUtf8(subject);
        mail.from = {QStringLiteral("Ada Example"), QStringLiteral("ada@example.invalid")};
        mail.date = {monday + static_cast<qint64>(hour * 3600), 0, mail::DateSource::Header};
        m_mails.push_back(mail);
        m_bodies.emplace_back();
        return *this;
    }
    ThreadBuilder& from(const char* name, const char* address = nullptr)
    {
        const QString text = QString::fromUtf8(name);
        m_mails.back().from
            = {text,
               address != nullptr ? QString::fromUtf8(address)
                                  : text.toLower().replace(u' ', u'.') + QStringLiteral("@example.invalid")};
        return *this;
    }
    ThreadBuilder& body(const char* text)
    {
        m_bodies.back() = QString::fromUtf8(text);
        return *this;
    }
    thread::Mail& last() { return m_mails.back(); }

    [[nodiscard]] const std::vector<thread::Mail>& mails() const { return m_mails; }
    /// The only thread, whole.
    [[nodiscard]] thread::Listing listing(const thread::ListingOptions& options = {}) const
    {
        std::vector<thread::Listing> listings = thread::listThreads(m_mails, options);
        return listings.empty() ? thread::Listing() : std::move(listings.front());
    }
    [[nodiscard]] thread::Material material(const thread::ListingOptions& options = {}) const
    {
        thread::Material material{listing(options), {}};
        for (const thread::ListedMail& listed : material.listing.mails) {
            for (std::size_t i = 0; i < m_mails.size(); ++i) {
                if (m_mails[i].row == listed.mail.row)
                    material.bodies.push_back(mail::classify(m_bodies[i]));
            }
        }
        return material;
    }

private:
    std::vector<thread::Mail> m_mails;
    std::vector<QString> m_bodies;
};

} // namespace lb::test
