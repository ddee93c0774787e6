// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/plain_codec.h"

namespace deskhand::test {
namespace {

QString addressList(const QVector<MailAddress> &addresses)
{
    QStringList all;
    for (const MailAddress &address : addresses)
        all.append(address.address);
    return all.join(QStringLiteral(", "));
}

class PlainCodec final : public MailCodec
{
public:
    [[nodiscard]] Result<QByteArray> write(const OutgoingMail &mail) const override
    {
        if (mail.from.address.isEmpty() || mail.to.isEmpty())
            return Error{ErrorCode::Invalid, QStringLiteral("test.codec"), QStringLiteral("nobody"), {}};
        const QStringList lines{QStringLiteral("From: ") + mail.from.address,
                                QStringLiteral("To: ") + addressList(mail.to),
                                QStringLiteral("Subject: ") + mail.subject,
                                QStringLiteral("Message-ID: ") + mail.messageId,
                                QString(),
                                mail.text};
        return lines.join(u'\n').toUtf8();
    }

    [[nodiscard]] AcceptMail read(const QByteArray &raw, const QString &source, const Mailbox *mailbox) const override
    {
        AcceptMail mail;
        mail.source = source;
        mail.article.senderRole = SenderRole::Customer;
        mail.article.channel = Channel::Email;
        mail.article.raw = raw;
        if (mailbox)
            mail.mailbox = mailbox->id;
        const QString text = QString::fromUtf8(raw);
        const qsizetype end = text.indexOf(QLatin1String("\n\n"));
        mail.article.text = text.mid(end + 2);
        for (const QString &line : text.left(end).split(u'\n')) {
            const QString name = line.section(QLatin1String(": "), 0, 0);
            const QString value = line.section(QLatin1String(": "), 1);
            if (name == u"From")
                mail.article.from.address = value;
            else if (name == u"To")
                mail.article.to.append(MailAddress{{}, value});
            else if (name == u"Subject")
                mail.subject = value;
            else if (name == u"Message-ID")
                mail.article.messageId = value;
            else if (name == u"In-Reply-To")
                mail.article.answeredIds.append(value);
        }
        mail.addressedTo = {addressList(mail.article.to)};
        return mail;
    }
};

} // namespace

std::shared_ptr<const MailCodec> plainCodec()
{
    return std::make_shared<PlainCodec>();
}

} // namespace deskhand::test
