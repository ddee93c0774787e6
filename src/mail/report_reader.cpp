// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/report_reader.h"

#include "mail/address_parser.h"
#include "mail/delivery_status.h"
#include "mail/encoded_words.h"

#include <QSet>

namespace deskhand {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int mostRecipients = 1000;
constexpr int mostIds = 20;

class ReportReader
{
public:
    ReportReader(const HeaderBlock &headers, const ParsedMail &mail, const MailLimits &limits)
        : m_headers(headers)
        , m_mail(mail)
        , m_limits(limits)
    {
    }

    ReportFindings read(const MimePart &root)
    {
        walk(root);
        if (!m_found.recipients.isEmpty())
            m_found.deliveryReport = true;
        m_found.deliveryReport = (m_found.deliveryReport || m_mail.bounce) && !m_mail.feedbackReport;
        if (m_found.deliveryReport && m_found.recipients.isEmpty())
            readFailedRecipients();
        if (m_found.deliveryReport || m_found.receipt || m_mail.feedbackReport)
            addAnsweredIds();
        return m_found;
    }

private:
    void walk(const MimePart &part)
    {
        if (part.type == "message/delivery-status" || part.type == "message/global-delivery-status") {
            for (const ReportedRecipient &one : readDeliveryStatus(part.content, mostRecipients))
                add(one);
            m_found.deliveryReport = true;
        } else if (part.type == "message/disposition-notification"
                   || part.type == "message/global-disposition-notification") {
            m_found.receipt = true;
            readReturned(part.content, "Original-Message-ID");
        } else if (part.type == "message/rfc822" || part.type == "text/rfc822-headers" || part.type == "message/global"
                   || part.type == "message/global-headers") {
            readReturned(part.content, "Message-ID");
        }
        for (const MimePart &child : part.children)
            walk(child);
    }

    void readReturned(const QByteArray &content, const char *name)
    {
        DefectNotes ignored;
        const HeaderBlock headers = HeaderBlock::read(content, m_limits, ignored);
        addId(QString::fromUtf8(unfolded(headers.value(name))));
    }

    void addId(const QString &field)
    {
        QString id = field.trimmed();
        if (const qsizetype open = id.indexOf(u'<'); open >= 0)
            id = id.mid(open + 1).section(u'>', 0, 0);
        id = id.simplified().remove(u' ');
        if (id.contains(u'@') && id.size() <= 998 && m_found.ids.size() < mostIds && !m_found.ids.contains(id))
            m_found.ids.append(id);
    }

    /// Servers that keep the thread name the mail here as well.
    void addAnsweredIds()
    {
        addId(m_mail.inReplyTo);
        if (!m_mail.references.isEmpty())
            addId(m_mail.references.last());
    }

    void add(const ReportedRecipient &one)
    {
        const QString key = one.address.toLower();
        if (m_found.recipients.size() >= mostRecipients || m_known.contains(key))
            return;
        m_known.insert(key);
        m_found.recipients.append(one);
    }

    /// Exim and Gmail list them in a header.
    void readFailedRecipients()
    {
        DefectNotes ignored;
        for (const QByteArray &value : m_headers.values("X-Failed-Recipients")) {
            for (const MailAddress &address : parseAddresses(value, mostRecipients, ignored)) {
                ReportedRecipient one;
                one.address = address.address;
                if (one.address.contains(u'@'))
                    add(one);
            }
        }
    }

    const HeaderBlock &m_headers;
    const ParsedMail &m_mail;
    const MailLimits &m_limits;
    ReportFindings m_found;
    QSet<QString> m_known;
};

} // namespace

ReportFindings readReport(const HeaderBlock &headers, const MimePart &root, const ParsedMail &mail,
                          const MailLimits &limits)
{
    return ReportReader(headers, mail, limits).read(root);
}

} // namespace deskhand
