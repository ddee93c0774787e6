// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mime_parser.h"

#include "mail/address_parser.h"
#include "mail/auto_response.h"
#include "mail/body_builder.h"
#include "mail/bounce_detection.h"
#include "mail/charset_decoder.h"
#include "mail/encoded_words.h"
#include "mail/gmime_handle.h"
#include "mail/header_block.h"
#include "mail/mime_tree.h"
#include "mail/report_reader.h"

namespace deskhand {
namespace {

/// Ids between angle brackets in order; a value without any counts as one id when it is one word.
QStringList messageIds(const QByteArray &value)
{
    QStringList ids;
    const QByteArray flat = unfolded(value).replace('\t', ' ');
    constexpr qsizetype longestId = 998;
    for (qsizetype open = flat.indexOf('<'); open >= 0; open = flat.indexOf('<', open + 1)) {
        const qsizetype close = flat.indexOf('>', open);
        if (close < 0)
            break;
        const QByteArray id = flat.sliced(open + 1, close - open - 1).replace(" ", "");
        if (!id.isEmpty() && id.size() <= longestId && !id.contains('<'))
            ids.append(QString::fromUtf8(id));
    }
    const QByteArray bare = flat.trimmed();
    if (ids.isEmpty() && !bare.isEmpty() && bare.size() <= longestId) {
        for (const QByteArray &word : bare.split(' ')) {
            if (word.contains('@') || (!word.isEmpty() && bare.indexOf(' ') < 0))
                ids.append(QString::fromUtf8(word).remove(u'<').remove(u'>'));
        }
    }
    return ids;
}

/// Milliseconds of a header date; nothing when it cannot be read.
bool readDate(const QByteArray &value, Instant &instant, int &offsetMinutes)
{
    const QByteArray flat = unfolded(value).trimmed().left(200);
    if (flat.isEmpty())
        return false;
    ensureGmime();
    GDateTime *date = g_mime_utils_header_decode_date(flat.constData());
    if (!date)
        return false;
    instant = g_date_time_to_unix(date) * 1000;
    offsetMinutes = static_cast<int>(g_date_time_get_utc_offset(date) / G_TIME_SPAN_MINUTE);
    g_date_time_unref(date);
    // GMime answers 1970 for what it could not read.
    return instant != 0;
}

class MailReader
{
public:
    MailReader(const MailLimits &limits)
        : m_limits(limits)
    {
    }

    ParsedMail read(QByteArrayView raw, ReportFindings *report)
    {
        QByteArray converted;
        // A byte-order mark before the first header is none of it.
        if (raw.startsWith("\xef\xbb\xbf"))
            raw = raw.sliced(3);
        if (raw.trimmed().isEmpty())
            m_defects.note(defect::empty);
        // Old Macintosh line ends: no line feed at all.
        if (!raw.contains('\n') && raw.contains('\r')) {
            m_defects.note(defect::bareCarriageReturns);
            converted = raw.toByteArray();
            converted.replace('\r', '\n');
            raw = converted;
        }
        const HeaderBlock headers = HeaderBlock::read(raw, m_limits, m_defects);
        const MimePart root = readMimeTree(headers, raw.sliced(headers.bodyStart()), m_limits, m_defects);
        m_charset = root.charset;
        for (const MimePart &child : root.children) {
            if (m_charset.isEmpty())
                m_charset = child.charset;
        }
        readIdentity(headers);
        readAddresses(headers);
        readDates(headers);
        buildBody(root, m_limits, m_mail, m_defects);
        readAutoResponseSigns(headers, m_mail);
        readBounce(headers, root, m_mail);
        if (report)
            *report = readReport(headers, root, m_mail, m_limits);
        m_mail.defects = m_defects.names();
        return m_mail;
    }

private:
    void readIdentity(const HeaderBlock &headers)
    {
        m_mail.subject = decodeHeaderText(headers.value("Subject"), m_defects, m_charset);
        if (m_mail.subject.size() > m_limits.subject) {
            m_mail.subject.truncate(m_limits.subject);
            m_defects.note(defect::subjectTooLong);
        }
        const QStringList own = messageIds(headers.value("Message-ID"));
        if (own.isEmpty())
            m_defects.note(defect::messageIdMissing);
        else
            m_mail.messageId = own.first();
        const QStringList replied = messageIds(headers.value("In-Reply-To"));
        if (!replied.isEmpty())
            m_mail.inReplyTo = replied.first();
        m_mail.references = messageIds(headers.values("References").join(' '));
        if (m_mail.references.size() > m_limits.references) {
            m_mail.references = m_mail.references.sliced(m_mail.references.size() - m_limits.references);
            m_defects.note(defect::tooManyReferences);
        }
    }

    QList<MailAddress> addressesOf(const HeaderBlock &headers, std::initializer_list<const char *> names)
    {
        QList<MailAddress> all;
        for (const char *name : names) {
            for (const QByteArray &value : headers.values(name)) {
                if (all.size() < m_limits.addresses)
                    all +=
                        parseAddresses(value, m_limits.addresses - static_cast<int>(all.size()), m_defects, m_charset);
            }
        }
        return all;
    }

    void readAddresses(const HeaderBlock &headers)
    {
        // A second From header is a trick or a mistake; the first one is what other programs show.
        m_mail.from = parseAddresses(headers.value("From"), m_limits.addresses, m_defects, m_charset);
        if (m_mail.from.isEmpty()) {
            m_defects.note(defect::fromMissing);
            m_mail.from = addressesOf(headers, {"Sender"});
        }
        m_mail.to = addressesOf(headers, {"To"});
        m_mail.cc = addressesOf(headers, {"Cc"});
        m_mail.replyTo = addressesOf(headers, {"Reply-To"});
        m_mail.deliveredTo = addressesOf(headers, {"Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"});
    }

    void readDates(const HeaderBlock &headers)
    {
        const QByteArray raw = headers.value("Date");
        m_mail.rawDate = cleanHeaderText(QString::fromLatin1(unfolded(raw).left(200)));
        if (m_mail.rawDate.isEmpty())
            m_defects.note(defect::dateMissing);
        else if (!readDate(raw, m_mail.date, m_mail.dateOffsetMinutes))
            m_defects.note(defect::dateMalformed);
        const QByteArray received = unfolded(headers.value("Received"));
        int ignoredOffset = 0;
        if (const qsizetype semicolon = received.lastIndexOf(';'); semicolon >= 0)
            readDate(received.sliced(semicolon + 1), m_mail.received, ignoredOffset);
    }

    const MailLimits &m_limits;
    ParsedMail m_mail;
    DefectNotes m_defects;
    QByteArray m_charset; ///< declared for the body; headers with raw bytes are mostly in it too
};

} // namespace

ParsedMail parseMail(QByteArrayView raw, const MailLimits &limits)
{
    return MailReader(limits).read(raw, nullptr);
}

ParsedMail parseMail(QByteArrayView raw, const MailLimits &limits, ReportFindings *report)
{
    return MailReader(limits).read(raw, report);
}

} // namespace deskhand
