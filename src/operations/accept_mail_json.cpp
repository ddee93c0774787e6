// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/accept_mail_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace deskhand {
namespace {

QJsonArray mailAddressesToJson(const QVector<MailAddress> &addresses)
{
    QJsonArray json;
    for (const MailAddress &address : addresses)
        json.append(QJsonArray{address.name, address.address});
    return json;
}

MailAddress mailAddressFromJson(const QJsonValue &json)
{
    const QJsonArray pair = json.toArray();
    return MailAddress{pair.at(0).toString(), pair.at(1).toString()};
}

QVector<MailAddress> mailAddressesFromJson(const QJsonValue &json)
{
    QVector<MailAddress> addresses;
    for (const QJsonValue &entry : json.toArray())
        addresses.append(mailAddressFromJson(entry));
    return addresses;
}

QStringList mailStringsFromJson(const QJsonValue &json)
{
    QStringList strings;
    for (const QJsonValue &entry : json.toArray())
        strings.append(entry.toString());
    return strings;
}

QJsonArray attachmentsToJson(const QVector<NewAttachment> &attachments)
{
    QJsonArray json;
    for (const NewAttachment &attachment : attachments) {
        json.append(QJsonObject{{QStringLiteral("name"), attachment.name},
                                {QStringLiteral("type"), attachment.type},
                                {QStringLiteral("inline"), attachment.isInline},
                                {QStringLiteral("contentId"), attachment.contentId}});
    }
    return json;
}

QVector<NewAttachment> attachmentsFromJson(const QJsonValue &json)
{
    QVector<NewAttachment> attachments;
    for (const QJsonValue &entry : json.toArray()) {
        const QJsonObject object = entry.toObject();
        NewAttachment attachment;
        attachment.name = object.value(QLatin1String("name")).toString();
        attachment.type = object.value(QLatin1String("type")).toString();
        attachment.isInline = object.value(QLatin1String("inline")).toBool();
        attachment.contentId = object.value(QLatin1String("contentId")).toString();
        attachments.append(std::move(attachment));
    }
    return attachments;
}

QJsonObject newArticleToJson(const NewArticle &article)
{
    return QJsonObject{{QStringLiteral("visibility"), int(article.visibility)},
                       {QStringLiteral("senderRole"), int(article.senderRole)},
                       {QStringLiteral("channel"), int(article.channel)},
                       {QStringLiteral("author"), article.author.value},
                       {QStringLiteral("from"), QJsonArray{article.from.name, article.from.address}},
                       {QStringLiteral("to"), mailAddressesToJson(article.to)},
                       {QStringLiteral("cc"), mailAddressesToJson(article.cc)},
                       {QStringLiteral("subject"), article.subject},
                       {QStringLiteral("text"), article.text},
                       {QStringLiteral("quotedText"), article.quotedText},
                       {QStringLiteral("html"), article.html},
                       {QStringLiteral("quotedHtml"), article.quotedHtml},
                       {QStringLiteral("createdAt"), article.createdAt},
                       {QStringLiteral("messageId"), article.messageId},
                       {QStringLiteral("answeredIds"), QJsonArray::fromStringList(article.answeredIds)},
                       {QStringLiteral("remoteImages"), QJsonArray::fromStringList(article.remoteImages)},
                       {QStringLiteral("automatic"), article.automatic},
                       {QStringLiteral("attachments"), attachmentsToJson(article.attachments)}};
}

NewArticle newArticleFromJson(const QJsonObject &json)
{
    const NewArticle usual;
    NewArticle article;
    article.visibility = Visibility(json.value(QLatin1String("visibility")).toInt(int(usual.visibility)));
    article.senderRole = SenderRole(json.value(QLatin1String("senderRole")).toInt(int(usual.senderRole)));
    article.channel = Channel(json.value(QLatin1String("channel")).toInt(int(usual.channel)));
    article.author = PersonId{json.value(QLatin1String("author")).toInteger()};
    article.from = mailAddressFromJson(json.value(QLatin1String("from")));
    article.to = mailAddressesFromJson(json.value(QLatin1String("to")));
    article.cc = mailAddressesFromJson(json.value(QLatin1String("cc")));
    article.subject = json.value(QLatin1String("subject")).toString();
    article.text = json.value(QLatin1String("text")).toString();
    article.quotedText = json.value(QLatin1String("quotedText")).toString();
    article.html = json.value(QLatin1String("html")).toString();
    article.quotedHtml = json.value(QLatin1String("quotedHtml")).toString();
    article.createdAt = json.value(QLatin1String("createdAt")).toInteger();
    article.messageId = json.value(QLatin1String("messageId")).toString();
    article.answeredIds = mailStringsFromJson(json.value(QLatin1String("answeredIds")));
    article.remoteImages = mailStringsFromJson(json.value(QLatin1String("remoteImages")));
    article.automatic = json.value(QLatin1String("automatic")).toBool();
    article.attachments = attachmentsFromJson(json.value(QLatin1String("attachments")));
    return article;
}

QJsonArray reportedToJson(const QVector<ReportedRecipient> &reported)
{
    QJsonArray json;
    for (const ReportedRecipient &recipient : reported) {
        json.append(QJsonObject{{QStringLiteral("address"), recipient.address},
                                {QStringLiteral("state"), deliveryStateName(recipient.state)},
                                {QStringLiteral("status"), recipient.status},
                                {QStringLiteral("reply"), recipient.reply}});
    }
    return json;
}

QVector<ReportedRecipient> reportedFromJson(const QJsonValue &json)
{
    QVector<ReportedRecipient> reported;
    for (const QJsonValue &entry : json.toArray()) {
        const QJsonObject object = entry.toObject();
        ReportedRecipient recipient;
        recipient.address = object.value(QLatin1String("address")).toString();
        if (!deliveryStateFromName(object.value(QLatin1String("state")).toString(), &recipient.state))
            continue;
        recipient.status = object.value(QLatin1String("status")).toString();
        recipient.reply = object.value(QLatin1String("reply")).toString();
        reported.append(std::move(recipient));
    }
    return reported;
}

} // namespace

