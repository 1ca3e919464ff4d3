// SPDX-License-Identifier: GPL-3.0-or-later
// bench_conversation [MAILS]: how long the GUI thread is held at most while a long thread's page is opened,
// scrolled, searched, collapsed and made narrower, and how long the page takes to be made on the pool.
// Offscreen unless told otherwise.
#include "support/holdmeter.h"
#include "thread/collation.h"
#include "ui/conversation/conversationview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>

using namespace lb;
using namespace lb::ui;
using namespace Qt::StringLiterals;

namespace
{

/// A series of patches with 40 lines of diff, each answered down a chain that quotes what it answers.
thread::Material longThread(int mails)
{
    std::vector<thread::Mail> all;
    std::vector<QString> bodies;
    constexpr int chain = 10; // a patch and its answers
    for (int number = 0; number < mails; ++number) {
        thread::Mail mail;
        mail.row = MailId{number + 1};
        mail.thread = ThreadId{1};
        mail.number = static_cast<IdNumber>(number + 1);
        mail.id = MessageId{"m" + QByteArray::number(number) + "@example.invalid"};
        const int patch = number / chain + 1;
        const bool isPatch = number % chain == 0;
        const QString subject = u"[PATCH %1/%2] vgic: part %1"_s.arg(patch).arg((mails + chain - 1) / chain);
        mail.subject = isPatch ? subject : QString(u"Re: "_s + subject);
        if (!isPatch)
            mail.references = {static_cast<IdNumber>(number)};
        else if (number > 0)
            mail.references = {1};
        mail.from = {u"Person %1"_s.arg(number % 7), u"person%1@example.invalid"_s.arg(number % 7)};
        mail.date = {1750032000 + number * 60, 0, mail::DateSource::Header};
        QString body;
        for (int line = 0; line < 12; ++line)
            body += u"Sentence %1 of mail %2 says that the list registers stay in memory for now.\n"_s
                        .arg(line)
                        .arg(number);
        if (isPatch) {
            body
                += u"---\n a.c | 40 +\n\ndiff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1,20 +1,40 @@\n"_s;
            for (int line = 0; line < 20; ++line)
                body += u"+\tadded_%1_%2(kvm);\n \tcontext_%1_%2(kvm);\n"_s.arg(number).arg(line);
        } else {
            QString quoted;
            const QStringList above = bodies.back().split(u'\n', Qt::SkipEmptyParts);
            for (const QString& line : above.first(qMin<qsizetype>(above.size(), 24)))
                quoted += u"> "_s + line + u'\n';
            body = quoted + u'\n' + body;
        }
        bodies.push_back(body);
        all.push_back(std::move(mail));
    }
    std::vector<thread::Listing> listings = thread::listThreads(all, {});
    thread::Material material{std::move(listings.front()), {}};
    for (const thread::ListedMail& listed : material.listing.mails)
        material.bodies.push_back(
            mail::classify(bodies[static_cast<std::size_t>(listed.mail.row.value - 1)]));
    return material;
}

/// Runs steps from the event loop, one after the other, and prints the longest hold of each.
class Steps final : public QObject
{
public:
    void add(const char* name, std::function<void()> step) { m_steps.push_back({name, std::move(step)}); }
    void run()
    {
        if (m_meter != nullptr) {
            std::printf("%-44s %6.1f ms held at most (aim: 16 ms; %.1f ms of processor)\n",
                        m_steps[m_next - 1].name, m_meter->longestMs(), m_meter->longestProcessorMs());
        }
        m_meter.reset();
        if (m_next == m_steps.size()) {
            QCoreApplication::quit();
            return;
        }
        m_meter = std::make_unique<test::HoldMeter>();
        const Step& step = m_steps[m_next++];
        QTimer::singleShot(0, this, [this, act = step.act] {
            act();
            QTimer::singleShot(700, this, [this] { run(); });
        });
    }

private:
    struct Step {
        const char* name;
        std::function<void()> act;
    };
    std::vector<Step> m_steps;
    std::size_t m_next = 0;
    std::unique_ptr<test::HoldMeter> m_meter;
};

/// Calls it so often, each time after the window was painted.
void repeat(QObject* context, int times, const std::function<void(int)>& act)
{
    if (times == 0)
        return;
    act(times);
    QTimer::singleShot(2, context, [context, times, act] { repeat(context, times - 1, act); });
}

void addSteps(Steps& steps, ConversationView& view, const ConversationPointer& page)
{
    QScrollBar* bar = view.verticalScrollBar();
    steps.add("open:", [&view, page] { view.setPage(page); });
    steps.add("measure the rest:", [] {});
    steps.add("scroll, a step at a time:",
              [&view, bar] { repeat(&view, 200, [bar](int) { bar->setValue(bar->value() + 60); }); });
    steps.add("jump about:", [&view, bar] {
        repeat(&view, 200, [bar](int left) { bar->setValue(bar->maximum() / 200 * ((left * 67) % 200)); });
    });
    steps.add("find, from match to match:", [&view, page] {
        view.setMatches(findInPage(*page, u"says"_s));
        repeat(&view, 100, [&view](int left) { view.showMatch(left * 31); });
    });
    steps.add("open all folds of a patch:", [&view] {
        view.showMail(0);
        view.run(PageCommand::ToggleWholeMail);
    });
    steps.add("collapse and expand all:",
              [&view] { repeat(&view, 20, [&view](int) { view.run(PageCommand::ToggleAll); }); });
    steps.add("collapse an author:",
              [&view] { repeat(&view, 20, [&view](int) { view.run(PageCommand::ToggleAuthor); }); });
    steps.add("make it narrower:",
              [&view] { repeat(&view, 50, [&view](int left) { view.resize(700 + left * 4, 1000); }); });
    steps.add("select all and copy:", [&view] {
        view.run(PageCommand::SelectAll);
        view.run(PageCommand::Copy);
    });
    steps.add("leave:", [&view] { view.setPage(std::make_shared<const Conversation>()); });
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const int mails = argc > 1 ? std::atoi(argv[1]) : 500;
    const thread::Material material = longThread(mails);
    std::size_t lines = 0;
    for (const mail::BodyText& body : material.bodies)
        lines += body.lines.size();
    QElapsedTimer timer;
    timer.start();
    const thread::Collation collation = thread::collate(material);
    const thread::Facts facts = thread::establishFacts(material);
    const auto before = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const auto page = std::make_shared<const Conversation>(buildConversation(material, collation, facts, {}));
    std::printf(
        "%d mails, %zu lines: page of %zu items made in %.0f ms, after %.0f ms of collating and facts\n",
        mails, lines, page->items.size(), static_cast<double>(timer.nsecsElapsed()) / 1e6 - before, before);
    ConversationView view;
    view.setSeenAfter(0);
    view.resize(900, 1000);
    view.show();
    Steps steps;
    addSteps(steps, view, page);
    steps.run();
    return QApplication::exec();
}
