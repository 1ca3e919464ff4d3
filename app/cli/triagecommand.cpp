// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/triagecommand.h"

#include "brief/triagefile.h"
#include "core/onresult.h"

#include <QtConcurrentRun>

#include <cstdio>

namespace lb::cli
{

using namespace Qt::StringLiterals;

namespace
{

void say(const QString& line)
{
    const QByteArray bytes = QString(line + u'\n').toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
}

} // namespace

TriageCommand::TriageCommand(Options options, const brief::Services& services, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_services(services)
{
}

void TriageCommand::start()
{
    onResult(m_services.store.open(), this, [this](const Status& opened) {
        if (!opened)
            stop(ArchiveFailed, opened.error());
        else if (!m_ended)
            readAll();
    });
}

void TriageCommand::readAll()
{
    onResult(m_services.store.triageExport(), this, [this](const Result<store::TriageExport>& all) {
        if (!all)
            stop(ArchiveFailed, all.error());
        else if (m_options.importTriage.isEmpty())
            write(*all);
        else
            merge(*all);
    });
}

void TriageCommand::write(const store::TriageExport& all)
{
    const auto written
        = QtConcurrent::run([path = m_options.exportTriage, all, now = m_services.clock.now()] {
              return brief::saveTriageFile(path, all, now);
          });
    onResult(written, this, [this](const Status& saved) {
        if (!saved)
            stop(OutputFailed, saved.error());
        else
            end(Done);
    });
}

void TriageCommand::merge(const store::TriageExport& own)
{
    const auto loaded
        = QtConcurrent::run([path = m_options.importTriage] { return brief::loadTriageFile(path); });
    onResult(loaded, this, [this, own](const Result<store::TriageExport>& read) {
        if (!read)
            stop(ArchiveFailed, read.error());
        else
            findUnread(store::mergeTriage(own, *read), *read);
    });
}

void TriageCommand::findUnread(const store::TriageMerge& merged, const store::TriageExport& read)
{
    onResult(m_services.store.unreadOf(read.read), this,
             [this, merged, read](const Result<store::ReadChange>& reads) {
                 if (!reads) {
                     stop(ArchiveFailed, reads.error());
                     return;
                 }
                 store::TriageMerge all = merged;
                 all.reads = *reads;
                 save(all, read);
             });
}

void TriageCommand::save(const store::TriageMerge& merged, const store::TriageExport& read)
{
    if (m_ended)
        return;
    const store::TriageImport import{merged.after, merged.searches, merged.reads};
    onResult(m_services.store.importTriage(import), this, [this, merged, read](const Status& saved) {
        if (!saved) {
            stop(ArchiveFailed, saved.error());
            return;
        }
        if (!m_options.quiet)
            say(store::TriageTexts::imported(merged, read.leftOut, read.readLeftOut));
        for (const QString& problem : read.problems)
            say(problem);
        end(read.leftOut + read.readLeftOut > 0 ? SomeFailed : Done);
    });
}

void TriageCommand::interrupt()
{
    end(Interrupted);
}

void TriageCommand::stop(ExitCode code, const Error& error)
{
    if (!m_ended)
        say(u"listbrief: "_s + error.text);
    end(code);
}

void TriageCommand::end(ExitCode code)
{
    if (m_ended)
        return;
    m_ended = true;
    Q_EMIT done(code);
}

} // namespace lb::cli
