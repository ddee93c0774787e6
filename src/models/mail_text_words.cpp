// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail_text_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace deskhand {

namespace {

struct TextTexts {
    Q_DECLARE_TR_FUNCTIONS(deskhand::MailTextWords)
};

QString languageNamed(QLocale::Language language)
{
    switch (language) {
    case QLocale::English: return TextTexts::tr("English");
    case QLocale::German: return TextTexts::tr("German");
    case QLocale::French: return TextTexts::tr("French");
    case QLocale::Spanish: return TextTexts::tr("Spanish");
    case QLocale::Portuguese: return TextTexts::tr("Portuguese");
    case QLocale::Italian: return TextTexts::tr("Italian");
    case QLocale::Dutch: return TextTexts::tr("Dutch");
    default: return QLocale::languageToString(language);
    }
}

} // namespace

QString MailTextWords::kind(MailTextKind kind)
{
    switch (kind) {
    case MailTextKind::Acknowledgement: return TextTexts::tr("Acknowledgement");
    case MailTextKind::QueueSignature: return TextTexts::tr("Signature of a queue");
    case MailTextKind::AgentSignature: break;
    }
    return TextTexts::tr("Signature of a person");
}

QString MailTextWords::title(const MailText &text, const Catalog &catalog, PersonId me)
{
    if (text.kind == MailTextKind::Acknowledgement)
        return kind(text.kind);
    if (text.kind == MailTextKind::QueueSignature)
        return text.queue.isValid() ? TextTexts::tr("Signature of %1").arg(catalog.queuePath(text.queue))
                                    : TextTexts::tr("Signature of all queues");
    if (text.agent == me)
        return TextTexts::tr("My signature");
    const Person *agent = catalog.agent(text.agent);
    return TextTexts::tr("Signature of %1").arg(agent ? displayName(*agent) : TextTexts::tr("somebody who has left"));
}

QString MailTextWords::scope(const MailText &text, const Catalog &catalog)
{
    const QString where = text.queue.isValid()
                              ? TextTexts::tr("%1 and below", "a queue").arg(catalog.queuePath(text.queue))
                              : TextTexts::tr("All queues");
    return where + QStringLiteral(" · ") + language(text.language);
}

QString MailTextWords::language(const QString &code)
{
    if (code.isEmpty())
        return TextTexts::tr("any language");
    const QLocale::Language language = QLocale::codeToLanguage(code);
    return language == QLocale::AnyLanguage ? code : languageNamed(language);
}

QStringList MailTextWords::languages(const QString &also)
{
    QStringList codes{QString(),
                      QStringLiteral("en"),
                      QStringLiteral("de"),
                      QStringLiteral("fr"),
                      QStringLiteral("es"),
                      QStringLiteral("pt"),
                      QStringLiteral("it"),
                      QStringLiteral("nl")};
    if (!codes.contains(also))
        codes.append(also);
    return codes;
}

QString MailTextWords::placeholder(const QString &name)
{
    static const struct {
        const char *name;
        const char *text;
    } texts[] = {
        {"ticket.number", QT_TRANSLATE_NOOP("deskhand::MailTextWords", "the ticket's number")},
        {"ticket.subject", QT_TRANSLATE_NOOP("deskhand::MailTextWords", "the ticket's subject")},
        {"requester.name", QT_TRANSLATE_NOOP("deskhand::MailTextWords", "the requester's name")},
        {"requester.address", QT_TRANSLATE_NOOP("deskhand::MailTextWords", "the requester's mail address")},
        {"agent.name", QT_TRANSLATE_NOOP("deskhand::MailTextWords", "the name of the agent who answers")},
        {"queue.name", QT_TRANSLATE_NOOP("deskhand::MailTextWords", "the queue")},
        {"desk.name", QT_TRANSLATE_NOOP("deskhand::MailTextWords", "the name of the desk")},
        {"mailbox.address", QT_TRANSLATE_NOOP("deskhand::MailTextWords", "the address that the mail is sent from")},
    };
    for (const auto &one : texts) {
        if (name == QLatin1String(one.name))
            return QCoreApplication::translate("deskhand::MailTextWords", one.text);
    }
    return name;
}

PlaceholderValues MailTextWords::sample(const Catalog &catalog, QueueId queue, PersonId me)
{
    const QueueId where = queue.isValid() || catalog.queues.isEmpty() ? queue : catalog.queues.first().id;
    const Queue *found = catalog.queue(where);
    const Mailbox *mailbox = catalog.sendingMailbox(where);
    const Person *agent = catalog.agent(me);
    return {{QStringLiteral("ticket.number"), QStringLiteral("10427")},
            {QStringLiteral("ticket.subject"), TextTexts::tr("Monitor went dark after docking")},
            {QStringLiteral("requester.name"), QStringLiteral("Sarah Lind")},
            {QStringLiteral("requester.address"), QStringLiteral("sarah.lind@customer.example")},
            {QStringLiteral("agent.name"), agent ? displayName(*agent) : QString()},
            {QStringLiteral("queue.name"), found ? found->name : QString()},
            {QStringLiteral("desk.name"), catalog.deskName},
            {QStringLiteral("mailbox.address"), mailbox ? mailbox->address : QStringLiteral("support@desk.example")}};
}

} // namespace deskhand
