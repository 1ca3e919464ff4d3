// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mboxlist.h"
#include "thread/facts.h"
#include "thread/trailers.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::thread;

namespace
{

struct Label {
    QString kind; ///< without its "?"
    bool optional = false; ///< readers may differ: neither a miss nor a false one
    QString mail; ///< Message-ID
    int line = -1;
    QStringList values; ///< what else the row says
    bool found = false;
};

struct LabelledThread {
    QString root;
    QString awaiting; ///< "-" = readers may differ
    std::vector<Label> labels;
};

/// What the program says, in the words of the labels.
struct Said {
    QString kind;
    QString mail;
    int firstLine = -1;
    int lastLine = -1;
    QStringList values;
};

struct Score {
    int right = 0;
    int wrong = 0;
    int missed = 0;
    [[nodiscard]] double precision() const
    {
        return right + wrong == 0 ? 1 : double(right) / (right + wrong);
    }
    [[nodiscard]] double recall() const { return right + missed == 0 ? 1 : double(right) / (right + missed); }
};

std::vector<LabelledThread> readLabels()
{
    std::vector<LabelledThread> threads;
    QFile file(qEnvironmentVariable("LB_TEST_DATA") + u"/facts/labels.tsv"_s);
    if (!file.open(QIODevice::ReadOnly))
        return threads;
    const QStringList rows = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& row : rows) {
        const QStringList cells = row.split(u'\t');
        if (row.startsWith(u'#') || cells.size() < 2)
            continue;
        if (cells.first() == "thread"_L1) {
            threads.push_back({cells.at(1), cells.value(2), {}});
            continue;
        }
        Label label;
        label.kind = cells.first();
        label.optional = label.kind.endsWith(u'?');
        if (label.optional)
            label.kind.chop(1);
        label.mail = cells.at(1);
        label.line = cells.size() > 2 ? cells.at(2).toInt() : -1;
        label.values = cells.mid(3);
        threads.back().labels.push_back(label);
    }
    return threads;
}

QString numbers(const QList<int>& list)
{
    if (list.isEmpty())
        return u"-"_s;
    const bool run = list.size() > 1 && list.last() - list.first() == list.size() - 1;
    if (run)
        return QString::number(list.first()) + u'-' + QString::number(list.last());
    QStringList texts;
    for (const int number : list)
        texts += QString::number(number);
    return texts.join(u',');
}

QString idOf(const Listing& listing, int number)
{
    return QString::fromUtf8(listing.mails.at(static_cast<std::size_t>(number - 1)).mail.id.bytes);
}

std::vector<Said> said(const Listing& listing, const Facts& facts)
{
    std::vector<Said> all;
    for (const Trailer& trailer : facts.trailers) {
        if (!trailer.who.address.isEmpty()) // Fixes and Link are nobody's word on the patch
            all.push_back({u"trailer"_s,
                           idOf(listing, trailer.mail),
                           trailer.line,
                           trailer.lastLine,
                           {trailer.kind, numbers(trailer.appliesTo)}});
    }
    static const QStringList fates{u"applied"_s, u"queued"_s, u"merged"_s};
    for (const AppliedStatement& applied : facts.applied)
        all.push_back({fates.at(static_cast<int>(applied.fate)),
                       idOf(listing, applied.mail),
                       applied.line,
                       applied.lastLine,
                       {numbers(applied.patches)}});
    for (const BotReport& report : facts.botReports)
        all.push_back(
            {report.failed ? u"bot-failure"_s : u"bot-success"_s, idOf(listing, report.mail), -1, -1, {}});
    for (const Statement& objection : facts.objections)
        all.push_back(
            {u"objection"_s, idOf(listing, objection.mail), objection.line, objection.lastLine, {}});
    for (const Question& question : facts.questions) {
        const QString id = idOf(listing, question.mail);
        all.push_back({u"question"_s, id, question.line, question.lastLine, {}});
        if (question.state == QuestionState::Open)
            all.push_back({u"open question"_s, id, question.line, question.lastLine, {u"open"_s}});
        if (question.state == QuestionState::Answered)
            all.push_back({u"answered question"_s,
                           id,
                           question.line,
                           question.lastLine,
                           {idOf(listing, question.answeredBy)}});
    }
    return all;
}

