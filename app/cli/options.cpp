// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "brief/weeksjob.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

namespace lb::cli
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostTokens = 2'000'000'000;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::cli)
};

Error usage(const QString& text)
{
    return fail(ErrorCode::Usage, text);
}

void addOptions(QCommandLineParser& parser)
{
    const auto value = [&parser](const QString& name, const QString& valueName) {
        parser.addOption(QCommandLineOption(name, QString(), valueName));
    };
    value(u"export"_s, u"FILE"_s);
    value(u"format"_s, u"FORMAT"_s);
    value(u"style"_s, u"STYLE"_s);
    value(u"since"_s, u"DATE"_s);
    value(u"until"_s, u"DATE"_s);
    value(u"week"_s, u"WEEK"_s);
    value(u"weeks"_s, u"FROM..TO"_s);
    value(u"days"_s, u"N"_s);
    value(u"context"_s, u"RULE"_s);
    value(u"language"_s, u"CODE"_s);
    value(u"provider"_s, u"ID"_s);
    value(u"endpoint"_s, u"URL"_s);
    value(u"model"_s, u"NAME"_s);
    value(u"jobs"_s, u"N"_s);
    value(u"max-tokens"_s, u"N"_s);
    value(u"thread"_s, u"MESSAGE-ID"_s);
    value(u"export-triage"_s, u"FILE"_s);
    value(u"import-triage"_s, u"FILE"_s);
    value(u"profile"_s, u"DIR"_s);
    for (const QString& flag :
         {u"collated"_s, u"refresh"_s, u"offline"_s, u"quiet"_s, u"verbose"_s, u"version"_s})
        parser.addOption(QCommandLineOption(flag));
    parser.addOption(QCommandLineOption(QStringList{u"h"_s, u"help"_s}));
}

/// A whole number within bounds, or a sentence that names the option.
Result<int> number(const QCommandLineParser& parser, const QString& option, int least, int most)
{
    bool isNumber = false;
    const QString text = parser.value(option);
    const int value = text.toInt(&isNumber);
    if (!isNumber || value < least || value > most)
        return usage(Text::tr("--%1 takes a whole number from %2 to %3, not \"%4\".")
                         .arg(option, QString::number(least), QString::number(most), text));
    return value;
}

Status readPeriod(const QCommandLineParser& parser, Options& options)
{
    options.since = parser.value(u"since"_s);
    options.until = parser.value(u"until"_s);
    options.week = parser.value(u"week"_s);
    const bool range = parser.isSet(u"since"_s) || parser.isSet(u"until"_s);
    options.weeks = parser.value(u"weeks"_s);
    const int ways = (range ? 1 : 0) + (parser.isSet(u"week"_s) ? 1 : 0) + (parser.isSet(u"weeks"_s) ? 1 : 0)
        + (parser.isSet(u"days"_s) ? 1 : 0);
    if (ways > 1)
        return usage(
            Text::tr("Give the period once: --since and --until, or --week, or --weeks, or --days."));
    if (parser.isSet(u"weeks"_s)) {
        const Result<QList<thread::Period>> weeks = brief::weeksOf(options.weeks);
        return weeks ? success() : Status(weeks.error());
    }
    if (parser.isSet(u"days"_s)) {
        const Result<int> days = number(parser, u"days"_s, 1, 36500);
        if (!days)
            return days.error();
        options.days = *days;
    }
    const Result<thread::Period> period = periodOf(options, QDate(2000, 1, 1));
    return period || period.error().code != ErrorCode::Usage ? success() : Status(period.error());
}

Status readOutput(const QCommandLineParser& parser, Options& options)
{
    options.exportFile = parser.value(u"export"_s);
    if (parser.isSet(u"export"_s) && options.exportFile.isEmpty())
        return usage(Text::tr("--export takes a file name, or - for standard output."));
    if (parser.isSet(u"format"_s)) {
        options.format = report::formatFromName(parser.value(u"format"_s));
        if (!options.format)
            return usage(
                Text::tr("--format takes md, html or json, not \"%1\".").arg(parser.value(u"format"_s)));
    }
    if (parser.isSet(u"style"_s)) {
        const std::optional<report::Style> style = report::styleFromName(parser.value(u"style"_s));
        if (!style)
            return usage(
                Text::tr("--style takes full, short or mail, not \"%1\".").arg(parser.value(u"style"_s)));
        options.style = *style;
    }
    if (options.weeks.isEmpty())
        return success();
    if (options.exportFile.isEmpty() || options.exportFile == "-"_L1)
        return usage(Text::tr("--weeks needs --export and a folder to write the reports to."));
    if (!options.format)
        options.format = report::Format::Html;
    return success();
}

