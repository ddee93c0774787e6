// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail_text_presenter.h"

#include "base/deliver.h"
#include "domain/mail_text_choice.h"
#include "models/mail_text_words.h"

namespace deskhand {
namespace {

/// The values of a ticket in place of the made-up ones.
void fillFromTicket(const TicketDetail &ticket, const Catalog &catalog, PlaceholderValues *values)
{
    const Queue *queue = catalog.queue(ticket.row.head.queue);
    const Mailbox *mailbox = catalog.sendingMailbox(ticket.row.head.queue);
    values->insert(QStringLiteral("ticket.number"), ticket.row.head.number);
    values->insert(QStringLiteral("ticket.subject"), ticket.row.head.subject);
    values->insert(QStringLiteral("requester.name"), displayName(ticket.requester));
    values->insert(QStringLiteral("requester.address"), ticket.requester.address);
    values->insert(QStringLiteral("queue.name"), queue ? queue->name : QString());
    if (mailbox)
        values->insert(QStringLiteral("mailbox.address"), mailbox->address);
}

} // namespace

MailTextPresenter::MailTextPresenter(const MailOverview &overview, QObject *parent)
    : QObject(parent)
    , m_overview(overview)
{
}

void MailTextPresenter::begin(MailTextKind kind)
{
    MailText text;
    text.kind = kind;
    if (kind == MailTextKind::Acknowledgement) {
        text.subject = tr("We have your request: {{ticket.subject}}");
        text.text = tr("Hello {{requester.name}},\n\n"
                       "thank you for your message. It has the number {{ticket.number}}. "
                       "If you want to add something, just answer this mail.\n\n{{desk.name}}");
    } else if (kind == MailTextKind::QueueSignature) {
        text.text = tr("{{agent.name}}\n{{desk.name}}\n{{mailbox.address}}");
    } else {
        text.agent = m_overview.catalog().me();
        text.text = tr("Kind regards\n{{agent.name}}");
    }
    m_text = text;
    m_before = text;
    Q_EMIT changed();
}

void MailTextPresenter::edit(const MailText &text)
{
    m_text = text;
    m_before = text;
    Q_EMIT changed();
}

void MailTextPresenter::setText(const MailText &text)
{
    if (m_text == text)
        return;
    m_text = text;
    Q_EMIT changed();
}

QString MailTextPresenter::firstProblem() const
{
    if (m_text.text.trimmed().isEmpty())
        return tr("The text is empty.");
    if (m_text.kind == MailTextKind::Acknowledgement && m_text.subject.trimmed().isEmpty())
        return tr("An acknowledgement needs a subject.");
    for (const MailText &other : m_overview.setup().texts) {
        const bool samePlace = other.kind == m_text.kind && other.queue == m_text.queue && other.agent == m_text.agent
                               && other.language == m_text.language;
        if (samePlace && other.active && m_text.active && other.id != m_text.id)
            return tr("There is a text for this already (%1). Change that one, or choose another queue or language.")
                .arg(MailTextWords::scope(other, *m_overview.catalog().catalog()));
    }
    return {};
}

QString MailTextPresenter::warning() const
{
    const QStringList unknown = unknownPlaceholdersIn(m_text.subject + u'\n' + m_text.text);
    if (!unknown.isEmpty())
        return tr("Nothing can be put in for {{%1}}: it stays as it is written.")
            .arg(unknown.join(QStringLiteral("}}, {{")));
    if (m_text.kind == MailTextKind::Acknowledgement
        && placeholdersIn(m_text.subject + m_text.text).contains(QStringLiteral("agent.name")))
        return tr("Nobody has read the mail yet when it is acknowledged: the agent's name will be empty.");
    return {};
}

MailTextPresenter::Preview MailTextPresenter::preview() const
{
    const CatalogPtr catalog = m_overview.catalog().catalog();
    PlaceholderValues values = MailTextWords::sample(*catalog, m_text.queue, m_overview.catalog().me());
    const bool acknowledges = m_text.kind == MailTextKind::Acknowledgement;
    if (acknowledges)
        values.remove(QStringLiteral("agent.name"));
    QueueId queue = m_text.queue.isValid() || catalog->queues.isEmpty() ? m_text.queue : catalog->queues.first().id;
    if (m_trial) {
        queue = m_trial->row.head.queue;
        fillFromTicket(*m_trial, *catalog, &values);
    }
    const Mailbox *mailbox = catalog->sendingMailbox(queue);
    const QString name = mailbox && !mailbox->name.isEmpty() ? mailbox->name : catalog->deskName;
    Preview preview;
    preview.from = QStringLiteral("%1 <%2>").arg(name, values.value(QStringLiteral("mailbox.address")));
    preview.to = QStringLiteral("%1 <%2>").arg(values.value(QStringLiteral("requester.name")),
                                               values.value(QStringLiteral("requester.address")));
    const QString filled = fillPlaceholders(m_text.text, values);
    if (acknowledges) {
        preview.subject = fillPlaceholders(m_text.subject, values).simplified();
        preview.body = filled;
    } else {
        preview.subject = QStringLiteral("Re: ") + values.value(QStringLiteral("ticket.subject"));
        preview.body = tr("Hello Sarah,\n\nplease swap the dock for the spare one and try again.")
                       + QStringLiteral("\n\n-- \n") + filled;
    }
    return preview;
}

void MailTextPresenter::tryWith(const QString &ticketNumber)
{
    const QString wanted = ticketNumber.trimmed();
    if (wanted == m_trialNumber)
        return;
    m_trialNumber = wanted;
    m_trial.reset();
    m_trialFailed = false;
    Q_EMIT changed();
    if (wanted.isEmpty())
        return;
    const PersonId me = m_overview.catalog().me();
    QString bare = wanted;
    bare.remove(u'#');
    deliver(m_overview.desk().ticketByNumber(bare, me), this, [this, wanted, me](const Result<TicketId> &found) {
        if (!found) {
            takeTrial(wanted, found.error());
            return;
        }
        deliver(m_overview.desk().ticket(*found, me), this,
                [this, wanted](const Result<TicketDetail> &detail) { takeTrial(wanted, detail); });
    });
}

void MailTextPresenter::takeTrial(const QString &ticketNumber, const Result<TicketDetail> &answer)
{
    if (ticketNumber != m_trialNumber)
        return; // another one was typed meanwhile
    m_trialFailed = !answer;
    if (answer)
        m_trial = *answer;
    Q_EMIT changed();
}

QString MailTextPresenter::trialNote() const
{
    if (m_trialFailed)
        return tr("There is no ticket %1 that you see.").arg(m_trialNumber);
    if (!m_trial || m_text.kind != MailTextKind::Acknowledgement)
        return {};
    const CatalogPtr catalog = m_overview.catalog().catalog();
    const MailText *chosen =
        chooseMailText(*catalog, m_text.kind, m_trial->row.head.queue, {}, {m_trial->requester.language});
    if (!chosen || chosen->id == m_text.id)
        return {};
    return tr("As things stand this ticket gets another text: %1.").arg(MailTextWords::scope(*chosen, *catalog));
}

void MailTextPresenter::save()
{
    if (firstProblem().isEmpty())
        submit(SaveMailText{m_text}, false);
}

void MailTextPresenter::remove()
{
    if (!isNew())
        submit(DeleteMailText{m_text.id}, true);
}

void MailTextPresenter::submit(const CommandBody &body, bool removes)
{
    if (m_busy)
        return;
    m_busy = true;
    Q_EMIT changed();
    const Command command = Command::make(m_overview.catalog().me(), body);
    deliver(m_overview.desk().submit(command), this, [this, removes](const Result<CommandAnswer> &answer) {
        m_busy = false;
        Q_EMIT changed();
        if (answer)
            Q_EMIT done(removes ? MailTextId{} : MailTextId{answer->id});
        else
            Q_EMIT failed(answer.error());
    });
}

} // namespace deskhand
