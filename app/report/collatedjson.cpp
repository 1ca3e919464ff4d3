// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/collatedparts.h"
#include "report/text.h"
#include "report/writers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using lb::thread::BlockKind;

namespace lb::report
{

namespace
{

QString kindName(BlockKind kind)
{
    switch (kind) {
    case BlockKind::Own:
        return u"own"_s;
    case BlockKind::Quote:
        return u"quote"_s;
    case BlockKind::Diff:
    case BlockKind::DiffStat:
        return u"diff"_s;
    case BlockKind::Signature:
        return u"signature"_s;
    }
    return {};
}

class JsonWriter
{
public:
    explicit JsonWriter(const CollatedThread& thread) : m_thread(thread) { }

    QByteArray write()
    {
        const thread::Listing& listing = m_thread.material.listing;
        QJsonArray mails;
        for (const thread::ListedMail& listed : listing.mails)
            mails.append(mail(listed));
        // A quote of several mails becomes several blocks: `answers` must count those.
        std::vector<int> lastOf;
        for (const thread::CollatedBlock& block : m_thread.collation.blocks) {
            const int answers = block.answers < 0 ? -1 : lastOf[static_cast<std::size_t>(block.answers)];
            writeBlock(block, answers);
            lastOf.push_back(static_cast<int>(m_blocks.size()) - 1);
        }
        const QJsonObject document{{u"schema"_s, u"listbrief-collated/1"_s},
                                   {u"list"_s, m_thread.listName},
                                   {u"title"_s, listing.title},
                                   {u"root_message_id"_s, QString::fromUtf8(listing.root.bytes)},
                                   {u"mails"_s, mails},
                                   {u"blocks"_s, m_blocks}};
        return QJsonDocument(document).toJson(QJsonDocument::Indented);
    }

private:
    [[nodiscard]] int numberOf(int mail) const
    {
        return m_thread.material.listing.mails[static_cast<std::size_t>(mail)].number;
    }

    [[nodiscard]] QJsonObject mail(const thread::ListedMail& listed) const
    {
        const QString link = permalinkOf(m_thread.permalink, listed.mail.id);
        return {{u"n"_s, listed.number},
                {u"message_id"_s, QString::fromUtf8(listed.mail.id.bytes)},
                {u"parent"_s, listed.parent < 0 ? QJsonValue() : QJsonValue(numberOf(listed.parent))},
                {u"subject"_s, listed.mail.subject},
                {u"from_name"_s, listed.mail.from.name},
                {u"from_address"_s, listed.mail.from.address},
                {u"date"_s, isoDate(listed.mail.date)},
                {u"new"_s, listed.isNew},
                {u"permalink"_s, link.isEmpty() ? QJsonValue() : QJsonValue(link)}};
    }

    /// Line by line, a new block wherever the source changes.
    void writeBlock(const thread::CollatedBlock& block, int answers)
    {
        const mail::BodyText& body = m_thread.material.bodies[static_cast<std::size_t>(block.mail)];
        const auto& origins = m_thread.collation.origins[static_cast<std::size_t>(block.mail)];
        QJsonArray lines;
        int source = -1;
        bool begun = false;
        const auto flush = [&] {
            const int section = m_thread.collation.sections[static_cast<std::size_t>(block.section)].mail;
            m_blocks.append(QJsonObject{
                {u"mail"_s, numberOf(block.mail)},
                {u"kind"_s, kindName(block.kind)},
                {u"source_mail"_s, source < 0 ? QJsonValue() : QJsonValue(numberOf(source))},
                {u"lines"_s, lines},
                {u"answers"_s, answers < 0 ? QJsonValue() : QJsonValue(answers)},
                {u"depth"_s, block.depth},
                {u"section"_s, numberOf(section)},
            });
            lines = {};
        };
        for (int i = block.firstLine; i <= block.lastLine; ++i) {
            const auto at = static_cast<std::size_t>(i);
            const QStringView text = body.line(body.lines[at]);
            if (block.kind == BlockKind::Quote && !text.trimmed().isEmpty()) {
                const int from = origins[at].mail;
                if (begun && from != source)
                    flush();
                source = from;
                begun = true;
            }
            lines.append(text.toString());
        }
        flush();
    }

    const CollatedThread& m_thread;
    QJsonArray m_blocks;
};

} // namespace

QByteArray writeCollatedJson(const CollatedThread& thread)
{
    return JsonWriter(thread).write();
}

} // namespace lb::report
