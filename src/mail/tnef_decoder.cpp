// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/tnef_decoder.h"

#include "mail/charset_decoder.h"

#include <QtEndian>

namespace deskhand {
namespace {

constexpr quint32 tnefSignature = 0x223e9f78;

enum TnefAttribute : quint16 {
    attBody = 0x800c,
    attAttachData = 0x800f,
    attAttachTitle = 0x8010,
    attAttachRenddata = 0x9002,
    attMapiProps = 0x9003,
    attAttachment = 0x9005,
    attOemCodepage = 0x9007,
};

enum MapiProperty : quint16 {
    prBody = 0x1000,
    prRtfCompressed = 0x1009,
    prBodyHtml = 0x1013,
    prDisplayName = 0x3001,
    prAttachData = 0x3701,
    prAttachFilename = 0x3704,
    prAttachLongFilename = 0x3707,
    prAttachMimeTag = 0x370e,
    prAttachContentId = 0x3712,
    prInternetCodepage = 0x3fde,
};

enum MapiType : quint16 {
    ptShort = 0x0002,
    ptLong = 0x0003,
    ptFloat = 0x0004,
    ptError = 0x000a,
    ptBoolean = 0x000b,
    ptObject = 0x000d,
    ptInt8 = 0x0014,
    ptString8 = 0x001e,
    ptUnicode = 0x001f,
    ptClsid = 0x0048,
    ptBinary = 0x0102,
};
constexpr quint16 multiValueFlag = 0x1000;
constexpr quint16 firstNamedProperty = 0x8000;

/// Reads little-endian numbers and runs of bytes; past the end it stays unsound and gives zeros.
class TnefReader
{
public:
    explicit TnefReader(QByteArrayView data)
        : m_data(data)
    {
    }
    template <typename T>
    T number()
    {
        const QByteArrayView view = bytes(sizeof(T));
        return view.size() == sizeof(T) ? qFromLittleEndian<T>(view.data()) : T(0);
    }
    QByteArrayView bytes(qsizetype count)
    {
        if (count < 0 || count > m_data.size() - m_at) {
            m_sound = false;
            m_at = m_data.size();
            return {};
        }
        m_at += count;
        return m_data.sliced(m_at - count, count);
    }
    QByteArrayView padded(qsizetype count)
    {
        const QByteArrayView view = bytes(count);
        const qsizetype over = (4 - count % 4) % 4;
        m_at = qMin(m_at + over, m_data.size());
        return view;
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_data.size(); }
    [[nodiscard]] bool sound() const { return m_sound; }

private:
    QByteArrayView m_data;
    qsizetype m_at = 0;
    bool m_sound = true;
};

struct MapiValue {
    quint16 id = 0;
    quint16 type = 0;
    QByteArrayView bytes;
    quint32 number = 0;
};

QString mapiText(const MapiValue &value, const QByteArray &codepage)
{
    DefectNotes ignored;
    QString text = value.type == ptUnicode ? decodeCharset(value.bytes, "utf-16le", ignored)
                                           : decodeCharset(value.bytes, codepage, ignored);
    // The terminating NUL is part of the value.
    if (const qsizetype nul = text.indexOf(QChar(u'\0')); nul >= 0)
        text.truncate(nul);
    return text;
}

void skipPropertyName(TnefReader &reader)
{
    reader.bytes(16);
    if (reader.number<quint32>() == 0)
        reader.bytes(4);
    else
        reader.padded(reader.number<quint32>());
}

/// Fixed sizes as they stand in the stream; 0 for the types that carry a length.
qsizetype fixedSize(quint16 type)
{
    switch (type) {
    case ptShort:
    case ptLong:
    case ptFloat:
    case ptError:
    case ptBoolean: return 4;
    case ptClsid: return 16;
    case ptObject:
    case ptString8:
    case ptUnicode:
    case ptBinary: return 0;
    default: return 8;
    }
}

/// Calls `use` with the first value of each property.
template <typename Use>
bool readMapiProperties(QByteArrayView data, Use use)
{
    TnefReader reader(data);
    const quint32 count = reader.number<quint32>();
    for (quint32 i = 0; i < count && reader.sound() && !reader.atEnd(); ++i) {
        MapiValue value;
        const quint16 type = reader.number<quint16>();
        value.type = type & quint16(~multiValueFlag);
        value.id = reader.number<quint16>();
        if (value.id >= firstNamedProperty)
            skipPropertyName(reader);
        const qsizetype size = fixedSize(value.type);
        const bool counted = size == 0 || (type & multiValueFlag) != 0;
        const quint32 values = counted ? reader.number<quint32>() : 1;
        for (quint32 k = 0; k < values && reader.sound(); ++k) {
            const QByteArrayView bytes = size == 0 ? reader.padded(reader.number<quint32>()) : reader.bytes(size);
            if (k == 0)
                value.bytes = bytes;
            if (bytes.isEmpty() && reader.atEnd())
                break;
        }
        if (!reader.sound())
            return false;
        if (size == 4 && value.bytes.size() == 4)
            value.number = qFromLittleEndian<quint32>(value.bytes.data());
        use(value);
    }
    return reader.sound();
}

class TnefDecoder
{
public:
    explicit TnefDecoder(const MailLimits &limits)
        : m_limits(limits)
    {
    }

