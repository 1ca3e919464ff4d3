<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>lb::archive</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>The mail at %1 is larger than %2 MB: only its start is read.</source>
        <translation>%1 处的邮件超过 %2 MB：只读取开头部分。</translation>
    </message>
    <message>
        <source>%1: the history ends at commit %2, which cannot be read.</source>
        <translation>%1：历史止于提交 %2，该提交无法读取。</translation>
    </message>
    <message>
        <source>The git repository “%1” cannot be read: %2.</source>
        <translation>无法读取 git 仓库“%1”：%2。</translation>
    </message>
    <message>
        <source>The mail at %1 is larger than %2 MB and is left out.</source>
        <translation>%1 处的邮件超过 %2 MB，已略过。</translation>
    </message>
    <message>
        <source>The mail at %1 cannot be read: %2.</source>
        <translation>无法读取 %1 处的邮件：%2。</translation>
    </message>
    <message>
        <source>“%1” holds no git repository.</source>
        <translation>“%1”中没有 git 仓库。</translation>
    </message>
    <message>
        <source>“%1” does not exist. Give the path of an mbox file, a Maildir, a folder of .eml files or a public-inbox git mirror, or the address of a list that starts with https://.</source>
        <translation>“%1”不存在。请给出 mbox 文件、Maildir、.eml 文件夹或 public-inbox git 镜像的路径，或以 https:// 开头的列表地址。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: permission denied. Change its permissions or choose another archive.</source>
        <translation>无法读取“%1”：没有权限。请更改权限，或选择其他归档。</translation>
    </message>
    <message>
        <source>“%1” is neither a file nor a folder.</source>
        <translation>“%1”既不是文件也不是文件夹。</translation>
    </message>
    <message>
        <source>“%1” is a gzip file, but what is in it is not an mbox: it does not start with a line “From ”.</source>
        <translation>“%1”是 gzip 文件，但其中内容不是 mbox：开头不是“From ”行。</translation>
    </message>
    <message>
        <source>“%1” is a single mail. Give the folder that it is in.</source>
        <translation>“%1”是单封邮件。请给出它所在的文件夹。</translation>
    </message>
    <message>
        <source>“%1” is compressed in a way that is not read here. Unpack it first, or use gzip.</source>
        <translation>不支持“%1”的压缩格式。请先解压，或改用 gzip。</translation>
    </message>
    <message>
        <source>“%1” is not an mbox: it does not start with a line “From ”.</source>
        <translation>“%1”不是 mbox：开头不是“From ”行。</translation>
    </message>
    <message>
        <source>The folder “%1” is empty.</source>
        <translation>文件夹“%1”是空的。</translation>
    </message>
    <message>
        <source>The folder “%1” holds no mail: it is no Maildir (folders cur and new), no public-inbox git mirror (0.git, 1.git, ...) and has no .eml files.</source>
        <translation>文件夹“%1”中没有邮件：它不是 Maildir（含 cur 和 new 文件夹），不是 public-inbox git 镜像（0.git、1.git ...），也没有 .eml 文件。</translation>
    </message>
    <message>
        <source>“%1” is not a valid web address.</source>
        <translation>“%1”不是有效的网址。</translation>
    </message>
    <message>
        <source>The address holds a user name or password. Archives are read without one: leave it out.</source>
        <translation>地址中含有用户名或密码。读取归档不需要它们，请去掉。</translation>
    </message>
    <message>
        <source>“%1” names a server but no list on it. Add the list&apos;s name, as in https://lore.kernel.org/kvmarm/.</source>
        <translation>“%1”只给出了服务器，没有列表名。请加上列表名，例如 https://lore.kernel.org/kvmarm/。</translation>
    </message>
    <message>
        <source>No archive was named.</source>
        <translation>没有指定归档。</translation>
    </message>
    <message>
        <source>Archives are not read over “%1”. Use the list&apos;s https:// address, or a local copy.</source>
        <translation>不支持通过“%1”读取归档。请使用列表的 https:// 地址或本地副本。</translation>
    </message>
    <message>
        <source>%1, byte %2</source>
        <translation>%1，第 %2 字节</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>无法读取文件：%1。</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>Reading “%1” was cancelled.</source>
        <translation>已取消读取“%1”。</translation>
    </message>
    <message>
        <source>“%1” does not exist any more.</source>
        <translation>“%1”已不存在。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>无法读取“%1”：%2。</translation>
    </message>
    <message>
        <source>“%1” is on the network and has to be fetched before it is read.</source>
        <translation>“%1”在网络上，须先获取才能读取。</translation>
    </message>
    <message>
        <source>Use a git mirror of the list (git clone --mirror) or import a mail file instead.</source>
        <translation>请改用该列表的 git 镜像（git clone --mirror），或导入邮件文件。</translation>
    </message>
    <message>
        <source>%1 answers with a page that wants proof that a browser is asking (“Making sure you&apos;re not a bot”), not with mail. ListBrief does not pretend to be one.</source>
        <translation>%1 返回的不是邮件，而是要求证明来访者是浏览器的页面（“Making sure you&apos;re not a bot”）。ListBrief 不会冒充浏览器。</translation>
    </message>
    <message>
        <source>%1 answers with a login page, not with mail.</source>
        <translation>%1 返回的不是邮件，而是登录页面。</translation>
    </message>
    <message>
        <source>%1 answers with a web page, not with mail: it is no public-inbox list. Check the address.</source>
        <translation>%1 返回的不是邮件，而是网页：它不是 public-inbox 列表。请检查地址。</translation>
    </message>
    <message>
        <source>There is no list “%1” on %2, or it is no public-inbox server. Check the address; it looks like https://lore.kernel.org/kvmarm/.</source>
        <translation>%2 上没有列表“%1”，或它不是 public-inbox 服务器。请检查地址，其形式如 https://lore.kernel.org/kvmarm/。</translation>
    </message>
    <message>
        <source>%1 has too much to do at the moment. Try again in some minutes.</source>
        <translation>%1 目前过于繁忙。请几分钟后重试。</translation>
    </message>
    <message numerus="yes">
        <source>%1 has too much to do at the moment and asks to come back in %n minute(s).</source>
        <translation>
            <numerusform>%1 目前过于繁忙，要求 %n 分钟后再试。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not allow this list to be read (HTTP status %2).</source>
        <translation>%1 不允许读取此列表（HTTP 状态 %2）。</translation>
    </message>
    <message>
        <source>%1 keeps the list “%2” without a search index, so mails of a period cannot be asked for (HTTP status 501). Another server may have the list with one.</source>
        <translation>%1 上的列表“%2”没有搜索索引，无法按时段取邮件（HTTP 状态 501）。其他服务器上的同一列表可能有索引。</translation>
    </message>
    <message>
        <source>%1 failed to answer (HTTP status %2). Try again later.</source>
        <translation>%1 未能应答（HTTP 状态 %2）。请稍后重试。</translation>
    </message>
    <message>
        <source>%1 does not understand the request for the list&apos;s mail (HTTP status %2); it may be no public-inbox list, or of another version.</source>
        <translation>%1 不理解获取列表邮件的请求（HTTP 状态 %2）；它可能不是 public-inbox 列表，或版本不同。</translation>
    </message>
    <message>
        <source>%1 sent an empty answer in place of mail.</source>
        <translation>%1 没有返回邮件，应答是空的。</translation>
    </message>
    <message>
        <source>%1 sent something that is not compressed mail.</source>
        <translation>%1 返回的不是压缩的邮件。</translation>
    </message>
    <message>
        <source>A search without words would fetch the whole archive, so it is not sent.</source>
        <translation>没有关键词的搜索会取回整个归档，因此没有发送。</translation>
    </message>
</context>
<context>
    <name>lb::archive::PublicInboxFetch</name>
    <message>
        <source>Fetching %1</source>
        <translation>正在获取 %1</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>正在请求 %1</translation>
    </message>
    <message>
        <source>Fetching %1 was cancelled.</source>
        <translation>已取消获取 %1。</translation>
    </message>
    <message>
        <source>No file can be made in “%1” for the download: %2.</source>
        <translation>无法在“%1”中创建下载文件：%2。</translation>
    </message>
    <message>
        <source>There is no space left in “%1” for the download. Free some and fetch again.</source>
        <translation>“%1”空间不足，无法下载。请腾出空间后重新获取。</translation>
    </message>
    <message>
        <source>The download cannot be written to “%1”: %2.</source>
        <translation>无法把下载内容写入“%1”：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%1 Trying again in %n second(s)</source>
        <translation>
            <numerusform>%1 %n 秒后重试</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::archive::PublicInboxProbe</name>
    <message>
        <source>Checking %1</source>
        <translation>正在检查 %1</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>正在请求 %1</translation>
    </message>
    <message>
        <source>Checking %1 was cancelled.</source>
        <translation>已取消检查 %1。</translation>
    </message>
</context>
<context>
    <name>lb::brief::CollateJob</name>
    <message>
        <source>Collating a thread</source>
        <translation>正在汇编讨论串</translation>
    </message>
    <message>
        <source>Reading mail</source>
        <translation>正在读取邮件</translation>
    </message>
    <message>
        <source>The list holds no mail &lt;%1&gt;.</source>
        <translation>列表中没有邮件 &lt;%1&gt;。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The thread is empty.</source>
        <translation>讨论串是空的。</translation>
    </message>
    <message>
        <source>Collating</source>
        <translation>正在汇编</translation>
    </message>
</context>
<context>
    <name>lb::brief::ReportJob</name>
    <message>
        <source>Report of %1</source>
        <translation>%1 的报告</translation>
    </message>
    <message>
        <source>No thread of this period holds the mail &lt;%1&gt;.</source>
        <translation>这一时段没有讨论串包含邮件 &lt;%1&gt;。</translation>
    </message>
    <message>
        <source>The Date header is missing or cannot be right; another date stands in.</source>
        <translation>Date 头缺失或不可信，已用其他日期代替。</translation>
    </message>
    <message>
        <source>Another mail has the same Message-ID and a different text.</source>
        <translation>另有一封邮件的 Message-ID 相同而内容不同。</translation>
    </message>
    <message>
        <source>Gathering the report</source>
        <translation>正在汇集报告</translation>
    </message>
    <message>
        <source>The report was cancelled.</source>
        <translation>报告已取消。</translation>
    </message>
</context>
<context>
    <name>lb::brief::WeeksJob</name>
    <message>
        <source>The reports were cancelled.</source>
        <translation>报告已取消。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2 Move it away to begin a new index.</source>
        <translation>无法读取 %1：%2若要开始新的索引，请将其移走。</translation>
    </message>
    <message>
        <source>Weekly reports of %1</source>
        <translation>%1 的每周报告</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>Weekly reports</source>
        <translation>每周报告</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no range of weeks. Write it as 2025-W20..2025-W25.</source>
        <translation>“%1”不是周的范围。请写成 2025-W20..2025-W25。</translation>
    </message>
    <message>
        <source>%1 are more than %2 weeks.</source>
        <translation>%1 超过 %2 周。</translation>
    </message>
</context>
<context>
    <name>lb::cli</name>
    <message>
        <source>--%1 takes a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>--%1 须为 %2 到 %3 之间的整数，而不是“%4”。</translation>
    </message>
    <message>
        <source>--export takes a file name, or - for standard output.</source>
        <translation>--export 须为文件名，或用 - 表示标准输出。</translation>
    </message>
    <message>
        <source>--format takes md, html or json, not &quot;%1&quot;.</source>
        <translation>--format 须为 md、html 或 json，而不是“%1”。</translation>
    </message>
    <message>
        <source>--context takes ancestors or thread, not &quot;%1&quot;.</source>
        <translation>--context 须为 ancestors 或 thread，而不是“%1”。</translation>
    </message>
    <message>
        <source>--language takes en or zh_CN, not &quot;%1&quot;.</source>
        <translation>--language 须为 en 或 zh_CN，而不是“%1”。</translation>
    </message>
    <message>
        <source>--thread takes a Message-ID.</source>
        <translation>--thread 须为 Message-ID。</translation>
    </message>
    <message>
        <source>--endpoint needs --model to say which model to ask there.</source>
        <translation>使用 --endpoint 时须用 --model 指明模型。</translation>
    </message>
    <message>
        <source>--profile takes a folder.</source>
        <translation>--profile 须为文件夹。</translation>
    </message>
    <message>
        <source>--export takes exactly one archive: a URL, a file or a folder.</source>
        <translation>--export 须恰好给出一个归档：网址、文件或文件夹。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends in none of .md, .html and .json; say which with --format.</source>
        <translation>“%1”的扩展名不是 .md、.html 或 .json，请用 --format 指明格式。</translation>
    </message>
    <message>
        <source>--collated needs --export and --thread: it writes one thread as a document.</source>
        <translation>使用 --collated 时须同时使用 --export 和 --thread：它把一个讨论串写成文档。</translation>
    </message>
    <message>
        <source>Try listbrief --help.</source>
        <translation>请查看 listbrief --help。</translation>
    </message>
    <message>
        <source>Give the period once: --since and --until, or --week, or --weeks, or --days.</source>
        <translation>时段只能给一次：--since 和 --until，或 --week，或 --weeks，或 --days。</translation>
    </message>
    <message>
        <source>--style takes full, short or mail, not &quot;%1&quot;.</source>
        <translation>--style 须为 full、short 或 mail，而不是“%1”。</translation>
    </message>
    <message>
        <source>--weeks needs --export and a folder to write the reports to.</source>
        <translation>--weeks 需要 --export 和存放报告的文件夹。</translation>
    </message>
    <message>
        <source>--thread does not go with --weeks.</source>
        <translation>--thread 不能与 --weeks 同用。</translation>
    </message>
    <message>
        <source>--%1 takes a file name.</source>
        <translation>--%1 需要文件名。</translation>
    </message>
    <message>
        <source>Give either --export-triage or --import-triage.</source>
        <translation>--export-triage 和 --import-triage 只能给一个。</translation>
    </message>
    <message>
        <source>--export-triage and --import-triage take no archive and no --export.</source>
        <translation>--export-triage 和 --import-triage 不需要归档，也不能与 --export 同用。</translation>
    </message>
    <message>
        <source>Usage: listbrief [ARCHIVE...]                          open the window
       listbrief --export FILE [options] ARCHIVE       write a report and exit

Triage a mailing list&apos;s week: threads, summaries that cite their mails, a report.

ARCHIVE is https://host/list/ of a public-inbox server, or a path: mbox, mbox.gz,
Maildir, a folder of .eml files, a public-inbox git mirror. FILE - is standard output.

  --format md|html|json     the report&apos;s format (default: by FILE&apos;s ending, else md)
  --style full|short|mail   the whole report, one line a thread, or that as HTML for mail
  --since DATE --until DATE the period, both days included, UTC
  --week 2025-W25           an ISO week
  --weeks 2025-W20..2025-W25  a report of each week and an index page, in folder FILE
  --days N                  the last N days (default: 7)
  --context ancestors|thread  which earlier mails are shown with new ones
  --language en|zh_CN       language of report and summaries
  --provider ID             who summarises; digest is built in and needs no network
  --endpoint URL            an OpenAI-compatible endpoint
  --model NAME              the model to ask
  --jobs N                  threads summarised at once (default: 4)
  --max-tokens N            ask no more once the next request could lead over N
  --refresh                 ignore cached summaries
  --thread MESSAGE-ID       only this thread
  --collated                write that thread as one document: each reply under the
                            lines it answers
  --export-triage FILE      write what you decided about threads and which mails
                            you read, and exit
  --import-triage FILE      merge such a file into the library, and exit
  --offline                 touch no network
  --profile DIR             keep settings, library and cache below DIR
  --quiet, --verbose        less or more on standard error
  --help, --version

The key of an endpoint comes from the system keychain, else from LISTBRIEF_API_KEY.
Exit status: 0 done; 1 report written, some threads have no summary; 2 usage;
3 the archive could not be read; 4 the output could not be written; 130 interrupted.
</source>
        <translation>用法：listbrief [ARCHIVE...]                          打开窗口
      listbrief --export FILE [选项] ARCHIVE          写出报告后退出

处理邮件列表的一周：讨论串、注明所据邮件的总结、报告。

ARCHIVE 是 public-inbox 服务器上的 https://host/list/，或一个路径：mbox、mbox.gz、
Maildir、.eml 文件夹、public-inbox git 镜像。FILE 为 - 时写到标准输出。

  --format md|html|json     报告格式（默认按 FILE 的扩展名，否则为 md）
  --style full|short|mail   完整报告、每个讨论串一行，或后者用于邮件的 HTML
  --since DATE --until DATE 时段，含首尾两日，UTC
  --week 2025-W25           一个 ISO 周
  --weeks 2025-W20..2025-W25  把每周的报告和索引页写入文件夹 FILE
  --days N                  最近 N 天（默认 7）
  --context ancestors|thread  随新邮件显示哪些较早的邮件
  --language en|zh_CN       报告和总结的语言
  --provider ID             由谁总结；digest 为内置摘要，不需要网络
  --endpoint URL            兼容 OpenAI 的接口地址
  --model NAME              使用的模型
  --jobs N                  同时总结的讨论串数（默认 4）
  --max-tokens N            下一次请求可能超过 N 时不再询问
  --refresh                 不使用已缓存的总结
  --thread MESSAGE-ID       只处理这个讨论串
  --collated                把该讨论串写成一个文档：每条回复列在
                            它所回答的各行之下
  --export-triage FILE      写出您对讨论串所做的决定和已读的邮件，然后退出
  --import-triage FILE      把这样的文件并入邮件库后退出
  --offline                 不访问网络
  --profile DIR             设置、邮件库和缓存都放在 DIR 下
  --quiet, --verbose        减少或增加标准错误上的输出
  --help, --version

接口的密钥取自系统密钥环，否则取自 LISTBRIEF_API_KEY。
退出状态：0 完成；1 报告已写出，部分讨论串没有总结；2 用法错误；
3 无法读取归档；4 无法写出结果；130 被中断。
</translation>
    </message>
</context>
<context>
    <name>lb::cli::ExportCommand</name>
    <message>
        <source>The report holds the mails before the cut.</source>
        <translation>报告包含截断处之前的邮件。</translation>
    </message>
    <message>
        <source>The archive has not changed since it was read last.</source>
        <translation>归档自上次读取后没有变化。</translation>
    </message>
    <message>
        <source>%1 mails added, %2 known, %3 unreadable.</source>
        <translation>新增 %1 封邮件，已有 %2 封，无法读取 %3 封。</translation>
    </message>
    <message>
        <source>No provider &quot;%1&quot; is configured. Give --endpoint and --model, or add it in the settings.</source>
        <translation>没有配置名为“%1”的模型服务。请给出 --endpoint 和 --model，或在设置中添加。</translation>
    </message>
    <message>
        <source>--offline does not go with a provider that is not on this machine.</source>
        <translation>--offline 不能与不在本机的模型服务同时使用。</translation>
    </message>
    <message>
        <source>No summary of &quot;%1&quot;: %2</source>
        <translation>“%1”没有总结：%2</translation>
    </message>
    <message>
        <source>Report written to %1.</source>
        <translation>报告已写入 %1。</translation>
    </message>
    <message>
        <source>Interrupted. What was done so far is kept.</source>
        <translation>已中断，已完成的部分会保留。</translation>
    </message>
    <message>
        <source>%1 is asked over plain http: everybody on the way can read the mails and the key.</source>
        <translation>%1 使用不加密的 http：途中任何人都能读到邮件和密钥。</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) written to %1.</source>
        <translation>
            <numerusform>已将 %n 份报告写入 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s): %1.</source>
        <translation>
            <numerusform>%n 次请求：%1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::library</name>
    <message>
        <source>The download from %1 broke off. The mails before the cut are kept; fetch again to get the rest.</source>
        <translation>从 %1 的下载中断。断开前的邮件已保留；重新获取可得到其余部分。</translation>
    </message>
    <message>
        <source>What %1 sent is damaged and cannot be read to its end. The mails before that are kept; fetch again to get the rest.</source>
        <translation>%1 发来的数据有损坏，无法读完。损坏处之前的邮件已保留；重新获取可得到其余部分。</translation>
    </message>
    <message>
        <source>The library was closed before all mail was saved.</source>
        <translation>邮件库在邮件全部保存之前就关闭了。</translation>
    </message>
</context>
<context>
    <name>lb::library::ImportJob</name>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>Reading mail</source>
        <translation>正在读取邮件</translation>
    </message>
    <message>
        <source>Joining threads</source>
        <translation>正在归并讨论串</translation>
    </message>
    <message>
        <source>Importing %1 was cancelled. What was read so far is kept.</source>
        <translation>已取消导入 %1，已读取的部分会保留。</translation>
    </message>
</context>
<context>
    <name>lb::library::IndexJob</name>
    <message>
        <source>Indexing mail for search</source>
        <translation>正在为搜索建立索引</translation>
    </message>
    <message>
        <source>Indexing mail</source>
        <translation>正在建立索引</translation>
    </message>
    <message>
        <source>Indexing was cancelled. It goes on where it stopped the next time.</source>
        <translation>已取消建立索引，下次从停下的地方继续。</translation>
    </message>
</context>
<context>
    <name>lb::library::MboxExportJob</name>
    <message>
        <source>%1 could not be written: %2. What was there before is unchanged.</source>
        <translation>无法写入 %1：%2。原有内容未变。</translation>
    </message>
    <message numerus="yes">
        <source>Saving %n thread(s)</source>
        <translation>
            <numerusform>正在保存 %n 个讨论串</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving mail</source>
        <translation>正在保存邮件</translation>
    </message>
    <message>
        <source>Saving was cancelled; no file was written.</source>
        <translation>保存已取消，没有写入文件。</translation>
    </message>
</context>
<context>
    <name>lb::library::RevisionsJob</name>
    <message>
        <source>Linking revisions</source>
        <translation>正在关联版本</translation>
    </message>
    <message>
        <source>Reading cover letters</source>
        <translation>正在读取封面邮件</translation>
    </message>
    <message>
        <source>Linking revisions was cancelled.</source>
        <translation>已取消关联版本。</translation>
    </message>
</context>
<context>
    <name>lb::library::SyncJob</name>
    <message>
        <source>Updating %1</source>
        <translation>正在更新 %1</translation>
    </message>
    <message>
        <source>Updating %1 was cancelled. What was read so far is kept.</source>
        <translation>已取消更新 %1，已读取的部分会保留。</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>正在查看 %1</translation>
    </message>