Status readReport(const QCommandLineParser& parser, Options& options)
{
    if (parser.isSet(u"context"_s)) {
        const QString rule = parser.value(u"context"_s);
        if (rule != "ancestors"_L1 && rule != "thread"_L1)
            return usage(Text::tr("--context takes ancestors or thread, not \"%1\".").arg(rule));
        options.context
            = rule == "thread"_L1 ? thread::ContextRule::WholeThread : thread::ContextRule::Ancestors;
    }
    if (parser.isSet(u"language"_s)) {
        options.language = languageFromCode(parser.value(u"language"_s));
        if (!options.language)
            return usage(
                Text::tr("--language takes en or zh_CN, not \"%1\".").arg(parser.value(u"language"_s)));
    }
    options.thread = parser.value(u"thread"_s).trimmed();
    if (options.thread.startsWith(u'<') && options.thread.endsWith(u'>'))
        options.thread = options.thread.sliced(1, options.thread.size() - 2);
    if (parser.isSet(u"thread"_s) && options.thread.isEmpty())
        return usage(Text::tr("--thread takes a Message-ID."));
    if (!options.thread.isEmpty() && !options.weeks.isEmpty())
        return usage(Text::tr("--thread does not go with --weeks."));
    options.collated = parser.isSet(u"collated"_s);
    if (options.collated && (options.thread.isEmpty() || options.exportFile.isEmpty()))
        return usage(Text::tr("--collated needs --export and --thread: it writes one thread as a document."));
    return success();
}

Status readModel(const QCommandLineParser& parser, Options& options)
{
    options.provider = parser.value(u"provider"_s);
    options.endpoint = parser.value(u"endpoint"_s);
    options.model = parser.value(u"model"_s);
    if (!options.endpoint.isEmpty() && options.model.isEmpty() && options.provider.isEmpty())
        return usage(Text::tr("--endpoint needs --model to say which model to ask there."));
    if (parser.isSet(u"jobs"_s)) {
        const Result<int> jobs = number(parser, u"jobs"_s, 1, 16);
        if (!jobs)
            return jobs.error();
        options.jobs = *jobs;
    }
    if (parser.isSet(u"max-tokens"_s)) {
        const Result<int> tokens = number(parser, u"max-tokens"_s, 1, mostTokens);
        if (!tokens)
            return tokens.error();
        options.maxTokens = *tokens;
    }
    return success();
}

Status readTriage(const QCommandLineParser& parser, Options& options)
{
    options.exportTriage = parser.value(u"export-triage"_s);
    options.importTriage = parser.value(u"import-triage"_s);
    for (const QString& option : {u"export-triage"_s, u"import-triage"_s}) {
        if (parser.isSet(option) && parser.value(option).isEmpty())
            return usage(Text::tr("--%1 takes a file name.").arg(option));
    }
    const bool exports = !options.exportTriage.isEmpty();
    const bool imports = !options.importTriage.isEmpty();
    if (exports && imports)
        return usage(Text::tr("Give either --export-triage or --import-triage."));
    if ((exports || imports) && (!options.archives.isEmpty() || !options.exportFile.isEmpty()))
        return usage(Text::tr("--export-triage and --import-triage take no archive and no --export."));
    return success();
}

} // namespace

