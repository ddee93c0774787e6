// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_work/mail_work.h"
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_key.h"
#include "apps/deskhandctl/mailbox_values.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/secret_input.h"
#include "base/sealed_secret.h"

#include <algorithm>

namespace deskhand::ctl {
namespace {

const QHash<MailSecret, QString> secretOptions{{MailSecret::IncomingPassword, QStringLiteral("password-file")},
                                               {MailSecret::OutgoingPassword, QStringLiteral("smtp-password-file")},
                                               {MailSecret::RefreshToken, QStringLiteral("refresh-token-file")},
                                               {MailSecret::ClientSecret, QStringLiteral("client-secret-file")}};

QStringList optionsOf(const QStringList &more)
{
    return mailboxOptions() + secretOptions.values() + more
           + QStringList{QStringLiteral("as"), QStringLiteral("key-file")};
}

std::optional<MailSetup> setupOf(DeskSession &session)
{
    Result<MailSetup> setup = DeskSession::await(session.desk().mailSetup());
    if (setup)
        return *std::move(setup);
    printError(setup.error());
    return {};
}

/// By number, name or address; prints when there is none.
std::optional<Mailbox> findMailbox(const MailSetup &setup, const QString &typed)
{
    for (const Mailbox &mailbox : setup.mailboxes) {
        if (QString::number(mailbox.id.value) == typed || mailbox.name.compare(typed, Qt::CaseInsensitive) == 0
            || mailbox.address.compare(typed, Qt::CaseInsensitive) == 0)
            return mailbox;
    }
    printError(QStringLiteral("there is no mailbox “%1”").arg(typed));
    return {};
}

/// What was given of secrets. What is missing and needed is asked for, where there is somebody to ask.
std::optional<MailSecrets> secretsGiven(const Arguments &arguments, const Mailbox &mailbox, bool ask)
{
    MailSecrets secrets;
    for (auto option = secretOptions.cbegin(); option != secretOptions.cend(); ++option) {
        const QString file = arguments.value(option.value());
        if (file.isEmpty())
            continue;
        const std::optional<QByteArray> secret = readSecret(file);
        if (!secret)
            return {};
        secrets.insert(option.key(), *secret);
    }
    const bool wantsIncoming =
        mailbox.protocol != MailProtocol::None && mailbox.incoming.signIn == MailSignIn::Password;
    const bool wantsOutgoing = mailbox.sends && mailbox.outgoing.signIn == MailSignIn::Password;
    if (ask && wantsIncoming && !secrets.contains(MailSecret::IncomingPassword)) {
        if (const auto typed =
                askSecret(QStringLiteral("Password of %1 at %2").arg(mailbox.incoming.user, mailbox.incoming.host)))
            secrets.insert(MailSecret::IncomingPassword, *typed);
    }
    if (ask && wantsOutgoing && !secrets.contains(MailSecret::OutgoingPassword)) {
        if (const auto typed =
                askSecret(QStringLiteral("Password of %1 at %2").arg(mailbox.outgoing.user, mailbox.outgoing.host)))
            secrets.insert(MailSecret::OutgoingPassword, *typed);
    }
    return secrets;
}

int saveMailbox(DeskSession &session, const Mailbox &mailbox, const MailSecrets &secrets, const QString &keyFile)
{
    SaveMailbox save{mailbox, {}};
    if (!secrets.isEmpty()) {
        const std::optional<QByteArray> key = publicKeyOfDesk(session, keyPlace(keyFile));
        if (!key)
            return Failure;
        for (auto secret = secrets.cbegin(); secret != secrets.cend(); ++secret)
            save.sealed.insert(secret.key(), secret->isEmpty() ? QByteArray() : sealSecret(*key, secret.value()));
    }
    const std::optional<CommandAnswer> answer = session.submit(save);
    if (!answer)
        return Failure;
    printLine(QString::number(answer->id));
    return Success;
}

int addMailbox(const QStringList &given)
{
    Arguments arguments(given, mailboxFlags(), optionsOf({}));
    if (!arguments.check(2, QStringLiteral("mailbox add FILE NAME --address ADDRESS ") + mailboxUsage()))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    Mailbox mailbox;
    mailbox.name = arguments.words()[1];
    mailbox.address = arguments.value(QStringLiteral("address"));
    if (arguments.value(QStringLiteral("provider")).isEmpty() && mailbox.address.contains(u'@'))
        mailbox.incoming.user = mailbox.outgoing.user = mailbox.address;
    if (!readMailbox(arguments, session->catalog(), &mailbox))
        return UsageError;
    const std::optional<MailSecrets> secrets = secretsGiven(arguments, mailbox, true);
    return secrets ? saveMailbox(*session, mailbox, *secrets, arguments.value(QStringLiteral("key-file"))) : Failure;
}

int setMailbox(const QStringList &given)
{
    Arguments arguments(given, mailboxFlags(), optionsOf({QStringLiteral("name")}));
    if (!arguments.check(2, QStringLiteral("mailbox set FILE MAILBOX [--name NAME] ") + mailboxUsage()))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto setup = session ? setupOf(*session) : std::nullopt;
    std::optional<Mailbox> mailbox = setup ? findMailbox(*setup, arguments.words()[1]) : std::nullopt;
    if (!mailbox)
        return Failure;
    mailbox->name = arguments.value(QStringLiteral("name"), mailbox->name);
    if (!readMailbox(arguments, session->catalog(), &*mailbox))
        return UsageError;
    const std::optional<MailSecrets> secrets = secretsGiven(arguments, *mailbox, false);
    return secrets ? saveMailbox(*session, *mailbox, *secrets, arguments.value(QStringLiteral("key-file"))) : Failure;
}

int changeMailbox(const QStringList &given, const QString &verb, const std::function<void(Mailbox *)> &change)
{
    const Arguments arguments(given, {}, {QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("mailbox %1 FILE MAILBOX").arg(verb)))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto setup = session ? setupOf(*session) : std::nullopt;
    std::optional<Mailbox> mailbox = setup ? findMailbox(*setup, arguments.words()[1]) : std::nullopt;
    if (!mailbox)
        return Failure;
    change(&*mailbox);
    return saveMailbox(*session, *mailbox, {}, {});
}

int listMailboxes(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("mailbox list FILE [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto setup = session ? setupOf(*session) : std::nullopt;
    if (!setup)
        return Failure;
    for (const Mailbox &mailbox : setup->mailboxes) {
        if (arguments.has(QStringLiteral("json"))) {
            printJson(mailboxToJson(mailbox, setup->secrets.value(mailbox.id)));
            continue;
        }
        const QString state = !mailbox.active  ? QStringLiteral("removed")
                              : mailbox.paused ? QStringLiteral("paused")
                                               : QStringLiteral("active");
        printLine(QStringLiteral("%1  %2  %3  %4")
                      .arg(mailbox.id.value, 4)
                      .arg(state.leftJustified(8), mailbox.name.leftJustified(24), mailbox.address));
    }
    return Success;
}

void printStep(const QString &half, const MailTestStep &step, bool json)
{
    if (json)
        printJson({{QStringLiteral("half"), half},
                   {QStringLiteral("step"), step.name},
                   {QStringLiteral("done"), step.done},
                   {QStringLiteral("detail"), step.detail}});
    else
        printLine(QStringLiteral("%1 %2  %3  %4")
                      .arg(step.done ? QStringLiteral("ok    ") : QStringLiteral("failed"), half.leftJustified(9),
                           step.name.leftJustified(8), step.detail));
}

int testMailbox(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, optionsOf({}));
    if (!arguments.check(2, QStringLiteral("mailbox test FILE MAILBOX [--key-file FILE] [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto setup = session ? setupOf(*session) : std::nullopt;
    const std::optional<Mailbox> mailbox = setup ? findMailbox(*setup, arguments.words()[1]) : std::nullopt;
    if (!mailbox)
        return Failure;
    std::optional<MailSecrets> secrets = secretsGiven(arguments, *mailbox, false);
    if (!secrets)
        return Failure;
    if (!session->isLocal() && !setup->secrets.value(mailbox->id).isEmpty() && secrets->isEmpty()) {
        printError(QStringLiteral("the stored password is where the desk is; give one, or test there"));
        return Failure;
    }
    if (session->isLocal() && !setup->secrets.value(mailbox->id).isEmpty()) {
        const Result<MailSecrets> stored = storedSecrets(
            arguments.words().first(), mailbox->id,
            MailKey(keyPlace(arguments.value(QStringLiteral("key-file"))), publicKeyOf(session->localDesk())));
        if (!stored) {
            printError(stored.error());
            return Failure;
        }
        for (auto secret = stored->cbegin(); secret != stored->cend(); ++secret) {
            if (!secrets->contains(secret.key()))
                secrets->insert(secret.key(), secret.value());
        }
    }
    const bool json = arguments.has(QStringLiteral("json"));
    const std::unique_ptr<MailTransport> transport = makeMailTransport();
    QVector<MailTestStep> steps;
    if (mailbox->protocol != MailProtocol::None)
        steps += transport->testInbox(*mailbox, *secrets, {}, [json](const MailTestStep &step) {
            printStep(QStringLiteral("receiving"), step, json);
        });
    if (mailbox->sends)
        steps += transport->testOutlet(*mailbox, *secrets, {}, [json](const MailTestStep &step) {
            printStep(QStringLiteral("sending"), step, json);
        });
    return std::all_of(steps.cbegin(), steps.cend(), [](const MailTestStep &step) { return step.done; }) ? Success
                                                                                                         : Failure;
}

CtlCommand changing(const QString &verb, const QString &summary, std::function<void(Mailbox *)> change)
{
    return {
        {QStringLiteral("mailbox"), verb},
        QStringLiteral("FILE MAILBOX"),
        summary,
        [verb, change = std::move(change)](const QStringList &given) { return changeMailbox(given, verb, change); }};
}

} // namespace

QVector<CtlCommand> mailboxCommands()
{
    return {
        {{QStringLiteral("mailbox"), QStringLiteral("add")},
         QStringLiteral("FILE NAME --address ADDRESS [--provider google|microsoft] [--host HOST] [--smtp-host HOST] …"),
         QStringLiteral("Add an account that the desk receives mail by and sends with"),
         addMailbox},
        {{QStringLiteral("mailbox"), QStringLiteral("set")},
         QStringLiteral("FILE MAILBOX [--folder FOLDER] [--after leave|flag|move|delete] …"),
         QStringLiteral("Change it; what is not named stays"),
         setMailbox},
        {{QStringLiteral("mailbox"), QStringLiteral("list")},
         QStringLiteral("FILE [--json]"),
         QStringLiteral("The desk's mailboxes"),
         listMailboxes},
        {{QStringLiteral("mailbox"), QStringLiteral("test")},
         QStringLiteral("FILE MAILBOX [--key-file FILE] [--json]"),
         QStringLiteral("Walk through each step of receiving and sending, without changing anything"),
         testMailbox},
        changing(QStringLiteral("pause"), QStringLiteral("Neither fetch nor send; what waits keeps waiting"),
                 [](Mailbox *mailbox) { mailbox->paused = true; }),
        changing(QStringLiteral("resume"), QStringLiteral("Fetch and send again"),
                 [](Mailbox *mailbox) {
                     mailbox->paused = false;
                     mailbox->active = true;
                 }),
        changing(QStringLiteral("remove"), QStringLiteral("Put it out of use; what came by it stays"),
                 [](Mailbox *mailbox) { mailbox->active = false; }),
    };
}

} // namespace deskhand::ctl
