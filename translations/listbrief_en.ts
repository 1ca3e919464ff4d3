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
        <source>The text was found in %n mail(s) of the list.</source>
        <translation>
            <numerusform>The text was found in %n mail of the list.</numerusform>
            <numerusform>The text was found in %n mails of the list.</numerusform>
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
</context>
<context>
    <name>lb::ui::SummaryFlow</name>
    <message numerus="yes">
        <source>Summarise %n thread(s) with %1?</source>
        <translation>
            <numerusform>Summarise %n thread with %1?</numerusform>
            <numerusform>Summarise %n threads with %1?</numerusform>
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
</context>
</TS>