Result<Options> parseOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return usage(parser.errorText());

    Options options;
    options.archives = parser.positionalArguments();
    options.refresh = parser.isSet(u"refresh"_s);
    options.offline = parser.isSet(u"offline"_s);
    options.quiet = parser.isSet(u"quiet"_s);
    options.verbose = parser.isSet(u"verbose"_s);
    options.help = parser.isSet(u"help"_s);
    options.version = parser.isSet(u"version"_s);
    options.profile = parser.value(u"profile"_s);
    if (options.help || options.version)
        return options;
    for (const auto read : {readPeriod, readOutput, readReport, readModel, readTriage}) {
        const Status ok = read(parser, options);
        if (!ok)
            return ok.error();
    }
    if (parser.isSet(u"profile"_s) && options.profile.isEmpty())
        return usage(Text::tr("--profile takes a folder."));
    if (!options.exportFile.isEmpty() && options.archives.size() != 1)
        return usage(Text::tr("--export takes exactly one archive: a URL, a file or a folder."));
    if (!options.exportFile.isEmpty() && options.exportFile != "-"_L1 && !options.format) {
        options.format = report::formatFromName(QFileInfo(options.exportFile).suffix());
        if (!options.format)
            return usage(Text::tr("\"%1\" ends in none of .md, .html and .json; say which with --format.")
                             .arg(options.exportFile));
    }
    return options;
}

Result<thread::Period> periodOf(const Options& options, QDate today)
{
    if (!options.week.isEmpty())
        return thread::periodFromWeek(options.week);
    if (!options.weeks.isEmpty()) {
        const Result<QList<thread::Period>> weeks = brief::weeksOf(options.weeks);
        if (!weeks)
            return weeks.error();
        return thread::Period{weeks->constFirst().since, weeks->constLast().until};
    }
    if (!options.since.isEmpty() || !options.until.isEmpty())
        return thread::periodFromDays(options.since, options.until, today);
    return thread::lastDays(options.days.value_or(7), today);
}

QString languageAsked(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    (void)parser.parse(arguments);
    const std::optional<Language> language = languageFromCode(parser.value(u"language"_s));
    return language ? languageCode(*language) : QString();
}

QString helpHint()
{
    return Text::tr("Try listbrief --help.");
}

QString helpText()
{
    return Text::tr(
        "Usage: listbrief [ARCHIVE...]                          open the window\n"
        "       listbrief --export FILE [options] ARCHIVE       write a report and exit\n"
        "\n"
        "Triage a mailing list's week: threads, summaries that cite their mails, a report.\n"
        "\n"
        "ARCHIVE is https://host/list/ of a public-inbox server, or a path: mbox, mbox.gz,\n"
        "Maildir, a folder of .eml files, a public-inbox git mirror. FILE - is standard output.\n"
        "\n"
        "  --format md|html|json     the report's format (default: by FILE's ending, else md)\n"
        "  --style full|short|mail   the whole report, one line a thread, or that as HTML for mail\n"
        "  --since DATE --until DATE the period, both days included, UTC\n"
        "  --week 2025-W25           an ISO week\n"
        "  --weeks 2025-W20..2025-W25  a report of each week and an index page, in folder FILE\n"
        "  --days N                  the last N days (default: 7)\n"
        "  --context ancestors|thread  which earlier mails are shown with new ones\n"
        "  --language en|zh_CN       language of report and summaries\n"
        "  --provider ID             who summarises; digest is built in and needs no network\n"
        "  --endpoint URL            an OpenAI-compatible endpoint\n"
        "  --model NAME              the model to ask\n"
        "  --jobs N                  threads summarised at once (default: 4)\n"
        "  --max-tokens N            ask no more once the next request could lead over N\n"
        "  --refresh                 ignore cached summaries\n"
        "  --thread MESSAGE-ID       only this thread\n"
        "  --collated                write that thread as one document: each reply under the\n"
        "                            lines it answers\n"
        "  --export-triage FILE      write what you decided about threads and which mails\n"
        "                            you read, and exit\n"
        "  --import-triage FILE      merge such a file into the library, and exit\n"
        "  --offline                 touch no network\n"
        "  --profile DIR             keep settings, library and cache below DIR\n"
        "  --quiet, --verbose        less or more on standard error\n"
        "  --help, --version\n"
        "\n"
        "The key of an endpoint comes from the system keychain, else from LISTBRIEF_API_KEY.\n"
        "Exit status: 0 done; 1 report written, some threads have no summary; 2 usage;\n"
        "3 the archive could not be read; 4 the output could not be written; 130 interrupted.\n");
}

} // namespace lb::cli
