<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>lb::brief::ReportJob</name>
    <message>
        <source>Report of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No thread of this period holds the mail &lt;%1&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Date header is missing or cannot be right; another date stands in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another mail has the same Message-ID and a different text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gathering the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::cli</name>
    <message>
        <source>--%1 takes a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the period once: --since and --until, or --week, or --days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--export takes a file name, or - for standard output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--format takes md, html or json, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--context takes ancestors or thread, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--language takes en or zh_CN, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--thread takes a Message-ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--endpoint needs --model to say which model to ask there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--profile takes a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--export takes exactly one archive: a URL, a file or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends in none of .md, .html and .json; say which with --format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: listbrief [ARCHIVE...]                          open the window
       listbrief --export FILE [options] ARCHIVE       write a report and exit

Triage a mailing list&apos;s week: threads, summaries that cite their mails, a report.

ARCHIVE is https://host/list/ of a public-inbox server, or a path: mbox, mbox.gz,
Maildir, a folder of .eml files, a public-inbox git mirror. FILE - is standard output.

  --format md|html|json     the report&apos;s format (default: by FILE&apos;s ending, else md)
  --since DATE --until DATE the period, both days included, UTC
  --week 2025-W25           an ISO week
  --days N                  the last N days (default: 7)
  --context ancestors|thread  which earlier mails are shown with new ones
  --language en|zh_CN       language of report and summaries
  --provider ID             who summarises; digest is built in and needs no network
  --endpoint URL            an OpenAI-compatible endpoint
  --model NAME              the model to ask
  --jobs N                  threads summarised at once (default: 4)
  --refresh                 ignore cached summaries
  --thread MESSAGE-ID       only this thread
  --offline                 touch no network
  --profile DIR             keep settings, library and cache below DIR
  --quiet, --verbose        less or more on standard error
  --help, --version

