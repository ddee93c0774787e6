// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/new_ticket_presenter.h"

#include "base/deliver.h"
#include "models/draft_fields.h"
#include "models/people_finder.h"
#include "models/sent_drafts.h"
#include "models/undo_window.h"

#include <algorithm>

namespace deskhand {

namespace {

QVariantMap formFields(const NewTicketForm &form, const QUuid &command)
{
    // JSON keeps numbers as doubles; ids go as text.
    const auto number = [](qint64 value) { return QVariant(QString::number(value)); };
    return QVariantMap{{QStringLiteral("requester"), number(form.requester.value)},
                       {QStringLiteral("queue"), number(form.queue.value)},
                       {QStringLiteral("category"), number(form.category.value)},
                       {QStringLiteral("priority"), number(form.priority.value)},
                       {QStringLiteral("owner"), number(form.owner.value)},
                       {QStringLiteral("channel"), int(form.channel)},
                       {QStringLiteral("tags"), form.tags},
                       {QStringLiteral("dueAt"), number(form.dueAt)},
                       {QStringLiteral("text"), form.body.text},
                       {QStringLiteral("mailed"), form.mailed},
                       {QStringLiteral("command"), command.toString()}};
}

} // namespace

namespace {

bool sayTheSame(const Draft &a, const Draft &b)
{
    QVariantMap fieldsOfA = a.fields;
    fieldsOfA.insert(QStringLiteral("command"), b.fields.value(QStringLiteral("command")));
    const auto sameFile = [](const NewAttachment &one, const NewAttachment &other) {
        return one.name == other.name && one.contentId == other.contentId && one.bytes == other.bytes;
    };
    return a.subject == b.subject && a.html == b.html && a.to == b.to && fieldsOfA == b.fields
           && std::equal(a.attachments.cbegin(), a.attachments.cend(), b.attachments.cbegin(), b.attachments.cend(),
                         sameFile);
}

} // namespace

bool NewTicketForm::isEmpty() const
{
    return !requester.isValid() && requesterAddress.address.isEmpty() && requesterAddress.name.isEmpty()
           && subject.trimmed().isEmpty() && body.isEmpty() && attachments.isEmpty() && tags.isEmpty();
}

NewTicketPresenter::NewTicketPresenter(Desk &desk, const CatalogHolder &catalog, DraftKeeper &drafts, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_catalog(catalog)
    , m_drafts(drafts)
    , m_key(draftKey(DraftKind::NewTicket, {}, catalog.me()))
    , m_command(QUuid::createUuid())
{
    connect(&desk, &Desk::connectionChanged, this, [this](DeskConnection now) {
        m_lost = now == DeskConnection::Lost;
        Q_EMIT sendingChanged();
    });
    const auto startAgain = [this](const QString &key) {
        if (key == m_key && !m_sending)
            start({});
    };
    connect(&drafts, &DraftKeeper::thrownAway, this, startAgain);
    connect(&drafts, &DraftKeeper::takenBack, this, startAgain);
    connect(&drafts, &DraftKeeper::saved, this, [this](const QString &key) {
        const Draft *draft = m_drafts.find(key);
        if (key == m_key && draft != nullptr)
            Q_EMIT draftSaved(draft->savedAt);
    });
}

void NewTicketPresenter::start(const NewTicketSeed &seed)
{
    if (m_sending) { // what is on its way is shown until its answer comes
        Q_EMIT formReplaced();
        return;
    }
    m_refused.clear();
    m_command = QUuid::createUuid();
    const Draft *draft = m_drafts.find(m_key);
    m_restored = draft != nullptr;
    if (draft != nullptr) {
        fromDraft(*draft);
    } else {
        m_form = {};
        const QVector<Queue> &queues = m_catalog.catalog()->queues;
        const QVector<Priority> &priorities = m_catalog.catalog()->priorities;
        m_form.queue = queues.isEmpty() ? QueueId() : queues.first().id;
        m_form.priority = priorities.isEmpty() ? PriorityId() : priorities.at(priorities.size() / 2).id;
        m_form.owner = m_catalog.me();
    }
    if (seed.requester.isValid())
        m_form.requester = seed.requester;
    if (seed.queue.isValid())
        m_form.queue = seed.queue;
    if (!seed.subject.isEmpty())
        m_form.subject = seed.subject;
    Q_EMIT formReplaced();
}

void NewTicketPresenter::setForm(const NewTicketForm &form)
{
    if (m_sending)
        return;
    const Draft before = toDraft();
    m_form = form;
    m_refused.clear();
    if (!sayTheSame(before, toDraft()))
        m_command = QUuid::createUuid(); // another text is another command
    if (form.isEmpty())
        m_drafts.discard(m_key);
    else
        m_drafts.keep(toDraft());
}

Draft NewTicketPresenter::toDraft() const
{
    Draft draft;
    draft.key = m_key;
    draft.kind = DraftKind::NewTicket;
    draft.author = m_catalog.me();
    draft.subject = m_form.subject;
    draft.html = m_form.body.html;
    draft.to = {m_form.requesterAddress};
    draft.attachments = m_form.attachments;
    draft.fields = formFields(m_form, m_command);
    draft.savedAt = m_catalog.now();
    return draft;
}

void NewTicketPresenter::fromDraft(const Draft &draft)
{
    const auto number = [&draft](const char *name) {
        return draft.fields.value(QLatin1String(name)).toString().toLongLong();
    };
    m_form = {};
    m_form.requester = PersonId{number("requester")};
    m_form.requesterAddress = draft.to.isEmpty() ? MailAddress() : draft.to.first();
    m_form.subject = draft.subject;
    m_form.queue = QueueId{number("queue")};
    m_form.category = CategoryId{number("category")};
    m_form.priority = PriorityId{number("priority")};
    m_form.owner = PersonId{number("owner")};
    m_form.channel = Channel(
        qBound(int(Channel::Email), draft.fields.value(QStringLiteral("channel")).toInt(), int(Channel::Monitoring)));
    m_form.tags = draft.fields.value(QStringLiteral("tags")).toStringList();
    m_form.dueAt = number("dueAt");
    m_form.mailed = draft.fields.value(QStringLiteral("mailed")).toBool();
    m_form.body.html = draft.html;
    m_form.body.text = draft.fields.value(QStringLiteral("text")).toString();
    m_form.attachments = draft.attachments;
    for (const NewAttachment &attachment : draft.attachments) {
        if (attachment.isInline)
            m_form.body.pictures.insert(attachment.contentId);
    }
    const QUuid command = QUuid::fromString(draft.fields.value(QStringLiteral("command")).toString());
    if (!command.isNull())
        m_command = command;
}

QHash<NewTicketField, QString> NewTicketPresenter::problems() const
{
    QHash<NewTicketField, QString> found = m_refused;
    const MailAddress &asking = m_form.requesterAddress;
    if (!m_form.requester.isValid() && asking.address.isEmpty() && asking.name.trimmed().isEmpty())
        found.insert(NewTicketField::Requester, tr("Who asks? Choose a person, or give a name or mail address."));
    else if (!m_form.requester.isValid() && !asking.address.isEmpty() && !addressFromText(asking.address))
        found.insert(NewTicketField::Requester, tr("“%1” is not a mail address.").arg(asking.address));
    if (m_form.subject.trimmed().isEmpty())
        found.insert(NewTicketField::Subject, tr("Give it a subject, so that others can find it."));
    if (!m_form.queue.isValid())
        found.insert(NewTicketField::Queue, tr("Choose the queue that takes care of it."));
    if (m_form.mailed && !addressFromText(m_form.mailTo.address))
        found.insert(NewTicketField::Requester, tr("To whom is it mailed? Give a mail address."));
    if (m_form.mailed && m_form.body.isEmpty())
        found.insert(NewTicketField::Description, tr("Write what is mailed to the requester."));
    qint64 total = 0;
    for (const NewAttachment &attachment : m_form.attachments)
        total += attachment.bytes.size();
    if (total > ComposerPresenter::attachmentLimit)
        found.insert(NewTicketField::Attachments, tr("The files are larger than 25 MB together."));
    return found;
}

OpenTicket NewTicketPresenter::toCommand() const
{
    OpenTicket open;
    open.subject = m_form.subject.simplified();
    open.queue = m_form.queue;
    open.category = m_form.category;
    open.priority = m_form.priority;
    open.owner = m_form.owner;
    open.requester = m_form.requester;
    if (!m_form.requester.isValid())
        open.requesterAddress = m_form.requesterAddress;
    open.channel = m_form.channel;
    open.tags = m_form.tags;
    open.dueAt = m_form.dueAt;
    if (!m_form.body.isEmpty() || !m_form.attachments.isEmpty()) {
        NewArticle article;
        if (m_form.mailed) {
            article.channel = Channel::Email;
            article.to = {m_form.mailTo};
            open.releaseAt = m_releaseAt;
        } else {
            article.senderRole = SenderRole::Customer; // what the requester said, written down by the agent
            article.author = m_form.requester;
            article.from = m_form.requesterAddress;
            article.channel = m_form.channel;
        }
        article.html = m_form.body.html;
        article.text = m_form.body.text;
        for (const NewAttachment &attachment : m_form.attachments) {
            if (!attachment.isInline || m_form.body.pictures.contains(attachment.contentId))
                article.attachments.append(attachment);
        }
        open.article = article;
    }
    return open;
}

QVector<GuardWarning> NewTicketPresenter::guard() const
{
    if (!m_form.mailed)
        return {};
    GuardedDraft draft;
    draft.to = {m_form.mailTo};
    draft.text = m_form.subject + u'\n' + m_form.body.text;
    draft.attachments = int(m_form.attachments.size());
    return guardReply(draft, guardFacts({}, m_form.mailTo.address, {}, *m_catalog.catalog()));
}

void NewTicketPresenter::submit(bool evenWarned)
{
    if (m_sending)
        return;
    if (!problems().isEmpty()) {
        Q_EMIT problemsFound();
        return;
    }
    if (const QVector<GuardWarning> found = guard(); !evenWarned && !found.isEmpty()) {
        Q_EMIT warned(found);
        return;
    }
    m_sending = true;
    const MailSettings &desk = m_catalog.catalog()->mailSettings;
    const int window = m_settings != nullptr ? undoSeconds(*m_settings, desk) : desk.undoSeconds;
    m_releaseAt = m_catalog.now() + window * 1000LL;
    Q_EMIT sendingChanged();
    Command command = Command::make(m_catalog.me(), toCommand());
    command.id = m_command;
    deliver(m_desk.submit(command), this, [this](const Result<CommandAnswer> &answer) { takeAnswer(answer); });
}

// Taken back, the text is a reply to be written in the ticket that there is now.
void NewTicketPresenter::keepSent(const CommandAnswer &answer)
{
    if (!answer.outbound.isValid() || m_releaseAt <= m_catalog.now())
        return;
    Draft reply;
    reply.kind = DraftKind::Reply;
    reply.ticket = answer.ticket;
    reply.author = m_catalog.me();
    reply.key = draftKey(reply.kind, reply.ticket, reply.author);
    reply.html = m_form.body.html;
    reply.to = {m_form.mailTo};
    reply.attachments = m_form.attachments;
    reply.fields.insert(draft_fields::text, m_form.body.text);
    reply.savedAt = m_catalog.now();
    m_drafts.keep(asSent(reply, answer.outbound, m_catalog.now(), m_releaseAt));
}

void NewTicketPresenter::takeAnswer(const Result<CommandAnswer> &answer)
{
    m_sending = false;
    Q_EMIT sendingChanged();
    if (answer) {
        keepSent(*answer);
        m_drafts.discard(m_key);
        m_form = {};
        Q_EMIT created(*answer);
        return;
    }
    static const QHash<QString, NewTicketField> names{{QStringLiteral("requester"), NewTicketField::Requester},
                                                      {QStringLiteral("requesterAddress"), NewTicketField::Requester},
                                                      {QStringLiteral("subject"), NewTicketField::Subject},
                                                      {QStringLiteral("queue"), NewTicketField::Queue},
                                                      {QStringLiteral("text"), NewTicketField::Description}};
    const QVariantMap payload = answer.error().payload;
    for (auto field = payload.cbegin(); field != payload.cend(); ++field) {
        if (names.contains(field.key()))
            m_refused.insert(names.value(field.key()), tr("The desk did not accept this."));
    }
    if (m_refused.isEmpty())
        Q_EMIT failed(answer.error());
    else
        Q_EMIT problemsFound();
}

Draft NewTicketPresenter::discard()
{
    const Draft thrown = toDraft();
    m_drafts.discard(m_key);
    m_form = {};
    return thrown;
}

void NewTicketPresenter::restore(const Draft &draft)
{
    m_drafts.keep(draft);
    start({});
}

} // namespace deskhand
