// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memory_drafts.h"
#include "support/ticket_world.h"
#include "support/widget_audit.h"
#include "widgets/chips/chip_edit.h"
#include "widgets/composer/recipient_edit.h"
#include "widgets/composer/rich_edit.h"
#include "widgets/ticket/new_ticket_dialog.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPushButton>

using namespace deskhand;
using namespace deskhand::test;

namespace {

struct OpenForm {
    TicketWorld &world;
    DraftKeeper drafts;
    NewTicketDialog dialog;

    OpenForm(TicketWorld &around, MemoryDrafts &store)
        : world(around)
        , drafts(store)
        , dialog(world.shell.context(), world.desk, world.catalog, drafts, [](const QString &html) { return html; })
    {
    }
    void typeRequester(const QString &text)
    {
        QTest::keyClicks(dialog.requester()->chips()->input(), text);
        dialog.requester()->commit();
    }
    [[nodiscard]] QComboBox *box(const char *name) const
    {
        return dialog.findChild<QComboBox *>(QString::fromLatin1(name));
    }
    /// What is said to be wrong with a field; empty: nothing.
    [[nodiscard]] QString problem(const char *field) const
    {
        const auto *label =
            dialog.findChild<QLabel *>(QString::fromLatin1(field) + QStringLiteral("ProblemPlainLabel"));
        return label && label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] QVector<OpenTicket> opened() const { return world.given<OpenTicket>(); }
};

} // namespace

class NewTicketDialogTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TicketWorld> m_world;
    std::unique_ptr<MemoryDrafts> m_store;
    std::unique_ptr<OpenForm> m_form;

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<TicketWorld>();
        m_store = std::make_unique<MemoryDrafts>();
        m_form = std::make_unique<OpenForm>(*m_world, *m_store);
        m_form->dialog.start({});
    }

    void cleanup()
    {
        m_form.reset();
        m_store.reset();
        m_world.reset();
    }

    void everyControlHasAName() { QCOMPARE(auditWidgets(&m_form->dialog).join(u'\n'), QString()); }

    /// The agent's own words, mailed to the requester: they wait like a reply, and come back as one.
    void theTextCanBeMailed()
    {
        m_world->desk.sendsMail = true;
        NewTicketDialog &dialog = m_form->dialog;
        auto *mailed = dialog.findChild<QCheckBox *>(QStringLiteral("mailedCheckBox"));
        QVERIFY(mailed);
        mailed->setChecked(true);
        dialog.subject()->setText(QStringLiteral("Your new laptop"));
        dialog.requester()->setAddresses({{QStringLiteral("Sarah Lind"), {}}});
        dialog.submit();
        QVERIFY(!m_form->problem("requesterRecipientEdit").isEmpty()); // nobody to mail to
        QVERIFY(!m_form->problem("descriptionTextEdit").isEmpty());
        dialog.requester()->setAddresses({{QStringLiteral("Sarah Lind"), QStringLiteral("sarah@example.org")}});
        QTest::keyClicks(dialog.editor(), QStringLiteral("It is here, see the attached file."));
        QSignalSpy created(&dialog, &NewTicketDialog::created);
        m_world->shell.prompt.answer = 0;
        dialog.submit();
        QCOMPARE(m_world->shell.prompt.asked.size(), 1); // no file is attached
        QCOMPARE(m_world->given<OpenTicket>().size(), 0);
        QCOMPARE(dialog.findChild<QPushButton *>(QStringLiteral("openTicketPushButton"))->accessibleName(),
                 QStringLiteral("Open and send to Sarah Lind"));
        m_world->shell.prompt.answer = 1;
        dialog.submit();
        QTRY_COMPARE(created.size(), 1);
        const OpenTicket open = m_world->given<OpenTicket>().last();
        QVERIFY(open.article);
        QCOMPARE(open.article->senderRole, SenderRole::Agent);
        QCOMPARE(open.article->channel, Channel::Email);
        QCOMPARE(open.article->to.first().address, QStringLiteral("sarah@example.org"));
        QCOMPARE(open.releaseAt, m_world->shell.clock.now() + 15'000);
        QTRY_VERIFY(m_store->drafts.size() == 1 && m_store->drafts.cbegin()->kind == DraftKind::Reply);
        const Draft kept = m_store->drafts.cbegin().value();
        QCOMPARE(kept.ticket, created.first().first().value<TicketId>());
    }

    void nothingIsWrongBeforeItIsOpened()
    {
        QTest::keyClicks(m_form->dialog.subject(), QStringLiteral("x"));
        m_form->dialog.subject()->clear();
        QCOMPARE(m_form->problem("requesterRecipientEdit"), QString());
        QCOMPARE(m_form->problem("subjectLineEdit"), QString());
    }

    void whatIsMissingIsSaidAtItsField()
    {
        m_form->dialog.submit();
        QVERIFY(!m_form->problem("requesterRecipientEdit").isEmpty());
        QVERIFY(!m_form->problem("subjectLineEdit").isEmpty());
        QCOMPARE(m_form->problem("descriptionTextEdit"), QString()); // nothing need be said
        QVERIFY(m_form->opened().isEmpty());
        QVERIFY(m_form->dialog.isVisible());
        // The complaint goes while it is mended.
        QTest::keyClicks(m_form->dialog.subject(), QStringLiteral("Chair squeaks"));
        QTRY_COMPARE(m_form->problem("subjectLineEdit"), QString());
        QVERIFY(!m_form->problem("requesterRecipientEdit").isEmpty());
    }

    void anAddressThatIsNoneIsNamed()
    {
        m_form->typeRequester(QStringLiteral("sarah at@example org"));
        QTest::keyClicks(m_form->dialog.subject(), QStringLiteral("Chair squeaks"));
        m_form->dialog.submit();
        QVERIFY(m_form->problem("requesterRecipientEdit").contains(QLatin1String("sarah at@example org")));
        QVERIFY(m_form->opened().isEmpty());
    }

    void itOpensWhatWasFilledIn()
    {
        QSignalSpy created(&m_form->dialog, &NewTicketDialog::created);
        QSignalSpy wanted(&m_world->shell.navigator, &Navigator::ticketRequested);
        m_form->typeRequester(QStringLiteral("Bo Berg <bo@example.org>"));
        QTest::keyClicks(m_form->dialog.subject(), QStringLiteral("Chair squeaks"));
        m_form->box("queueComboBox")->setCurrentText(QStringLiteral("Network"));
        m_form->box("priorityComboBox")->setCurrentText(QStringLiteral("Low"));
        auto *tags = m_form->dialog.findChild<ChipEdit *>(QStringLiteral("tagsChipEdit"));
        QTest::keyClicks(tags->input(), QStringLiteral("vip,"));
        QTest::keyClicks(m_form->dialog.editor(), QStringLiteral("It squeaks all day."));
        m_form->dialog.submit();
        QTRY_COMPARE(created.size(), 1);
        QCOMPARE(m_form->opened().size(), 1);
        const OpenTicket open = m_form->opened().first();
        QCOMPARE(open.subject, QStringLiteral("Chair squeaks"));
        QCOMPARE(open.requesterAddress.address, QStringLiteral("bo@example.org"));
        QCOMPARE(open.requesterAddress.name, QStringLiteral("Bo Berg"));
        QCOMPARE(open.queue, QueueId{2});
        QCOMPARE(open.priority, PriorityId{4});
        QCOMPARE(open.tags, QStringList{QStringLiteral("vip")});
        QVERIFY(open.article && open.article->text.contains(QLatin1String("It squeaks all day.")));
        QCOMPARE(open.article->senderRole, SenderRole::Customer);
        QVERIFY(!m_form->dialog.isVisible());
        QCOMPARE(wanted.size(), 1);
        m_form->drafts.flush();
        QVERIFY(m_store->drafts.isEmpty());
    }

    void aKnownPersonIsChosenByName()
    {
        QLineEdit *input = m_form->dialog.requester()->chips()->input();
        input->setFocus();
        QTest::keyClicks(input, QStringLiteral("sar"));
        auto *completer = m_form->dialog.requester()->chips()->findChild<QCompleter *>();
        QVERIFY(completer);
        QTRY_VERIFY(completer->popup()->isVisible());
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QTest::keyClicks(m_form->dialog.subject(), QStringLiteral("Chair squeaks"));
        m_form->dialog.submit();
        QTRY_COMPARE(m_form->opened().size(), 1);
        QCOMPARE(m_form->opened().first().requester, m_world->sarah.id);
    }

    void aRefusalKeepsWhatIsWritten()
    {
        m_form->typeRequester(QStringLiteral("bo@example.org"));
        QTest::keyClicks(m_form->dialog.subject(), QStringLiteral("Chair squeaks"));
        m_world->desk.refuse(Error{ErrorCode::Busy, {}, {}, {}});
        m_form->dialog.submit();
        auto *banner = m_form->dialog.findChild<QWidget *>(QStringLiteral("errorBanner"));
        QTRY_VERIFY(banner && banner->isVisible());
        QVERIFY(m_form->dialog.isVisible());
        QCOMPARE(m_form->dialog.subject()->text(), QStringLiteral("Chair squeaks"));
        QVERIFY(m_form->dialog.findChild<QPushButton *>(QStringLiteral("openTicketPushButton"))->isEnabled());
        m_world->desk.refuse({});
        QSignalSpy created(&m_form->dialog, &NewTicketDialog::created);
        m_form->dialog.submit();
        QTRY_COMPARE(created.size(), 1);
    }

    /// Sent, the connection broken, the program ended: the next run sends the same command.
    void whatNobodyHasConfirmedIsTheSameCommandInTheNextRun()
    {
        m_form->typeRequester(QStringLiteral("bo@example.org"));
        QTest::keyClicks(m_form->dialog.subject(), QStringLiteral("Chair squeaks"));
        QTest::keyClicks(m_form->dialog.editor(), QStringLiteral("It squeaks & creaks"));
        m_world->desk.refuse(Error{ErrorCode::Offline, {}, {}, {}});
        m_form->dialog.submit();
        QTRY_VERIFY(!m_world->desk.commands.isEmpty());
        const CommandId first = m_world->desk.commands.last().id;
        m_form->drafts.flush();
        m_form = std::make_unique<OpenForm>(*m_world, *m_store);
        QSignalSpy loaded(&m_form->drafts, &DraftKeeper::loaded);
        m_form->drafts.load();
        QTRY_COMPARE(loaded.size(), 1);
        m_form->dialog.start({});
        m_world->desk.refuse({});
        QSignalSpy created(&m_form->dialog, &NewTicketDialog::created);
        m_form->dialog.submit();
        QTRY_COMPARE(created.size(), 1);
        QCOMPARE(m_world->desk.commands.last().id, first);
    }

    void whatIsOnItsWayWaitsForTheDesk()
    {
        m_form->typeRequester(QStringLiteral("bo@example.org"));
        QTest::keyClicks(m_form->dialog.subject(), QStringLiteral("Chair squeaks"));
        m_world->desk.hold();
        m_form->dialog.submit();
        QTRY_COMPARE(m_form->opened().size(), 1);
        Q_EMIT m_world->desk.connectionChanged(DeskConnection::Lost);
        QVERIFY(!m_form->dialog.subject()->isEnabled());
        m_form->dialog.close(); // the person goes on to other things …
        m_form->dialog.start({});
        QCOMPARE(m_form->dialog.subject()->text(), QStringLiteral("Chair squeaks")); // … and looks again
        QSignalSpy created(&m_form->dialog, &NewTicketDialog::created);
        Q_EMIT m_world->desk.connectionChanged(DeskConnection::Online);
        m_world->desk.release();
        QTRY_COMPARE(created.size(), 1);
        QCOMPARE(m_form->opened().size(), 1);
        QVERIFY(m_form->drafts.drafts().isEmpty());
    }

    void closingKeepsADraftThatComesBack()
    {
        m_form->typeRequester(QStringLiteral("bo@example.org"));
        QTest::keyClicks(m_form->dialog.subject(), QStringLiteral("Chair squeaks"));
        m_form->box("queueComboBox")->setCurrentText(QStringLiteral("Network"));
        QTest::keyClicks(m_form->dialog.editor(), QStringLiteral("It squeaks"));
        m_form->dialog.close();
        m_form->drafts.flush();
        m_form = std::make_unique<OpenForm>(*m_world, *m_store);
        QSignalSpy loaded(&m_form->drafts, &DraftKeeper::loaded);
        m_form->drafts.load();
        QTRY_COMPARE(loaded.size(), 1);
        m_form->dialog.start({});
        QCOMPARE(m_form->dialog.subject()->text(), QStringLiteral("Chair squeaks"));
        QCOMPARE(m_form->dialog.requester()->addresses().first().address, QStringLiteral("bo@example.org"));
        QCOMPARE(m_form->box("queueComboBox")->currentText(), QStringLiteral("Network"));
        QCOMPARE(m_form->dialog.editor()->toPlainText(), QStringLiteral("It squeaks"));
    }

    void aNewCatalogTakesNoLettersAway()
    {
        QTest::keyClicks(m_form->dialog.subject(), QStringLiteral("Chair"));
        QSignalSpy changed(&m_world->catalog, &CatalogHolder::changed);
        m_world->catalog.refresh();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(m_form->dialog.subject()->text(), QStringLiteral("Chair"));
    }

    void discardingCanBeUndone()
    {
        QSignalSpy posted(&m_world->shell.notices, &Notices::posted);
        QTest::keyClicks(m_form->dialog.subject(), QStringLiteral("Chair squeaks"));
        m_form->dialog.findChild<QPushButton *>(QStringLiteral("discardPushButton"))->click();
        QVERIFY(!m_form->dialog.isVisible());
        QCOMPARE(posted.size(), 1);
        posted.first().first().value<Notice>().action();
        QVERIFY(m_form->dialog.isVisible());
        QCOMPARE(m_form->dialog.subject()->text(), QStringLiteral("Chair squeaks"));
    }
};

QTEST_MAIN(NewTicketDialogTest)
#include "new_ticket_dialog_test.moc"
