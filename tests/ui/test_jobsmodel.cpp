// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jobsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace lb;
using namespace lb::ui;
using namespace Qt::StringLiterals;

namespace
{

class FakeJob final : public Job
{
public:
    using Job::Job;
    void start() override { }
    void cancel() override { end(fail(ErrorCode::Cancelled, u"cancelled"_s)); }
    void step(qint64 done, qint64 total) { report({u"Reading mail"_s, done, total}); }
    void end(const Status& outcome) { finish(outcome); }
};

} // namespace

class TestJobsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsProgress();
    void forgetsWhatWentWell();
    void keepsFailuresUntilTheyAreRead();
    void cancelsOneOrAll();
    void survivesAJobThatIsDropped();
    void boundsFailures();
};

void TestJobsModel::showsProgress()
{
    JobsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    FakeJob job(u"Reading week.mbox"_s);
    model.add(&job);
    QCOMPARE(model.index(0, 0).data().toString(), u"Reading week.mbox"_s);
    QCOMPARE(model.index(0, 1).data().toString(), u"Waiting"_s);
    job.step(50, 200);
    QCOMPARE(model.index(0, 1).data().toString(), u"Reading mail (25 %)"_s);
    QCOMPARE(model.index(0, 0).data(JobsModel::TotalRole).toLongLong(), 200);
    job.step(1200, 0);
    QCOMPARE(model.index(0, 1).data().toString(), u"Reading mail (%1)"_s.arg(QLocale().toString(1200)));
    QCOMPARE(model.running(), 1);
    QCOMPARE(model.firstRunning().row(), 0);
}

void TestJobsModel::forgetsWhatWentWell()
{
    JobsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    FakeJob first(u"one"_s);
    FakeJob second(u"two"_s);
    model.add(&first);
    model.add(&second);
    first.end(success());
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data().toString(), u"two"_s);
    second.cancel();
    QTRY_COMPARE(model.rowCount(), 0);
    QCOMPARE(model.failed(), 0);
}

void TestJobsModel::keepsFailuresUntilTheyAreRead()
{
    JobsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    FakeJob job(u"Fetching kvmarm"_s);
    model.add(&job);
    job.end(fail(ErrorCode::NetworkTimeout, u"The server did not answer."_s));
    QTRY_COMPARE(model.failed(), 1);
    QCOMPARE(model.running(), 0);
    QVERIFY(!model.firstRunning().isValid());
    QCOMPARE(model.index(0, 0).data(JobsModel::ErrorRole).toString(), u"The server did not answer."_s);
    QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Fetching kvmarm"_s));
    FakeJob next(u"Fetching kvm"_s);
    model.add(&next);
    model.removeFailures();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.running(), 1);
}

void TestJobsModel::cancelsOneOrAll()
{
    JobsModel model;
    FakeJob first(u"one"_s);
    FakeJob second(u"two"_s);
    FakeJob third(u"three"_s);
    for (FakeJob* job : {&first, &second, &third})
        model.add(job);
    model.cancel(1);
    model.cancel(99);
    QTRY_COMPARE(model.rowCount(), 2);
    QVERIFY(second.isFinished() && !first.isFinished());
    model.cancelAll();
    QTRY_COMPARE(model.rowCount(), 0);
    QVERIFY(first.isFinished() && third.isFinished());
}

void TestJobsModel::survivesAJobThatIsDropped()
{
    JobsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto job = std::make_unique<FakeJob>(u"dropped"_s);
    model.add(job.get());
    job.reset();
    QCOMPARE(model.rowCount(), 0);
    model.cancelAll();
}

void TestJobsModel::boundsFailures()
{
    JobsModel model;
    for (int i = 0; i < 500; ++i)
        model.addFailure(u"Thread %1"_s.arg(i), fail(ErrorCode::ModelServer, u"Overloaded."_s));
    QCOMPARE(model.failed(), 200);
    QCOMPARE(model.index(0, 0).data().toString(), u"Thread 300"_s);
}

QTEST_GUILESS_MAIN(TestJobsModel)
#include "test_jobsmodel.moc"
