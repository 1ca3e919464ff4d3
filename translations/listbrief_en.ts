<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>lb::archive</name>
    <message numerus="yes">
        <source>%1 has too much to do at the moment and asks to come back in %n minute(s).</source>
        <translation>
            <numerusform>%1 has too much to do at the moment and asks to come back in %n minute.</numerusform>
            <numerusform>%1 has too much to do at the moment and asks to come back in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::archive::PublicInboxFetch</name>
    <message numerus="yes">
        <source>%1 Trying again in %n second(s)</source>
        <translation>
            <numerusform>%1 Trying again in %n second</numerusform>
            <numerusform>%1 Trying again in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::cli::ExportCommand</name>
    <message numerus="yes">
        <source>%n report(s) written to %1.</source>
        <translation>
            <numerusform>%n report written to %1.</numerusform>
            <numerusform>%n reports written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s): %1.</source>
        <translation>
            <numerusform>%n request: %1.</numerusform>
            <numerusform>%n requests: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::library::MboxExportJob</name>
    <message numerus="yes">
        <source>Saving %n thread(s)</source>
        <translation>
            <numerusform>Saving %n thread</numerusform>
            <numerusform>Saving %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::llm::ChatExchange</name>
    <message numerus="yes">
        <source>Waiting %n second(s) for %1.</source>
        <translation>
            <numerusform>Waiting %n second for %1.</numerusform>
            <numerusform>Waiting %n seconds for %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::llm::EndpointTest</name>
    <message numerus="yes">
        <source>%n model(s), among them %1</source>
        <translation>
            <numerusform>%n model, among them %1</numerusform>
            <numerusform>%n models, among them %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s); %1 is not among them</source>
        <translation>
            <numerusform>%n model; %1 is not among them</numerusform>
            <numerusform>%n models; %1 is not among them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::query::Texts</name>
    <message numerus="yes">
        <source>The query is too long: at most %n characters.</source>
        <translation>
            <numerusform>The query is too long: at most %n characters.</numerusform>
            <numerusform>The query is too long: at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are too many conditions: at most %n.</source>
        <translation>
            <numerusform>There are too many conditions: at most %n.</numerusform>
            <numerusform>There are too many conditions: at most %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are too many parentheses inside one another: at most %n.</source>
        <translation>
            <numerusform>There are too many parentheses inside one another: at most %n.</numerusform>
            <numerusform>There are too many parentheses inside one another: at most %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::store::TriageTexts</name>
    <message numerus="yes">
        <source>%n thread(s) added.</source>
        <translation>
            <numerusform>%n thread added.</numerusform>
            <numerusform>%n threads added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) brought up to date.</source>
        <translation>
            <numerusform>%n thread brought up to date.</numerusform>
            <numerusform>%n threads brought up to date.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n own decision(s) kept: they are as new or newer.</source>
        <translation>
            <numerusform>%n own decision kept: it is as new or newer.</numerusform>
            <numerusform>%n own decisions kept: they are as new or newer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved search(es) taken over.</source>
        <translation>
            <numerusform>%n saved search taken over.</numerusform>
            <numerusform>%n saved searches taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) could not be read.</source>
        <translation>
            <numerusform>%n thread could not be read.</numerusform>
            <numerusform>%n threads could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) marked as read.</source>
        <translation>
            <numerusform>%n mail marked as read.</numerusform>
            <numerusform>%n mails marked as read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) that are not here yet will be read when they come.</source>
        <translation>
            <numerusform>%n mail that is not here yet will be read when it comes.</numerusform>
            <numerusform>%n mails that are not here yet will be read when they come.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read mail(s) could not be read from the file.</source>
        <translation>
            <numerusform>%n read mail could not be read from the file.</numerusform>
            <numerusform>%n read mails could not be read from the file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::summary::Estimate</name>
    <message numerus="yes">
        <source>The model is asked about %n thread(s): %1.</source>
        <extracomment>%1 = tokens in and out, and money</extracomment>
        <translation>
            <numerusform>The model is asked about %n thread: %1.</numerusform>
            <numerusform>The model is asked about %n threads: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) have a summary that is still right.</source>
        <translation>
            <numerusform>%n thread has a summary that is still right.</numerusform>
            <numerusform>%n threads have a summary that is still right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) of one mail or of programs alone get the built-in digest.</source>
        <translation>
            <numerusform>%n thread of one mail or of programs alone gets the built-in digest.</numerusform>
            <numerusform>%n threads of one mail or of programs alone get the built-in digest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::ChartTexts</name>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n mail</numerusform>
            <numerusform>%n mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Median of %n week(s): %1.</source>
        <extracomment>%1 is a number of mails. The middle one of so many weeks.</extracomment>
        <translation>
            <numerusform>Median of %n week: %1.</numerusform>
            <numerusform>Median of %n weeks: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Most on %1: %2 of %n mail(s).</source>
        <extracomment>%1 is a day of the week</extracomment>
        <translation>
            <numerusform>Most on %1: %2 of %n mail.</numerusform>
            <numerusform>Most on %1: %2 of %n mails.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) wrote.</source>
        <translation>
            <numerusform>%n person wrote.</numerusform>
            <numerusform>%n people wrote.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people wrote %2 % of the mails, and %n more the rest.</source>
        <extracomment>%1 people are named, %n are not</extracomment>
        <translation>
            <numerusform>%1 people wrote %2 % of the mails, and %n more the rest.</numerusform>
            <numerusform>%1 people wrote %2 % of the mails, and %n more the rest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::CompareDialog</name>
    <message numerus="yes">
        <source>%1, %2, %n patch(es)</source>
        <translation>
            <numerusform>%1, %2, %n patch</numerusform>
            <numerusform>%1, %2, %n patches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n dropped</numerusform>
            <numerusform>%n dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not in the library</source>
        <translation>
            <numerusform>%n not in the library</numerusform>
            <numerusform>%n not in the library</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n equal line(s)</source>
        <translation>
            <numerusform>⋯ %n equal line</numerusform>
            <numerusform>⋯ %n equal lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::ComposeDialog</name>
    <message numerus="yes">
        <source>None is chosen: the report holds all %n.</source>
        <translation>
            <numerusform>None is chosen: the report holds all %n.</numerusform>
            <numerusform>None is chosen: the report holds all %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n thread(s) are chosen.</source>
        <translation>
            <numerusform>%1 of %n thread is chosen.</numerusform>
            <numerusform>%1 of %n threads are chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::ComposeModel</name>
    <message numerus="yes">
        <source>%1, %2, %n mail(s)</source>
        <translation>
            <numerusform>%1, %2, %n mail</numerusform>
            <numerusform>%1, %2, %n mails</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::ConversationView</name>
    <message numerus="yes">
        <source>%n more quoted line(s)</source>
        <translation>
            <numerusform>%n more quoted line</numerusform>
            <numerusform>%n more quoted lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) of %1</source>
        <translation>
            <numerusform>%n more line of %1</numerusform>
            <numerusform>%n more lines of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::CostFlow</name>
    <message numerus="yes">
        <source>Summarise %n thread(s) with %1?</source>
        <translation>
            <numerusform>Summarise %n thread with %1?</numerusform>
            <numerusform>Summarise %n threads with %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) summarised</source>
        <translation>
            <numerusform>%n thread summarised</numerusform>
            <numerusform>%n threads summarised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) were not.</source>
        <translation>
            <numerusform>%n thread was not.</numerusform>
            <numerusform>%n threads were not.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::DropArea</name>
    <message numerus="yes">
        <source>Drop to open %n file(s) or folder(s): mbox, .eml, Maildir</source>
        <translation>
            <numerusform>Drop to open %n file or folder: mbox, .eml, Maildir</numerusform>
            <numerusform>Drop to open %n files or folders: mbox, .eml, Maildir</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::EditSummaryDialog</name>
    <message numerus="yes">
        <source>The text is too long by %n character(s).</source>
        <translation>
            <numerusform>The text is too long by %n character.</numerusform>
            <numerusform>The text is too long by %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::ExportFlow</name>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::FactStrip</name>
    <message numerus="yes">
        <source>%n bot failure(s)</source>
        <translation>
            <numerusform>%n bot failure</numerusform>
            <numerusform>%n bot failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open question(s)</source>
        <translation>
            <numerusform>%n open question</numerusform>
            <numerusform>%n open questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bot pass(es)</source>
        <translation>
            <numerusform>%n bot pass</numerusform>
            <numerusform>%n bot passes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n objection(s)</source>
        <translation>
            <numerusform>%n objection</numerusform>
            <numerusform>%n objections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::FactTexts</name>
    <message numerus="yes">
        <source>%n mail(s) object or refuse (NACK).</source>
        <translation>
            <numerusform>%n mail objects or refuses (NACK).</numerusform>
            <numerusform>%n mails object or refuse (NACK).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) reported by bots.</source>
        <translation>
            <numerusform>%n failure reported by bots.</numerusform>
            <numerusform>%n failures reported by bots.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open question(s).</source>
        <translation>
            <numerusform>%n open question.</numerusform>
            <numerusform>%n open questions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reviewed by %n people.</source>
        <translation>
            <numerusform>Reviewed by %n person.</numerusform>
            <numerusform>Reviewed by %n people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Acked by %n people.</source>
        <translation>
            <numerusform>Acked by %n person.</numerusform>
            <numerusform>Acked by %n people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tested by %n people.</source>
        <translation>
            <numerusform>Tested by %n person.</numerusform>
            <numerusform>Tested by %n people.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::GlossaryDialog</name>
    <message numerus="yes">
        <source>%n term(s)</source>
        <translation>
            <numerusform>%n term</numerusform>
            <numerusform>%n terms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::HandOffFlow</name>
    <message numerus="yes">
        <source>%n mail(s) are in %1.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>
            <numerusform>%n mail is in %1.</numerusform>
            <numerusform>%n mails are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::JobsBar</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::ListsModel</name>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n mail</numerusform>
            <numerusform>%n mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n week(s): %1</source>
        <extracomment>%1 are weeks with their mails</extracomment>
        <translation>
            <numerusform>Last %n week: %1</numerusform>
            <numerusform>Last %n weeks: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::LocalOffers</name>
    <message numerus="yes">
        <source>%1 answers at %2 with %n model(s).</source>
        <translation>
            <numerusform>%1 answers at %2 with %n model.</numerusform>
            <numerusform>%1 answers at %2 with %n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::MailHeaders</name>
    <message numerus="yes">
        <source>Show %n more in %1</source>
        <translation>
            <numerusform>Show %n more in %1</numerusform>
            <numerusform>Show %n more in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::MailPane</name>
    <message numerus="yes">
        <source>▾ Hide %n quoted line(s)</source>
        <translation>
            <numerusform>▾ Hide %n quoted line</numerusform>
            <numerusform>▾ Hide %n quoted lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▸ Show %n quoted line(s)</source>
        <translation>
            <numerusform>▸ Show %n quoted line</numerusform>
            <numerusform>▸ Show %n quoted lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s): %1</source>
        <translation>
            <numerusform>%n attachment: %1</numerusform>
            <numerusform>%n attachments: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n new mail(s).</source>
        <translation>
            <numerusform>%n new mail.</numerusform>
            <numerusform>%n new mails.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) could not be read.</source>
        <translation>
            <numerusform>%n mail could not be read.</numerusform>
            <numerusform>%n mails could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %1 and its %n mail(s) from the library?</source>
        <translation>
            <numerusform>Remove %1 and its %n mail from the library?</numerusform>
            <numerusform>Remove %1 and its %n mails from the library?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The report of %n thread(s) is in %1.</source>
        <translation>
            <numerusform>The report of %n thread is in %1.</numerusform>
            <numerusform>The report of %n threads is in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) have no summary.</source>
        <translation>
            <numerusform>%n thread has no summary.</numerusform>
            <numerusform>%n threads have no summary.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) and an index are in %1.</source>
        <translation>
            <numerusform>%n report and an index are in %1.</numerusform>
            <numerusform>%n reports and an index are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::ReceiptDialog</name>
    <message numerus="yes">
        <source>[The rest is not shown here: %n more character(s). Copy gives all.]</source>
        <translation>
            <numerusform>[The rest is not shown here: %n more character. Copy gives all.]</numerusform>
            <numerusform>[The rest is not shown here: %n more characters. Copy gives all.]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::SnoozeDialog</name>
    <message numerus="yes">
        <source>Put %n thread(s) off until:</source>
        <translation>
            <numerusform>Put %n thread off until:</numerusform>
            <numerusform>Put %n threads off until:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::StandingTexts</name>
    <message numerus="yes">
        <source>silent %n day(s)</source>
        <translation>
            <numerusform>silent %n day</numerusform>
            <numerusform>silent %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::SummaryFlow</name>
    <message numerus="yes">
        <source>%n digest(s) brought up to date.</source>
        <translation>
            <numerusform>%n digest brought up to date.</numerusform>
            <numerusform>%n digests brought up to date.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n summary(s) by a model are out of date. Choose a model in the settings.</source>
        <translation>
            <numerusform>%n summary by a model is out of date. Choose a model in the settings.</numerusform>
            <numerusform>%n summaries by a model are out of date. Choose a model in the settings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::SummaryPane</name>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n mail</numerusform>
            <numerusform>%n mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n new</source>
        <translation>
            <numerusform>%1, %n new</numerusform>
            <numerusform>%1, %n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new mail(s) since</source>
        <translation>
            <numerusform>%n new mail since</numerusform>
            <numerusform>%n new mails since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sends the earlier claims and the %n new mail(s).</source>
        <translation>
            <numerusform>Sends the earlier claims and the %n new mail.</numerusform>
            <numerusform>Sends the earlier claims and the %n new mails.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) not here now</source>
        <translation>
            <numerusform>%n mail not here now</numerusform>
            <numerusform>%n mails not here now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) that could not be verified are shown.</source>
        <translation>
            <numerusform>%n claim that could not be verified is shown.</numerusform>
            <numerusform>%n claims that could not be verified are shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) that could not be verified are hidden.</source>
        <translation>
            <numerusform>%n claim that could not be verified is hidden.</numerusform>
            <numerusform>%n claims that could not be verified are hidden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::TagsDialog</name>
    <message numerus="yes">
        <source>Tags of %n thread(s):</source>
        <translation>
            <numerusform>Tags of %n thread:</numerusform>
            <numerusform>Tags of %n threads:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::ThreadPane</name>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n mail</numerusform>
            <numerusform>%n mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 + %n earlier</source>
        <extracomment>A count of threads, and how many of earlier weeks stand beside them: &quot;9 threads + 6 earlier&quot;</extracomment>
        <translation>
            <numerusform>%1 + %n earlier</numerusform>
            <numerusform>%1 + %n earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::ThreadTreeModel</name>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n mail</numerusform>
            <numerusform>%n mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, the newest of %n revision(s)</source>
        <translation>
            <numerusform>%1, the newest of %n revision</numerusform>
            <numerusform>%1, the newest of %n revisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, one of %n revision(s); superseded by %2</source>
        <translation>
            <numerusform>%1, one of %n revision; superseded by %2</numerusform>
            <numerusform>%1, one of %n revisions; superseded by %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n revision(s)) %2</source>
        <extracomment>The newest revision of a series, how many of it are shown, its title</extracomment>
        <translation>
            <numerusform>%1 (%n revision) %2</numerusform>
            <numerusform>%1 (%n revisions) %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>summary without %n newer mail(s)</source>
        <translation>
            <numerusform>summary without %n newer mail</numerusform>
            <numerusform>summary without %n newer mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new mail(s) since</source>
        <translation>
            <numerusform>%n new mail since</numerusform>
            <numerusform>%n new mails since</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::TriageDialogs</name>
    <message numerus="yes">
        <source>What was decided about %n thread(s) is in %1.</source>
        <translation>
            <numerusform>What was decided about %n thread is in %1.</numerusform>
            <numerusform>What was decided about %n threads is in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::VersionsDialog</name>
    <message numerus="yes">
        <source>%n claim(s) the same</source>
        <translation>
            <numerusform>%n claim the same</numerusform>
            <numerusform>%n claims the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only in the earlier version</source>
        <translation>
            <numerusform>%n only in the earlier version</numerusform>
            <numerusform>%n only in the earlier version</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only in the later version</source>
        <translation>
            <numerusform>%n only in the later version</numerusform>
            <numerusform>%n only in the later version</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more claim(s) are not shown.</source>
        <translation>
            <numerusform>%n more claim is not shown.</numerusform>
            <numerusform>%n more claims are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::ViewsModel</name>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::WeeksDialog</name>
    <message numerus="yes">
        <source>%1, %n mail(s)</source>
        <extracomment>A week and how many mails it has</extracomment>
        <translation>
            <numerusform>%1, %n mail</numerusform>
            <numerusform>%1, %n mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s).</source>
        <translation>
            <numerusform>%n report.</numerusform>
            <numerusform>%n reports.</numerusform>
        </translation>
    </message>
</context>
</TS>
