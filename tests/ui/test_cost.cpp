// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onresult.h"
#include "support/screenshot.h"
#include "support/windowrig.h"
#include "ui/banner.h"
#include "ui/dialogs/costpage.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/dialogs/spendingdialog.h"
#include "ui/models/ledgermodel.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTableWidget>

using namespace lb;
using namespace lb::test;
using namespace lb::ui;

namespace
{

void useModel(WindowRig& rig)
{
    llm::Provider provider;
    provider.id = u"local"_s;
    provider.name = u"Local model"_s;
    provider.endpoint = u"http://127.0.0.1:9/v1"_s;
    provider.model = u"m"_s;
    provider.priceIn = 1;
    provider.priceOut = 4;
    rig.settings.set(keys::Providers, QString::fromUtf8(llm::toJson({provider})));
    rig.settings.set(keys::Provider, provider.id);
    rig.chat.reply = [](const llm::ChatRequest&) -> Result<llm::ChatAnswer> {
        llm::ChatAnswer answer;
        answer.text = u"It says something [1]."_s;
        answer.model = u"m-2025"_s;
        answer.tokensIn = 1000;
        answer.tokensOut = 100;
        return answer;
    };
}

store::LedgerEntry entryOf(const QDateTime& when, const QString& model, int tokens)
{
    store::LedgerEntry entry;
    entry.when = when;
    entry.provider = u"local"_s;
    entry.asked = model;
    entry.model = model;
    entry.tokensIn = tokens;
    entry.micros = tokens;
    entry.currency = u"USD"_s;
    return entry;
}

} // namespace

/// What summaries cost, in the window.
class TestCost : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void summarisingAllSaysWhatItWillCost();
    void whatIsRefusedSendsNothing();
    void littleIsNotAskedAbout();
    void aCapStopsTheRunAndOffersToRaiseIt();
    void capsAreSettings();
    void sumsAreOfTodayWeekAndMonth();
    void theFileIsSafeForSpreadsheets();
    void theDialogShowsTheLedger_data();
    void theDialogShowsTheLedger();

private:
    template <typename T>
    T await(const QFuture<T>& future)
    {
        std::optional<T> got;
        onResult(future, this, [&got](const T& value) { got = value; });
        [&] { QTRY_VERIFY(got.has_value()); }();
        return *got;
    }
};

void TestCost::summarisingAllSaysWhatItWillCost()
{
    WindowRig rig;
    useModel(rig);
    QVERIFY(rig.openSample());
    rig.window->actions()[ActionId::SummariseAll]->trigger();
    QTRY_COMPARE(rig.prompts->questions.size(), 1);
    const Question question = rig.prompts->questions.first();
    QVERIFY2(question.text.contains("Local model"_L1), qPrintable(question.text));
    for (const char* part : {"The model is asked about", "tokens in, ~", "USD", "get the built-in digest"})
        QVERIFY2(question.detail.contains(QLatin1StringView(part)), qPrintable(question.detail));
    QVERIFY(rig.waitForJobs());
    const auto label = [&rig] { return rig.window->findChild<QLabel*>(u"jobLabel"_s)->toolTip(); };
    QTRY_VERIFY2(label().contains("summarised: "_L1), qPrintable(label()));
    QVERIFY2(label().contains("USD"_L1), qPrintable(label()));
    const auto entries = await(rig.store.ledger({}));
    QCOMPARE(entries->size(), rig.chat.requests.size());
    QVERIFY(rig.chat.requests.size() < 26); // threads of one mail were not sent
}

void TestCost::whatIsRefusedSendsNothing()
{
    WindowRig rig;
    useModel(rig);
    QVERIFY(rig.openSample());
    rig.prompts->accept = false;
    rig.window->actions()[ActionId::SummariseAll]->trigger();
    QTRY_COMPARE(rig.prompts->questions.size(), 1);
    QVERIFY(rig.waitForJobs());
    QVERIFY(rig.chat.requests.isEmpty());
}

void TestCost::littleIsNotAskedAbout()
{
    WindowRig rig;
    useModel(rig);
    rig.settings.set(keys::AskAbove, 100'000'000);
    QVERIFY(rig.openSample());
    rig.window->actions()[ActionId::SummariseAll]->trigger();
    QTRY_VERIFY(!rig.chat.requests.isEmpty());
    QVERIFY(rig.prompts->questions.isEmpty());
    QVERIFY(rig.waitForJobs());
}