    TnefContent decode(QByteArrayView data)
    {
        TnefReader reader(data);
        if (reader.number<quint32>() != tnefSignature) {
            m_content.sound = false;
            return m_content;
        }
        reader.number<quint16>();
        while (!reader.atEnd() && !m_content.cut) {
            const quint8 level = reader.number<quint8>();
            const quint32 attribute = reader.number<quint32>();
            const QByteArrayView value = reader.bytes(reader.number<quint32>());
            reader.number<quint16>(); // checksum; a damaged one says nothing about the parts that can be read
            if (!reader.sound() || level < 1 || level > 2)
                break;
            take(static_cast<quint16>(attribute & 0xffff), value);
        }
        m_content.sound = m_content.sound && reader.sound();
        return m_content;
    }

private:
    void take(quint16 attribute, QByteArrayView value)
    {
        switch (attribute) {
        case attOemCodepage:
            if (value.size() >= 4)
                setCodepage(qFromLittleEndian<quint32>(value.data()));
            break;
        case attBody: m_content.text = mapiText({0, ptString8, value, 0}, m_content.codepage); break;
        case attMapiProps: takeMessageProperties(value); break;
        case attAttachRenddata: newAttachment(); break;
        case attAttachTitle:
            if (TnefAttachment *attachment = current(); attachment && attachment->name.isEmpty())
                attachment->name = mapiText({0, ptString8, value, 0}, m_content.codepage);
            break;
        case attAttachData: setBytes(value); break;
        case attAttachment: takeAttachmentProperties(value); break;
        default: break;
        }
    }

    void setCodepage(quint32 number)
    {
        m_content.codepage = number == 65001   ? QByteArray("utf-8")
                             : number == 20127 ? QByteArray("us-ascii")
                             : number == 28591 ? QByteArray("iso-8859-1")
                                               : "cp" + QByteArray::number(number);
    }

    void newAttachment()
    {
        if (m_content.attachments.size() >= m_limits.unpackedParts) {
            m_content.cut = true;
            return;
        }
        m_content.attachments.append(TnefAttachment());
    }

    TnefAttachment *current() { return m_content.attachments.isEmpty() ? nullptr : &m_content.attachments.last(); }

    void setBytes(QByteArrayView value)
    {
        TnefAttachment *attachment = current();
        if (!attachment)
            return;
        m_total += value.size();
        if (m_total > m_limits.unpacked)
            m_content.cut = true;
        else
            attachment->bytes = value.toByteArray();
    }

    void takeMessageProperties(QByteArrayView data)
    {
        const bool sound = readMapiProperties(data, [this](const MapiValue &value) {
            if (value.id == prInternetCodepage && value.type == ptLong) {
                setCodepage(value.number);
            } else if (value.id == prBody && (value.type == ptString8 || value.type == ptUnicode)) {
                m_content.text = mapiText(value, m_content.codepage);
            } else if (value.id == prBodyHtml) {
                m_content.html = value.type == ptUnicode ? mapiText(value, {}).toUtf8() : value.bytes.toByteArray();
            } else if (value.id == prRtfCompressed && value.type == ptBinary) {
                m_content.rtf = decompressRtf(value.bytes, m_limits.unpacked);
            }
        });
        m_content.sound = m_content.sound && sound;
    }

    void takeAttachmentProperties(QByteArrayView data)
    {
        if (!current())
            newAttachment();
        TnefAttachment *attachment = current();
        if (!attachment)
            return;
        QString shortName;
        QString longName;
        QString displayName;
        const bool sound = readMapiProperties(data, [&](const MapiValue &value) {
            switch (value.id) {
            case prAttachLongFilename: longName = mapiText(value, m_content.codepage); break;
            case prAttachFilename: shortName = mapiText(value, m_content.codepage); break;
            case prDisplayName: displayName = mapiText(value, m_content.codepage); break;
            case prAttachMimeTag: attachment->type = mapiText(value, m_content.codepage).toLower(); break;
            case prAttachContentId: attachment->contentId = mapiText(value, m_content.codepage); break;
            case prAttachData:
                // An object begins with the id of its interface.
                if (value.type == ptObject && value.bytes.size() > 16)
                    setBytes(value.bytes.sliced(16));
                else if (value.type == ptBinary)
                    setBytes(value.bytes);
                break;
            default: break;
            }
        });
        const QString better = !longName.isEmpty() ? longName : !shortName.isEmpty() ? shortName : displayName;
        if (!better.isEmpty())
            attachment->name = better;
        m_content.sound = m_content.sound && sound;
    }

    const MailLimits &m_limits;
    TnefContent m_content;
    qsizetype m_total = 0;
};

} // namespace

TnefContent decodeTnef(QByteArrayView data, const MailLimits &limits)
{
    return TnefDecoder(limits).decode(data);
}

} // namespace deskhand