QByteArray acceptMailToJson(const AcceptMail &mail)
{
    const QJsonObject json{{QStringLiteral("source"), mail.source},
                           {QStringLiteral("subject"), mail.subject},
                           {QStringLiteral("article"), newArticleToJson(mail.article)},
                           {QStringLiteral("queue"), mail.queue.value},
                           {QStringLiteral("problem"), mail.problem},
                           {QStringLiteral("mailbox"), mail.mailbox.value},
                           {QStringLiteral("arrival"), mail.arrival.value},
                           {QStringLiteral("nature"), int(mail.nature)},
                           {QStringLiteral("autoResponseSigns"), QJsonArray::fromStringList(mail.autoResponseSigns)},
                           {QStringLiteral("loopChain"), QJsonArray::fromStringList(mail.loopChain)},
                           {QStringLiteral("reported"), reportedToJson(mail.reported)},
                           {QStringLiteral("reportedIds"), QJsonArray::fromStringList(mail.reportedIds)},
                           {QStringLiteral("addressedTo"), QJsonArray::fromStringList(mail.addressedTo)},
                           {QStringLiteral("replyTo"), QJsonArray::fromStringList(mail.replyTo)},
                           {QStringLiteral("senderProven"), mail.senderProven},
                           {QStringLiteral("thanks"), mail.thanks},
                           {QStringLiteral("language"), mail.language}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<AcceptMail> acceptMailFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return Error{ErrorCode::Corrupt, QStringLiteral("acceptMail"), QStringLiteral("not a JSON object"), {}};
    const QJsonObject object = document.object();
    AcceptMail mail;
    mail.source = object.value(QLatin1String("source")).toString();
    mail.subject = object.value(QLatin1String("subject")).toString();
    mail.article = newArticleFromJson(object.value(QLatin1String("article")).toObject());
    mail.queue = QueueId{object.value(QLatin1String("queue")).toInteger()};
    mail.problem = object.value(QLatin1String("problem")).toString();
    mail.mailbox = MailboxId{object.value(QLatin1String("mailbox")).toInteger()};
    mail.arrival = MailArrivalId{object.value(QLatin1String("arrival")).toInteger()};
    mail.nature = MailNature(object.value(QLatin1String("nature")).toInt());
    mail.autoResponseSigns = mailStringsFromJson(object.value(QLatin1String("autoResponseSigns")));
    mail.loopChain = mailStringsFromJson(object.value(QLatin1String("loopChain")));
    mail.reported = reportedFromJson(object.value(QLatin1String("reported")));
    mail.reportedIds = mailStringsFromJson(object.value(QLatin1String("reportedIds")));
    mail.addressedTo = mailStringsFromJson(object.value(QLatin1String("addressedTo")));
    mail.replyTo = mailStringsFromJson(object.value(QLatin1String("replyTo")));
    mail.senderProven = object.value(QLatin1String("senderProven")).toBool();
    mail.thanks = object.value(QLatin1String("thanks")).toBool();
    mail.language = object.value(QLatin1String("language")).toString();
    return mail;
}

} // namespace deskhand