void TestCost::aCapStopsTheRunAndOffersToRaiseIt()
{
    WindowRig rig;
    useModel(rig);
    QVERIFY(rig.openSample());
    summary::Caps caps;
    caps.runTokens = 20'000;
    rig.summariser.spending().setCaps(caps);
    rig.window->actions()[ActionId::SummariseAll]->trigger();
    QTRY_VERIFY(rig.window->jobs().failed() > 0);
    QVERIFY(rig.waitForJobs());
    auto* banner = rig.window->findChild<Banner*>();
    QVERIFY2(banner->message().startsWith("Cap reached"_L1), qPrintable(banner->message()));
    const QModelIndex failure = rig.window->jobs().index(0, 0);
    QVERIFY(failure.data(JobsModel::ErrorRole).toString().startsWith("Cap reached"_L1));
    const auto entries = await(rig.store.ledger({}));
    QVERIFY(entries->size() * 1100 <= 20'000);
    for (auto* button : banner->findChildren<QPushButton*>())
        button->click();
    auto* settings = rig.window->findChild<SettingsDialog*>();
    QVERIFY(settings != nullptr);
    QVERIFY(settings->findChild<CostPage*>()->isVisible());
}

void TestCost::capsAreSettings()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    CostPage page(settings);
    QCOMPARE(page.findChild<QSpinBox*>(u"runTokensSpinBox"_s)->text(), u"No cap"_s);
    page.findChild<QSpinBox*>(u"runTokensSpinBox"_s)->setValue(250'000);
    page.findChild<QDoubleSpinBox*>(u"dayMoneySpinBox"_s)->setValue(1.5);
    page.findChild<QCheckBox*>(u"modelForSmallCheckBox"_s)->setChecked(true);
    page.write(settings);
    QCOMPARE(settings.get(keys::RunTokens), 250'000);
    QCOMPARE(settings.get(keys::DayMoney), u"1.50"_s);
    QCOMPARE(settings.get(keys::RunMoney), QString());
    QCOMPARE(settings.get(keys::ModelForSmall), 1);
    const CostPage again(settings);
    QCOMPARE(again.findChild<QDoubleSpinBox*>(u"dayMoneySpinBox"_s)->value(), 1.5);
}

void TestCost::sumsAreOfTodayWeekAndMonth()
{
    const QDateTime now(QDate(2025, 6, 25), QTime(9, 0), Qt::UTC);
    const QList<ModelSpending> models
        = spendingByModel({entryOf(now, u"a"_s, 1), entryOf(now.addDays(-1), u"a"_s, 10),
                           entryOf(now.addDays(-7), u"a"_s, 100), entryOf(now, u"b"_s, 5000)},
                          now.date());
    QCOMPARE(models.size(), 2);
    QCOMPARE(models[0].model, u"b"_s); // the most first
    QCOMPARE(models[1].today.tokens(), 1);
    QCOMPARE(models[1].week.tokens(), 11);
    QCOMPARE(models[1].month.tokens(), 111);
}

void TestCost::theFileIsSafeForSpreadsheets()
{
    store::LedgerEntry entry = entryOf(QDateTime(QDate(2025, 6, 25), QTime(9, 0), Qt::UTC), u"=1+\"2\""_s, 7);
    entry.estimated = true;
    const QByteArray csv = ledgerCsv({entry});
    QVERIFY(csv.startsWith("when,list,thread,provider,model_asked,model,"));
    QCOMPARE(csv.split('\n').at(1).trimmed(),
             QByteArray("\"2025-06-25T09:00:00Z\",0,\"\",\"local\",\"'=1+\"\"2\"\"\",\"'=1+\"\"2\"\"\",7,0,1,"
                        "0.000007,\"USD\",\"summary\",\"done\""));
}

void TestCost::theDialogShowsTheLedger_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
}

void TestCost::theDialogShowsTheLedger()
{
    QFETCH(QPalette, palette);
    qApp->setPalette(palette);
    WindowRig rig;
    useModel(rig);
    rig.show();
    QVERIFY(await(rig.store.ledger({})));
    const QDateTime now = rig.clock.now();
    for (int i = 0; i < 6; ++i)
        QVERIFY(await(rig.store.addToLedger(
            entryOf(now.addDays(-i), i % 2 == 0 ? u"large-model"_s : u"small-model"_s, 12'345 * (i + 1)))));
    rig.window->actions()[ActionId::Spending]->trigger();
    auto* dialog = rig.window->findChild<SpendingDialog*>();
    QVERIFY(dialog != nullptr);
    auto* calls = dialog->findChild<QTableView*>(u"spendingCalls"_s);
    QTRY_COMPARE(calls->model()->rowCount(), 6);
    QCOMPARE(dialog->findChild<QTableWidget*>(u"spendingSums"_s)->rowCount(), 2);
    takeScreenshot(*dialog, u"spending-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    CostPage page(rig.settings);
    page.resize(760, 520);
    takeScreenshot(page, u"costpage-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    rig.prompts->path = rig.home.filePath(u"spending.csv"_s);
    dialog->findChild<QPushButton*>(u"exportSpendingButton"_s)->click();
    QTRY_VERIFY(QFile::exists(rig.prompts->path));
    qApp->setPalette(lightPalette());
}

QTEST_MAIN(TestCost)
#include "test_cost.moc"