</context>
<context>
    <name>lb::llm::ChatExchange</name>
    <message>
        <source>No model is chosen for %1. Choose one in the settings.</source>
        <translation>没有为 %1 选择模型。请在设置中选择。</translation>
    </message>
    <message>
        <source>The summary was cancelled.</source>
        <translation>总结已取消。</translation>
    </message>
    <message numerus="yes">
        <source>Waiting %n second(s) for %1.</source>
        <translation>
            <numerusform>等待 %1，还需 %n 秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for earlier requests to %1.</source>
        <translation>正在等待发往 %1 的先前请求。</translation>
    </message>
    <message>
        <source>%1 sent more than a summary can hold. Try another model.</source>
        <translation>%1 发来的内容超出总结的上限。请换一个模型。</translation>
    </message>
    <message>
        <source>%1 sent an empty answer. Try again or choose another model.</source>
        <translation>%1 的回答是空的。请重试，或选择其他模型。</translation>
    </message>
    <message>
        <source>The model %1 at %2 refused to answer: %3</source>
        <translation>%2 的模型 %1 拒绝回答：%3</translation>
    </message>
    <message>
        <source>The content filter of %1 stopped the answer.</source>
        <translation>%1 的内容过滤器中止了回答。</translation>
    </message>
    <message>
        <source>The model %1 wanted to call a tool instead of answering. Choose another model.</source>
        <translation>模型 %1 要求调用工具而没有回答。请选择其他模型。</translation>
    </message>
    <message>
        <source>The answer of %1 was cut off after %2 tokens. Allow longer answers in the settings.</source>
        <translation>%1 的回答在 %2 个 token 后被截断。请在设置中允许更长的回答。</translation>
    </message>
    <message>
        <source>A part of the answer of %1 could not be read, so it may be incomplete. Try again.</source>
        <translation>%1 的回答有一部分无法读取，可能不完整。请重试。</translation>
    </message>
    <message>
        <source>%1 ended the answer early and gives the reason “%2”. Try again.</source>
        <translation>%1 提前结束了回答，给出的原因是“%2”。请重试。</translation>
    </message>
    <message>
        <source>The answer of %1 ended in the middle, without a finish. Try again.</source>
        <translation>%1 的回答中途停止，没有结束标记。请重试。</translation>
    </message>
    <message>
        <source>The model %1 only thought and did not answer. Allow longer answers in the settings.</source>
        <translation>模型 %1 只进行了思考，没有回答。请在设置中允许更长的回答。</translation>
    </message>
    <message>
        <source>The model %1 at %2 sent an empty answer. Try again or choose another model.</source>
        <translation>%2 的模型 %1 的回答是空的。请重试，或选择其他模型。</translation>
    </message>
    <message>
        <source>The model %1 at %2 saw only %3 of about %4 tokens: the server cut the thread without saying so. Raise its context size or lower it in the settings.</source>
        <translation>%2 的模型 %1 只看到约 %4 个 token 中的 %3 个：服务器未作说明就截断了讨论串。请调大服务器的上下文长度，或在设置中调小。</translation>
    </message>
    <message>
        <source>%1 Trying again.</source>
        <translation>%1 正在重试。</translation>
    </message>
    <message>
        <source>The answer of %1 was interrupted: %2</source>
        <translation>%1 的回答被中断：%2</translation>
    </message>
    <message>
        <source>%1 closed the connection in the middle of its answer. Try again.</source>
        <translation>%1 在应答中途关闭了连接。请重试。</translation>
    </message>
    <message>
        <source>The thread and its summary do not fit into the model %1 at %2 together.</source>
        <translation>讨论串连同总结放不进 %2 的模型 %1。</translation>
    </message>
    <message>
        <source>The thread filled all %3 tokens of the context of %1 at %2, so the model saw only a part of it. Raise the context size in the settings.</source>
        <translation>讨论串占满了 %2 的模型 %1 的全部 %3 个上下文 token，模型只看到了其中一部分。请在设置中加大上下文大小。</translation>
    </message>
    <message>
        <source>%1 answered with a page instead of a model&apos;s answer. Check the address and whether a login or proxy is in the way. The page says: %2</source>
        <translation>%1 返回的是网页而不是模型的回答。请检查地址，以及是否有登录页或代理阻拦。网页内容：%2</translation>
    </message>
</context>
<context>
    <name>lb::llm::ChatRequest</name>
    <message>
        <source>The key for %1 holds a space or a character that no key has. Enter it again in the settings.</source>
        <translation>%1 的密钥含有空格或密钥中不会出现的字符。请在设置中重新输入。</translation>
    </message>
</context>
<context>
    <name>lb::llm::EndpointTest</name>
    <message>
        <source>Testing %1</source>
        <translation>正在测试 %1</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>测试已取消。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>域名解析</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型列表</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>流式输出</translation>
    </message>
    <message>
        <source>Token counts</source>
        <translation>token 计数</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Requests go to %1</source>
        <translation>请求发往 %1</translation>
    </message>
    <message>
        <source>The address is a number</source>
        <translation>地址是数字形式</translation>
    </message>
    <message>
        <source>There is no host %1. Check the spelling and the network connection.</source>
        <translation>没有名为 %1 的主机。请检查拼写和网络连接。</translation>
    </message>
    <message>
        <source>%1 does not speak TLS as it should: %2</source>
        <translation>%1 的 TLS 不正常：%2</translation>
    </message>
    <message>
        <source>Nothing accepts connections at %1: %2</source>
        <translation>%1 处没有程序接受连接：%2</translation>
    </message>
    <message>
        <source>%1 accepts connections</source>
        <translation>%1 接受连接</translation>
    </message>
    <message>
        <source>no answer within ten seconds</source>
        <translation>十秒内没有应答</translation>
    </message>
    <message>
        <source>None, and none needed on this computer or network</source>
        <translation>没有加密；在本机或本地网络中也不需要</translation>
    </message>
    <message>
        <source>None: the key and all mail travel readable to %1. Use https if the service has it.</source>
        <translation>没有加密：密钥和邮件以明文发往 %1。若服务支持，请使用 https。</translation>
    </message>
    <message>
        <source>Seen with the first answer</source>
        <translation>随第一个回答确认</translation>
    </message>
    <message>
        <source>The server lists no models (HTTP %1)</source>
        <translation>服务器不提供模型列表（HTTP %1）</translation>
    </message>
    <message>
        <source>None is needed to list models</source>
        <translation>列出模型不需要密钥</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), among them %1</source>
        <translation>
            <numerusform>%n 个模型，其中有 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s); %1 is not among them</source>
        <translation>
            <numerusform>%n 个模型，其中没有 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrived, cut at the %1 tokens of this test</source>
        <translation>已收到，按本测试的上限截断于 %1 个 token</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>The answer arrives piece by piece</source>
        <translation>回答逐段到达</translation>
    </message>
    <message>
        <source>Not offered: answers arrive as a whole</source>
        <translation>不支持：回答一次性到达</translation>
    </message>
    <message>
        <source>The server counts tokens</source>
        <translation>服务器提供 token 计数</translation>
    </message>
    <message>
        <source>Not told: token numbers will be estimates</source>
        <translation>服务器不提供：token 数为估算值</translation>
    </message>
    <message>
        <source>Left to the proxy</source>
        <translation>交由代理处理</translation>
    </message>
    <message>
        <source>It takes %1 tokens at most.</source>
        <translation>最多接受 %1 个 token。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>lb::llm::KeychainStore</name>
    <message>
        <source>No keychain (Secret Service or KWallet) answers, so the key cannot be kept. Start one, or enter the key for this session only.</source>
        <translation>没有可用的密钥环（Secret Service 或 KWallet），无法保存密钥。请启动密钥环，或只在本次会话中使用密钥。</translation>
    </message>
    <message>
        <source>The keychain did not give access. Unlock it and try again.</source>
        <translation>密钥环拒绝访问。请解锁后重试。</translation>
    </message>
    <message>
        <source>The keychain could not delete the key. Delete it with the keychain&apos;s own program.</source>
        <translation>密钥环未能删除密钥。请用密钥环自带的程序删除。</translation>
    </message>
    <message>
        <source>The keychain failed. Start or unlock it, or enter the key for this session only.</source>
        <translation>密钥环出错。请启动或解锁它，或只在本次会话中使用密钥。</translation>
    </message>
</context>
<context>
    <name>lb::llm::LocalServers</name>
    <message>
        <source>Model server</source>
        <translation>模型服务器</translation>
    </message>
    <message>
        <source>Looking for model servers on this computer</source>
        <translation>正在查找本机的模型服务器</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>查找已取消。</translation>
    </message>
</context>
<context>
    <name>lb::llm::Provider</name>
    <message>
        <source>“%1” is not the address of a service. Give one like https://api.example.com/v1.</source>
        <translation>“%1”不是服务地址。请给出形如 https://api.example.com/v1 的地址。</translation>
    </message>
    <message>
        <source>The address of the service at %1 holds a password or key. Take it out of the address and enter it as the provider&apos;s key.</source>
        <translation>%1 的服务地址中含有密码或密钥。请从地址中去掉，并作为该服务的密钥输入。</translation>
    </message>
    <message>
        <source>The address %1 does not tell where the list of models is.</source>
        <translation>从地址 %1 看不出模型列表在哪里。</translation>
    </message>
    <message>
        <source>The settings&apos; list of providers cannot be read. Enter the providers again.</source>
        <translation>无法读取设置中的模型服务列表。请重新输入。</translation>
    </message>
</context>
<context>
    <name>lb::llm::ServerError</name>
    <message>
        <source>The thread does not fit into the model %1 at %2: it needs %3 tokens and the model takes %4.</source>
        <translation>讨论串超出 %2 的模型 %1 的上下文：需要 %3 个 token，模型只接受 %4 个。</translation>
    </message>
    <message>
        <source>The thread does not fit into the model %1 at %2.</source>
        <translation>讨论串超出 %2 的模型 %1 的上下文。</translation>
    </message>
    <message>
        <source>%1 does not offer the model %2. Choose another model in the settings.</source>
        <translation>%1 不提供模型 %2。请在设置中选择其他模型。</translation>
    </message>
    <message>
        <source>%1 is still loading the model (HTTP %2). Try again in a minute.</source>
        <translation>%1 仍在加载模型（HTTP %2）。请一分钟后重试。</translation>
    </message>
    <message>
        <source>%1 is overloaded (HTTP %2). Try again later.</source>
        <translation>%1 过载（HTTP %2）。请稍后重试。</translation>
    </message>
    <message>
        <source>%1 failed to answer (HTTP %2). Try again later.</source>
        <translation>%1 未能回答（HTTP %2）。请稍后重试。</translation>
    </message>
    <message>
        <source>The account at %1 has no credit left (HTTP %2). Add credit or choose another provider.</source>
        <translation>%1 的账户余额不足（HTTP %2）。请充值或选择其他模型服务。</translation>
    </message>
    <message>
        <source>%1 takes no more requests for now (HTTP %2). Try again later or lower the number of requests at once.</source>
        <translation>%1 暂不接受更多请求（HTTP %2）。请稍后重试，或减少同时请求数。</translation>
    </message>
    <message>
        <source>The content filter of %1 refused the thread.</source>
        <translation>%1 的内容过滤器拒绝了该讨论串。</translation>
    </message>
    <message>
        <source>%1 refused the key (HTTP %2). Check the key of this provider in the settings.</source>
        <translation>%1 拒绝了密钥（HTTP %2）。请在设置中检查该服务的密钥。</translation>
    </message>
    <message>
        <source>%1 gave up waiting for the request (HTTP %2). Try again.</source>
        <translation>%1 等待请求超时（HTTP %2）。请重试。</translation>
    </message>
    <message>
        <source>%1 did not accept the request for the model %2 (HTTP %3).</source>
        <translation>%1 没有接受对模型 %2 的请求（HTTP %3）。</translation>
    </message>
    <message>
        <source>%1 The server says: %2</source>
        <translation>%1 服务器说明：%2</translation>
    </message>
    <message>
        <source>Nothing answers at %1. Check the address and the protocol in the settings.</source>
        <translation>%1 没有应答。请在设置中检查地址和协议。</translation>
    </message>
    <message>
        <source>%1 answered in a way that is not the protocol chosen for it (HTTP %2). Check the address and the protocol in the settings.</source>
        <translation>%1 的应答不符合所选的协议（HTTP %2）。请在设置中检查地址和协议。</translation>
    </message>
</context>
<context>
    <name>lb::mail</name>
    <message>
        <source>The compressed data unpacks to more than %1 MB, which is more than is taken.</source>
        <translation>压缩数据解压后超过 %1 MB，超出上限。</translation>
    </message>
    <message>
        <source>The data is not compressed with gzip, or is damaged at its start.</source>
        <translation>数据不是 gzip 格式，或开头已损坏。</translation>
    </message>
    <message>
        <source>The gzip data is damaged after %1 unpacked bytes.</source>
        <translation>gzip 数据在解出 %1 字节后损坏。</translation>
    </message>
    <message>
        <source>There is not enough memory to unpack gzip data.</source>
        <translation>内存不足，无法解压 gzip 数据。</translation>
    </message>
    <message>
        <source>The gzip data ends too early, after %1 unpacked bytes: part of it is missing.</source>
        <translation>gzip 数据在解出 %1 字节后提前结束：缺少一部分。</translation>
    </message>
    <message>
        <source>The mail at %1 has no date.</source>
        <translation>%1 处的邮件没有日期。</translation>
    </message>
    <message>
        <source>The date of the mail at %1 does not fit the time it arrived.</source>
        <translation>%1 处的邮件日期与到达时间不符。</translation>
    </message>
    <message>
        <source>The date of the mail at %1 cannot be read.</source>
        <translation>无法识别 %1 处的邮件日期。</translation>
    </message>
    <message>
        <source>What is at %1 is not a mail: it has no header.</source>
        <translation>%1 处的内容不是邮件：没有邮件头。</translation>
    </message>
    <message>
        <source>The mail at %1 has no Message-ID.</source>
        <translation>%1 处的邮件没有 Message-ID。</translation>
    </message>
    <message>
        <source>The text of the mail is too long and is cut.</source>
        <translation>邮件正文过长，已截断。</translation>
    </message>
    <message>
        <source>Parts of the mail are nested too deep and are left out.</source>
        <translation>邮件的部分内容嵌套过深，已略过。</translation>
    </message>
    <message>
        <source>The mail says that its text is in “%1”, which is not known here: some characters may be wrong.</source>
        <translation>邮件声明的字符集“%1”无法识别：部分字符可能有误。</translation>
    </message>
    <message>
        <source>The mail has more than %1 parts: the rest is left out.</source>
        <translation>邮件超过 %1 个部分：其余已略过。</translation>
    </message>
</context>
<context>
    <name>lb::net</name>
    <message>
        <source>This is no web address: it must begin with http:// or https:// and name a server.</source>
        <translation>这不是网址：须以 http:// 或 https:// 开头并给出服务器名。</translation>
    </message>
    <message>
        <source>A header of the request (perhaps the key) holds a line break. Enter it again.</source>
        <translation>请求头（可能是密钥）中含有换行。请重新输入。</translation>
    </message>
    <message>
        <source>No server is known by the name in %1. Check the address and the network connection.</source>
        <translation>找不到 %1 中的服务器。请检查地址和网络连接。</translation>
    </message>
    <message>
        <source>%1 refuses connections. Check the address and port, and that the server runs.</source>
        <translation>%1 拒绝连接。请检查地址和端口，以及服务器是否在运行。</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the network connection.</source>
        <translation>无法连接 %1。请检查网络连接。</translation>
    </message>
    <message>
        <source>%1 closed the connection in the middle of its answer. Try again.</source>
        <translation>%1 在应答中途关闭了连接。请重试。</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer. Try again.</source>
        <translation>%1 没有应答就关闭了连接。请重试。</translation>
    </message>
    <message>
        <source>No secure connection to %1: its certificate or encryption was not accepted (%2).</source>
        <translation>无法与 %1 建立安全连接：其证书或加密方式未被接受（%2）。</translation>
    </message>
    <message>
        <source>%1 does not answer in time. Try again later.</source>
        <translation>%1 没有及时应答。请稍后重试。</translation>
    </message>
    <message>
        <source>%1 does not speak HTTP there. Check the address and port.</source>
        <translation>%1 在该端口使用的不是 HTTP。请检查地址和端口。</translation>
    </message>
    <message>
        <source>The answer of %1 cannot be decoded. Try again.</source>
        <translation>无法解码 %1 的应答。请重试。</translation>
    </message>
    <message>
        <source>%1 sent nothing for %2 seconds. Try again later.</source>
        <translation>%1 已有 %2 秒没有发送数据。请稍后重试。</translation>
    </message>
    <message>
        <source>The answer of %1 was not complete after %2 seconds.</source>
        <translation>%1 的应答在 %2 秒后仍不完整。</translation>
    </message>
    <message>
        <source>No connection to %1 within %2 seconds. Check the address and the network connection.</source>
        <translation>%2 秒内未能连接 %1。请检查地址和网络连接。</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than the %2 that are accepted.</source>
        <translation>%1 的应答超过所允许的 %2。</translation>
    </message>
    <message>
        <source>%1 redirects to something that is no web address.</source>
        <translation>%1 重定向到的不是网址。</translation>
    </message>
    <message>
        <source>%1 redirects to %2. ListBrief follows redirects only within one server; if you trust the other one, use its address instead.</source>
        <translation>%1 重定向到 %2。ListBrief 只跟随同一服务器内的重定向；如果信任后者，请直接使用它的地址。</translation>
    </message>
    <message>
        <source>There is no certificate file %1. Choose another one in the settings.</source>
        <translation>没有证书文件 %1。请在设置中另选一个。</translation>
    </message>
    <message>
        <source>The certificate file %1 cannot be read: %2</source>
        <translation>无法读取证书文件 %1：%2</translation>
    </message>
    <message>
        <source>The certificate file %1 is too large to be one.</source>
        <translation>证书文件 %1 过大，不会是证书。</translation>
    </message>
    <message>
        <source>The file %1 holds no certificate. It must be in the PEM form, with lines that say BEGIN CERTIFICATE.</source>
        <translation>文件 %1 中没有证书。它必须是 PEM 格式，含有写着 BEGIN CERTIFICATE 的行。</translation>
    </message>
    <message>
        <source>%1 cannot be reached through the proxy. Check the proxy in the settings.</source>
        <translation>无法通过代理连接 %1。请在设置中检查代理。</translation>
    </message>
    <message>
        <source>This is no proxy. Give one like http://proxy.example.com:8080 or socks5://127.0.0.1:1080.</source>
        <translation>这不是代理地址。请写成 http://proxy.example.com:8080 或 socks5://127.0.0.1:1080。</translation>
    </message>
</context>
<context>
    <name>lb::net::RequestJob</name>
    <message>
        <source>The request was cancelled.</source>
        <translation>请求已取消。</translation>
    </message>
    <message>
        <source>%1 redirects again and again. Check the address.</source>
        <translation>%1 反复重定向。请检查地址。</translation>
    </message>
    <message>
        <source>%1 answered without a status.</source>
        <translation>%1 的应答没有状态码。</translation>
    </message>
    <message>
        <source>%1 asks for fewer requests.</source>
        <translation>%1 要求减少请求。</translation>
    </message>
    <message>
        <source>%1 is not ready to answer (HTTP status %2).</source>
        <translation>%1 暂时无法应答（HTTP 状态 %2）。</translation>
    </message>
