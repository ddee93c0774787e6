// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail_settings_presenter.h"
#include "models/mail_text_list_model.h"
#include "models/mail_text_presenter.h"
#include "models/mail_text_words.h"
#include "support/mail_desk.h"
#include "support/sample_catalog.h"

#include <QSignalSpy>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

class MailTextPresenterTest : public QObject
{
    Q_OBJECT

private:
    struct Setup {
        ManualClock clock{1'700'000'000'000};
        MailDesk desk{withAdmin(), clock};
        CatalogHolder catalog;
        MailOverview overview{desk, catalog};
        MailTextPresenter presenter{overview};

        explicit Setup(PersonId me = PersonId{1})
            : catalog(desk, me, clock)
        {
            catalog.refresh();
            QTRY_VERIFY(catalog.isReady());
            load();
        }
        void load()
        {
            overview.refresh();
            QTRY_VERIFY(overview.isLoaded());
            QTRY_COMPARE(overview.setup().texts, desk.mailSetupNow.texts);
        }
        static CatalogPtr withAdmin()
        {
            auto changed = std::make_shared<Catalog>(*sampleCatalog());
            changed->agents.first().admin = true;
            changed->index();
            return changed;
        }
        MailText add(MailTextKind kind, PersonId agent = {}, const QString &language = {})
        {
            MailText text;
            text.id = MailTextId{desk.mailSetupNow.texts.size() + 1};
            text.kind = kind;
            text.agent = agent;
            text.language = language;
            text.subject = u"Subject"_s;
            text.text = u"Text"_s;
            desk.mailSetupNow.texts.append(text);
            return text;
        }
    };

private Q_SLOTS:
    void everyKindBeginsReadable()
    {
        Setup setup;
        for (const MailTextKind kind :
             {MailTextKind::Acknowledgement, MailTextKind::QueueSignature, MailTextKind::AgentSignature}) {
            setup.presenter.begin(kind);
            QCOMPARE(setup.presenter.firstProblem(), QString());
            QCOMPARE(setup.presenter.warning(), QString());
            QVERIFY(!setup.presenter.preview().body.contains(u"{{"));
            QVERIFY(setup.presenter.preview().to.contains(u"Sarah Lind"));
        }
    }

    void aTextIsTriedWithATicket()
    {
        Setup setup;
        TicketRow row;
        row.head.number = u"20431"_s;
        row.head.subject = u"The lamp is dark"_s;
        row.head.queue = setup.catalog.catalog()->queues.first().id;
        row.requesterName = u"Rita Rivera"_s;
        row.requesterAddress = u"rita@customer.example"_s;
        setup.desk.add(row);
        setup.presenter.begin(MailTextKind::Acknowledgement);
        setup.presenter.tryWith(u"#20431"_s);
        QTRY_VERIFY(setup.presenter.preview().subject.contains(u"The lamp is dark"));
        QVERIFY(setup.presenter.preview().body.contains(u"20431"));
        QVERIFY(!setup.presenter.preview().to.contains(u"Sarah Lind"));
        QCOMPARE(setup.presenter.trialNote(), QString());
        setup.presenter.tryWith(u"7"_s);
        QTRY_VERIFY(setup.presenter.trialNote().contains(u"7"));
        QVERIFY(!setup.presenter.preview().subject.contains(u"The lamp is dark"));
        setup.presenter.tryWith({});
        QCOMPARE(setup.presenter.trialNote(), QString());
        QVERIFY(setup.presenter.preview().to.contains(u"Sarah Lind"));
    }

    void whatIsWrongIsSaid()
    {
        Setup setup;
        setup.add(MailTextKind::Acknowledgement);
        setup.load();
        setup.presenter.begin(MailTextKind::Acknowledgement);
        QVERIFY(setup.presenter.firstProblem().contains(u"already"));
        MailText text = setup.presenter.text();
        text.language = u"de"_s;
        text.text += u" {{ ticket.nummer }} {{agent.name}}"_s;
        setup.presenter.setText(text);
        QCOMPARE(setup.presenter.firstProblem(), QString());
        QVERIFY(setup.presenter.warning().contains(u"{{ticket.nummer}}"));
        QVERIFY(setup.presenter.preview().body.contains(u"{{ ticket.nummer }}")); // as it will be sent
        text.text = u"Hello {{agent.name}}"_s;
        setup.presenter.setText(text);
        QVERIFY(setup.presenter.warning().contains(u"Nobody has read"));
        QCOMPARE(setup.presenter.preview().body, u"Hello "_s);
        text.text = u" \n"_s;
        setup.presenter.setText(text);
        QVERIFY(setup.presenter.firstProblem().contains(u"empty"));
        text.text = u"x"_s;
        text.subject.clear();
        setup.presenter.setText(text);
        QVERIFY(setup.presenter.firstProblem().contains(u"subject"));
    }

