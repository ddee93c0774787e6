// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deliver.h"
#include "operations/mail_access.h"
#include "support/fake_desk.h"

namespace deskhand::test {

/// A desk in memory whose mail can be set up.
class MailDesk : public FakeDesk
{
public:
    using FakeDesk::FakeDesk;

    std::optional<Error> refusal; ///< of the commands about mail

    [[nodiscard]] QVector<Command> mailCommands() const { return m_mailCommands; }
    template <typename Body>
    [[nodiscard]] QVector<Body> all() const
    {
        QVector<Body> found;
        for (const Command &command : m_mailCommands) {
            if (const auto *body = std::get_if<Body>(&command.body))
                found.append(*body);
        }
        return found;
    }
    MailboxId addMailbox(Mailbox mailbox)
    {
        mailbox.id = MailboxId{mailSetupNow.mailboxes.size() + 1};
        mailSetupNow.mailboxes.append(mailbox);
        mailReportNow.mailboxes.append(MailboxReport{mailbox, {}, {}, 0});
        return mailbox.id;
    }

    QFuture<Result<CommandAnswer>> submit(const Command &command) override
    {
        const auto answered = applyMail(command);
        if (!answered)
            return FakeDesk::submit(command);
        m_mailCommands.append(command);
        if (refusal)
            return readyFuture(Result<CommandAnswer>(*refusal));
        return readyFuture(Result<CommandAnswer>(*answered));
    }

private:
    std::optional<CommandAnswer> applyMail(const Command &command)
    {
        CommandAnswer answer;
        if (const auto *save = std::get_if<SaveMailbox>(&command.body))
            answer.id = refusal ? 0 : apply(*save);
        else if (const auto *text = std::get_if<SaveMailText>(&command.body))
            answer.id = refusal ? 0 : apply(*text);
        else if (const auto *gone = std::get_if<DeleteMailText>(&command.body))
            mailSetupNow.texts.removeIf([gone](const MailText &one) { return one.id == gone->text; });
        else if (const auto *settings = std::get_if<SaveMailSettings>(&command.body))
            mailSetupNow.settings = refusal ? mailSetupNow.settings : settings->settings;
        else if (!std::holds_alternative<SaveQueue>(command.body))
            return std::nullopt;
        return answer;
    }
    qint64 apply(const SaveMailbox &save)
    {
        MailboxId id = save.mailbox.id;
        if (!id.isValid())
            id = addMailbox(save.mailbox);
        for (Mailbox &one : mailSetupNow.mailboxes) {
            if (one.id == id) {
                one = save.mailbox;
                one.id = id;
            }
        }
        QVector<MailSecret> &secrets = mailSetupNow.secrets[id];
        for (auto secret = save.sealed.cbegin(); secret != save.sealed.cend(); ++secret) {
            secrets.removeAll(secret.key());
            if (!secret->isEmpty())
                secrets.append(secret.key());
        }
        return id.value;
    }
    qint64 apply(const SaveMailText &save)
    {
        MailText text = save.text;
        if (!text.id.isValid())
            text.id = MailTextId{mailSetupNow.texts.size() + 100};
        mailSetupNow.texts.removeIf([&text](const MailText &one) { return one.id == text.id; });
        mailSetupNow.texts.append(text);
        return text.id.value;
    }

    QVector<Command> m_mailCommands;
};

/// Tests, sign-in and keys as the test says.
class ScriptedMailAccess final : public MailAccess
{
public:
    QVector<QFutureInterface<MailTestStep>> tests; ///< under way; end them with endTest()
    MailSecrets typed;                             ///< as of the last test
    Mailbox tested;
    Result<QByteArray> token = Result<QByteArray>(QByteArray("refresh-1"));
    Result<QString> key = Result<QString>(QString());
    int keysMade = 0;

    QFuture<MailTestStep> test(MailHalf, const Mailbox &mailbox, const MailSecrets &secrets) override
    {
        tested = mailbox;
        typed = secrets;
        QFutureInterface<MailTestStep> promise;
        promise.reportStarted();
        tests.append(promise);
        return promise.future();
    }
    void step(const QString &name, bool done, const QString &detail = {})
    {
        tests.last().reportResult(MailTestStep{name, done, detail});
    }
    void endTest() { tests.last().reportFinished(); }

    QFuture<Result<QByteArray>> signIn(const Mailbox &, const QByteArray &,
                                       std::function<void(const QUrl &)> browse) override
    {
        browse(QUrl(QStringLiteral("https://login.example/page")));
        return readyFuture(Result<QByteArray>(token));
    }
    QFuture<Result<QString>> makeSealKey() override
    {
        ++keysMade;
        return readyFuture(Result<QString>(key));
    }
};

} // namespace deskhand::test
