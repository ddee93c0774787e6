// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/device_list_model.h"
#include "models/sign_in_presenter.h"
#include "support/fake_account.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

class SignInPresenterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nameAndPasswordLetIn()
    {
        FakeAccount account;
        SignInPresenter presenter(account);
        QSignalSpy in(&presenter, &SignInPresenter::signedIn);
        presenter.signIn(QStringLiteral(" anna "), QString(), true);
        QVERIFY(!presenter.problem().isEmpty() && account.wishes.isEmpty());
        presenter.signIn(QStringLiteral(" anna "), FakeAccount::password, true);
        QVERIFY(presenter.isBusy());
        QTRY_COMPARE(in.size(), 1);
        QCOMPARE(account.wishes.last().login, QStringLiteral("anna"));
        QVERIFY(account.wishes.last().remember);
        QVERIFY(!account.wishes.last().device.isEmpty());
        QCOMPARE(in.first().first().value<ServiceSession>().token, account.token);
        QCOMPARE(presenter.step(), SignInPresenter::Step::Done);
    }

    void whatIsWrongIsSaidAndTriedAgain()
    {
        FakeAccount account;
        SignInPresenter presenter(account);
        presenter.signIn(QStringLiteral("anna"), QStringLiteral("no"), false);
        QTRY_VERIFY(!presenter.isBusy());
        QCOMPARE(presenter.step(), SignInPresenter::Step::Credentials);
        QVERIFY(presenter.problem().contains(QStringLiteral("wrong")));
        account.failure = Error{ErrorCode::Busy, {}, {}, {{QStringLiteral("retryAfter"), 240}}};
        presenter.signIn(QStringLiteral("anna"), QStringLiteral("no"), false);
        QTRY_VERIFY(presenter.problem().contains(QStringLiteral("4 minute")));
        account.failure = Error{ErrorCode::Offline, {}, {}, {}};
        presenter.signIn(QStringLiteral("anna"), QStringLiteral("no"), false);
        QTRY_VERIFY(presenter.error().has_value()); // its own words say it
        QVERIFY(presenter.problem().isEmpty());
    }

    void aSecondFactorIsAskedForAndTheRestKept()
    {
        FakeAccount account;
        account.code = QStringLiteral("123456");
        SignInPresenter presenter(account);
        QSignalSpy in(&presenter, &SignInPresenter::signedIn);
        presenter.signIn(QStringLiteral("anna"), FakeAccount::password, true);
        QTRY_COMPARE(presenter.step(), SignInPresenter::Step::Code);
        QVERIFY(presenter.problem().isEmpty()); // it is no mistake
        presenter.giveCode(QStringLiteral("000 000"));
        QTRY_VERIFY(!presenter.problem().isEmpty());
        QCOMPARE(presenter.step(), SignInPresenter::Step::Code);
        presenter.giveCode(QStringLiteral("123 456"));
        QTRY_COMPARE(in.size(), 1);
        QCOMPARE(account.wishes.last().password, FakeAccount::password);
    }

    void anOldPasswordIsChangedFirst()
    {
        FakeAccount account;
        account.mustChange = true;
        SignInPresenter presenter(account);
        QSignalSpy in(&presenter, &SignInPresenter::signedIn);
        presenter.signIn(QStringLiteral("anna"), FakeAccount::password, true);
        QTRY_COMPARE(presenter.step(), SignInPresenter::Step::NewPassword);
        QCOMPARE(in.size(), 0);
        const QString good = QStringLiteral("four words are enough");
        for (const auto &[one, again] :
             {std::pair(good, QStringLiteral("other")), std::pair(QStringLiteral("short"), QStringLiteral("short"))}) {
            presenter.setNewPassword(one, again);
            QVERIFY(!presenter.problem().isEmpty());
            QVERIFY(!presenter.isBusy());
        }
        account.failure = Error{ErrorCode::Invalid, {}, {}, {{QStringLiteral("password"), QStringLiteral("too-easy")}}};
        presenter.setNewPassword(good, good);
        QTRY_VERIFY(!presenter.problem().isEmpty() && !presenter.isBusy());
        QCOMPARE(presenter.step(), SignInPresenter::Step::NewPassword);
        account.failure.reset();
        presenter.setNewPassword(good, good);
        QTRY_COMPARE(in.size(), 1);
        QCOMPARE(account.changedTo, good);
    }

    void goingBackForgetsWhatWasUnderWay()
    {
        FakeAccount account;
        account.code = QStringLiteral("123456");
        SignInPresenter presenter(account);
        QSignalSpy in(&presenter, &SignInPresenter::signedIn);
        presenter.signIn(QStringLiteral("anna"), FakeAccount::password, true);
        QTRY_COMPARE(presenter.step(), SignInPresenter::Step::Code);
        presenter.giveCode(QStringLiteral("123456"));
        presenter.startAgain();
        QCOMPARE(presenter.step(), SignInPresenter::Step::Credentials);
        QTest::qWait(20);
        QCOMPARE(in.size(), 0);
    }

    void computersAreListedThisOneFirst()
    {
        FakeAccount account;
        ManualClock clock(1'700'000'000'000);
        account.known = {{QUuid::createUuid(), QStringLiteral("desktop"), QStringLiteral("192.0.2.7"), 0,
                          clock.now() - 3 * 3'600'000, false},
                         {QUuid::createUuid(), QStringLiteral("laptop"), {}, 0, clock.now() - 60'000, true}};
        DeviceListModel model(account, clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 2);
        QVERIFY(model.index(0).data(DeviceListModel::CurrentRole).toBool());
        QVERIFY(model.index(1).data(DeviceListModel::DetailRole).toString().contains(QStringLiteral("192.0.2.7")));
        model.signOut(model.index(1).data(DeviceListModel::IdRole).toUuid());
        QTRY_COMPARE(model.rowCount(), 1);
        account.failure = Error{ErrorCode::Offline, {}, {}, {}};
        QSignalSpy failed(&model, &DeviceListModel::failed);
        model.refresh();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(model.rowCount(), 1); // what was known stays
    }
};

QTEST_GUILESS_MAIN(SignInPresenterTest)
#include "sign_in_presenter_test.moc"
