// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket_presenter.h"
#include "support/ticket_world.h"
#include "support/widget_audit.h"
#include "widgets/chips/chip_button.h"
#include "widgets/chips/collapsible_section.h"
#include "widgets/choice_popup.h"
#include "widgets/sidepanel/side_panel.h"
#include "widgets/sla/sla_explainer.h"
#include "widgets/ticket/conflict_bars.h"
#include "widgets/ticket/subject_line.h"
#include "widgets/ticket/ticket_header.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace deskhand;
using namespace deskhand::test;

namespace {

/// Header, conflicts and side panel of one ticket, as they stand around a thread.
struct OpenTicketWidgets {
    TicketWorld world;
    TicketPresenter presenter{world.desk, world.catalog};
    QWidget window;
    TicketHeader *header = new TicketHeader(presenter, world.catalog, world.shell.theme, &window);
    ConflictBars *conflicts = new ConflictBars(presenter, world.shell.theme, &window);
    SlaPresenter clocks{world.desk, world.catalog};
    SlaExplainer explainer{world.shell.context(), clocks};
    SidePanel *panel = new SidePanel(world.shell.context(), world.desk, world.catalog, presenter, explainer, &window);

    OpenTicketWidgets()
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(header);
        layout->addWidget(conflicts);
        layout->addWidget(panel, 1);
        window.resize(600, 800);
        window.show();
    }
    bool open(TicketId ticket = {})
    {
        presenter.open(ticket.isValid() ? ticket : world.ticket);
        return QTest::qWaitFor([this] { return presenter.isLoaded(); });
    }
    [[nodiscard]] QAbstractButton *button(const char *name) const
    {
        return window.findChild<QAbstractButton *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString label(const char *name) const
    {
        const auto *found = window.findChild<QLabel *>(QString::fromLatin1(name));
        return found ? found->text() : QStringLiteral("(no label)");
    }
    [[nodiscard]] QString allTexts(const QWidget *root) const
    {
        QString all;
        for (const QLabel *one : root->findChildren<QLabel *>())
            all += one->text() + u'\n';
        for (const QAbstractButton *one : root->findChildren<QAbstractButton *>())
            all += one->text() + u'|' + one->accessibleName() + u'\n';
        return all;
    }
    /// Opens the choices of a header field and takes the one with this text.
    void choose(const char *field, const QString &text)
    {
        button(field)->click();
        auto *popup = window.findChild<ChoicePopup *>();
        QVERIFY(popup && popup->isVisible());
        auto *filter = popup->findChild<QLineEdit *>();
        QTest::keyClicks(filter, text);
        QVERIFY2(popup->shownTexts().contains(text), qPrintable(popup->shownTexts().join(u',')));
        QTest::keyClick(filter, Qt::Key_Return);
    }
};

} // namespace

class TicketWidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHeaderShowsTheTicket()
    {
        OpenTicketWidgets ticket;
        QVERIFY(ticket.open());
        QCOMPARE(ticket.label("numberPlainLabel"), QStringLiteral("#10427"));
        QCOMPARE(ticket.button("stateFieldButton")->text(), QStringLiteral("Open"));
        QCOMPARE(ticket.button("priorityFieldButton")->text(), QStringLiteral("High"));
        QCOMPARE(ticket.button("queueFieldButton")->text(), QStringLiteral("Support"));
        QCOMPARE(ticket.button("ownerFieldButton")->text(), QStringLiteral("Mike Brandt"));
        // What a screen reader says is the field and its value.
        QCOMPARE(ticket.button("stateFieldButton")->accessibleName(), QStringLiteral("State: Open"));
        QCOMPARE(auditWidgets(&ticket.window).join(u'\n'), QString());
    }

    void aFieldIsChosenAndGoesToTheDesk()
    {
        OpenTicketWidgets ticket;
        QVERIFY(ticket.open());
        ticket.choose("priorityFieldButton", QStringLiteral("Low"));
        QTRY_COMPARE(ticket.world.desk.head(ticket.world.ticket).priority, PriorityId{4});
        QTRY_COMPARE(ticket.button("priorityFieldButton")->text(), QStringLiteral("Low"));
        QCOMPARE(ticket.world.given<ChangeTicket>().size(), 1);
    }

    void aColleaguesChangeIsSeen()
    {
        OpenTicketWidgets ticket;
        QVERIFY(ticket.open());
        ticket.world.desk.changeByColleague(ticket.world.ticket, {TicketField::Queue, qint64(2), {}, {}});
        QTRY_COMPARE(ticket.button("queueFieldButton")->text(), QStringLiteral("Network"));
        QTRY_VERIFY(ticket.label("panelQueuePlainLabel").contains(QLatin1String("Network")));
    }

    // Both wanted something else at the same time: both values are named, and one click decides.
    void twoWhoChangeTheSameFieldAreToldBothValues()
    {
        OpenTicketWidgets ticket;
        QVERIFY(ticket.open());
        ticket.world.desk.hold();
        ticket.presenter.setPriority(PriorityId{4});
        ticket.world.desk.changeByColleague(ticket.world.ticket, {TicketField::Priority, qint64(1), {}, {}});
        ticket.world.desk.release();
        QTRY_VERIFY(ticket.allTexts(ticket.conflicts).contains(QLatin1String("Critical")));
        QVERIFY(ticket.allTexts(ticket.conflicts).contains(QLatin1String("Low")));
        QAbstractButton *mine = ticket.button("takeMinePushButton");
        QVERIFY(mine && mine->text().contains(QLatin1String("Low")));
        mine->click();
        QTRY_COMPARE(ticket.world.desk.head(ticket.world.ticket).priority, PriorityId{4});
    }

    void theSubjectIsEditedInPlace()
    {
        OpenTicketWidgets ticket;
        QVERIFY(ticket.open());
        ticket.header->subject()->edit();
        auto *input = ticket.header->subject()->findChild<QLineEdit *>();
        QVERIFY(input && input->isVisible());
        QCOMPARE(input->text(), QStringLiteral("Monitor went dark"));
        input->selectAll();
        QTest::keyClicks(input, QStringLiteral("Dock is broken"));
        QTest::keyClick(input, Qt::Key_Escape);
        QVERIFY(!ticket.header->subject()->isEditing());
        QCOMPARE(ticket.world.desk.head(ticket.world.ticket).subject, QStringLiteral("Monitor went dark"));
        ticket.header->subject()->edit();
        input->selectAll();
        QTest::keyClicks(input, QStringLiteral("Dock is broken"));
        QTest::keyClick(input, Qt::Key_Return);
        QTRY_COMPARE(ticket.world.desk.head(ticket.world.ticket).subject, QStringLiteral("Dock is broken"));
    }

    void tagsStandInBothPlacesAndGoByTheirCross()
    {
        OpenTicketWidgets ticket;
        ticket.world.desk.changeByColleague(ticket.world.ticket, {TicketField::Tags, {}, {QStringLiteral("gold")}, {}});
        QVERIFY(ticket.open());
        const auto tagsOf = [](const QWidget *place) {
            QStringList tags;
            for (const ChipButton *chip : place->findChildren<ChipButton *>()) {
                if (chip->isVisible())
                    tags.append(chip->text());
            }
            return tags;
        };
        QTRY_COMPARE(tagsOf(ticket.header), QStringList{QStringLiteral("gold")});
        QCOMPARE(tagsOf(ticket.panel), QStringList{QStringLiteral("gold")});
        auto *chip = ticket.header->findChild<ChipButton *>();
        Q_EMIT chip->removeRequested();
        QTRY_VERIFY(ticket.world.desk.head(ticket.world.ticket).tags.isEmpty());
        QTRY_COMPARE(tagsOf(ticket.header), QStringList());
        QTRY_COMPARE(tagsOf(ticket.panel), QStringList());
    }

    void thePanelShowsTheRequesterAndTheirOtherTickets()
    {
        OpenTicketWidgets ticket;
        const TicketId other = ticket.world.desk.addTicket(QStringLiteral("Keyboard is sticky"), ticket.world.sarah.id);
        const Person somebody =
            ticket.world.desk.addPerson(QStringLiteral("J. Okafor"), QStringLiteral("j@example.org"));
        ticket.world.desk.addTicket(QStringLiteral("Not hers"), somebody.id);
        QVERIFY(ticket.open());
        QTRY_VERIFY(ticket.allTexts(ticket.panel).contains(QLatin1String("Keyboard is sticky")));
        const QString all = ticket.allTexts(ticket.panel);
        QVERIFY(all.contains(QLatin1String("Sarah Lind")));
        QVERIFY(all.contains(QLatin1String("sarah@example.org")));
        QVERIFY(!all.contains(QLatin1String("Not hers")));
        QSignalSpy wanted(&ticket.world.shell.navigator, &Navigator::ticketRequested);
        for (QAbstractButton *link : ticket.panel->findChildren<QAbstractButton *>()) {
            if (link->accessibleName().contains(QLatin1String("Keyboard is sticky")))
                link->click();
        }
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().value<TicketId>(), other);
    }

    void aboutNoTicketThePanelTakesNoRoom()
    {
        OpenTicketWidgets ticket;
        QVERIFY(!ticket.panel->isVisible());
        QVERIFY(ticket.open());
        QVERIFY(ticket.panel->isVisible());
        ticket.presenter.open({});
        QTRY_VERIFY(!ticket.panel->isVisible());
    }

    void historyIsAskedForOnlyWhenItIsOpen()
    {
        OpenTicketWidgets ticket;
        HistoryEntry entry;
        entry.what = QStringLiteral("priority");
        entry.newText = QStringLiteral("High");
        entry.actorName = QStringLiteral("Anna Müller");
        entry.at = ticket.world.shell.clock.now();
        ticket.world.desk.addHistory(ticket.world.ticket, entry);
        ticket.panel->historySection()->setExpanded(true);
        QVERIFY(ticket.open());
        auto *list = ticket.panel->findChild<QWidget *>(QStringLiteral("historyList"));
        QVERIFY(list);
        QTRY_VERIFY(list->heightForWidth(200) > 0);
        const int open = ticket.panel->historySection()->height();
        ticket.panel->historySection()->setExpanded(false);
        QTRY_VERIFY(ticket.panel->historySection()->height() < open);
    }
};

QTEST_MAIN(TicketWidgetsTest)
#include "ticket_widgets_test.moc"