bool agrees(const Label& label, const Said& said)
{
    if (label.mail != said.mail)
        return false;
    if (said.firstLine >= 0 && label.line >= 0 && (label.line < said.firstLine || label.line > said.lastLine))
        return false;
    if (said.kind == label.kind)
        return label.kind == "question"_L1 || label.values == said.values || label.optional;
    if (label.kind != "question"_L1)
        return false;
    const QStringList states = label.values.value(0).split(u',');
    return (said.kind == "open question"_L1 || said.kind == "answered question"_L1)
        && (states.contains(said.values.value(0)) || label.optional || label.values.value(0) == "-"_L1);
}

} // namespace

/// Holds the facts against threads that were read and labelled by hand.
class TestFactLabels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyKindIsPrecise();

private:
    void compare(LabelledThread& labelled, const Listing& listing, const Facts& facts);
    void count(LabelledThread& labelled, const Said& one);

    std::map<QString, Score> m_scores;
};

void TestFactLabels::initTestCase()
{
    QVERIFY(readLabels().size() >= 60);
}

void TestFactLabels::count(LabelledThread& labelled, const Said& one)
{
    Label* match = nullptr;
    for (Label& label : labelled.labels) {
        if (agrees(label, one) && (match == nullptr || match->found))
            match = &label;
    }
    if (match == nullptr) {
        ++m_scores[one.kind].wrong;
        qInfo("not so: %s %s %d-%d %s", qPrintable(one.kind), qPrintable(one.mail), one.firstLine,
              one.lastLine, qPrintable(one.values.join(u' ')));
        return;
    }
    if (match->optional || (one.kind != match->kind && match->values.value(0) == "-"_L1))
        return;
    if (one.kind == match->kind)
        match->found = true;
    ++m_scores[one.kind].right;
}

void TestFactLabels::compare(LabelledThread& labelled, const Listing& listing, const Facts& facts)
{
    static const QStringList names{u"author"_s, u"reviewers"_s, u"maintainer"_s, u"nobody"_s};
    const std::vector<Said> all = said(listing, facts);
    for (const Said& one : all)
        count(labelled, one);
    for (const Label& label : labelled.labels) {
        if (label.optional)
            continue;
        if (!label.found) {
            ++m_scores[label.kind].missed;
            qInfo("missed: %s %s %d %s", qPrintable(label.kind), qPrintable(label.mail), label.line,
                  qPrintable(label.values.join(u' ')));
        }
        const QString state = label.values.value(0);
        if (label.kind == "question"_L1 && state != "-"_L1) {
            const QString kind = state == "open"_L1 ? u"open question"_s : u"answered question"_s;
            const bool told = std::any_of(all.begin(), all.end(), [&](const Said& one) {
                return one.kind == kind && agrees(label, one);
            });
            m_scores[kind].missed += told ? 0 : 1;
        }
    }
    if (labelled.awaiting == "-"_L1)
        return;
    const QString awaiting = names.at(static_cast<int>(facts.awaiting));
    Score& score = m_scores[u"awaiting"_s];
    ++(awaiting == labelled.awaiting ? score.right : score.wrong);
    if (awaiting != labelled.awaiting)
        qInfo("not so: %s awaits %s (reason %d), not %s", qPrintable(labelled.root),
              qPrintable(labelled.awaiting), static_cast<int>(facts.grounds.reason), qPrintable(awaiting));
}

void TestFactLabels::everyKindIsPrecise()
{
    const QString mbox = qEnvironmentVariable("LB_SHARED") + u"/data/real/kvmarm-2022-05-to-07.mbox.gz"_s;
    if (!QFile::exists(mbox))
        QSKIP("the shared mails are not here");
    const auto list = test::readMboxList(mbox);
    QVERIFY(list.has_value());
    QHash<QString, Listing> listings;
    std::vector<Listing> all = listThreads(list->mails, {});
    for (Listing& listing : all) {
        const QString root = QString::fromUtf8(listing.root.bytes);
        listings.insert(root, std::move(listing));
    }
    std::vector<LabelledThread> threads = readLabels();
    for (LabelledThread& labelled : threads) {
        QVERIFY2(listings.contains(labelled.root), qPrintable(labelled.root));
        const Material material = list->material(listings.value(labelled.root));
        compare(labelled, material.listing, establishFacts(material));
    }
    for (const auto& [kind, score] : m_scores) {
        qInfo("%-18s right %3d  wrong %2d  missed %2d  precision %.3f  recall %.3f", qPrintable(kind),
              score.right, score.wrong, score.missed, score.precision(), score.recall());
    }
    for (const auto& [kind, score] : m_scores)
        QVERIFY2(score.precision() >= 0.95, qPrintable(kind));
}

QTEST_APPLESS_MAIN(TestFactLabels)
#include "test_factlabels.moc"