</context>
<context>
    <name>lb::query::Texts</name>
    <message>
        <source>somebody wrote in it: a name, an address or me</source>
        <translation>某人写过邮件：姓名、地址或 me</translation>
    </message>
    <message>
        <source>a mail was sent to somebody, by To or Cc; me is you</source>
        <translation>邮件发给或抄送某人；me 指您自己</translation>
    </message>
    <message>
        <source>somebody started it</source>
        <translation>由某人发起</translation>
    </message>
    <message>
        <source>words of a subject</source>
        <translation>主题中的词</translation>
    </message>
    <message>
        <source>words of a mail&apos;s own text</source>
        <translation>邮件自身正文中的词</translation>
    </message>
    <message>
        <source>a patch touches a file or folder</source>
        <translation>补丁涉及某个文件或文件夹</translation>
    </message>
    <message>
        <source>a mail gives a trailer, in quotes also with a name</source>
        <translation>邮件给出某种标记，加引号可连同姓名</translation>
    </message>
    <message>
        <source>how it stands</source>
        <translation>处于某种状态</translation>
    </message>
    <message>
        <source>what it holds</source>
        <translation>含有某种内容</translation>
    </message>
    <message>
        <source>who has the next word</source>
        <translation>轮到谁回应</translation>
    </message>
    <message>
        <source>you gave it this tag</source>
        <translation>带有您加的这个标签</translation>
    </message>
    <message>
        <source>has mail of that day or later</source>
        <translation>有当天或之后的邮件</translation>
    </message>
    <message>
        <source>has mail of that day or earlier</source>
        <translation>有当天或之前的邮件</translation>
    </message>
    <message>
        <source>has mail of those days: a day, a week, a month or two ends</source>
        <translation>有那几天的邮件：一天、一周、一月或两端日期</translation>
    </message>
    <message>
        <source>the revision of its series</source>
        <translation>系列的第几版</translation>
    </message>
    <message>
        <source>how many mails it has</source>
        <translation>邮件数</translation>
    </message>
    <message>
        <source>how many people wrote in it</source>
        <translation>参与人数</translation>
    </message>
    <message>
        <source>look in all mail of this list</source>
        <translation>在该列表的全部邮件中查找</translation>
    </message>
    <message>
        <source>has mail you have not read</source>
        <translation>有您未读的邮件</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>已推迟</translation>
    </message>
    <message>
        <source>with open questions</source>
        <translation>有未答问题</translation>
    </message>
    <message>
        <source>objected to or refused</source>
        <translation>有反对意见或被拒绝</translation>
    </message>
    <message>
        <source>a bot reports a failure</source>
        <translation>机器人报告了失败</translation>
    </message>
    <message>
        <source>said to be applied, be it in part</source>
        <translation>据称已应用，哪怕只是一部分</translation>
    </message>
    <message>
        <source>holds patches</source>
        <translation>含有补丁</translation>
    </message>
    <message>
        <source>somebody gave a Reviewed-by</source>
        <translation>有人给出 Reviewed-by</translation>
    </message>
    <message>
        <source>you wrote a note</source>
        <translation>您写了备注</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
    <message>
        <source>who posted it</source>
        <translation>发帖人</translation>
    </message>
    <message>
        <source>those who review</source>
        <translation>评审者</translation>
    </message>
    <message>
        <source>the maintainer</source>
        <translation>维护者</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source> Did you mean %1?</source>
        <extracomment>%1 is a word that was typed or a field (&quot;from:&quot;), %2 what to type instead</extracomment>
        <translation>您是指 %1 吗？</translation>
    </message>
    <message numerus="yes">
        <source>The query is too long: at most %n characters.</source>
        <translation>
            <numerusform>查询过长：最多 %n 个字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are too many conditions: at most %n.</source>
        <translation>
            <numerusform>条件过多：最多 %n 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are too many parentheses inside one another: at most %n.</source>
        <translation>
            <numerusform>括号嵌套过深：最多 %n 层。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no field; in quotes it is looked for as text.</source>
        <translation>“%1”不是字段；加引号则按文本查找。</translation>
    </message>
    <message>
        <source>There is nothing in the quotes.</source>
        <translation>引号中没有内容。</translation>
    </message>
    <message>
        <source>%1 knows %2.</source>
        <translation>%1 可用 %2。</translation>
    </message>
    <message>
        <source>%1 wants a value, for example %2.</source>
        <translation>%1 需要值，例如 %2。</translation>
    </message>
    <message>
        <source>%1 wants a count: 3, &gt;3, &gt;=3, &lt;3, &lt;=3 or 3..5.</source>
        <translation>%1 需要数目：3、&gt;3、&gt;=3、&lt;3、&lt;=3 或 3..5。</translation>
    </message>
    <message>
        <source>%1 wants a date: 2025-06-16, 2025-W25, 2025-06, today, yesterday, 7d, 2w or 3m.</source>
        <translation>%1 需要日期：2025-06-16、2025-W25、2025-06、today、yesterday、7d、2w 或 3m。</translation>
    </message>
    <message>
        <source>%1 wants at least one letter or digit.</source>
        <translation>%1 至少需要一个字母或数字。</translation>
    </message>
    <message>
        <source>A condition must stand before “%1”; in quotes it is a word.</source>
        <translation>“%1”之前须有条件；加引号则按词查找。</translation>
    </message>
    <message>
        <source>A condition must follow “%1”; in quotes it is a word.</source>
        <translation>“%1”之后须有条件；加引号则按词查找。</translation>
    </message>
    <message>
        <source>There is nothing in the parentheses.</source>
        <translation>括号中没有内容。</translation>
    </message>
    <message>
        <source>This parenthesis closes none; in quotes it is text.</source>
        <translation>这个右括号没有对应的左括号；加引号则按文本查找。</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>这个括号没有闭合。</translation>
    </message>
    <message>
        <source>in a subject, a sender or the text of a mail</source>
        <translation>出现在主题、发件人或邮件正文中</translation>
    </message>
    <message>
        <source>Conditions side by side must all hold. “or” between two wants one of them, “not” or “-” before one wants its opposite, and parentheses group. Quotes keep words together. In texts whole words are found, with a star also what begins so: vgic*. Dates are days (2025-06-16), weeks (2025-W25), months (2025-06), today, yesterday, or so long ago: 7d, 2w, 3m. Counts are 3, &gt;3, &gt;=3, &lt;3, &lt;=3 or 3..5.</source>
        <translation>并列的条件须同时满足。两者之间的“or”表示满足其一，前面的“not”或“-”表示相反，括号用于分组。引号使词连在一起。文本按整词查找，加星号则也匹配以其开头的词：vgic*。日期可以是日 (2025-06-16)、周 (2025-W25)、月 (2025-06)、today、yesterday，或多久之前：7d、2w、3m。数目写作 3、&gt;3、&gt;=3、&lt;3、&lt;=3 或 3..5。</translation>
    </message>
</context>
<context>
    <name>lb::report</name>
    <message>
        <source>There is no permission to write %1. Choose another place or change its permissions.</source>
        <translation>没有写入 %1 的权限。请选择其他位置或更改权限。</translation>
    </message>
    <message>
        <source>There is no space left to write %1. Free some space or choose another place; what was there before is unchanged.</source>
        <translation>空间不足，无法写入 %1。请腾出空间或选择其他位置；原有内容没有变动。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>the standard output</source>
        <translation>标准输出</translation>
    </message>
    <message>
        <source>%1 is a folder. Name a file to write the report to.</source>
        <translation>%1 是文件夹。请给出用来写入报告的文件名。</translation>
    </message>
    <message>
        <source>%1 cannot be written: its folder does not exist. Create the folder or name another file.</source>
        <translation>无法写入 %1：所在文件夹不存在。请创建文件夹或换一个文件名。</translation>
    </message>
    <message>
        <source>It is no index of reports (%1).</source>
        <translation>它不是报告的索引（%1）。</translation>
    </message>
    <message>
        <source>It names more than %1 weeks.</source>
        <translation>它列出的周超过 %1 个。</translation>
    </message>
    <message>
        <source>Its entry %1 has no period or no file name in this folder.</source>
        <translation>其中第 %1 项没有时段，或没有位于此文件夹的文件名。</translation>
    </message>
</context>
<context>
    <name>lb::store</name>
    <message>
        <source>A mail in the library is damaged. Fetch its list again.</source>
        <translation>邮件库中有一封邮件已损坏。请重新获取它所在的列表。</translation>
    </message>
    <message>
        <source>A mail in the library says that it is larger than 256 MB.</source>
        <translation>邮件库中有一封邮件声明自身超过 256 MB。</translation>
    </message>
    <message>
        <source>There is no space left for the library %1. Free some space and try again; what was saved before is kept.</source>
        <translation>邮件库 %1 所在磁盘空间不足。请腾出空间后重试；先前保存的内容不受影响。</translation>
    </message>
    <message>
        <source>The library %1 may not be written. Check the permissions of the file and of its folder.</source>
        <translation>邮件库 %1 不可写。请检查文件及其文件夹的权限。</translation>
    </message>
    <message>
        <source>The library %1 could not be opened. Check that its folder exists and is on a local disk.</source>
        <translation>无法打开邮件库 %1。请确认其文件夹存在且位于本地磁盘。</translation>
    </message>
    <message>
        <source>%1 is a database of another program, not a ListBrief library. It was left as it is; choose another file.</source>
        <translation>%1 是其他程序的数据库，不是 ListBrief 邮件库，未作改动。请选择其他文件。</translation>
    </message>
    <message>
        <source>The library %1 was written by a newer ListBrief. It was left as it is; update ListBrief to open it.</source>
        <translation>邮件库 %1 由更新版本的 ListBrief 写成，未作改动。请升级 ListBrief 后再打开。</translation>
    </message>
    <message>
        <source>The library %1 could not be set up: SQLite refused a setting it needs.</source>
        <translation>无法初始化邮件库 %1：SQLite 拒绝了所需的设置。</translation>
    </message>
    <message>
        <source>The library %1 is on a file system without the locks it needs. Move it to a local disk.</source>
        <translation>邮件库 %1 所在文件系统不支持所需的锁。请移到本地磁盘。</translation>
    </message>
    <message>
        <source>The library %1 is in use by another program. Close it or wait until it is done, then try again.</source>
        <translation>邮件库 %1 正被其他程序使用。请关闭该程序或等它结束后重试。</translation>
    </message>
    <message>
        <source>%1 is not a ListBrief library. It was left as it is; choose another file or move it away.</source>
        <translation>%1 不是 ListBrief 邮件库，未作改动。请选择其他文件或将它移走。</translation>
    </message>
    <message>
        <source>The library %1 is damaged. Move it away and fetch the lists again, or restore a copy of it.</source>
        <translation>邮件库 %1 已损坏。请将它移走并重新获取列表，或恢复其副本。</translation>
    </message>
    <message>
        <source>The library %1 could not be read or written. Check the disk it is on.</source>
        <translation>无法读写邮件库 %1。请检查其所在磁盘。</translation>
    </message>
    <message>
        <source>The list is not in the library any more. Add it again.</source>
        <translation>该列表已不在邮件库中。请重新添加。</translation>
    </message>
    <message>
        <source>The library is damaged: it has no counters.</source>
        <translation>邮件库已损坏：缺少计数器。</translation>
    </message>
    <message>
        <source>The list was removed from the library. Add it again to fetch its mail.</source>
        <translation>该列表已从邮件库移除。请重新添加以获取邮件。</translation>
    </message>
    <message>
        <source>%1: the list has another mail with this Message-ID and other content; the first one stands.</source>
        <translation>%1：列表中另有一封 Message-ID 相同而内容不同的邮件，以先到的为准。</translation>
    </message>
    <message>
        <source>The mail is not in the library any more.</source>
        <translation>该邮件已不在邮件库中。</translation>
    </message>
    <message>
        <source>A summary without text or thread cannot be saved.</source>
        <translation>没有正文或讨论串的总结无法保存。</translation>
    </message>
    <message>
        <source>That version of the summary is not in the library any more.</source>
        <translation>该版本的总结已不在邮件库中。</translation>
    </message>
    <message>
        <source>An edit without text or thread cannot be saved.</source>
        <translation>没有文字或讨论串的编辑无法保存。</translation>
    </message>
    <message>
        <source>The text has %1 characters; at most %2 can be kept.</source>
        <translation>文字有 %1 个字符，最多可保存 %2 个。</translation>
    </message>
    <message>
        <source>The receipt of this summary is damaged.</source>
        <translation>这份总结的收据已损坏。</translation>
    </message>
    <message>
        <source>What was sent for this summary has not been kept.</source>
        <translation>没有保留为这份总结所发送的内容。</translation>
    </message>
</context>
<context>
    <name>lb::store::Store</name>
    <message>
        <source>The library has not been opened yet.</source>
        <translation>邮件库尚未打开。</translation>
    </message>
    <message>
        <source>The search was given up for another one.</source>
        <translation>已放弃这次查找，改做另一次。</translation>
    </message>
</context>
<context>
    <name>lb::store::TriageTexts</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>它不是对象</translation>
    </message>
    <message>
        <source>it has no message_id</source>
        <translation>它没有 message_id</translation>
    </message>
    <message>
        <source>its message_id is too long</source>
        <translation>它的 message_id 过长</translation>
    </message>
    <message>
        <source>Thread %1 is left out: %2.</source>
        <extracomment>Of a file that is imported; %2 says what is wrong with the entry</extracomment>
        <translation>跳过讨论串 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MB; that is no triage state.</source>
        <translation>%1 大于 %2 MB，不会是分拣状态。</translation>
    </message>
    <message>
        <source>%1 is not JSON: %2 at byte %3.</source>
        <translation>%1 不是 JSON：第 %3 字节处 %2。</translation>
    </message>
    <message>
        <source>%1 is no triage state that this version can read: its schema is not &quot;%2&quot;.</source>
        <translation>%1 不是本版本能读取的分拣状态：其 schema 不是“%2”。</translation>
    </message>
    <message>
        <source>%1 has no list of threads.</source>
        <translation>%1 没有讨论串列表。</translation>
    </message>
    <message>
        <source>%1 has more than %2 threads.</source>
        <translation>%1 的讨论串超过 %2 个。</translation>
    </message>
    <message>
        <source>No thread changed.</source>
        <translation>没有讨论串发生变化。</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) added.</source>
        <translation>
            <numerusform>新增 %n 个讨论串。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) brought up to date.</source>
        <translation>
            <numerusform>更新 %n 个讨论串。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n own decision(s) kept: they are as new or newer.</source>
        <translation>
            <numerusform>保留 %n 项自己的决定：它们同样新或更新。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved search(es) taken over.</source>
        <translation>
            <numerusform>接收 %n 个已存搜索。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) could not be read.</source>
        <translation>
            <numerusform>有 %n 个讨论串无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>it is no Message-ID</source>
        <translation>它不是 Message-ID</translation>
    </message>
    <message>
        <source>its Message-ID is too long</source>
        <translation>它的 Message-ID 太长</translation>
    </message>
    <message>
        <source>Read mail %1 is left out: %2.</source>
        <extracomment>Of a file that is imported; %2 says what is wrong with the entry</extracomment>
        <translation>已略过第 %1 封已读邮件：%2。</translation>
    </message>
    <message>
        <source>What %1 calls read is no list.</source>
        <translation>%1 中的已读部分不是列表。</translation>
    </message>
    <message>
        <source>%1 has more than %2 read mails.</source>
        <translation>%1 中的已读邮件超过 %2 封。</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) marked as read.</source>
        <translation>
            <numerusform>已将 %n 封邮件标为已读。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) that are not here yet will be read when they come.</source>
        <translation>
            <numerusform>有 %n 封邮件尚不在此处，到达时即为已读。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read mail(s) could not be read from the file.</source>
        <translation>
            <numerusform>文件中有 %n 封已读邮件无法读取。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::summary::Estimate</name>
    <message numerus="yes">
        <source>The model is asked about %n thread(s): %1.</source>
        <extracomment>%1 = tokens in and out, and money</extracomment>
        <translation>
            <numerusform>将就 %n 个讨论串询问模型：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The model is not asked.</source>
        <translation>不询问模型。</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) have a summary that is still right.</source>
        <translation>
            <numerusform>%n 个讨论串的总结仍然有效。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) of one mail or of programs alone get the built-in digest.</source>
        <translation>
            <numerusform>%n 个讨论串只有一封邮件或只有程序的邮件，使用内置事实摘要。</numerusform>
        </translation>
    </message>
    <message>
        <source>How much this model writes is not known yet: %1 tokens a thread are assumed.</source>
        <translation>尚不知道该模型会写多少：按每个讨论串 %1 个 token 估计。</translation>
    </message>
</context>
<context>
    <name>lb::summary::EstimateJob</name>
    <message>
        <source>Estimating the cost</source>
        <translation>正在估算费用</translation>
    </message>
    <message>
        <source>The estimate was cancelled.</source>
        <translation>估算已取消。</translation>
    </message>
    <message>
        <source>Packing prompts</source>
        <translation>正在打包提示词</translation>
    </message>
</context>
<context>
    <name>lb::summary::ModelAnswer</name>
    <message>
        <source>The model wrote %1 characters, far more than a summary. Try again or choose another model.</source>
        <translation>模型写了 %1 个字符，远超总结的长度。请重试，或选择其他模型。</translation>
    </message>
    <message>
        <source>The model&apos;s answer holds no sentence. Try again or choose another model.</source>
        <translation>模型的回答中没有句子。请重试，或选择其他模型。</translation>
    </message>
</context>
<context>
    <name>lb::summary::Spending</name>
    <message>
        <source>%1 tokens in, %2 out</source>
        <translation>输入 %1 个 token，输出 %2 个</translation>
    </message>
    <message>
        <source>Cap reached: the next request could take this run over %1 tokens.</source>
        <translation>已达上限：下一次请求可能使本次运行超过 %1 个 token。</translation>
    </message>
    <message>
        <source>Cap reached: the next request could take this day over %1 tokens.</source>
        <translation>已达上限：下一次请求可能使今天超过 %1 个 token。</translation>
    </message>
    <message>
        <source>Cap reached: the next request could take this run over %1.</source>
        <translation>已达上限：下一次请求可能使本次运行超过 %1。</translation>
    </message>
    <message>
        <source>Cap reached: the next request could take this day over %1.</source>
        <translation>已达上限：下一次请求可能使今天超过 %1。</translation>
    </message>
</context>
<context>
    <name>lb::summary::SummaryJob</name>
    <message>
        <source>Summarising %1</source>
        <translation>正在总结 %1</translation>
    </message>
    <message>
        <source>The summary was cancelled.</source>
        <translation>总结已取消。</translation>
    </message>
</context>
<context>
    <name>lb::summary::SummaryRun</name>
    <message>
        <source>The thread “%1” holds no mail.</source>
        <translation>讨论串“%1”中没有邮件。</translation>
    </message>
    <message>
        <source>Looking for an earlier summary</source>
        <translation>正在查找先前的总结</translation>
    </message>
    <message>
        <source>Reading mail</source>
        <translation>正在读取邮件</translation>
    </message>
    <message>
        <source>Preparing the prompt</source>
        <translation>正在准备提示词</translation>
    </message>
    <message>
        <source>The model %1 takes only %2 tokens. Even the shortest form of this thread needs about %3. Choose a model with a larger context.</source>
        <translation>模型 %1 只接受 %2 个 token，而这个讨论串最短也需要约 %3 个。请选择上下文更大的模型。</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在写</translation>
    </message>
    <message>
        <source>The model is thinking</source>
        <translation>模型正在思考</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Asking %1 to repair its answer</source>
        <translation>正在请 %1 修正其回答</translation>
    </message>
    <message>
        <source>The model left sentences untranslated.</source>
        <translation>模型有句子没有翻译。</translation>
    </message>
    <message>
        <source>Waiting for %1 (~%2 tokens)</source>
        <extracomment>A model, and how long the request is, about</extracomment>
        <translation>正在等待 %1（约 %2 个 token）</translation>
    </message>
</context>
<context>
    <name>lb::thread</name>
    <message>
        <source>Row %1 of the category table names no known category (&quot;%2&quot;); use one of %3.</source>
        <translation>类别表第 %1 行的类别“%2”不存在，请用以下之一：%3。</translation>
    </message>
    <message>
        <source>Row %1 of the category table looks at &quot;%2&quot;; use tag, subject or sender.</source>
        <translation>类别表第 %1 行的匹配对象是“%2”，请用 tag、subject 或 sender。</translation>
    </message>
    <message>
        <source>Row %1 of the category table has no words; add at least one or remove the row.</source>
        <translation>类别表第 %1 行没有关键词，请至少添加一个，或删除该行。</translation>
    </message>
    <message>
        <source>The category table is not a JSON array of rows (%1, at byte %2).</source>
        <translation>类别表不是由行组成的 JSON 数组（%1，第 %2 字节）。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a day; write it as YYYY-MM-DD, for example 2025-06-16.</source>
        <translation>“%1”不是日期，请写成 YYYY-MM-DD，例如 2025-06-16。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an ISO week; write it as YYYY-Www, for example 2025-W25.</source>
        <translation>“%1”不是 ISO 周，请写成 YYYY-Www，例如 2025-W25。</translation>
    </message>
    <message>
        <source>The period ends (%1) before it begins (%2); exchange the two days.</source>
        <translation>时段的结束日（%1）早于开始日（%2），请对调两者。</translation>
    </message>