    void savedAndDeleted()
    {
        Setup setup;
        setup.presenter.begin(MailTextKind::AgentSignature);
        QSignalSpy done(&setup.presenter, &MailTextPresenter::done);
        setup.presenter.save();
        QVERIFY(setup.presenter.isBusy());
        QVERIFY(done.wait());
        QCOMPARE(setup.desk.all<SaveMailText>().first().text.agent, PersonId{1});
        setup.presenter.edit(setup.desk.mailSetupNow.texts.first());
        setup.presenter.remove();
        QVERIFY(done.wait());
        QVERIFY(setup.desk.mailSetupNow.texts.isEmpty());
        setup.desk.refusal = Error{ErrorCode::Denied, u"test"_s, {}, {}};
        setup.presenter.begin(MailTextKind::AgentSignature);
        QSignalSpy failed(&setup.presenter, &MailTextPresenter::failed);
        setup.presenter.save();
        QVERIFY(failed.wait());
        QVERIFY(!setup.presenter.isBusy());
    }

    void agentsSeeTheirOwn()
    {
        Setup setup(PersonId{2});
        setup.add(MailTextKind::Acknowledgement);
        setup.add(MailTextKind::AgentSignature, PersonId{1});
        setup.add(MailTextKind::AgentSignature, PersonId{2}, u"de"_s);
        MailTextListModel model(setup.overview);
        setup.load();
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0).data().toString(), u"My signature"_s);
        QVERIFY(model.index(0).data(MailTextListModel::ScopeRole).toString().contains(u"German"));
        QVERIFY(!setup.overview.mayAdminister());
        QCOMPARE(setup.overview.administrators(), QStringList{u"Mike Brandt"_s});
    }

    void placeholdersAllHaveWords()
    {
        for (const QString &name : knownPlaceholders())
            QVERIFY2(MailTextWords::placeholder(name) != name, qPrintable(name));
    }

    /// Several changes are one command; what the desk refuses is shown as it was.
    void settingsAreSavedTogether()
    {
        Setup setup;
        setup.desk.mailSetupNow.settings.sealKey = u"key"_s;
        setup.load();
        MailSettingsPresenter presenter(setup.overview);
        QTRY_COMPARE(presenter.settings().sealKey, u"key"_s);
        MailSettings settings = presenter.settings();
        settings.undoSeconds = 60;
        settings.sealKey = u"stolen"_s;
        presenter.setSettings(settings);
        settings.strangerPerDay = 3;
        presenter.setSettings(settings);
        setup.overview.refresh(); // a look of somebody else does not undo it
        presenter.flush();
        QCOMPARE(setup.desk.all<SaveMailSettings>().size(), 1);
        QCOMPARE(setup.desk.mailSetupNow.settings.strangerPerDay, 3);
        QCOMPARE(setup.desk.mailSetupNow.settings.sealKey, u"key"_s);
        QSignalSpy failed(&presenter, &MailSettingsPresenter::failed);
        setup.desk.refusal = Error{ErrorCode::Denied, u"test"_s, {}, {}};
        settings.undoSeconds = 0;
        presenter.setSettings(settings);
        presenter.flush();
        QTRY_COMPARE(failed.size(), 1);
        QTRY_COMPARE(presenter.settings().undoSeconds, 60);
    }

    void queuesStandInTheirTree()
    {
        Setup setup;
        MailSettingsPresenter presenter(setup.overview);
        QStringList paths;
        for (const Queue &queue : presenter.queues())
            paths.append(setup.catalog.catalog()->queuePath(queue.id));
        QCOMPARE(paths, (QStringList{u"Support"_s, u"Support / VPN"_s, u"Network"_s, u"Network / VPN"_s,
                                     u"Network / VPN / Remote sites"_s, u"Büro, Möbel"_s}));
        Queue queue = presenter.queue(QueueId{2});
        queue.name = u"Renamed"_s; // not of mail
        queue.followUpDays = 30;
        presenter.setQueue(queue);
        QCOMPARE(presenter.queue(QueueId{2}).followUpDays, 30);
        QVERIFY(MailSettingsPresenter::followUpText(presenter.queue(QueueId{2})).contains(u"30"));
        presenter.flush();
        QCOMPARE(setup.desk.all<SaveQueue>().size(), 1);
        QCOMPARE(setup.desk.all<SaveQueue>().first().queue.name, u"Network"_s);
        presenter.setQueue(presenter.queue(QueueId{2})); // nothing changed
        presenter.flush();
        QCOMPARE(setup.desk.all<SaveQueue>().size(), 1);
    }
};

QTEST_GUILESS_MAIN(MailTextPresenterTest)
#include "mail_text_presenter_test.moc"
