// SPDX-License-Identifier: GPL-3.0-or-later
#include "brief/collatejob.h"

#include "archive/location.h"
#include "core/onresult.h"
#include "library/material.h"

namespace lb::brief
{

namespace
{

using Found = Result<std::optional<thread::Mail>>;
using Mails = Result<std::vector<thread::Mail>>;

struct Collated {
    thread::Material material;
    thread::Collation collation;
};

Result<Collated> collated(Result<thread::Material> material)
{
    if (!material)
        return material.error();
    Collated result{*std::move(material), {}};
    result.collation = thread::collate(result.material);
    return result;
}

} // namespace

CollateJob::CollateJob(store::Store& store, store::ListRecord list, MessageId mail, Language language,
                       QObject* parent)
    : Job(tr("Collating a thread"), parent), m_store(store), m_list(std::move(list)), m_mail(std::move(mail))
{
    m_thread.listName = m_list.name;
    m_thread.language = language;
    m_thread.permalink = permalinksOf(m_list);
}

void CollateJob::start()
{
    report({tr("Reading mail"), 0, 0});
    onResult(m_store.findMail(m_list.id, m_mail), this, [this](const Found& found) {
        if (isFinished())
            return;
        if (!found)
            finish(found.error());
        else if (!*found)
            finish(fail(ErrorCode::NotFound,
                        tr("The list holds no mail <%1>.").arg(QString::fromUtf8(m_mail.bytes))));
        else
            readThread((*found)->thread);
    });
}

void CollateJob::cancel()
{
    finish(fail(ErrorCode::Cancelled, tr("Cancelled.")));
}

void CollateJob::readThread(ThreadId thread)
{
    onResult(m_store.threadMails(thread), this, [this](const Mails& mails) {
        if (isFinished())
            return;
        if (!mails)
            finish(mails.error());
        else
            layOut(*mails);
    });
}

void CollateJob::layOut(std::vector<thread::Mail> mails)
{
    std::vector<thread::Listing> listings = thread::listThreads(std::move(mails), {});
    if (listings.empty()) {
        finish(fail(ErrorCode::NotFound, tr("The thread is empty.")));
        return;
    }
    report({tr("Collating"), 0, 0});
    onResult(onPool(library::loadMaterial(m_store, listings.front()), collated), this,
             [this](const Result<Collated>& done) {
                 if (isFinished())
                     return;
                 if (!done) {
                     finish(done.error());
                     return;
                 }
                 m_thread.material = done->material;
                 m_thread.collation = done->collation;
                 finish(success());
             });
}

report::Permalink permalinksOf(const store::ListRecord& list)
{
    for (const store::ArchiveRecord& archive : list.archives) {
        const Result<archive::Location> location = archive::locate(archive.location);
        if (location && location->isRemote())
            return [where = *location](const MessageId& id) { return where.permalink(id.bytes); };
    }
    return {};
}

} // namespace lb::brief