The key of an endpoint comes from the system keychain, else from LISTBRIEF_API_KEY.
Exit status: 0 done; 1 report written, some threads have no summary; 2 usage;
3 the archive could not be read; 4 the output could not be written; 130 interrupted.
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::cli::ExportCommand</name>
    <message>
        <source>The report holds the mails before the cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive has not changed since it was read last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mails added, %2 known, %3 unreadable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider &quot;%1&quot; is configured. Give --endpoint and --model, or add it in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--offline does not go with a provider that is not on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No summary of &quot;%1&quot;: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted. What was done so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::library::ImportJob</name>
    <message>
        <source>Importing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joining threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing %1 was cancelled. What was read so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::library::IndexJob</name>
    <message>
        <source>Indexing mail for search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing was cancelled. It goes on where it stopped the next time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::llm::ChatExchange</name>
    <message>
        <source>No model is chosen for %1. Choose one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The summary was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Waiting %n second(s) for %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for earlier requests to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent more than a summary can hold. Try another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent an empty answer. Try again or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered with a page instead of the Chat Completions protocol. Check the address and whether a login or proxy is in the way. The page says: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model %1 at %2 refused to answer: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content filter of %1 stopped the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model %1 wanted to call a tool instead of answering. Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 was cut off after %2 tokens. Allow longer answers in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the answer of %1 could not be read, so it may be incomplete. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended the answer early and gives the reason “%2”. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 ended in the middle, without a finish. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model %1 only thought and did not answer. Allow longer answers in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model %1 at %2 sent an empty answer. Try again or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model %1 at %2 saw only %3 of about %4 tokens: the server cut the thread without saying so. Raise its context size or lower it in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Trying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 was interrupted: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::llm::ChatRequest</name>
    <message>
        <source>The key for %1 holds a space or a character that no key has. Enter it again in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::llm::EndpointTest</name>
    <message>
        <source>Testing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left to the system&apos;s proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no host %1. Check the spelling and the network connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not speak TLS as it should: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing accepts connections at %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 accepts connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer within ten seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None, and none needed on this computer or network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: the key and all mail travel readable to %1. Use https if the service has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen with the first answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server lists no models (HTTP %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is needed to list models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), among them %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s); %1 is not among them</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Arrived, cut at the %1 tokens of this test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer arrives piece by piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not offered: answers arrive as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server counts tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not told: token numbers will be estimates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::llm::KeychainStore</name>
    <message>
        <source>No keychain (Secret Service or KWallet) answers, so the key cannot be kept. Start one, or enter the key for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain did not give access. Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain could not delete the key. Delete it with the keychain&apos;s own program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain failed. Start or unlock it, or enter the key for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::llm::Provider</name>
    <message>
        <source>“%1” is not the address of a service. Give one like https://api.example.com/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of the service at %1 holds a password or key. Take it out of the address and enter it as the provider&apos;s key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address %1 does not tell where the list of models is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings&apos; list of providers cannot be read. Enter the providers again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::llm::ServerError</name>
    <message>
        <source>The thread does not fit into the model %1 at %2: it needs %3 tokens and the model takes %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The thread does not fit into the model %1 at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not offer the model %2. Choose another model in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers at %1. Check the address in the settings: most services expect one that ends in /v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is still loading the model (HTTP %2). Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is overloaded (HTTP %2). Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed to answer (HTTP %2). Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account at %1 has no credit left (HTTP %2). Add credit or choose another provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no more requests for now (HTTP %2). Try again later or lower the number of requests at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content filter of %1 refused the thread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the key (HTTP %2). Check the key of this provider in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gave up waiting for the request (HTTP %2). Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not accept the request for the model %2 (HTTP %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered in a way that is not the Chat Completions protocol (HTTP %2). Check the address in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The server says: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::store</name>
    <message>
        <source>A mail in the library is damaged. Fetch its list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mail in the library says that it is larger than 256 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space left for the library %1. Free some space and try again; what was saved before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library %1 may not be written. Check the permissions of the file and of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library %1 could not be opened. Check that its folder exists and is on a local disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a database of another program, not a ListBrief library. It was left as it is; choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library %1 was written by a newer ListBrief. It was left as it is; update ListBrief to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library %1 could not be set up: SQLite refused a setting it needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library %1 is on a file system without the locks it needs. Move it to a local disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library %1 is in use by another program. Close it or wait until it is done, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a ListBrief library. It was left as it is; choose another file or move it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library %1 is damaged. Move it away and fetch the lists again, or restore a copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library %1 could not be read or written. Check the disk it is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is not in the library any more. Add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is damaged: it has no counters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list was removed from the library. Add it again to fetch its mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the list has another mail with this Message-ID and other content; the first one stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail is not in the library any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A summary without text or thread cannot be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That version of the summary is not in the library any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::store::Store</name>
    <message>
        <source>The library has not been opened yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::thread</name>
    <message>
        <source>Row %1 of the category table names no known category (&quot;%2&quot;); use one of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 of the category table looks at &quot;%2&quot;; use tag, subject or sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 of the category table has no words; add at least one or remove the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The category table is not a JSON array of rows (%1, at byte %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a day; write it as YYYY-MM-DD, for example 2025-06-16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an ISO week; write it as YYYY-Www, for example 2025-W25.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period ends (%1) before it begins (%2); exchange the two days.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::ui::Banner</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::ui::EndpointNotice</name>
    <message>
        <source>Mail leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send mail of this thread to %1 to have it summarised?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text, names and addresses of the mails go to %1. You are asked once for each server. The built-in digest sends nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::ui::JobsModel</name>
    <message>
        <source>%1 (%2 %)</source>
        <extracomment>A phase of a job and how far it is in per cent</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::ui::ListsModel</name>
    <message>
        <source>List %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All mail of %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2 – %3</source>
        <extracomment>An ISO week and its first and last day, as &quot;2025-W25 06-16 – 06-22&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: nothing in the library yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::ThreadTreeModel</name>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the thread; below it its mails, indented by reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New mails of the period / all mails of the thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who began the thread, and how many others wrote in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of the first mail, in its sender&apos;s time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of the last mail, in its sender&apos;s time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread, starred, muted, done, and what summary there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A category and its number of threads</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <extracomment>The author of a thread and how many others wrote in it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no summary yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>summary by a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>summary older than the thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>summary being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new of %2 mails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earlier mail, for background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail %1 of the thread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lb::ui::UserPrompts</name>
    <message>
        <source>Open a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a mail to %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a page of %1 in the browser?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