</context>
<context>
    <name>lb::ui::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Thread</source>
        <translation>讨论串(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation>总结(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Add List...</source>
        <translation>添加列表(&amp;A)...</translation>
    </message>
    <message>
        <source>Add a mailing list by its address or a local archive</source>
        <translation>用地址或本地归档添加邮件列表</translation>
    </message>
    <message>
        <source>&amp;Open Archive File...</source>
        <translation>打开归档文件(&amp;O)...</translation>
    </message>
    <message>
        <source>Open an mbox or mbox.gz file</source>
        <translation>打开 mbox 或 mbox.gz 文件</translation>
    </message>
    <message>
        <source>Open Archive &amp;Folder...</source>
        <translation>打开归档文件夹(&amp;F)...</translation>
    </message>
    <message>
        <source>Open a Maildir, a folder of .eml files or a public-inbox git mirror</source>
        <translation>打开 Maildir、.eml 文件夹或 public-inbox git 镜像</translation>
    </message>
    <message>
        <source>&amp;Remove List...</source>
        <translation>移除列表(&amp;R)...</translation>
    </message>
    <message>
        <source>Remove the selected list and its mail from the library</source>
        <translation>从邮件库移除所选列表及其邮件</translation>
    </message>
    <message>
        <source>Fe&amp;tch</source>
        <translation>获取(&amp;T)</translation>
    </message>
    <message>
        <source>Fetch what is new for the selected list and week</source>
        <translation>获取所选列表和周的新邮件</translation>
    </message>
    <message>
        <source>Fetch the Week &amp;Before</source>
        <translation>获取前一周(&amp;B)</translation>
    </message>
    <message>
        <source>Fetch the week before the selected one and show it</source>
        <translation>获取并显示所选周的前一周</translation>
    </message>
    <message>
        <source>&amp;Cancel or Clear</source>
        <translation>取消或清除(&amp;C)</translation>
    </message>
    <message>
        <source>Clear the filter, else cancel the job that is running</source>
        <translation>清除筛选；没有筛选时取消正在运行的任务</translation>
    </message>
    <message>
        <source>&amp;Export Report...</source>
        <translation>导出报告(&amp;E)...</translation>
    </message>
    <message>
        <source>Write the report of the shown period to a file</source>
        <translation>把所示时段的报告写入文件</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Filter Threads</source>
        <translation>筛选讨论串(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>设置(&amp;S)...</translation>
    </message>
    <message>
        <source>Go to &amp;Lists</source>
        <translation>转到列表(&amp;L)</translation>
    </message>
    <message>
        <source>Go to &amp;Threads</source>
        <translation>转到讨论串(&amp;T)</translation>
    </message>
    <message>
        <source>Go to S&amp;ummary</source>
        <translation>转到总结(&amp;U)</translation>
    </message>
    <message>
        <source>Go to &amp;Mail</source>
        <translation>转到邮件(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>Show all jobs and what went wrong</source>
        <translation>显示全部任务和出现的问题</translation>
    </message>
    <message>
        <source>&amp;Hide Muted and Done Threads</source>
        <translation>隐藏静音和已处理的讨论串(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Next Thread</source>
        <translation>下一个讨论串(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Thread</source>
        <translation>上一个讨论串(&amp;P)</translation>
    </message>
    <message>
        <source>Ne&amp;xt New Mail</source>
        <translation>下一封新邮件(&amp;X)</translation>
    </message>
    <message>
        <source>Go to the next mail of the period that is not read</source>
        <translation>转到本时段下一封未读邮件</translation>
    </message>
    <message>
        <source>Show or Hide M&amp;ails</source>
        <translation>展开或收起邮件(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>星标(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>静音(&amp;M)</translation>
    </message>
    <message>
        <source>Stop offering this thread, also when more mail arrives</source>
        <translation>不再提示此讨论串，有新邮件时也一样</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>已处理(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Regenerate</source>
        <translation>重新生成(&amp;R)</translation>
    </message>
    <message>
        <source>Write the selected thread&apos;s summary anew; the old one is kept</source>
        <translation>重新写所选讨论串的总结，旧总结会保留</translation>
    </message>
    <message>
        <source>Summarise &amp;All</source>
        <translation>全部总结(&amp;A)</translation>
    </message>
    <message>
        <source>Summarise every thread shown whose summary is missing or out of date</source>
        <translation>总结所示讨论串中缺少总结或总结已过时的</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About ListBrief</source>
        <translation>关于 ListBrief(&amp;A)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A tool tip and the key that does it</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>&amp;Conversation</source>
        <translation>对话(&amp;C)</translation>
    </message>
    <message>
        <source>Go to &amp;Conversation</source>
        <translation>转到对话(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Compare Revisions...</source>
        <translation>比较版本(&amp;C)...</translation>
    </message>
    <message>
        <source>Show what changed between two revisions of the series, patch by patch</source>
        <translation>逐个补丁显示系列的两个版本之间有何变化</translation>
    </message>
    <message>
        <source>&amp;Link as Revision of...</source>
        <translation>关联为同系列版本(&amp;L)...</translation>
    </message>
    <message>
        <source>Say of which other posting this one is a revision</source>
        <translation>指明它是哪个已发补丁系列的另一版本</translation>
    </message>
    <message>
        <source>&amp;Unlink Revision</source>
        <translation>取消版本关联(&amp;U)</translation>
    </message>
    <message>
        <source>Take the thread out of its series; it stays a thread of its own</source>
        <translation>把讨论串移出所属系列，仍保留为单独的讨论串</translation>
    </message>
    <message>
        <source>&amp;Next Passage</source>
        <translation>下一段(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the next heading or answer</source>
        <translation>转到下一个标题或回复</translation>
    </message>
    <message>
        <source>&amp;Previous Passage</source>
        <translation>上一段(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the heading or answer before</source>
        <translation>转到上一个标题或回复</translation>
    </message>
    <message>
        <source>What It &amp;Answers</source>
        <translation>所回复的邮件(&amp;A)</translation>
    </message>
    <message>
        <source>Go up to the mail that this one answers</source>
        <translation>向上转到这封邮件所回复的邮件</translation>
    </message>
    <message>
        <source>Next Ne&amp;w Mail Here</source>
        <translation>此处下一封新邮件(&amp;W)</translation>
    </message>
    <message>
        <source>Go to the next mail of this thread that is not read</source>
        <translation>转到此讨论串下一封未读邮件</translation>
    </message>
    <message>
        <source>Next Open &amp;Question</source>
        <translation>下一个未答问题(&amp;Q)</translation>
    </message>
    <message>
        <source>Go to the next question that nobody has answered</source>
        <translation>转到下一个无人答复的问题</translation>
    </message>
    <message>
        <source>&amp;Open Mail</source>
        <translation>打开邮件(&amp;O)</translation>
    </message>
    <message>
        <source>Open the mail of this passage beside the conversation</source>
        <translation>在对话旁打开本段所属的邮件</translation>
    </message>
    <message>
        <source>&amp;Whole Mail</source>
        <translation>整封邮件(&amp;W)</translation>
    </message>
    <message>
        <source>Show or hide the whole mail in its place</source>
        <translation>在原处显示或隐藏整封邮件</translation>
    </message>
    <message>
        <source>Whole &amp;Diff</source>
        <translation>完整 diff(&amp;D)</translation>
    </message>
    <message>
        <source>Show or hide the lines around this part of a diff; again: the whole patch</source>
        <translation>显示或隐藏这部分 diff 前后的行；再按一次则为整个补丁</translation>
    </message>
    <message>
        <source>&amp;Collapse Patch</source>
        <translation>折叠补丁(&amp;C)</translation>
    </message>
    <message>
        <source>Collapse or expand the patch and what was said about it</source>
        <translation>折叠或展开该补丁及有关的讨论</translation>
    </message>
    <message>
        <source>Collapse A&amp;uthor</source>
        <translation>折叠作者(&amp;U)</translation>
    </message>
    <message>
        <source>Collapse or expand everything that this author wrote</source>
        <translation>折叠或展开该作者写的全部内容</translation>
    </message>
    <message>
        <source>Collapse A&amp;ll</source>
        <translation>全部折叠(&amp;L)</translation>
    </message>
    <message>
        <source>Collapse or expand all patches</source>
        <translation>折叠或展开全部补丁</translation>
    </message>
    <message>
        <source>Copy as &amp;Quoted Text</source>
        <translation>复制为引文(&amp;Q)</translation>
    </message>
    <message>
        <source>Copy what is selected, or this passage, ready to be answered</source>
        <translation>复制所选内容或本段，可直接用于回复</translation>
    </message>
    <message>
        <source>&amp;Mail</source>
        <translation>邮件(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Glossary...</source>
        <translation>术语表(&amp;G)...</translation>
    </message>
    <message>
        <source>Say what the terms of the selected list stand for</source>
        <translation>说明所选列表的术语代表什么</translation>
    </message>
    <message>
        <source>Co&amp;mpose Report...</source>
        <translation>编排报告(&amp;M)...</translation>
    </message>
    <message>
        <source>Choose, order and annotate the threads of the report</source>
        <translation>选择、排列和批注报告中的讨论串</translation>
    </message>
    <message>
        <source>Export Several &amp;Weeks...</source>
        <translation>导出多周报告(&amp;W)...</translation>
    </message>
    <message>
        <source>Write a report of each week and an index page into a folder</source>
        <translation>将每周的报告和索引页写入文件夹</translation>
    </message>
    <message>
        <source>E&amp;xport Triage State...</source>
        <translation>导出分拣状态(&amp;X)...</translation>
    </message>
    <message>
        <source>Write what you decided about threads to a file</source>
        <translation>将您对讨论串所做的决定写入文件</translation>
    </message>
    <message>
        <source>&amp;Import Triage State...</source>
        <translation>导入分拣状态(&amp;I)...</translation>
    </message>
    <message>
        <source>Merge what was decided about threads elsewhere; the newer decision wins</source>
        <translation>并入在别处对讨论串所做的决定；较新的决定为准</translation>
    </message>
    <message>
        <source>Type words or conditions; F1 in the line says which there are</source>
        <translation>输入词或条件；在输入行按 F1 可查看有哪些条件</translation>
    </message>
    <message>
        <source>&amp;Command Palette...</source>
        <translation>命令面板(&amp;C)...</translation>
    </message>
    <message>
        <source>Find a command or a thread by some letters of its name</source>
        <translation>按名称中的几个字母查找命令或讨论串</translation>
    </message>
    <message>
        <source>Week &amp;Overview</source>
        <translation>本周概览(&amp;O)</translation>
    </message>
    <message>
        <source>Show the period at a glance in place of summary and conversation</source>
        <translation>以时段概览代替总结和对话</translation>
    </message>
    <message>
        <source>&amp;Spending...</source>
        <translation>花费(&amp;S)...</translation>
    </message>
    <message>
        <source>Show what models took today, this week and this month</source>
        <translation>显示模型今天、本周和本月的用量</translation>
    </message>
    <message>
        <source>Show &amp;Gists</source>
        <translation>显示要点(&amp;G)</translation>
    </message>
    <message>
        <source>Show what each summary of the week says in one line</source>
        <translation>用一行显示本周每份总结的内容</translation>
    </message>
    <message>
        <source>Hide &amp;Unsupported Claims</source>
        <translation>隐藏无依据的结论(&amp;U)</translation>
    </message>
    <message>
        <source>Leave out what a summary says without support in the mails</source>
        <translation>略去总结中没有邮件支持的内容</translation>
    </message>
    <message>
        <source>Show What Needs A&amp;ttention</source>
        <translation>显示需要关注的讨论串(&amp;T)</translation>
    </message>
    <message>
        <source>Show This &amp;Week</source>
        <translation>显示本周(&amp;W)</translation>
    </message>
    <message>
        <source>Show U&amp;nread Threads</source>
        <translation>显示未读讨论串(&amp;N)</translation>
    </message>
    <message>
        <source>Show What Waits for M&amp;e</source>
        <translation>显示等我回应的讨论串(&amp;E)</translation>
    </message>
    <message>
        <source>Show &amp;Starred Threads</source>
        <translation>显示星标讨论串(&amp;S)</translation>
    </message>
    <message>
        <source>Show Snoo&amp;zed Threads</source>
        <translation>显示已推迟的讨论串(&amp;Z)</translation>
    </message>
    <message>
        <source>Show Mute&amp;d Threads</source>
        <translation>显示静音的讨论串(&amp;D)</translation>
    </message>
    <message>
        <source>Show &amp;All Threads</source>
        <translation>显示全部讨论串(&amp;A)</translation>
    </message>
    <message>
        <source>Pre&amp;vious New Mail</source>
        <translation>上一封新邮件(&amp;V)</translation>
    </message>
    <message>
        <source>Go to the mail of the period before that is not read</source>
        <translation>转到时段内上一封未读邮件</translation>
    </message>
    <message>
        <source>Read &amp;On</source>
        <translation>继续阅读(&amp;O)</translation>
    </message>
    <message>
        <source>Page on; at the end go to the next new mail, then the next thread</source>
        <translation>向下翻页；到末尾则转到下一封新邮件，再转到下一个讨论串</translation>
    </message>
    <message>
        <source>Read &amp;Back</source>
        <translation>往回阅读(&amp;B)</translation>
    </message>
    <message>
        <source>Page back; at the beginning go to the thread before</source>
        <translation>向上翻页；到开头则转到前一个讨论串</translation>
    </message>
    <message>
        <source>Mark as &amp;Read</source>
        <translation>标为已读(&amp;R)</translation>
    </message>
    <message>
        <source>Mark as Unr&amp;ead</source>
        <translation>标为未读(&amp;E)</translation>
    </message>
    <message>
        <source>Mute with Later Re&amp;visions</source>
        <translation>连同后续版本静音(&amp;V)</translation>
    </message>
    <message>
        <source>Stop offering this thread and every later revision of its series</source>
        <translation>不再提供此讨论串及其系列的后续版本</translation>
    </message>
    <message>
        <source>Mark the thread as dealt with until new mail comes</source>
        <translation>在有新邮件之前将讨论串标为已处理</translation>
    </message>
    <message>
        <source>Snoo&amp;ze...</source>
        <translation>推迟(&amp;Z)...</translation>
    </message>
    <message>
        <source>Put the thread off until a date, a new revision, a reply or any new mail</source>
        <translation>将讨论串推迟到某日、新版本、回复或任何新邮件</translation>
    </message>
    <message>
        <source>&amp;Tags...</source>
        <translation>标签(&amp;T)...</translation>
    </message>
    <message>
        <source>N&amp;ote...</source>
        <translation>备注(&amp;O)...</translation>
    </message>
    <message>
        <source>Write a note about the thread; only you see it</source>
        <translation>写一条关于讨论串的备注；只有您能看到</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>关注(&amp;W)</translation>
    </message>
    <message>
        <source>Count new mail in this thread for your attention</source>
        <translation>此讨论串的新邮件计入需要关注</translation>
    </message>
    <message>
        <source>&amp;Open at the Archive...</source>
        <translation>在归档中打开(&amp;O)...</translation>
    </message>
    <message>
        <source>Open the mail&apos;s page at the archive in the browser</source>
        <translation>在浏览器中打开邮件在归档中的页面</translation>
    </message>
    <message>
        <source>&amp;Reply in Mail Program...</source>
        <translation>用邮件程序回复(&amp;R)...</translation>
    </message>
    <message>
        <source>Write an answer to everybody in your mail program, the text quoted</source>
        <translation>在邮件程序中回复所有人，并引用原文</translation>
    </message>
    <message>
        <source>Copy Message-&amp;ID</source>
        <translation>复制 Message-ID(&amp;I)</translation>
    </message>
    <message>
        <source>Copy &amp;Permalink</source>
        <translation>复制永久链接(&amp;P)</translation>
    </message>
    <message>
        <source>Copy the address of the mail&apos;s page at the archive</source>
        <translation>复制邮件在归档中的页面地址</translation>
    </message>
    <message>
        <source>Copy b4 &amp;am Line</source>
        <translation>复制 b4 am 命令行(&amp;A)</translation>
    </message>
    <message>
        <source>Copy the shell command that fetches the series ready to apply</source>
        <translation>复制获取该系列以备应用的命令行</translation>
    </message>
    <message>
        <source>Copy b4 sha&amp;zam Line</source>
        <translation>复制 b4 shazam 命令行(&amp;Z)</translation>
    </message>
    <message>
        <source>Copy the shell command that applies the series to the current branch</source>
        <translation>复制将该系列应用到当前分支的命令行</translation>
    </message>
    <message>
        <source>Copy &amp;Thread with Prompt</source>
        <translation>复制讨论串和提示词(&amp;T)</translation>
    </message>
    <message>
        <source>Copy the thread and its prompt, just as a model would get them</source>
        <translation>复制讨论串及其提示词，与模型会收到的一样</translation>
    </message>
    <message>
        <source>&amp;Save Mail...</source>
        <translation>保存邮件(&amp;S)...</translation>
    </message>
    <message>
        <source>Save the mail as it was sent, as an .eml file</source>
        <translation>将邮件原样保存为 .eml 文件</translation>
    </message>
    <message>
        <source>Save T&amp;hreads...</source>
        <translation>保存讨论串(&amp;H)...</translation>
    </message>
    <message>
        <source>Save all mails of the selected threads as an mbox file</source>
        <translation>将所选讨论串的全部邮件保存为 mbox 文件</translation>
    </message>
    <message>
        <source>Regenerate with &amp;Instruction...</source>
        <translation>按指示重新生成(&amp;I)...</translation>
    </message>
    <message>
        <source>Say what the summary is to look at, and write it anew</source>
        <translation>说明总结应关注什么，然后重写</translation>
    </message>
    <message>
        <source>Re-read the &amp;Whole Thread</source>
        <translation>重读整个讨论串(&amp;W)</translation>
    </message>
    <message>
        <source>Write the summary anew from all mails, whatever is known already</source>
        <translation>无论已知什么，都根据全部邮件重写总结</translation>
    </message>
    <message>
        <source>In the Other &amp;Language</source>
        <translation>换用另一种语言(&amp;L)</translation>
    </message>
    <message>
        <source>Show this summary in Chinese or English, without reading the thread again</source>
        <translation>用中文或英文显示此总结，不重读讨论串</translation>
    </message>
    <message>
        <source>&amp;Update All Out of Date</source>
        <translation>更新全部过时的总结(&amp;U)</translation>
    </message>
    <message>
        <source>Update every summary shown that has not seen all mails</source>
        <translation>更新所示各份尚未读过全部邮件的总结</translation>
    </message>
    <message>
        <source>&amp;Compare Versions...</source>
        <translation>比较版本(&amp;C)...</translation>
    </message>
    <message>
        <source>Show claim by claim what differs between two versions</source>
        <translation>逐条结论显示两个版本有何不同</translation>
    </message>
    <message>
        <source>&amp;Edit...</source>
        <translation>编辑(&amp;E)...</translation>
    </message>
    <message>
        <source>Put a text of your own in the place of the summary</source>
        <translation>用您自己的文字代替总结</translation>
    </message>
    <message>
        <source>What Was &amp;Sent...</source>
        <translation>发送了什么(&amp;S)...</translation>
    </message>
    <message>
        <source>Show what the model was sent for this summary, and what it took</source>
        <translation>显示为此总结向模型发送了什么，以及用量</translation>
    </message>
    <message>
        <source>What Would &amp;Be Sent...</source>
        <translation>将发送什么(&amp;B)...</translation>
    </message>
    <message>
        <source>Show what a model would be sent now; nothing is sent</source>
        <translation>显示现在会向模型发送什么；不会发送</translation>
    </message>
    <message>
        <source>Save Filter as &amp;View</source>
        <translation>将筛选存为视图(&amp;V)</translation>
    </message>
    <message>
        <source>Keep what the filter line says among the views at the left</source>
        <translation>将筛选行的内容保留在左侧的视图中</translation>
    </message>
</context>
<context>
    <name>lb::ui::AddListDialog</name>
    <message>
        <source>KVM on Arm</source>
        <translation>Arm 上的 KVM</translation>
    </message>
    <message>
        <source>Linux on Arm</source>
        <translation>Arm 上的 Linux</translation>
    </message>
    <message>
        <source>Kernel virtual machine</source>
        <translation>内核虚拟机 (KVM)</translation>
    </message>
    <message>
        <source>The Linux kernel, all of it: very large</source>
        <translation>整个 Linux 内核：邮件量极大</translation>
    </message>
    <message>
        <source>Linux networking</source>
        <translation>Linux 网络</translation>
    </message>
    <message>
        <source>Add a list</source>
        <translation>添加列表</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Taken from the address</source>
        <translation>取自地址</translation>
    </message>
    <message>
        <source>&amp;File …</source>
        <translation>文件(&amp;F) …</translation>
    </message>
    <message>
        <source>Choose an mbox file</source>
        <translation>选择 mbox 文件</translation>
    </message>
    <message>
        <source>F&amp;older …</source>
        <translation>文件夹(&amp;O) …</translation>
    </message>
    <message>
        <source>Choose a Maildir, a folder of .eml files or a git mirror</source>
        <translation>选择 Maildir、.eml 文件夹或 git 镜像</translation>
    </message>
    <message>
        <source>&amp;Where:</source>
        <translation>位置(&amp;W)：</translation>
    </message>
    <message>
        <source>The web address of a public-inbox list, or an mbox, mbox.gz, Maildir, folder of .eml files or public-inbox git mirror on this computer.</source>
        <translation>public-inbox 列表的网址，或本机上的 mbox、mbox.gz、Maildir、.eml 文件夹或 public-inbox git 镜像。</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>Choose a mail archive</source>
        <translation>选择邮件归档</translation>
    </message>
    <message>
        <source>Mail archives (*.mbox *.mbox.gz *.gz *.mbx)</source>
        <translation>邮件归档 (*.mbox *.mbox.gz *.gz *.mbx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a folder of mail</source>
        <translation>选择邮件文件夹</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>a list&apos;s name and what it is about</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Or one of &amp;these:</source>
        <translation>或选择其一(&amp;T)：</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Looking at %1 …</source>
        <translation>正在查看 %1 …</translation>
    </message>
    <message>
        <source>%1 is in the library already, as %2.</source>
        <translation>%1 已在邮件库中，名为 %2。</translation>
    </message>
    <message>
        <source>Known lists</source>
        <translation>常用列表</translation>
    </message>
</context>
<context>
    <name>lb::ui::ArchiveFlow</name>
    <message>
        <source>The sample could not be copied to %1: %2. Check the free space and the permissions of that folder.</source>
        <translation>无法把示例复制到 %1：%2。请检查该文件夹的可用空间和权限。</translation>
    </message>
    <message>
        <source>kvmarm (sample)</source>
        <translation>kvmarm（示例）</translation>
    </message>
    <message>
        <source>Single mails</source>
        <translation>单封邮件</translation>
    </message>
</context>
<context>
    <name>lb::ui::Banner</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>lb::ui::CategoriesPage</name>
    <message>
        <source>Remove the rule</source>
        <translation>删除规则</translation>
    </message>
    <message>
        <source>Move the rule up</source>
        <translation>上移规则</translation>
    </message>
    <message>
        <source>Move the rule down</source>
        <translation>下移规则</translation>
    </message>
    <message>
        <source>The first rule that matches gives a thread its category; a thread that none matches is a Discussion. A tag is what stands in brackets before a subject.</source>
        <translation>讨论串的类别由第一条匹配的规则决定；都不匹配的归为 Discussion。标签是主题前方括号里的内容。</translation>
    </message>
    <message>
        <source>Category rules</source>
        <translation>类别规则</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Any of these words</source>
        <translation>含有任一关键词</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Restore the shipped rules</source>
        <translation>恢复默认规则</translation>
    </message>
    <message>
        <source>Where the words are looked for</source>
        <translation>在哪里查找关键词</translation>
    </message>
    <message>
        <source>In a tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>In the subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>In the sender&apos;s address</source>
        <translation>发件人地址</translation>
    </message>
    <message>
        <source>Words, parted by commas</source>
        <translation>关键词，用逗号分隔</translation>
    </message>
</context>
<context>
    <name>lb::ui::ChartStrip</name>
    <message>
        <source>Mails by week</source>
        <translation>每周邮件</translation>
    </message>
    <message>
        <source>Mails by day</source>
        <translation>每日邮件</translation>
    </message>
    <message>
        <source>Who wrote most</source>
        <translation>谁写得最多</translation>
    </message>
    <message>
        <source>Shows this week</source>
        <translation>显示这一周</translation>
    </message>
    <message>
        <source>Shows the threads with mail of this day</source>
        <translation>显示当天有邮件的讨论串</translation>
    </message>
    <message>
        <source>Shows the threads this person wrote in</source>
        <translation>显示此人参与的讨论串</translation>
    </message>
</context>
<context>
    <name>lb::ui::ChartTexts</name>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n 封邮件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n 个讨论串</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of this week is in the library.</source>
        <translation>邮件库中没有这一周的邮件。</translation>
    </message>
    <message>
        <source>So far %1 in %2; the week before had %3 in %4.</source>
        <translation>目前 %1，%2；前一周 %3 封，%4 个讨论串。</translation>
    </message>
    <message>
        <source>So far %1 in %2.</source>
        <translation>目前 %1，%2。</translation>
    </message>
    <message>
        <source>%1 in %2.</source>
        <translation>%1，%2。</translation>
    </message>
    <message>
        <source>%1 (about as many as the week before) in %2.</source>
        <translation>%1（与前一周相近），%2。</translation>
    </message>
    <message>
        <source>%1 (as many as the week before) in %2.</source>
        <translation>%1（与前一周相同），%2。</translation>
    </message>
    <message>
        <source>%1 (%3 % more than the week before) in %2.</source>
        <translation>%1（比前一周多 %3%），%2。</translation>
    </message>
    <message>
        <source>%1 (%3 % fewer than the week before) in %2.</source>
        <translation>%1（比前一周少 %3%），%2。</translation>
    </message>
    <message numerus="yes">
        <source>Median of %n week(s): %1.</source>
        <extracomment>%1 is a number of mails. The middle one of so many weeks.</extracomment>
        <translation>
            <numerusform>%n 周的中位数：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Most mails in %1: %2.</source>
        <extracomment>%1 is a week, as 2025-W25</extracomment>
        <translation>邮件最多的是 %1：%2。</translation>
    </message>
    <message numerus="yes">
        <source>Most on %1: %2 of %n mail(s).</source>
        <extracomment>%1 is a day of the week</extracomment>
        <translation>
            <numerusform>%1最多：%n 封邮件中的 %2 封。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) wrote.</source>
        <translation>
            <numerusform>%n 人写了邮件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people wrote %2 % of the mails, and %n more the rest.</source>
        <extracomment>%1 people are named, %n are not</extracomment>
        <translation>
            <numerusform>%1 人写了 %2% 的邮件，另有 %n 人写了其余邮件。</numerusform>
        </translation>
    </message>
    <message>
        <source>W%1</source>
        <extracomment>The number of a week of the year, in a narrow column: W25</extracomment>
        <translation>%1周</translation>
    </message>
    <message>
        <source>%1: nothing in the library</source>
        <extracomment>%1 is a week, as 2025-W25</extracomment>
        <translation>%1：邮件库中没有邮件</translation>
    </message>
    <message>
        <source>%1: %2 in %3</source>
        <extracomment>%1 is a week, as 2025-W25; %2 are mails, %3 threads</extracomment>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>%1 (shown)</source>
        <extracomment>%1 is a week and its mails</extracomment>
        <translation>%1（当前显示）</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <extracomment>%1 is a day of the week, %2 its date, %3 mails</extracomment>
        <translation>%1 %2：%3</translation>
    </message>
    <message>
        <source>unknown sender</source>
        <translation>未知发件人</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a person, %2 mails</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%3 in the week before) in %2.</source>
        <translation>%1（前一周 %3 封），%2。</translation>
    </message>
</context>
<context>
    <name>lb::ui::CommandPalette</name>
    <message>
        <source>Command Palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Letters of a command; &gt; and words of a thread&apos;s title</source>
        <translation>命令的几个字母；或 &gt; 加讨论串标题中的词</translation>
    </message>
    <message>
        <source>Command or thread</source>
        <translation>命令或讨论串</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>No command and no thread is called so.</source>
        <translation>没有这样名称的命令或讨论串。</translation>
    </message>
</context>
<context>
    <name>lb::ui::CompareDialog</name>
    <message>
        <source>changed</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>不在库中</translation>
    </message>
    <message>
        <source>Compare Revisions</source>
        <translation>比较版本</translation>
    </message>
    <message>
        <source>Patches of both revisions</source>
        <translation>两个版本的补丁</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>Columns of a list of patches: number in the earlier revision, in the later one</extracomment>
        <translation>变化</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>旧版</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>新版</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>补丁</translation>
    </message>
    <message>
        <source>What changed in the patch</source>
        <translation>补丁中的变化</translation>
    </message>
    <message>
        <source>&amp;Earlier:</source>
        <translation>较早版本(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;Later:</source>
        <translation>较新版本(&amp;L)：</translation>
    </message>
    <message>
        <source>%1 (only answers are here)</source>
        <extracomment>A revision, its date, how many patches it has</extracomment>
        <translation>%1（此处只有回复）</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n patch(es)</source>
        <translation>
            <numerusform>%1，%2，%n 个补丁</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose two revisions.</source>
        <translation>请选择两个版本。</translation>
    </message>
    <message>
        <source>Only answers to the patches of this revision are in the library.</source>
        <translation>邮件库中只有对这一版补丁的回复。</translation>
    </message>
    <message>
        <source>Comparing...</source>
        <translation>正在比较...</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n 个有变化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n 个相同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 个新增</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n 个去掉</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not in the library</source>
        <translation>
            <numerusform>%n 个不在邮件库中</numerusform>
        </translation>
    </message>
    <message>
        <source>What the author says has changed</source>
        <translation>作者所述的变化</translation>
    </message>
    <message>
        <source>message</source>
        <translation>说明</translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n equal line(s)</source>
        <translation>
            <numerusform>⋯ %n 行相同</numerusform>
        </translation>
    </message>
    <message>
        <source>The diff and the message have changed.</source>
        <translation>diff 和提交说明都有变化。</translation>
    </message>
    <message>
        <source>The diff has changed.</source>
        <translation>diff 有变化。</translation>
    </message>
    <message>
        <source>The diff is the same, the message has changed.</source>
        <translation>diff 相同，提交说明有变化。</translation>
    </message>
    <message>
        <source>The patch is the same in both revisions.</source>
        <translation>两个版本中的补丁相同。</translation>
    </message>
    <message>
        <source>Only the later revision has this patch.</source>
        <translation>只有较新版本有这个补丁。</translation>
    </message>
    <message>
        <source>Only the earlier revision has this patch.</source>
        <translation>只有较早版本有这个补丁。</translation>
    </message>
    <message>
        <source>The library does not have this patch of the other revision.</source>
        <translation>邮件库中没有另一版本的这个补丁。</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>原标题：%1</translation>
    </message>
    <message>
        <source>The author lists no changes.</source>
        <translation>作者没有列出变化。</translation>
    </message>
</context>
<context>
    <name>lb::ui::ComposeDialog</name>
    <message>
        <source>Compose Report</source>
        <translation>编排报告</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>The report is being gathered.</source>
        <translation>正在汇集报告。</translation>
    </message>
    <message>
        <source>Threads of the report</source>
        <translation>报告中的讨论串</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>全不选(&amp;N)</translation>
    </message>
    <message>
        <source>Move the thread up within its category (%1)</source>
        <translation>在类别内上移讨论串 (%1)</translation>
    </message>
    <message>
        <source>Move the thread down within its category (%1)</source>
        <translation>在类别内下移讨论串 (%1)</translation>
    </message>
    <message>
        <source>Your words about this thread (Markdown)</source>
        <translation>您对此讨论串的批注（Markdown）</translation>
    </message>
    <message>
        <source>&amp;Remark on this thread:</source>
        <translation>对此讨论串的批注(&amp;R)：</translation>
    </message>
    <message>
        <source>Preview and notes</source>
        <translation>预览和备注</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>报告预览</translation>
    </message>
    <message>
        <source>Your notes</source>
        <translation>您的备注</translation>
    </message>
    <message>
        <source>A section of your own before the threads (Markdown)</source>
        <translation>讨论串之前您自己的一节（Markdown）</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>预览(&amp;P)</translation>
    </message>
    <message>
        <source>Your N&amp;otes</source>
        <translation>您的备注(&amp;O)</translation>
    </message>
    <message numerus="yes">
        <source>None is chosen: the report holds all %n.</source>
        <translation>
            <numerusform>没有选择：报告包含全部 %n 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n thread(s) are chosen.</source>
        <translation>
            <numerusform>已选择 %n 个讨论串中的 %1 个。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::ComposeFlow</name>
    <message>
        <source>The library has no mail of %1 yet.</source>
        <translation>邮件库中还没有 %1 的邮件。</translation>
    </message>
</context>
<context>
    <name>lb::ui::ComposeModel</name>
    <message numerus="yes">
        <source>%1, %2, %n mail(s)</source>
        <translation>
            <numerusform>%1，%2，%n 封邮件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, with a remark</source>
        <translation>%1，有批注</translation>
    </message>
</context>
<context>
    <name>lb::ui::ConversationPane</name>
    <message>
        <source>Find in this conversation</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>The conversation is being read...</source>
        <translation>正在读取对话...</translation>
    </message>
    <message>
        <source>Select a thread to read its conversation.</source>
        <translation>选择一个讨论串即可阅读其对话。</translation>
    </message>
    <message>
        <source>Copied as quoted text.</source>
        <translation>已复制为引文。</translation>
    </message>
    <message>
        <source>This is the end of the conversation.</source>
        <translation>已到对话末尾。</translation>
    </message>
    <message>
        <source>This is the beginning of the conversation.</source>
        <translation>已到对话开头。</translation>
    </message>
    <message>
        <source>This mail answers none of this list.</source>
        <translation>这封邮件所回复的邮件不在此列表中。</translation>
    </message>
    <message>
        <source>All new mail of this thread is read.</source>
        <translation>此讨论串的新邮件都已读。</translation>
    </message>
    <message>
        <source>No open question is known in this thread.</source>
        <translation>此讨论串中没有发现未答问题。</translation>
    </message>
    <message>
        <source>The whole mail is here already.</source>
        <translation>整封邮件已在此处。</translation>
    </message>
    <message>
        <source>No part of a diff is hidden here.</source>
        <translation>此处没有隐藏的 diff。</translation>
    </message>
    <message>
        <source>There is nothing to copy.</source>
        <translation>没有可复制的内容。</translation>
    </message>
</context>
<context>
    <name>lb::ui::ConversationView</name>
    <message>
        <source>(no subject)</source>
        <translation>（无主题）</translation>
    </message>
    <message>
        <source>continued</source>
        <translation>续</translation>
    </message>
    <message>
        <source>earlier</source>
        <extracomment>A mail from before the week that is shown</extracomment>
        <translation>较早</translation>
    </message>
    <message>
        <source>whole mail</source>
        <extracomment>Opens the mail as it was written, quotes and all</extracomment>
        <translation>整封邮件</translation>
    </message>
    <message>
        <source> %1 %2 </source>
        <extracomment>A badge: what was given, and by whom (&quot;Reviewed-by Ada Example&quot;)</extracomment>
        <translation> %1 %2 </translation>
    </message>
    <message>
        <source>This mail has no text.</source>
        <translation>这封邮件没有正文。</translation>
    </message>
    <message numerus="yes">
        <source>%n more quoted line(s)</source>
        <translation>
            <numerusform>另有 %n 行引文</numerusform>
        </translation>
    </message>
    <message>
        <source>quoted, source not found</source>
        <translation>引用，未找到出处</translation>
    </message>
    <message>
        <source>Changed files</source>
        <translation>改动的文件</translation>
    </message>
    <message>
        <source>Diff: %1, %2</source>
        <extracomment>Two counts of a diff that is folded away: &quot;3 files, 120 lines&quot;</extracomment>
        <translation>Diff：%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) of %1</source>
        <translation>
            <numerusform>%1 另有 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Open mail %1</source>
        <translation>打开邮件 %1</translation>
    </message>
    <message>
        <source>Go to mail %1</source>
        <translation>转到邮件 %1</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>%1, mail %2, %3</source>
        <translation>%1，邮件 %2，%3</translation>
    </message>
    <message>
        <source>%1, new</source>
        <extracomment>Spoken: a mail of this week that has not been read</extracomment>
        <translation>%1，新邮件</translation>
    </message>
    <message>
        <source>Open question: %1</source>
        <translation>未答问题：%1</translation>
    </message>
    <message>
        <source>Quoted: %1</source>
        <translation>引文：%1</translation>
    </message>
    <message>
        <source>open</source>
        <extracomment>A badge beside a question that nobody has answered</extracomment>
        <translation>未答</translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>A badge of a mail not read yet</extracomment>
        <translation>新</translation>
    </message>
    <message>
        <source>On %1, %2 wrote:</source>
        <translation>%1，%2 写道：</translation>
    </message>
</context>
<context>
    <name>lb::ui::CostFlow</name>
    <message numerus="yes">
        <source>Summarise %n thread(s) with %1?</source>
        <translation>
            <numerusform>用 %1 总结 %n 个讨论串？</numerusform>
        </translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>总结</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) summarised</source>
        <translation>
            <numerusform>已总结 %n 个讨论串</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <extracomment>How many were summarised, and what it took</extracomment>
        <translation>%1：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) were not.</source>
        <translation>
            <numerusform>另有 %n 个讨论串未总结。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>The sentence before, and how many threads were not summarised</extracomment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>lb::ui::CostPage</name>
    <message>
        <source> tokens</source>
        <translation> 个 token</translation>
    </message>
    <message>
        <source>No cap</source>
        <translation>无上限</translation>
    </message>
    <message>
        <source>Always ask</source>
        <translation>总是询问</translation>
    </message>
    <message>
        <source>&amp;Use the model for single-mail and bot-only threads</source>
        <translation>单封邮件和只有机器人的讨论串也用模型(&amp;U)</translation>
    </message>
    <message>
        <source>Tokens in a &amp;run:</source>
        <translation>每次运行的 token(&amp;R)：</translation>
    </message>
    <message>
        <source>Tokens in a &amp;day:</source>
        <translation>每天的 token(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;Money in a run:</source>
        <translation>每次运行的金额(&amp;M)：</translation>
    </message>
    <message>
        <source>M&amp;oney in a day:</source>
        <translation>每天的金额(&amp;O)：</translation>
    </message>
    <message>
        <source>When the next request could lead over a cap, requests under way are finished and no more are sent. A day is one in UTC. Caps on money need the prices of the service, which are set on its page, and are in their currency.</source>
        <translation>当下一次请求可能超过上限时，进行中的请求会完成，不再发送新的请求。一天按 UTC 计算。金额上限需要服务的价格，价格在服务的页面设置，并以其货币计。</translation>
    </message>
    <message>
        <source>Do not &amp;ask below:</source>
        <translation>低于此数不询问(&amp;A)：</translation>
    </message>
    <message>
        <source>Summarise All says what it will cost and asks; of less than this it does not.</source>
        <translation>“全部总结”会说明费用并询问；低于此数则不问。</translation>
    </message>
    <message>
        <source>Otherwise the built-in digest tells such threads, at no cost. Regenerating one of them always uses the model.</source>
        <translation>否则由内置事实摘要讲述这些讨论串，不产生费用。单独重新生成时总是使用模型。</translation>
    </message>
</context>
<context>
    <name>lb::ui::DropArea</name>
    <message numerus="yes">
        <source>Drop to open %n file(s) or folder(s): mbox, .eml, Maildir</source>
        <translation>
            <numerusform>松开即可打开 %n 个文件或文件夹：mbox、.eml、Maildir</numerusform>
        </translation>
    </message>
    <message>
        <source>Only files and folders of this machine can be dropped here</source>
        <translation>这里只能放入本机的文件和文件夹</translation>
    </message>
    <message>
        <source>What was dropped is no file of this machine. Drop mbox files, .eml files or mail folders; a list on a server is added with its address (Add List).</source>
        <translation>放入的不是本机的文件。请放入 mbox 文件、.eml 文件或邮件文件夹；服务器上的列表请用其地址添加（添加列表）。</translation>
    </message>
</context>
<context>
    <name>lb::ui::EditFlow</name>
    <message>
        <source>edit of a summary</source>
        <translation>编辑总结</translation>
    </message>
    <message>
        <source>removal of your text</source>
        <translation>移除您的文字</translation>
    </message>
</context>
<context>
    <name>lb::ui::EditSummaryDialog</name>
    <message>
        <source>Edit Summary</source>
        <translation>编辑总结</translation>
    </message>
    <message>
        <source>Your own text, in Markdown</source>
        <translation>您自己的文字，使用 Markdown</translation>
    </message>
    <message>
        <source>What your text looks like</source>
        <translation>您的文字的样子</translation>
    </message>
    <message>
        <source>Your text is shown and exported in the place of the summary and marked as yours. No run changes it. [3] cites mail 3.</source>
        <translation>您的文字将代替总结显示和导出，并标明是您写的。任何运行都不会改动它。[3] 引用第 3 封邮件。</translation>
    </message>
    <message>
        <source>&amp;Remove My Text</source>
        <translation>移除我的文字(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>The text is too long by %n character(s).</source>
        <translation>
            <numerusform>文字超出 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close without saving your text?</source>
        <translation>不保存您的文字就关闭？</translation>
    </message>
    <message>
        <source>What you have written here is lost.</source>
        <translation>您在这里写的内容将丢失。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>lb::ui::EndpointNotice</name>
    <message>
        <source>Mail leaves this computer</source>
        <translation>邮件将离开本机</translation>
    </message>
    <message>
        <source>Send mail of this thread to %1 to have it summarised?</source>
        <translation>要把这个讨论串的邮件发送到 %1 进行总结吗？</translation>
    </message>
    <message>
        <source>The text, names and addresses of the mails go to %1. You are asked once for each server. The built-in digest sends nothing.</source>
        <translation>邮件正文、姓名和地址将发送到 %1。每个服务器只询问一次。内置的事实摘要不发送任何内容。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>The address starts with http: everybody on the way can read the mails and the key.</source>
        <translation>地址以 http 开头：途中任何人都能读到邮件和密钥。</translation>
    </message>
</context>
<context>
    <name>lb::ui::ExportDialog</name>
    <message>
        <source>Export Report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>The report holds the summaries that are shown. Threads without one in this language get the built-in digest; no mail leaves this machine.</source>
        <translation>报告采用所显示的总结。没有该语言总结的讨论串使用内置的事实摘要；邮件不会离开本机。</translation>
    </message>
</context>
<context>
    <name>lb::ui::ExportFlow</name>
    <message>
        <source>The report of %1 from %2 to %3: %4.</source>
        <extracomment>A list, its first and last day, and a count of threads</extracomment>
        <translation>%1 从 %2 到 %3 的报告：%4。</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n 个讨论串</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::ExportTarget</name>
    <message>
        <source>Leave &amp;out claims that are not verified</source>
        <translation>略去未核实的结论(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>浏览(&amp;B)...</translation>
    </message>
    <message>
        <source>Markdown (.md)</source>
        <translation>Markdown (.md)</translation>
    </message>
    <message>
        <source>Web page (.html)</source>
        <translation>网页 (.html)</translation>
    </message>
    <message>
        <source>Data (.json)</source>
        <translation>数据 (.json)</translation>
    </message>
    <message>
        <source>Whole report</source>
        <translation>完整报告</translation>
    </message>
    <message>
        <source>Short: a line for each thread</source>
        <translation>简短：每个讨论串一行</translation>
    </message>
    <message>
        <source>Short, as HTML for a mail</source>
        <translation>简短，用于邮件的 HTML</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>文件(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>文件夹(&amp;F)：</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>格式(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Style:</source>
        <translation>样式(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>The report says how many are left out. Otherwise they are marked.</source>
        <translation>报告会说明略去了多少条；否则它们会带有标记。</translation>
    </message>
    <message>
        <source>Export Report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>数据 (*.json)</translation>
    </message>
    <message>
        <source>Replace %1?</source>
        <translation>替换 %1？</translation>
    </message>
    <message>
        <source>A file of this name is there already. It is replaced as a whole once the report is complete.</source>
        <translation>已有同名文件。报告完成后将整个替换它。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>lb::ui::FactMenu</name>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>Filter by facts: open questions, objections, reviews, who is waited for</source>
        <translation>按事实筛选：未答问题、反对意见、评审、在等谁</translation>
    </message>
    <message>
        <source>Filter by facts</source>
        <translation>按事实筛选</translation>
    </message>
</context>
<context>
    <name>lb::ui::FactStrip</name>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>Revision %1, %2 of %3 patches are there.</source>
        <translation>第 %1 版，%3 个补丁中已有 %2 个。</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>缺少：%1</translation>
    </message>
    <message>
        <source>%1 · %2/%3 patches</source>
        <extracomment>%1 is the revision (&quot;v2&quot;), %2 of %3 patches</extracomment>
        <translation>%1 · %2/%3 个补丁</translation>
    </message>
    <message>
        <source>%1, for patch %2</source>
        <extracomment>who gave a trailer, and for which patches of the series</extracomment>
        <translation>%1，针对补丁 %2</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>已应用</translation>
    </message>
    <message>
        <source>Said to be applied</source>
        <translation>据称已应用</translation>
    </message>
    <message numerus="yes">
        <source>%n bot failure(s)</source>
        <translation>
            <numerusform>%n 个机器人报错</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open question(s)</source>
        <translation>
            <numerusform>%n 个未答问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits for the author</source>
        <translation>等待作者</translation>
    </message>
    <message>
        <source>Waits for reviewers</source>
        <translation>等待评审者</translation>
    </message>
    <message>
        <source>Waits for the maintainer</source>
        <translation>等待维护者</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>已排入队列</translation>
    </message>
    <message>
        <source>Said to be queued</source>
        <translation>据称已排入队列</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Said to be merged</source>
        <translation>据称已合并</translation>
    </message>
    <message>
        <source>Applied in part</source>
        <translation>已部分应用</translation>
    </message>
    <message>
        <source>Said to be applied in part</source>
        <translation>据称已部分应用</translation>
    </message>
    <message numerus="yes">
        <source>%n bot pass(es)</source>
        <translation>
            <numerusform>%n 个机器人通过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n objection(s)</source>
        <translation>
            <numerusform>%n 条反对意见</numerusform>
        </translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>已被取代</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>lb::ui::FactTexts</name>
    <message>
        <source>bot ✗</source>
        <extracomment>A column of the thread list: a build or test robot reports a failure</extracomment>
        <translation>机器人 ✗</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>已合入</translation>
    </message>
    <message>
        <source>partly applied</source>
        <extracomment>Some of a series&apos; patches were applied</extracomment>
        <translation>部分合入</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) object or refuse (NACK).</source>
        <translation>
            <numerusform>%n 封邮件反对或拒绝（NACK）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) reported by bots.</source>
        <translation>
            <numerusform>机器人报告了 %n 次失败。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open question(s).</source>
        <translation>
            <numerusform>%n 个未答问题。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reviewed by %n people.</source>
        <translation>
            <numerusform>%n 人已评审。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Acked by %n people.</source>
        <translation>
            <numerusform>%n 人已认可。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tested by %n people.</source>
        <translation>
            <numerusform>%n 人已测试。</numerusform>
        </translation>
    </message>
    <message>
        <source>Said to be applied.</source>
        <translation>声明已合入。</translation>
    </message>
    <message>
        <source>Said to be applied in part.</source>
        <translation>声明已部分合入。</translation>
    </message>
    <message>
        <source>Nothing of note.</source>
        <translation>无特别之处。</translation>
    </message>
    <message>
        <source>author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>reviewers</source>
        <translation>评审者</translation>
    </message>
    <message>
        <source>maintainer</source>
        <translation>维护者</translation>
    </message>
    <message>
        <source>Waits for the author: %1.</source>
        <extracomment>%1 is the reason: &quot;questions are open&quot;</extracomment>
        <translation>等待作者：%1。</translation>
    </message>
    <message>
        <source>Waits for reviewers: %1.</source>
        <translation>等待评审者：%1。</translation>
    </message>
    <message>
        <source>Waits for the maintainer: %1.</source>
        <translation>等待维护者：%1。</translation>
    </message>
    <message>
        <source>Waits for nobody: %1.</source>
        <translation>无需等待任何人：%1。</translation>
    </message>
    <message>
        <source>Not known yet: its mails have not been read for it.</source>
        <translation>尚不清楚：还未为此读取其邮件。</translation>
    </message>
    <message>
        <source>With &amp;Open Questions</source>
        <translation>有未答问题(&amp;O)</translation>
    </message>
    <message>
        <source>Objected to (&amp;NACK)</source>
        <translation>遭反对（NACK）(&amp;N)</translation>
    </message>
    <message>
        <source>With &amp;Bot Failures</source>
        <translation>机器人报告失败(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Applied</source>
        <translation>已合入(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Reviewed</source>
        <translation>已评审(&amp;R)</translation>
    </message>
    <message>
        <source>Waiting for the A&amp;uthor</source>
        <translation>等待作者(&amp;U)</translation>
    </message>
    <message>
        <source>Waiting for Re&amp;viewers</source>
        <translation>等待评审者(&amp;V)</translation>
    </message>
    <message>
        <source>Waiting for the &amp;Maintainer</source>
        <translation>等待维护者(&amp;M)</translation>
    </message>
    <message>
        <source>Waiting for Nobod&amp;y</source>
        <translation>无需等待(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>lb::ui::FindBar</name>
    <message>
        <source>Find in this mail</source>
        <translation>在此邮件中查找</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>上一处匹配 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>下一处匹配 (Enter)</translation>
    </message>
    <message>
        <source>Close the find bar (Escape)</source>
        <translation>关闭查找栏 (Escape)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>The match that is shown and how many there are: &quot;3 of 17&quot;</extracomment>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
</context>
<context>
    <name>lb::ui::FirstRunPage</name>
    <message>
        <source>A mailing list&apos;s week in ten minutes</source>
        <translation>十分钟看完邮件列表的一周</translation>
    </message>
    <message>
        <source>ListBrief sorts a list&apos;s week into threads, says what each is about and where it stands, and writes the report. Begin with one of these:</source>
        <translation>ListBrief 把邮件列表的一周整理成讨论串，说明各自的内容和进展，并写出报告。请选择一种方式开始：</translation>
    </message>
    <message>
        <source>Look at the sample week</source>
        <translation>查看示例周</translation>
    </message>
    <message>
        <source>301 mails of invented people, built in: no network needed</source>
        <translation>内置 301 封虚构人物的邮件，不需要网络</translation>
    </message>
    <message>
        <source>Add a mailing list</source>
        <translation>添加邮件列表</translation>
    </message>
    <message>
        <source>From lore.kernel.org or any other public-inbox server</source>
        <translation>来自 lore.kernel.org 或其他 public-inbox 服务器</translation>
    </message>
    <message>
        <source>Open an archive file</source>
        <translation>打开归档文件</translation>
    </message>
    <message>
        <source>mbox or mbox.gz; folders (Maildir, .eml, git mirror) can be dropped on the window</source>
        <translation>mbox 或 mbox.gz；文件夹（Maildir、.eml、git 镜像）可拖放到窗口</translation>
    </message>
</context>
<context>
    <name>lb::ui::GeneralPage</name>
    <message>
        <source>As the system is set</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>The earlier mails that a new mail answers</source>
        <translation>新邮件所回复的较早邮件</translation>
    </message>
    <message>
        <source>All earlier mails of the thread</source>
        <translation>讨论串的全部较早邮件</translation>
    </message>
    <message>
        <source>&amp;Window language:</source>
        <translation>界面语言(&amp;W)：</translation>
    </message>
    <message>
        <source>Takes effect when ListBrief is started again.</source>
        <translation>重新启动 ListBrief 后生效。</translation>
    </message>
    <message>
        <source>&amp;Report language:</source>
        <translation>报告语言(&amp;R)：</translation>
    </message>
    <message>
        <source>Summaries, digests and exported reports are written in it.</source>
        <translation>总结、事实摘要和导出的报告使用该语言。</translation>
    </message>
    <message>
        <source>&amp;Context of a week:</source>
        <translation>一周的上下文(&amp;C)：</translation>
    </message>
    <message>
        <source>A week shows its own mails, and these older ones for background.</source>
        <translation>一周除了本周邮件，还显示这些较早的邮件作为背景。</translation>
    </message>
    <message>
        <source>&amp;Threads at once:</source>
        <translation>同时处理的讨论串(&amp;T)：</translation>
    </message>
    <message>
        <source>How many threads are summarised at the same time.</source>
        <translation>同时总结多少个讨论串。</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> 个 token</translation>
    </message>
    <message>
        <source>Co&amp;pied threads:</source>
        <translation>复制的讨论串(&amp;P)：</translation>
    </message>
    <message>
        <source>A longer thread that is copied with its prompt is cut; earlier mails give way first.</source>
        <translation>连同提示词复制的讨论串过长时会截短，先略去较早的邮件。</translation>
    </message>
</context>
<context>
    <name>lb::ui::GlossaryDialog</name>
    <message>
        <source>Line %1 has no “=” between the term and what it stands for.</source>
        <translation>第 %1 行的术语与含义之间没有“=”。</translation>
    </message>
    <message>
        <source>Line %1 has no term before the “=”.</source>
        <translation>第 %1 行的“=”之前没有术语。</translation>
    </message>
    <message>
        <source>Line %1 does not say what the term stands for.</source>
        <translation>第 %1 行没有说明术语的含义。</translation>
    </message>
    <message>
        <source>Line %1 is too long.</source>
        <translation>第 %1 行过长。</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>文字过长。</translation>
    </message>
    <message>
        <source>From line %1 on there are more terms than a glossary can hold.</source>
        <translation>从第 %1 行起，术语超过了术语表的容量。</translation>
    </message>
    <message>
        <source>&amp;Reset to Shipped</source>
        <translation>恢复自带内容(&amp;R)</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Terms of the list, one line each</source>
        <translation>列表的术语，每行一个</translation>
    </message>
    <message>
        <source>&amp;List:</source>
        <translation>列表(&amp;L)：</translation>
    </message>
    <message>
        <source>One line a term: TERM = what it stands for | another way to say it | 中文. Lines that begin with # are comments. Terms that a thread uses go to the model with it, and a summary that expands one in another way is marked.</source>
        <translation>每行一个术语：TERM = 含义 | 另一种说法 | 中文。以 # 开头的行是注释。讨论串用到的术语会随之发给模型，总结若以别的方式展开则会被标记。</translation>
    </message>
    <message numerus="yes">
        <source>%n term(s)</source>
        <translation>
            <numerusform>%n 个术语</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::HandOffFlow</name>
    <message>
        <source>The Message-ID was copied.</source>
        <translation>已复制 Message-ID。</translation>
    </message>
    <message>
        <source>The permalink was copied.</source>
        <translation>已复制永久链接。</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>Nothing was copied: this Message-ID has characters that a terminal would act on.</source>
        <translation>没有复制：此 Message-ID 含有终端会执行的字符。</translation>
    </message>
    <message>
        <source>This mail has no address that an answer could go to.</source>
        <translation>此邮件没有可供回复的地址。</translation>
    </message>
    <message>
        <source>Reply in Mail Program</source>
        <translation>用邮件程序回复</translation>
    </message>
    <message>
        <source>Write a mail to %1?</source>
        <translation>给 %1 写邮件？</translation>
    </message>
    <message>
        <source>Your mail program opens with everybody else in copy and the text quoted. Nothing is sent before you send it there.</source>
        <translation>将打开您的邮件程序，抄送其他所有人，并引用原文。在您从那里发送之前不会发送任何内容。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A sentence, then another one</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>The mail is long: not all of its text, or not everybody, found room.</source>
        <translation>邮件很长：原文或收件人未能全部放入。</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写邮件</translation>
    </message>
    <message>
        <source>The thread was copied, cut to about %1 tokens: the settings allow no more.</source>
        <translation>已复制讨论串，截短到约 %1 个 token：设置只允许这么多。</translation>
    </message>
    <message>
        <source>The whole thread was copied: about %1 tokens.</source>
        <translation>已复制整个讨论串：约 %1 个 token。</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>The mail is in %1.</source>
        <translation>邮件已保存到 %1。</translation>
    </message>
    <message>
        <source>Save Mail</source>
        <translation>保存邮件</translation>
    </message>
    <message>
        <source>Mail (*.eml)</source>
        <translation>邮件 (*.eml)</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) are in %1.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>
            <numerusform>%n 封邮件已保存到 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save Threads</source>
        <translation>保存讨论串</translation>
    </message>
    <message>
        <source>Mailbox (*.mbox)</source>
        <translation>邮箱 (*.mbox)</translation>
    </message>
</context>
<context>
    <name>lb::ui::HelpDialogs</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>About ListBrief</source>
        <translation>关于 ListBrief</translation>
    </message>
    <message>
        <source>ListBrief %1</source>
        <translation>ListBrief %1</translation>
    </message>
    <message>
        <source>Triage a mailing list&apos;s week in ten minutes.

Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>十分钟看完邮件列表的一周。

本软件是自由软件，以 GNU 通用公共许可证第 3 版或更高版本发布，不附带任何担保。</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
</context>
<context>
    <name>lb::ui::InstructionDialog</name>
    <message>
        <source>Regenerate with Instruction</source>
        <translation>按指示重新生成</translation>
    </message>
    <message>
        <source>Focus on the locking question</source>
        <translation>关注加锁问题</translation>
    </message>
    <message>
        <source>&amp;What is the summary to look at?</source>
        <translation>总结应关注什么(&amp;W)？</translation>
    </message>
    <message>
        <source>Goes to %1 with the thread. What it may claim is checked as always.</source>
        <translation>随讨论串一起发给 %1。其结论照常核查。</translation>
    </message>
    <message>
        <source>&amp;Regenerate</source>
        <translation>重新生成(&amp;R)</translation>
    </message>
</context>
<context>
    <name>lb::ui::JobsBar</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Cancel this job (Esc)</source>
        <translation>取消此任务 (Esc)</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Cancel the Selected Job</source>
        <translation>取消所选任务</translation>
    </message>
    <message>
        <source>Cancel All</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Clear Errors</source>
        <translation>清除错误</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Counts of jobs and of errors</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Show all jobs: %1</source>
        <translation>显示全部任务：%1</translation>
    </message>
    <message>
        <source>Show all jobs and what went wrong (Ctrl+J)</source>
        <translation>显示全部任务和出现的问题 (Ctrl+J)</translation>
    </message>
</context>
<context>
    <name>lb::ui::JobsModel</name>
    <message>
        <source>%1 (%2 %)</source>
        <extracomment>A phase of a job and how far it is in per cent</extracomment>
        <translation>%1（%2 %）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>lb::ui::KeyHint</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The next key decides</source>
        <translation>由下一个键决定</translation>
    </message>
</context>
<context>
    <name>lb::ui::KeysPage</name>
    <message>
        <source>&amp;Use These Alone</source>
        <translation>只用这个(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Add Them</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;No Keys</source>
        <translation>不用按键(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>Reset A&amp;ll</source>
        <translation>全部重置(&amp;L)</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>Press the new keys here, one after the other</source>
        <translation>在此依次按下新的按键</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1，已更改</translation>
    </message>
    <message>
        <source>New keys of “%1”:</source>
        <translation>“%1”的新按键：</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <extracomment>An action and its keys</extracomment>
        <translation>“%1”(%2)</translation>
    </message>
    <message>
        <source>Taken by %1. Giving these keys to another action takes them from there.</source>
        <translation>已用于 %1。把这些按键给另一个操作，那里就不再使用。</translation>
    </message>
    <message>
        <source>%1 has a meaning in lists and texts and cannot be given away.</source>
        <translation>%1 在列表和文本中另有含义，不能改用。</translation>
    </message>
    <message>
        <source>This is one of its keys already.</source>
        <translation>它已有这个按键。</translation>
    </message>
</context>
<context>
    <name>lb::ui::LedgerModel</name>
    <message>
        <source>Summary</source>
        <translation>总结</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>输入 token</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>lb::ui::LinkDialog</name>
    <message>
        <source>Link as Revision of</source>
        <translation>关联为同系列版本</translation>
    </message>
    <message>
        <source>%1
is a revision of the same series as:</source>
        <translation>%1
与以下补丁属于同一系列：</translation>
    </message>
    <message>
        <source>Filter by title, author or version</source>
        <translation>按标题、作者或版本筛选</translation>
    </message>
    <message>
        <source>Filter postings</source>
        <translation>筛选已发的补丁</translation>
    </message>
    <message>
        <source>Postings of the list</source>
        <translation>列表中已发的补丁</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>关联(&amp;L)</translation>
    </message>
</context>
<context>
    <name>lb::ui::ListsModel</name>
    <message>
        <source>List %1, %2</source>
        <translation>列表 %1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n 封邮件</numerusform>
        </translation>
    </message>
    <message>
        <source>All mail</source>
        <translation>全部邮件</translation>
    </message>
    <message>
        <source>All mail of %1, %2</source>
        <translation>%1 的全部邮件，%2</translation>
    </message>
    <message>
        <source>%1  %2 – %3</source>
        <extracomment>An ISO week and its first and last day, as &quot;2025-W25 06-16 – 06-22&quot;</extracomment>
        <translation>%1  %2 – %3</translation>
    </message>
    <message>
        <source>Week %1 of %2</source>
        <translation>%2 的 %1 周</translation>
    </message>
    <message>
        <source>%1: nothing in the library yet</source>
        <translation>%1：邮件库中还没有邮件</translation>
    </message>
    <message>
        <source>%1: %2 in %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n 个讨论串</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n week(s): %1</source>
        <extracomment>%1 are weeks with their mails</extracomment>
        <translation>
            <numerusform>最近 %n 周：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::ListsPane</name>
    <message>
        <source>Lists and weeks</source>
        <translation>列表和周</translation>
    </message>
</context>
<context>
    <name>lb::ui::LocalOffers</name>
    <message>
        <source>%1 answers at %2 and asks for a key.</source>
        <translation>%1 在 %2 应答，需要密钥。</translation>
    </message>
    <message numerus="yes">
        <source>%1 answers at %2 with %n model(s).</source>
        <translation>
            <numerusform>%1 在 %2 应答，有 %n 个模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
</context>
<context>
    <name>lb::ui::MailHeaders</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 (%2 here)</source>
        <extracomment>the time on the sender&apos;s clock, then on the reader&apos;s</extracomment>
        <translation>%1（本地 %2）</translation>
    </message>
    <message>
        <source>%1, by the server that received it</source>
        <translation>%1，以接收服务器为准</translation>
    </message>
    <message>
        <source>%1, by the archive</source>
        <translation>%1，以归档为准</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>抄送</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>（无主题）</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more in %1</source>
        <translation>
            <numerusform>%1 中另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Fold %1</source>
        <translation>折叠%1</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
</context>
<context>
    <name>lb::ui::MailPane</name>
    <message>
        <source>The rest of this mail is too long to be shown here.</source>
        <translation>邮件过长，其余部分不在此显示。</translation>
    </message>
    <message numerus="yes">
        <source>▾ Hide %n quoted line(s)</source>
        <translation>
            <numerusform>▾ 隐藏 %n 行引文</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▸ Show %n quoted line(s)</source>
        <translation>
            <numerusform>▸ 显示 %n 行引文</numerusform>
        </translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <extracomment>an attachment&apos;s file name, its type and its size</extracomment>
        <translation>%1（%2，%3）</translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s): %1</source>
        <translation>
            <numerusform>%n 个附件：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a mail to read it.</source>
        <translation>选择一封邮件即可阅读。</translation>
    </message>
    <message>
        <source>Show all quoted lines</source>
        <translation>显示全部引文</translation>
    </message>
    <message>
        <source>Raw source</source>
        <translation>原始内容</translation>
    </message>
    <message>
        <source>Show the mail as it was sent (Ctrl+U)</source>
        <translation>显示邮件的原始内容 (Ctrl+U)</translation>
    </message>
    <message>
        <source>Find in this mail</source>
        <translation>在此邮件中查找</translation>
    </message>
    <message>
        <source>Find in this mail (Ctrl+F)</source>
        <translation>在此邮件中查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Copy the Message-ID</source>
        <translation>复制 Message-ID</translation>
    </message>
    <message>
        <source>Open at the archive</source>
        <translation>在归档网站打开</translation>
    </message>
    <message>
        <source>This mail came as HTML; its text is shown, and nothing is loaded.</source>
        <translation>这是 HTML 邮件；只显示其中的文字，不加载任何内容。</translation>
    </message>
    <message>
        <source>Open at the archive: %1</source>
        <translation>在归档网站打开：%1</translation>
    </message>
    <message>
        <source>This archive has no pages to open.</source>
        <translation>此归档没有可打开的网页。</translation>
    </message>
    <message>
        <source>Fold long quotes</source>
        <translation>折叠长引文</translation>
    </message>
</context>
<context>
    <name>lb::ui::MailTextView</name>
    <message>
        <source>Text of the mail</source>
        <translation>邮件正文</translation>
    </message>
</context>
<context>
    <name>lb::ui::MainWindow</name>
    <message>
        <source>%1 is being fetched already.</source>
        <translation>已经在获取 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n new mail(s).</source>
        <translation>
            <numerusform>%n 封新邮件。</numerusform>
        </translation>
    </message>
    <message>
        <source>No new mail.</source>
        <translation>没有新邮件。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>The first sentence says how many mails are new</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) could not be read.</source>
        <translation>
            <numerusform>%n 封邮件无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Archive Folder</source>
        <translation>打开归档文件夹</translation>
    </message>
    <message>
        <source>Open Archive File</source>
        <translation>打开归档文件</translation>
    </message>
    <message>
        <source>Mail archives (*.mbox *.mbox.gz *.gz *.eml)</source>
        <translation>邮件归档 (*.mbox *.mbox.gz *.gz *.eml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Remove List</source>
        <translation>移除列表</translation>
    </message>
    <message numerus="yes">
        <source>Remove %1 and its %n mail(s) from the library?</source>
        <translation>
            <numerusform>从邮件库移除 %1 及其 %n 封邮件？</numerusform>
        </translation>
    </message>
    <message>
        <source>Its archives are left alone. Summaries and what you decided about its threads are kept for when the list is added again.</source>
        <translation>归档本身不受影响。总结和对讨论串的标记会保留，重新添加该列表时仍然有效。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message numerus="yes">
        <source>The report of %n thread(s) is in %1.</source>
        <translation>
            <numerusform>%n 个讨论串的报告已写入 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) have no summary.</source>
        <translation>
            <numerusform>%n 个讨论串没有总结。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>%1 is being fetched.</source>
        <translation>正在获取 %1。</translation>
    </message>
    <message>
        <source>The library has no mail of %1 from %2 yet.</source>
        <translation>邮件库中还没有 %1 在 %2 的邮件。</translation>
    </message>
    <message>
        <source>The library has no mail of %1 yet.</source>
        <translation>邮件库中还没有 %1 的邮件。</translation>
    </message>
    <message>
        <source>Fetch Now</source>
        <translation>立即获取</translation>
    </message>
    <message>
        <source>The archive of %1 has no mail of that time. Read it again if it has changed.</source>
        <translation>%1 的归档没有那段时间的邮件。如果归档有变化，请重新读取。</translation>
    </message>
    <message>
        <source>Read Again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>ListBrief</source>
        <translation>ListBrief</translation>
    </message>
    <message>
        <source>%1, %2 – ListBrief</source>
        <extracomment>List and week, then the program&apos;s name</extracomment>
        <translation>%1，%2 – ListBrief</translation>
    </message>
    <message>
        <source>all mail</source>
        <translation>全部邮件</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>The library cannot be opened</source>
        <translation>无法打开邮件库</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>There is no more new mail below.</source>
        <translation>下面没有新邮件了。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>As in the Settings: %1</source>
        <translation>按设置：%1</translation>
    </message>
    <message>
        <source>the built-in digest</source>
        <translation>内置的事实摘要</translation>
    </message>
    <message>
        <source>The Built-in Digest</source>
        <translation>内置的事实摘要</translation>
    </message>
    <message>
        <source>Summaries of %1 Are Made By</source>
        <translation>%1 的总结由谁来写</translation>
    </message>
    <message>
        <source>%1 What is under way is finished; the other threads are listed among the jobs.</source>
        <translation>%1进行中的会完成；其余讨论串列在任务中。</translation>
    </message>
    <message>
        <source>Raise the Cap...</source>
        <translation>提高上限...</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) and an index are in %1.</source>
        <translation>
            <numerusform>%n 份报告和索引位于 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a thread or a mail first.</source>
        <translation>请先选择讨论串或邮件。</translation>
    </message>
    <message>
        <source>The archive of this list is on this machine: its mails have no address on the web.</source>
        <translation>此列表的归档在本机：其邮件没有网址。</translation>
    </message>
    <message>
        <source>There is no more new mail above.</source>
        <translation>上面没有更多新邮件。</translation>
    </message>
    <message>
        <source>This is the end of the last thread.</source>
        <translation>已到最后一个讨论串的末尾。</translation>
    </message>
    <message>
        <source>This is the beginning of the first thread.</source>
        <translation>已到第一个讨论串的开头。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>List and week</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>A glossary belongs to a list. Add one first.</source>
        <translation>术语表属于列表。请先添加列表。</translation>
    </message>
</context>
<context>
    <name>lb::ui::MarkdownView</name>
    <message>
        <source>The text is longer than can be shown here.</source>
        <translation>文字过长，无法在此全部显示。</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>总结</translation>
    </message>
    <message>
        <source>Go to mail %1</source>
        <translation>转到邮件 %1</translation>
    </message>
    <message>
        <source>Not verified: %1</source>
        <translation>未经核实：%1</translation>
    </message>
</context>
<context>
    <name>lb::ui::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note, as Markdown</source>
        <translation>备注，使用 Markdown</translation>
    </message>
    <message>
        <source>Markdown. Only you see it; it stays with the thread.</source>
        <translation>Markdown。只有您能看到；它随讨论串保留。</translation>
    </message>
    <message>
        <source>What the note looks like</source>
        <translation>备注的样子</translation>
    </message>
</context>
<context>
    <name>lb::ui::NoteStrip</name>
    <message>
        <source>Your note</source>
        <translation>您的备注</translation>
    </message>
    <message>
        <source>Edit Note</source>
        <translation>编辑备注</translation>
    </message>
</context>
<context>
    <name>lb::ui::OverviewPane</name>
    <message>
        <source>Overview</source>
        <extracomment>The list and the week</extracomment>
        <translation>概览</translation>
    </message>
    <message>
        <source>Overview of the threads</source>
        <translation>讨论串概览</translation>
    </message>
    <message>
        <source>Overview of %1</source>
        <translation>%1 概览</translation>
    </message>
    <message>
        <source>More threads are being read...</source>
        <translation>正在读取更多讨论串...</translation>
    </message>
    <message>
        <source>Each line leads to the thread and the mail it rests on.</source>
        <translation>每一行都可转到相应的讨论串及其依据的邮件。</translation>
    </message>
    <message>
        <source>The overview is being made</source>
        <translation>正在生成概览</translation>
    </message>
    <message>
        <source>It is put together from the facts of the threads as they are read.</source>
        <translation>概览由逐步读出的讨论串事实汇集而成。</translation>
    </message>
    <message>
        <source>Nothing to report</source>
        <translation>没有可报告的内容</translation>
    </message>
    <message>
        <source>No thread of this period was decided, waits for somebody or is new.</source>
        <translation>此时段没有讨论串有定论、在等人或是新的。</translation>
    </message>
    <message>
        <source>Charts</source>
        <extracomment>Bars of weeks, days and people: a button that shows and hides them</extracomment>
        <translation>图表</translation>
    </message>
    <message>
        <source>Hide mails by week, by day and by person</source>
        <translation>隐藏按周、按日和按人的邮件数</translation>
    </message>
    <message>
        <source>Show mails by week, by day and by person</source>
        <translation>显示按周、按日和按人的邮件数</translation>
    </message>
</context>
<context>
    <name>lb::ui::ProviderAdvanced</name>
    <message>
        <source>Wants the length of answers as max_completion_tokens.</source>
        <translation>回答长度须用 max_completion_tokens 给出。</translation>
    </message>
    <message>
        <source>Takes no temperature.</source>
        <translation>不接受温度参数。</translation>
    </message>
    <message>
        <source>Counts no tokens while it streams.</source>
        <translation>流式传输时不计 token。</translation>
    </message>
    <message>
        <source>Does not stream: answers arrive as a whole.</source>
        <translation>不支持流式传输：回答整段到达。</translation>
    </message>
    <message>
        <source>Knows no system message.</source>
        <translation>不支持系统消息。</translation>
    </message>
    <message>
        <source>Takes no JSON schema, only “JSON”.</source>
        <translation>不接受 JSON schema，只接受“JSON”。</translation>
    </message>
    <message>
        <source>Cannot be held to JSON.</source>
        <translation>无法限定为 JSON。</translation>
    </message>
    <message>
        <source>Compresses its answers always.</source>
        <translation>总是压缩回答。</translation>
    </message>
    <message>
        <source>Takes %1 tokens at most.</source>
        <translation>最多接受 %1 个 token。</translation>
    </message>
    <message>
        <source>Counts %1 tokens where %2 were estimated.</source>
        <translation>估计为 %2 个 token 时实计 %1 个。</translation>
    </message>
    <message>
        <source>Use the address &amp;exactly as typed</source>
        <translation>完全按输入使用地址(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Forget What Was Learnt</source>
        <translation>忘记已学到的内容</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> 个 token</translation>
    </message>
    <message>
        <source>What the model takes at once, question and answer together</source>
        <translation>模型一次能接受的长度，问题和回答合计</translation>
    </message>
    <message>
        <source>How long an answer may be</source>
        <translation>回答可以有多长</translation>
    </message>
    <message>
        <source>0 keeps closest to the text</source>
        <translation>0 最贴近原文</translation>
    </message>
    <message>
        <source>Requests sent to this server at the same time</source>
        <translation>同时发给此服务器的请求数</translation>
    </message>
    <message>
        <source>C&amp;ontext:</source>
        <translation>上下文(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;Longest answer:</source>
        <translation>最长回答(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Temperature:</source>
        <translation>温度(&amp;T)：</translation>
    </message>
    <message>
        <source>Requests at &amp;once:</source>
        <translation>同时请求数(&amp;O)：</translation>
    </message>
    <message>
        <source>As the system says; none, http://… or socks5://…</source>
        <translation>按系统设置；none、http://… 或 socks5://…</translation>
    </message>
    <message>
        <source>Empty: the system&apos;s proxy, never for this computer and its own network. “none”: no proxy. Else an address such as socks5://name@127.0.0.1:1080</source>
        <translation>留空：使用系统代理，但本机和本地网络除外。“none”：不用代理。否则填写地址，如 socks5://name@127.0.0.1:1080</translation>
    </message>
    <message>
        <source>Kept in the keychain</source>
        <translation>保存在系统密钥环中</translation>
    </message>
    <message>
        <source>Only those of the system</source>
        <translation>只用系统证书</translation>
    </message>
    <message>
        <source>A PEM file of certificates that are trusted besides the system&apos;s</source>
        <translation>系统证书之外另行信任的证书的 PEM 文件</translation>
    </message>
    <message>
        <source>Choose a file of certificates</source>
        <translation>选择证书文件</translation>
    </message>
    <message>
        <source>Pro&amp;xy:</source>
        <translation>代理(&amp;X)：</translation>
    </message>
    <message>
        <source>Proxy pass&amp;word:</source>
        <translation>代理密码(&amp;W)：</translation>
    </message>
    <message>
        <source>Certif&amp;icates:</source>
        <translation>证书(&amp;I)：</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Price of a million tokens that are sent</source>
        <translation>每百万个发送 token 的价格</translation>
    </message>
    <message>
        <source>Price of a million tokens that are answered</source>
        <translation>每百万个回答 token 的价格</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Currency of the prices</source>
        <translation>价格的货币</translation>
    </message>
    <message>
        <source>&amp;Price, sent:</source>
        <extracomment>of a million tokens</extracomment>
        <translation>发送价格(&amp;P)：</translation>
    </message>
    <message>
        <source>Price, answe&amp;red:</source>
        <extracomment>of a million tokens</extracomment>
        <translation>回答价格(&amp;R)：</translation>
    </message>
    <message>
        <source>Ask the server anew what it takes; done at once</source>
        <translation>重新询问服务器支持什么；立即生效</translation>
    </message>
    <message>
        <source>Learnt:</source>
        <translation>已学到：</translation>
    </message>
    <message>
        <source>File of Certificates</source>
        <translation>证书文件</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Nothing that differs from the usual.</source>
        <translation>与通常情况没有不同。</translation>
    </message>
</context>
<context>
    <name>lb::ui::ProviderEditor</name>
    <message>
        <source>&amp;Forget</source>
        <translation>忘记(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>地址(&amp;D)：</translation>
    </message>
    <message>
        <source>Press Test to see what the server offers</source>
        <translation>点“测试”查看服务器提供的模型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>模型(&amp;M)：</translation>
    </message>
    <message>
        <source>Type a key to store it</source>
        <translation>输入密钥即可保存</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>忘记密钥</translation>
    </message>
    <message>
        <source>Take the key out of the keychain and of this session</source>
        <translation>从密钥环和本次会话中删除密钥</translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation>密钥(&amp;K)：</translation>
    </message>
    <message>
        <source>A key is stored in the keychain.</source>
        <translation>密钥已存入密钥环。</translation>
    </message>
    <message>
        <source>A key is kept for this session only.</source>
        <translation>密钥只在本次会话中保留。</translation>
    </message>
    <message>
        <source>The key comes from LISTBRIEF_API_KEY.</source>
        <translation>密钥取自 LISTBRIEF_API_KEY。</translation>
    </message>
    <message>
        <source>No key is stored; servers on this computer need none.</source>
        <translation>没有保存密钥；本机上的服务器不需要密钥。</translation>
    </message>
    <message>
        <source>The key will be forgotten when you press OK.</source>
        <translation>点“确定”后将忘记密钥。</translation>
    </message>
    <message>
        <source>Requests go to %1</source>
        <translation>请求发往 %1</translation>
    </message>
    <message>
        <source>OpenAI-compatible (Chat Completions)</source>
        <translation>OpenAI 兼容 (Chat Completions)</translation>
    </message>
    <message>
        <source>Anthropic (Messages)</source>
        <translation>Anthropic (Messages)</translation>
    </message>
    <message>
        <source>Ollama</source>
        <translation>Ollama</translation>
    </message>
    <message>
        <source>P&amp;rotocol:</source>
        <translation>协议(&amp;R)：</translation>
    </message>
    <message>
        <source>Ad&amp;vanced</source>
        <translation>高级(&amp;V)</translation>
    </message>
</context>
<context>
    <name>lb::ui::ProvidersPage</name>
    <message>
        <source>Ollama on this computer</source>
        <translation>本机的 Ollama</translation>
    </message>
    <message>
        <source>llama.cpp on this computer</source>
        <translation>本机的 llama.cpp</translation>
    </message>
    <message>
        <source>Another OpenAI-compatible server</source>
        <translation>其他兼容 OpenAI 的服务器</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>添加模型服务</translation>
    </message>
    <message>
        <source>Remove the provider</source>
        <translation>删除模型服务</translation>
    </message>
    <message>
        <source>Summaries are &amp;made by:</source>
        <translation>总结由谁来写(&amp;M)：</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>模型服务</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>测试步骤</translation>
    </message>
    <message>
        <source>The test sends two short questions and no mail.</source>
        <translation>测试只发送两个简短的问题，不发送邮件。</translation>
    </message>
    <message>
        <source>The built-in digest (no network, no key)</source>
        <translation>内置的事实摘要（不需要网络和密钥）</translation>
    </message>
    <message>
        <source>A provider needs a name.</source>
        <translation>模型服务需要名称。</translation>
    </message>
    <message>
        <source>%1 needs a model. Test shows what the server offers.</source>
        <translation>%1 需要指定模型。“测试”会列出服务器提供的模型。</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message>
        <source>Send mail and the key to %1 without encryption?</source>
        <translation>要不加密地把邮件和密钥发送到 %1 吗？</translation>
    </message>
    <message>
        <source>The address starts with http. Everybody on the way can read what is sent. With https nobody can.</source>
        <translation>地址以 http 开头，途中任何人都能读到发送的内容；使用 https 则不能。</translation>
    </message>
    <message>
        <source>Send without encryption</source>
        <translation>不加密发送</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a step of the test (&quot;Encryption&quot;) and what came of it</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>停止测试</translation>
    </message>
    <message>
        <source>Test the provider</source>
        <translation>测试模型服务</translation>
    </message>
</context>
<context>
    <name>lb::ui::QueryHelp</name>
    <message>
        <source>words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>What Queries Can Ask</source>
        <translation>查询可以问什么</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Finds threads where</source>
        <translation>查找的讨论串</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>输入</translation>
    </message>
</context>
<context>
    <name>lb::ui::QueryLine</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>保存此搜索</translation>
    </message>
</context>
<context>
    <name>lb::ui::ReadingPane</name>
    <message>
        <source>Conversation or mail</source>
        <translation>对话或邮件</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>邮件</translation>
    </message>
</context>
<context>
    <name>lb::ui::ReceiptDialog</name>
    <message>
        <source>Earlier claims and the mails that were new</source>
        <translation>较早的结论和当时的新邮件</translation>
    </message>
    <message>
        <source>The sentences of an earlier summary, no mail</source>
        <translation>较早总结的句子，没有邮件</translation>
    </message>
    <message>
        <source>Nothing: both languages were known</source>
        <translation>没有：两种语言都已有</translation>
    </message>
    <message>
        <source>What Was Sent</source>
        <translation>发送了什么</translation>
    </message>
    <message>
        <source>What Would Be Sent</source>
        <translation>将发送什么</translation>
    </message>
    <message>
        <source>Parts of what is sent</source>
        <translation>发送内容的各部分</translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation>提示词(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;System Text</source>
        <translation>系统文本(&amp;S)</translation>
    </message>
    <message>
        <source>Request to &amp;Repair</source>
        <translation>修复请求(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Mails (%1)</source>
        <extracomment>A tab and how many mails it lists</extracomment>
        <translation>邮件(&amp;M) (%1)</translation>
    </message>
    <message>
        <source>&amp;Numbers</source>
        <translation>数字(&amp;N)</translation>
    </message>
    <message>
        <source>This is the text exactly as it went to %1.</source>
        <translation>这是发给 %1 的原文。</translation>
    </message>
    <message>
        <source>This is the text as it would go to %1. Nothing has been sent.</source>
        <translation>这是将会发给 %1 的文字。尚未发送任何内容。</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy all of it: both texts, the mails and the numbers</source>
        <translation>复制全部：两段文字、邮件和数字</translation>
    </message>
    <message numerus="yes">
        <source>[The rest is not shown here: %n more character(s). Copy gives all.]</source>
        <translation>
            <numerusform>[其余 %n 个字符未在此显示。复制可得到全部。]</numerusform>
        </translation>
    </message>
    <message>
        <source>Mails that were packed</source>
        <translation>已打包的邮件</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <extracomment>Columns of a list of mails: how many of its lines are in the prompt, fingerprint of its content</extracomment>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Content hash</source>
        <translation>内容哈希</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Lines of a mail that are in the prompt, and that it has</extracomment>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>… and more</source>
        <translation>… 以及更多</translation>
    </message>
    <message>
        <source>about %1</source>
        <extracomment>A number of tokens that was estimated</extracomment>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>What was read:</source>
        <translation>读取内容：</translation>
    </message>
    <message>
        <source>Server:</source>
        <translation>服务器：</translation>
    </message>
    <message>
        <source>Model asked for:</source>
        <translation>请求的模型：</translation>
    </message>
    <message>
        <source>Model that answered:</source>
        <translation>应答的模型：</translation>
    </message>
    <message>
        <source>Instruction:</source>
        <translation>指示：</translation>
    </message>
    <message>
        <source>Tokens in:</source>
        <translation>输入 token：</translation>
    </message>
    <message>
        <source>Tokens out:</source>
        <translation>输出 token：</translation>
    </message>
    <message>
        <source>Started:</source>
        <translation>开始：</translation>
    </message>
    <message>
        <source>Took:</source>
        <extracomment>A time in seconds</extracomment>
        <translation>用时：</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Characters:</source>
        <translation>字符数：</translation>
    </message>
    <message>
        <source>The whole thread</source>
        <translation>整个讨论串</translation>
    </message>
    <message>
        <source>What would be read:</source>
        <translation>将读取：</translation>
    </message>
</context>
<context>
    <name>lb::ui::RegenerateMenu</name>
    <message>
        <source>With Another &amp;Model</source>
        <translation>用另一个模型(&amp;M)</translation>
    </message>
    <message>
        <source>No model is set up yet</source>
        <translation>还没有设置模型</translation>
    </message>
    <message>
        <source>The built-in digest takes no instruction. Choose a model in the settings.</source>
        <translation>内置的事实摘要不接受指示。请在设置中选择模型。</translation>
    </message>
</context>
<context>
    <name>lb::ui::RevisionFlow</name>
    <message>
        <source>Link Revision</source>
        <translation>关联版本</translation>
    </message>
    <message>
        <source>Unlink Revision</source>
        <translation>取消版本关联</translation>
    </message>
</context>
<context>
    <name>lb::ui::SearchesFlow</name>
    <message>
        <source>There are %1 saved searches already: remove one first.</source>
        <translation>已经有 %1 个已存搜索：请先移除一个。</translation>
    </message>
    <message>
        <source>The filter is among the views now: there F2 renames it and Delete removes it.</source>
        <translation>筛选已列入视图：在那里按 F2 可改名，按 Delete 可移除。</translation>
    </message>
    <message>
        <source>A saved search needs a name: it keeps “%1”.</source>
        <translation>已存搜索需要名称：它仍叫“%1”。</translation>
    </message>
    <message>
        <source>There is a saved search “%1” already: this one keeps “%2”.</source>
        <translation>已有名为“%1”的已存搜索：此项仍叫“%2”。</translation>
    </message>
</context>
<context>
    <name>lb::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置的各页</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>常规(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Summaries</source>
        <translation>总结(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Categories</source>
        <translation>类别(&amp;C)</translation>
    </message>
    <message>
        <source>Keep it for this session only</source>
        <translation>只在本次会话中保留</translation>
    </message>
    <message>
        <source>C&amp;ost</source>
        <translation>费用(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;You</source>
        <translation>您(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>Gl&amp;ossaries...</source>
        <translation>术语表(&amp;O)...</translation>
    </message>
    <message>
        <source>Say what the terms of a list stand for</source>
        <translation>说明列表的术语代表什么</translation>
    </message>
</context>
<context>
    <name>lb::ui::SingleMails</name>
    <message>
        <source>The mail could not be copied to %1: %2. Check the free space and the permissions of that folder.</source>
        <translation>无法将邮件复制到 %1：%2。请检查该文件夹的可用空间和权限。</translation>
    </message>
    <message>
        <source>“%1” is larger than 64 MB: that is no mail.</source>
        <translation>“%1”大于 64 MB，不会是邮件。</translation>
    </message>
    <message>
        <source>“%1” is no mail: it does not begin with header lines.</source>
        <translation>“%1”不是邮件：它不以邮件头开始。</translation>
    </message>
</context>
<context>
    <name>lb::ui::SnoozeDialog</name>
    <message>
        <source>Snooze</source>
        <translation>推迟</translation>
    </message>
    <message>
        <source>Put off %1. Put it off until:</source>
        <translation>推迟 %1，直到：</translation>
    </message>
    <message numerus="yes">
        <source>Put %n thread(s) off until:</source>
        <translation>
            <numerusform>推迟 %n 个讨论串，直到：</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Snooze</source>
        <translation>推迟(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;End Snooze</source>
        <translation>结束推迟(&amp;E)</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>A key and what it chooses: &quot;1 Tomorrow&quot;</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>一周后</translation>
    </message>
    <message>
        <source>A new revision is posted</source>
        <translation>发布了新版本</translation>
    </message>
    <message>
        <source>Any new mail</source>
        <translation>任何新邮件</translation>
    </message>
    <message>
        <source>Somebody replies ...</source>
        <translation>有人回复 ...</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>姓名或地址</translation>
    </message>
    <message>
        <source>A &amp;day:</source>
        <translation>某日(&amp;D)：</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>某日</translation>
    </message>
    <message>
        <source>A reply &amp;by:</source>
        <translation>回复人(&amp;B)：</translation>
    </message>
    <message>
        <source>A reply by</source>
        <translation>回复人</translation>
    </message>
</context>
<context>
    <name>lb::ui::SpendingDialog</name>
    <message>
        <source>Spending</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation>正在读取...</translation>
    </message>
    <message>
        <source>Sums by model</source>
        <translation>按模型合计</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Today (UTC)</source>
        <translation>今天 (UTC)</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Requests of the last 30 days</source>
        <translation>最近 30 天的请求</translation>
    </message>
    <message>
        <source>&amp;Export as CSV...</source>
        <translation>导出为 CSV(&amp;E)...</translation>
    </message>
    <message>
        <source>No model was asked in the last 30 days.</source>
        <translation>最近 30 天没有询问过模型。</translation>
    </message>
    <message>
        <source>Money is at the prices that were set when a request was made. ~ marks what the service did not count.</source>
        <translation>金额按请求时设置的价格计算。~ 表示服务没有计数。</translation>
    </message>
    <message>
        <source>Set the prices of a service in the settings to see money here. ~ marks what the service did not count.</source>
        <translation>在设置中填写服务的价格，这里就会显示金额。~ 表示服务没有计数。</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>a model at a provider</extracomment>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>导出为 CSV</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
</context>
<context>
    <name>lb::ui::StandingTexts</name>
    <message>
        <source>Attention</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>This Week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Waiting for Me</source>
        <translation>等我回应</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>已推迟</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>All threads of a period: a view</extracomment>
        <translation>全部</translation>
    </message>
    <message>
        <source>What is not dealt with, what needs you most first</source>
        <translation>尚未处理的讨论串，最需要您的在前</translation>
    </message>
    <message>
        <source>All threads of the list&apos;s newest week</source>
        <translation>列表最新一周的全部讨论串</translation>
    </message>
    <message>
        <source>Threads with new mail that you have not looked at</source>
        <translation>有您还没看过的新邮件的讨论串</translation>
    </message>
    <message>
        <source>Threads in which you are asked or have the next word</source>
        <translation>有人问您或轮到您回应的讨论串</translation>
    </message>
    <message>
        <source>Threads with a star</source>
        <translation>带星标的讨论串</translation>
    </message>
    <message>
        <source>Threads that are put off until something happens</source>
        <translation>推迟到某事发生的讨论串</translation>
    </message>
    <message>
        <source>Threads that are not offered any more</source>
        <translation>不再提供的讨论串</translation>
    </message>
    <message>
        <source>All threads of the chosen period</source>
        <translation>所选时段的全部讨论串</translation>
    </message>
    <message>
        <source>Everything is read</source>
        <translation>全部已读</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>没有等您的讨论串</translation>
    </message>
    <message>
        <source>No thread has a star</source>
        <translation>没有带星标的讨论串</translation>
    </message>
    <message>
        <source>No thread is put off</source>
        <translation>没有推迟的讨论串</translation>
    </message>
    <message>
        <source>No thread is muted</source>
        <translation>没有静音的讨论串</translation>
    </message>
    <message>
        <source>Everything is dealt with</source>
        <translation>全部已处理</translation>
    </message>
    <message>
        <source>date reached</source>
        <extracomment>Why a thread that was put off is back</extracomment>
        <translation>日期已到</translation>
    </message>
    <message>
        <source>v%1 was posted</source>
        <translation>已发布 v%1</translation>
    </message>
    <message>
        <source>%1 replied</source>
        <translation>%1 已回复</translation>
    </message>
    <message>
        <source>new mail by %1</source>
        <translation>%1 发来新邮件</translation>
    </message>
    <message>
        <source>until %1</source>
        <extracomment>A thread is put off until a day</extracomment>
        <translation>到 %1</translation>
    </message>
    <message>
        <source>until a new revision</source>
        <translation>到新版本</translation>
    </message>
    <message>
        <source>until %1 replies</source>
        <translation>到 %1 回复</translation>
    </message>
    <message>
        <source>until new mail</source>
        <translation>到新邮件</translation>
    </message>
    <message>
        <source>An open question to you</source>
        <translation>有向您提出的未答问题</translation>
    </message>
    <message>
        <source>You have the next word</source>
        <translation>轮到您回应</translation>
    </message>
    <message>
        <source>A new revision after your review</source>
        <translation>在您评审之后有新版本</translation>
    </message>
    <message>
        <source>An objection (NACK)</source>
        <translation>有反对意见 (NACK)</translation>
    </message>
    <message>
        <source>New mail in a watched thread</source>
        <translation>关注的讨论串有新邮件</translation>
    </message>
    <message>
        <source>A patch touches your paths</source>
        <translation>补丁涉及您的路径</translation>
    </message>
    <message>
        <source>A bot reports a failure</source>
        <translation>机器人报告了失败</translation>
    </message>
    <message>
        <source>You are in To or Cc</source>
        <translation>您在收件人或抄送中</translation>
    </message>
    <message>
        <source>A watched person writes</source>
        <translation>关注的人来信</translation>
    </message>
    <message>
        <source>A watched word or path</source>
        <translation>关注的词或路径</translation>
    </message>
    <message>
        <source>Silent while you wait or are awaited</source>
        <translation>您在等或别人在等您，却没有动静</translation>
    </message>
    <message>
        <source>question to you</source>
        <extracomment>Why a thread is listed, in a few words; so are the next ones</extracomment>
        <translation>问您</translation>
    </message>
    <message>
        <source>your turn</source>
        <translation>轮到您</translation>
    </message>
    <message>
        <source>v%1 after your review</source>
        <translation>您评审后的 v%1</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>bot ✗</source>
        <translation>机器人 ✗</translation>
    </message>
    <message>
        <source>sent to you</source>
        <translation>发给您</translation>
    </message>
    <message>
        <source>your path</source>
        <translation>您的路径</translation>
    </message>
    <message numerus="yes">
        <source>silent %n day(s)</source>
        <translation>
            <numerusform>%n 天无动静</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A reason for attention and what it rests on</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>lb::ui::SummaryFlow</name>
    <message>
        <source>the built-in digest</source>
        <translation>内置的事实摘要</translation>
    </message>
    <message>
        <source>Every thread shown has a summary that is up to date.</source>
        <translation>所示讨论串的总结都是最新的。</translation>
    </message>
    <message>
        <source>Summarise All</source>
        <translation>全部总结</translation>
    </message>
    <message>
        <source>Their mail is sent to that service, one request for each thread. Summaries there are stay among the versions.</source>
        <translation>这些邮件会发送到该服务，每个讨论串一次请求。已有的总结保留为旧版本。</translation>
    </message>
    <message>
        <source>Every summary shown has seen all mails of its thread.</source>
        <translation>所示的每份总结都已读过讨论串的全部邮件。</translation>
    </message>
    <message>
        <source>Update Summaries</source>
        <translation>更新总结</translation>
    </message>
    <message>
        <source>The earlier claims and the new mails are sent to that service; where a new revision was posted or most mails are new, the whole thread.</source>
        <translation>较早的结论和新邮件会发送给该服务；若有新版本发布或大部分邮件是新的，则发送整个讨论串。</translation>
    </message>
    <message numerus="yes">
        <source>%n digest(s) brought up to date.</source>
        <translation>
            <numerusform>已更新 %n 份事实摘要。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n summary(s) by a model are out of date. Choose a model in the settings.</source>
        <translation>
            <numerusform>%n 份模型总结已过时。请在设置中选择模型。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::SummaryPane</name>
    <message>
        <source>%1 at %2</source>
        <extracomment>a model at a provider</extracomment>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>Built-in digest</source>
        <translation>内置事实摘要</translation>
    </message>
    <message>
        <source>AI summary</source>
        <translation>AI 总结</translation>
    </message>
    <message>
        <source>%1 of %2 claims verified</source>
        <translation>%2 条结论中 %1 条已核实</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n 封邮件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n new</source>
        <translation>
            <numerusform>%1，%n 封新邮件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Select a thread to see what it is about and where it stands.</source>
        <translation>选择一个讨论串，查看其内容和进展。</translation>
    </message>
    <message>
        <source>This thread has no summary yet. Summarise makes one; the built-in digest needs no network and no key.</source>
        <translation>这个讨论串还没有总结。点“总结”即可生成；内置的事实摘要不需要网络和密钥。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Versions of the summary</source>
        <translation>总结的版本</translation>
    </message>
    <message>
        <source>Earlier summaries of this thread; choosing one brings it back</source>
        <translation>这个讨论串的先前总结；选中即可恢复</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>总结</translation>
    </message>
    <message>
        <source>The summary is being written</source>
        <translation>正在写总结</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop writing the summary</source>
        <translation>停止写总结</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>（无主题）</translation>
    </message>
    <message>
        <source>Summarise this thread with %1</source>
        <translation>用 %1 总结这个讨论串</translation>
    </message>
    <message>
        <source>Being written by %1 …</source>
        <translation>%1 正在写 …</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止，没有任何改动。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Regenerate the summary</source>
        <translation>重新生成总结</translation>
    </message>
    <message>
        <source>Summarise the thread</source>
        <translation>总结讨论串</translation>
    </message>
    <message numerus="yes">
        <source>%n new mail(s) since</source>
        <translation>
            <numerusform>此后有 %n 封新邮件</numerusform>
        </translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>The thread has changed since this summary was made.</source>
        <translation>写成此总结后讨论串有了变化。</translation>
    </message>
    <message>
        <source>Mail [%1] of this summary is not in the list that is shown.</source>
        <translation>总结所引的邮件 [%1] 不在所示列表中。</translation>
    </message>
    <message>
        <source>Other ways to regenerate</source>
        <translation>其他重新生成方式</translation>
    </message>
    <message>
        <source>Regenerate in another way, or see what is sent</source>
        <translation>以其他方式重新生成，或查看发送内容</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Show Earlier</source>
        <translation>显示较早的</translation>
    </message>
    <message>
        <source>Read the earlier summary while the new one is being written</source>
        <translation>在写新总结时阅读较早的总结</translation>
    </message>
    <message>
        <source>Compare Versions...</source>
        <translation>比较版本...</translation>
    </message>
    <message numerus="yes">
        <source>Sends the earlier claims and the %n new mail(s).</source>
        <translation>
            <numerusform>发送较早的结论和 %n 封新邮件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reads the whole thread, because a new revision has been posted.</source>
        <translation>重读整个讨论串，因为发布了新版本。</translation>
    </message>
    <message>
        <source>Reads the whole thread, because most of its mails are new.</source>
        <translation>重读整个讨论串，因为大部分邮件是新的。</translation>
    </message>
    <message>
        <source>Reads the whole thread, because mails that the summary rests on are not shown now.</source>
        <translation>重读整个讨论串，因为总结所依据的邮件现在没有显示。</translation>
    </message>
    <message>
        <source>Reads the whole thread, because another model is chosen now.</source>
        <translation>重读整个讨论串，因为现在选的是另一个模型。</translation>
    </message>
    <message>
        <source>Reads the whole thread, because the program asks in other words now.</source>
        <translation>重读整个讨论串，因为程序现在的问法不同。</translation>
    </message>
    <message>
        <source>Reads the whole thread, because the summary was made with an instruction.</source>
        <translation>重读整个讨论串，因为总结是按指示写的。</translation>
    </message>
    <message>
        <source>Reads the whole thread, because the summary was not checked.</source>
        <translation>重读整个讨论串，因为总结未经核查。</translation>
    </message>
    <message>
        <source>Reads the whole thread.</source>
        <translation>重读整个讨论串。</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) not here now</source>
        <translation>
            <numerusform>%n 封邮件现在不在</numerusform>
        </translation>
    </message>
    <message>
        <source>Another model is chosen now</source>
        <translation>现在选的是另一个模型</translation>
    </message>
    <message>
        <source>Made with an older prompt</source>
        <translation>由较早的提示词生成</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>编辑...</translation>
    </message>
    <message>
        <source>Your own text of %1 is not shown.</source>
        <translation>您 %1 的文字没有显示。</translation>
    </message>
    <message>
        <source>Show My Text</source>
        <translation>显示我的文字</translation>
    </message>
    <message>
        <source>Edited by you on %1.</source>
        <translation>由您编辑于 %1。</translation>
    </message>
    <message>
        <source>A newer version has been made since.</source>
        <translation>此后已生成更新的版本。</translation>
    </message>
    <message>
        <source>Show Machine Text</source>
        <translation>显示机器文字</translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) that could not be verified are shown.</source>
        <translation>
            <numerusform>显示了 %n 条未能核实的结论。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) that could not be verified are hidden.</source>
        <translation>
            <numerusform>隐藏了 %n 条未能核实的结论。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>lb::ui::TagsDialog</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n thread(s):</source>
        <translation>
            <numerusform>%n 个讨论串的标签：</numerusform>
        </translation>
    </message>
    <message>
        <source>New or known tag; Enter adds it, Enter again closes</source>
        <translation>新的或已有的标签；回车添加，再回车关闭</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
</context>
<context>
    <name>lb::ui::ThreadPane</name>
    <message>
        <source>Filter threads</source>
        <translation>筛选讨论串</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>讨论串</translation>
    </message>
    <message>
        <source>%1 of %2 threads</source>
        <translation>%1 / %2 个讨论串</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Two counts: &quot;26 threads, 301 mails&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n 个讨论串</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n 封邮件</numerusform>
        </translation>
    </message>
    <message>
        <source>No mail in this week</source>
        <translation>这一周没有邮件</translation>
    </message>
    <message>
        <source>No mail yet</source>
        <translation>还没有邮件</translation>
    </message>
    <message>
        <source>No thread matches</source>
        <translation>没有匹配的讨论串</translation>
    </message>
    <message>
        <source>Clear the Filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>All threads of this period are done or muted, and those are hidden.</source>
        <translation>本时段的讨论串都已处理或静音，并已隐藏。</translation>
    </message>
    <message>
        <source>%1 of %2 threads so far</source>
        <translation>目前 %1/%2 个讨论串</translation>
    </message>
    <message>
        <source>Mails are still being read for what the filter asks.</source>
        <translation>仍在为筛选条件读取邮件。</translation>
    </message>
    <message>
        <source>No thread matches yet</source>
        <translation>尚无匹配的讨论串</translation>
    </message>
    <message>
        <source>No thread of this period is all that “%1” asks.</source>
        <translation>本时段没有讨论串符合“%1”的全部要求。</translation>
    </message>
    <message>
        <source>Words, or from: is: has: since: …</source>
        <translation>词，或 from: is: has: since: …</translation>
    </message>
    <message>
        <source>What queries can ask (F1)</source>
        <translation>查询可以问什么 (F1)</translation>
    </message>
    <message>
        <source>What queries can ask</source>
        <translation>查询可以问什么</translation>
    </message>
    <message>
        <source>Mail is still being indexed: more may be found.</source>
        <translation>仍在为邮件建立索引：可能还会找到更多。</translation>
    </message>
    <message>
        <source>The views at the left show the other threads of this period.</source>
        <translation>左侧的视图显示此时段的其他讨论串。</translation>
    </message>
    <message>
        <source>Press Enter to look in all mail of the list that the query names.</source>
        <translation>按回车在查询所指列表的全部邮件中查找。</translation>
    </message>
    <message numerus="yes">
        <source>%1 + %n earlier</source>
        <extracomment>A count of threads, and how many of earlier weeks stand beside them: &quot;9 threads + 6 earlier&quot;</extracomment>
        <translation>
            <numerusform>%1 + 较早 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Threads of earlier weeks are shown while they have a star, are put off or muted, and where they are back or wait for you.</source>
        <translation>较早几周的讨论串，只要带星标、已推迟或已静音，或者重新出现、在等您，就会显示。</translation>
    </message>
    <message>
        <source>A query looks in one list at a time, and this one names several: %1.</source>
        <translation>一次查询只查看一个列表，而此查询指明了多个：%1。</translation>
    </message>
    <message>
        <source>There is no list “%1” in the library.</source>
        <translation>邮件库中没有名为“%1”的列表。</translation>
    </message>
</context>
<context>
    <name>lb::ui::ThreadTreeModel</name>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Title of the thread; below it its mails, indented by reply</source>
        <translation>讨论串标题，其下是按回复缩进的邮件</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>New mails of the period / all mails of the thread</source>
        <translation>时段内的新邮件 / 讨论串的全部邮件</translation>
    </message>
    <message>
        <source>People</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Who began the thread, and how many others wrote in it</source>
        <translation>发起人，以及另有多少人参与</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Date of the first mail, in its sender&apos;s time</source>
        <translation>第一封邮件的日期（发件人当地时间）</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>最近活动</translation>
    </message>
    <message>
        <source>Date of the last mail, in its sender&apos;s time</source>
        <translation>最后一封邮件的日期（发件人当地时间）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Unread, starred, muted, done, and what summary there is</source>
        <translation>未读、星标、静音、已处理，以及总结的情况</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n 个讨论串</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n 封邮件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A category and its number of threads</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <extracomment>The author of a thread and how many others wrote in it</extracomment>
        <translation>%1 +%2</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 封未读</numerusform>
        </translation>
    </message>
    <message>
        <source>starred</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>no summary yet</source>
        <translation>还没有总结</translation>
    </message>
    <message>
        <source>digest</source>
        <translation>事实摘要</translation>
    </message>
    <message>
        <source>summary by a model</source>
        <translation>模型总结</translation>
    </message>
    <message>
        <source>summary older than the thread</source>
        <translation>总结早于最新邮件</translation>
    </message>
    <message>
        <source>summary being written</source>
        <translation>正在写总结</translation>
    </message>
    <message>
        <source>%1 new of %2 mails</source>
        <translation>%2 封邮件中有 %1 封新邮件</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>earlier mail, for background</source>
        <translation>较早的邮件，供参考</translation>
    </message>
    <message>
        <source>Mail %1 of the thread</source>
        <translation>讨论串的第 %1 封邮件</translation>
    </message>
    <message>
        <source>linked by you</source>
        <translation>手动关联</translation>
    </message>
    <message>
        <source>same change-id</source>
        <translation>change-id 相同</translation>
    </message>
    <message>
        <source>a cover letter points at the revision before</source>
        <translation>封面邮件指向前一版</translation>
    </message>
    <message>
        <source>same title and author</source>
        <translation>标题和作者相同</translation>
    </message>
    <message>
        <source>same author, most of the patches are the same</source>
        <translation>作者相同，多数补丁相同</translation>
    </message>
    <message>
        <source>the author&apos;s only next revision, which lists what changed</source>
        <translation>该作者唯一的下一版，其中列出了变化</translation>
    </message>
    <message numerus="yes">
        <source>%1, the newest of %n revision(s)</source>
        <translation>
            <numerusform>%1，%n 个版本中的最新版</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, one of %n revision(s); superseded by %2</source>
        <translation>
            <numerusform>%1，%n 个版本之一；已被 %2 取代</numerusform>
        </translation>
    </message>
    <message>
        <source>Linked: %1</source>
        <extracomment>Why revisions are held to be of one series</extracomment>
        <translation>关联依据：%1</translation>
    </message>
    <message>
        <source>Only answers to its patches are in the library.</source>
        <translation>邮件库中只有对其补丁的回复。</translation>
    </message>
    <message>
        <source>Missing patches: %1 of %2</source>
        <translation>缺少的补丁：%1（共 %2 个）</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n revision(s)) %2</source>
        <extracomment>The newest revision of a series, how many of it are shown, its title</extracomment>
        <translation>
            <numerusform>%1（%n 个版本）%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>评审</translation>
    </message>
    <message>
        <source>What the mails say: objections (NACK), bot failures, open questions (?), people who reviewed (R), acked (A) and tested (T), and whether it was applied</source>
        <translation>邮件所述：反对意见（NACK）、机器人失败、未答问题（?）、评审（R）、认可（A）和测试（T）的人数，以及是否已合入</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Who has the next word</source>
        <translation>下一步该由谁回应</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What asks for your attention; what counts how much is in the settings</source>
        <translation>什么需要您关注；各项的分量在设置中</translation>
    </message>
    <message numerus="yes">
        <source>summary without %n newer mail(s)</source>
        <translation>
            <numerusform>总结缺少 %n 封更新的邮件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, matches the query</source>
        <extracomment>%1 is &quot;unread&quot; or the like; the query is what was typed to find threads</extracomment>
        <translation>%1，符合查询</translation>
    </message>
    <message>
        <source>Nothing that asks for your attention.</source>
        <translation>没有需要您关注的。</translation>
    </message>
    <message>
        <source>Back: %1</source>
        <translation>回来了：%1</translation>
    </message>
    <message>
        <source>Snoozed %1</source>
        <translation>推迟%1</translation>
    </message>
    <message>
        <source>Muted with an earlier revision</source>
        <translation>随较早版本一同静音</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>已关注</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message>
        <source>Has a note</source>
        <translation>有备注</translation>
    </message>
    <message numerus="yes">
        <source>%n new mail(s) since</source>
        <translation>
            <numerusform>此后有 %n 封新邮件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::TriageDialogs</name>
    <message>
        <source>Export Triage State</source>
        <translation>导出分拣状态</translation>
    </message>
    <message>
        <source>Triage state (*.json)</source>
        <translation>分拣状态 (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>What was decided about %n thread(s) is in %1.</source>
        <translation>
            <numerusform>对 %n 个讨论串的决定已写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import Triage State</source>
        <translation>导入分拣状态</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>lb::ui::TriageFlow</name>
    <message>
        <source>Star</source>
        <translation>加星标</translation>
    </message>
    <message>
        <source>Remove Star</source>
        <translation>取消星标</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>取消静音</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>标为已处理</translation>
    </message>
    <message>
        <source>Not Done</source>
        <translation>标为未处理</translation>
    </message>
    <message>
        <source>Mark as Read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Mark as Unread</source>
        <translation>标为未读</translation>
    </message>
    <message>
        <source>Mute with Later Revisions</source>
        <translation>连同后续版本静音</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Stop Watching</source>
        <translation>取消关注</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>推迟</translation>
    </message>
    <message>
        <source>End Snooze</source>
        <translation>结束推迟</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Import Triage State</source>
        <translation>导入分拣状态</translation>
    </message>
</context>
<context>
    <name>lb::ui::UserPrompts</name>
    <message>
        <source>Open a link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>Write a mail to %1?</source>
        <translation>给 %1 写邮件？</translation>
    </message>
    <message>
        <source>Open a page of %1 in the browser?</source>
        <translation>在浏览器中打开 %1 的页面？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>lb::ui::VersionsDialog</name>
    <message>
        <source>%1 (shown)</source>
        <extracomment>A version of a summary; it is the one that is shown</extracomment>
        <translation>%1（当前显示）</translation>
    </message>
    <message>
        <source>Keep This One</source>
        <translation>保留这个</translation>
    </message>
    <message>
        <source>Compare Versions</source>
        <translation>比较版本</translation>
    </message>
    <message>
        <source>Both versions, claim by claim</source>
        <translation>两个版本，逐条结论</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>较早版本</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>较新版本</translation>
    </message>
    <message>
        <source>Keep the earlier version</source>
        <translation>保留较早版本</translation>
    </message>
    <message>
        <source>Keep the later version</source>
        <translation>保留较新版本</translation>
    </message>
    <message>
        <source>&amp;Earlier:</source>
        <translation>较早(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;Later:</source>
        <translation>较新(&amp;L)：</translation>
    </message>
    <message>
        <source>Choose two versions.</source>
        <translation>请选择两个版本。</translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) the same</source>
        <translation>
            <numerusform>%n 条结论相同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n 条有变化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only in the earlier version</source>
        <translation>
            <numerusform>%n 条只在较早版本中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only in the later version</source>
        <translation>
            <numerusform>%n 条只在较新版本中</numerusform>
        </translation>
    </message>
    <message>
        <source>Neither version says anything.</source>
        <translation>两个版本都没有内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n more claim(s) are not shown.</source>
        <translation>
            <numerusform>另有 %n 条结论未显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation>（没有）</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>（略去）</translation>
    </message>
</context>
<context>
    <name>lb::ui::VersionsFlow</name>
    <message>
        <source>This is a new version.</source>
        <translation>这是新版本。</translation>
    </message>
    <message>
        <source>Compare...</source>
        <translation>比较...</translation>
    </message>
    <message>
        <source>Keep Earlier</source>
        <translation>保留较早的</translation>
    </message>
    <message>
        <source>Keep This</source>
        <translation>保留这个</translation>
    </message>
    <message>
        <source>There is no other version to compare with.</source>
        <translation>没有可比较的其他版本。</translation>
    </message>
    <message>
        <source>The built-in digest sends nothing.</source>
        <translation>内置的事实摘要不发送任何内容。</translation>
    </message>
    <message>
        <source>What was sent for this version has not been kept.</source>
        <translation>没有保留为此版本发送的内容。</translation>
    </message>
</context>
<context>
    <name>lb::ui::ViewsModel</name>
    <message>
        <source>Saved search %1</source>
        <translation>已存搜索 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n 个讨论串</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all is known yet: there may be more.</source>
        <translation>尚未全部查明：可能还有更多。</translation>
    </message>
    <message>
        <source>%1, cannot be understood</source>
        <translation>%1，无法理解</translation>
    </message>
</context>
<context>
    <name>lb::ui::ViewsPane</name>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Name of the saved search</source>
        <translation>已存搜索的名称</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>改名(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
</context>
<context>
    <name>lb::ui::WeeksDialog</name>
    <message>
        <source>Export Several Weeks</source>
        <translation>导出多周报告</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n mail(s)</source>
        <extracomment>A week and how many mails it has</extracomment>
        <translation>
            <numerusform>%1，%n 封邮件</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>F&amp;rom:</source>
        <translation>从(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <translation>到(&amp;T)：</translation>
    </message>
    <message>
        <source>Each week becomes a file, and an index page links them all, those of earlier exports to this folder too. Threads without a summary in this language get the built-in digest; no mail leaves this machine.</source>
        <translation>每周生成一个文件，索引页链接全部报告，包括先前导出到此文件夹的。没有该语言总结的讨论串使用内置事实摘要；邮件不会离开本机。</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s).</source>
        <translation>
            <numerusform>%n 份报告。</numerusform>
        </translation>
    </message>
    <message>
        <source>The first week must not be after the last.</source>
        <translation>第一周不能晚于最后一周。</translation>
    </message>
</context>
<context>
    <name>lb::ui::YouPage</name>
    <message>
        <source>Your &amp;names:</source>
        <translation>您的姓名(&amp;N)：</translation>
    </message>
    <message>
        <source>One a line, as in your mail</source>
        <translation>每行一个，与邮件中一致</translation>
    </message>
    <message>
        <source>Your &amp;addresses:</source>
        <translation>您的地址(&amp;A)：</translation>
    </message>
    <message>
        <source>One a line</source>
        <translation>每行一个</translation>
    </message>
    <message>
        <source>Your &amp;paths:</source>
        <translation>您的路径(&amp;P)：</translation>
    </message>
    <message>
        <source>One a line, as in MAINTAINERS: arch/arm64/kvm/</source>
        <translation>每行一个，写法同 MAINTAINERS：arch/arm64/kvm/</translation>
    </message>
    <message>
        <source>&amp;Watched people:</source>
        <translation>关注的人(&amp;W)：</translation>
    </message>
    <message>
        <source>A name or an address a line</source>
        <translation>每行一个姓名或地址</translation>
    </message>
    <message>
        <source>Watche&amp;d paths:</source>
        <translation>关注的路径(&amp;D)：</translation>
    </message>
    <message>
        <source>Watched w&amp;ords:</source>
        <translation>关注的词(&amp;O)：</translation>
    </message>
    <message>
        <source>One a line, looked for in subjects and senders</source>
        <translation>每行一个，在主题和发件人中查找</translation>
    </message>
    <message>
        <source>What counts how much for your attention (0 = not at all)</source>
        <translation>各项对需要关注的分量（0 = 不计）</translation>
    </message>
    <message>
        <source>Silent means days without mail</source>
        <translation>无动静指没有邮件的天数</translation>
    </message>
</context>
</TS>
