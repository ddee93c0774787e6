// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "models/composer_presenter.h"
#include "models/draft_keeper.h"
#include "models/navigator.h"
#include "operations/desk.h"

#include <QHash>
#include <QObject>

namespace deskhand {

/// Fields of the new-ticket form that can be wrong.
enum class NewTicketField { Requester, Subject, Queue, Description, Attachments };

/// What the form holds.
struct NewTicketForm {
    PersonId requester;           ///< chosen by completion …
    MailAddress requesterAddress; ///< … or as typed
    QString subject;
    QueueId queue;
    CategoryId category;
    PriorityId priority;
    PersonId owner;
    Channel channel = Channel::Phone;
    QStringList tags;
    Instant dueAt = 0;
    ComposerBody body;
    QVector<NewAttachment> attachments;
    bool mailed = false; ///< the text is the agent's, and goes to the requester by mail
    MailAddress mailTo;  ///< the requester's address then

    [[nodiscard]] bool isEmpty() const;
};

/// A ticket being opened by an agent. What is typed is kept as a draft until the ticket exists or it is thrown away.
/// Desk, catalog and drafts must outlive it; one thread.
class NewTicketPresenter : public QObject
{
    Q_OBJECT

public:
    NewTicketPresenter(Desk &desk, const CatalogHolder &catalog, DraftKeeper &drafts, QObject *parent = nullptr);

    /// The person's choices; they outlive it.
    void setSettings(const Settings &settings) { m_settings = &settings; }
    /// The draft of last time, or a fresh form.
    void start(const NewTicketSeed &seed);
    [[nodiscard]] const NewTicketForm &form() const { return m_form; }
    /// What the person typed; keeps the draft.
    void setForm(const NewTicketForm &form);
    [[nodiscard]] bool isRestored() const { return m_restored; }
    [[nodiscard]] bool isSending() const { return m_sending; }
    /// It is being sent, and the desk is not there: it goes by itself when the desk is back.
    [[nodiscard]] bool isWaiting() const { return m_sending && m_lost; }

    /// One message for each field that is wrong, in words for people; empty: none.
    [[nodiscard]] QHash<NewTicketField, QString> problems() const;
    /// Opens the ticket, or problemsFound(). What the recipient guard finds in a mail is asked first, by warned(),
    /// unless `evenWarned`.
    void submit(bool evenWarned = false);
    Draft discard();
    void restore(const Draft &draft);

Q_SIGNALS:
    void formReplaced();
    void draftSaved(deskhand::Instant at);
    void problemsFound();
    void warned(const QVector<deskhand::GuardWarning> &warnings);
    void sendingChanged();
    void created(const deskhand::CommandAnswer &answer);
    void failed(const deskhand::Error &error);

private:
    [[nodiscard]] Draft toDraft() const;
    void fromDraft(const Draft &draft);
    [[nodiscard]] OpenTicket toCommand() const;
    [[nodiscard]] QVector<GuardWarning> guard() const;
    void keepSent(const CommandAnswer &answer);
    void takeAnswer(const Result<CommandAnswer> &answer);

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    DraftKeeper &m_drafts;
    QString m_key;
    NewTicketForm m_form;
    QHash<NewTicketField, QString> m_refused; ///< what the desk said about fields
    QUuid m_command;
    const Settings *m_settings = nullptr;
    Instant m_releaseAt = 0; ///< of the mail of what is being sent
    bool m_restored = false;
    bool m_sending = false;
    bool m_lost = false; ///< the connection to the desk
};

} // namespace deskhand
