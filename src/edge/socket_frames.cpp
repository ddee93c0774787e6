// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/socket_frames.h"

#include <QCryptographicHash>

#include <algorithm>

namespace deskhand {

namespace {

constexpr int continuation = 0;
constexpr int text = 1;
constexpr int binary = 2;
constexpr int closing = 8;
constexpr int ping = 9;
constexpr int pong = 10;
constexpr int largestControl = 125;

SocketEvent socketFault(CloseCode code, const char *why)
{
    SocketEvent event;
    event.kind = SocketEvent::Kind::Fault;
    event.code = quint16(code);
    event.why = why;
    return event;
}

SocketEvent socketEvent(SocketEvent::Kind kind, QByteArray payload = {})
{
    SocketEvent event;
    event.kind = kind;
    event.payload = std::move(payload);
    return event;
}

QByteArray frameHeader(int opcode, qint64 size)
{
    QByteArray header(1, char(0x80 | opcode));
    if (size <= largestControl) {
        header += char(size);
        return header;
    }
    const int bytes = size <= 0xffff ? 2 : 8;
    header += char(bytes == 2 ? 126 : 127);
    for (int i = bytes - 1; i >= 0; --i)
        header += char((size >> (8 * i)) & 0xff);
    return header;
}

/// Which codes a client may send.
bool isCloseCode(quint16 code)
{
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

} // namespace

FrameReader::FrameReader(qint64 largestFrame, qint64 largestMessage)
    : m_largestFrame(largestFrame)
    , m_largestMessage(largestMessage)
{
}

SocketEvent FrameReader::next(QByteArrayView &bytes)
{
    while (!m_inPayload) {
        if (bytes.isEmpty())
            return {};
        m_header[size_t(m_headerSize++)] = quint8(bytes.front());
        bytes = bytes.sliced(1);
        if (m_headerSize < m_headerNeeded)
            continue;
        SocketEvent event = readHeader();
        if (event.kind != SocketEvent::Kind::Nothing)
            return event;
    }
    const qsizetype taken = qsizetype(std::min<qint64>(bytes.size(), m_left));
    QByteArray &target = isControl() ? m_control : m_message;
    const quint8 *mask = m_header.data() + m_headerNeeded - 4;
    const qsizetype before = target.size();
    target.append(bytes.first(taken));
    char *data = target.data() + before;
    for (qsizetype i = 0; i < taken; ++i)
        data[i] = char(quint8(data[i]) ^ mask[m_maskAt++ & 3]);
    bytes = bytes.sliced(taken);
    m_left -= taken;
    return m_left == 0 ? frameEnded() : SocketEvent();
}

const char *FrameReader::badHeader() const
{
    if ((m_header[0] & 0x70) != 0)
        return "reserved bits";
    if ((m_header[1] & 0x80) == 0)
        return "a frame without mask";
    switch (opcode()) {
    case continuation: return m_inMessage ? nullptr : "a continuation of nothing";
    case text:
    case binary: return m_inMessage ? "a message within a message" : nullptr;
    case closing:
    case ping:
    case pong:
        return isFinal() && (m_header[1] & 0x7f) <= largestControl ? nullptr : "a control frame that is long or cut";
    default: return "an unknown kind of frame";
    }
}

SocketEvent FrameReader::readHeader()
{
    const int shortSize = m_header[1] & 0x7f;
    if (m_headerSize == 2) {
        if (const char *why = badHeader())
            return socketFault(CloseCode::Protocol, why);
        if (opcode() == binary)
            return socketFault(CloseCode::Unsupported, "text only");
        m_headerNeeded = 2 + (shortSize == 126 ? 2 : shortSize == 127 ? 8 : 0) + 4;
        return {};
    }
    if (shortSize <= largestControl)
        return begin(quint64(shortSize));
    quint64 size = 0;
    for (int i = 2; i < m_headerNeeded - 4; ++i)
        size = (size << 8) | m_header[size_t(i)];
    if (size <= (shortSize == 126 ? quint64(largestControl) : quint64(0xffff)) || (size >> 63) != 0)
        return socketFault(CloseCode::Protocol, "the size of a frame is malformed");
    return begin(size);
}

SocketEvent FrameReader::begin(quint64 size)
{
    if (!isControl()) {
        if (size > quint64(m_largestFrame))
            return socketFault(CloseCode::TooLarge, "the frame is too large");
        if (size > quint64(m_largestMessage - m_message.size()))
            return socketFault(CloseCode::TooLarge, "the message is too large");
    }
    m_inPayload = true;
    m_left = qint64(size);
    m_maskAt = 0;
    return {};
}

SocketEvent FrameReader::frameEnded()
{
    const int kind = opcode();
    const bool final = isFinal();
    m_inPayload = false;
    m_headerSize = 0;
    m_headerNeeded = 2;
    if (kind < closing) {
        m_inMessage = !final;
        if (!final)
            return socketEvent(SocketEvent::Kind::Fragment);
        QByteArray message = std::move(m_message);
        m_message = QByteArray();
        if (!message.isValidUtf8())
            return socketFault(CloseCode::NoText, "no UTF-8");
        return socketEvent(SocketEvent::Kind::Text, std::move(message));
    }
    QByteArray payload = std::move(m_control);
    m_control = QByteArray();
    if (kind == closing)
        return closeOf(payload);
    return socketEvent(kind == ping ? SocketEvent::Kind::Ping : SocketEvent::Kind::Pong, std::move(payload));
}

SocketEvent FrameReader::closeOf(const QByteArray &payload) const
{
    SocketEvent event = socketEvent(SocketEvent::Kind::Close);
    event.code = quint16(CloseCode::NoCode);
    if (payload.isEmpty())
        return event;
    if (payload.size() == 1)
        return socketFault(CloseCode::Protocol, "half a code");
    event.code = quint16((quint8(payload[0]) << 8) | quint8(payload[1]));
    event.payload = payload.mid(2);
    if (!isCloseCode(event.code))
        return socketFault(CloseCode::Protocol, "an unknown code");
    if (!event.payload.isValidUtf8())
        return socketFault(CloseCode::NoText, "no UTF-8");
    return event;
}

QByteArray textFrameHeader(qint64 payload)
{
    return frameHeader(text, payload);
}

QByteArray pingFrame()
{
    return frameHeader(ping, 0);
}

QByteArray pongFrame(const QByteArray &payload)
{
    return frameHeader(pong, payload.size()) + payload;
}

QByteArray closeFrame(quint16 code, const QByteArray &reason)
{
    if (code == quint16(CloseCode::NoCode))
        return frameHeader(closing, 0);
    QByteArray payload;
    payload += char(code >> 8);
    payload += char(code & 0xff);
    payload += reason.left(largestControl - 2);
    while (!payload.mid(2).isValidUtf8()) // a character that was cut
        payload.chop(1);
    return frameHeader(closing, payload.size()) + payload;
}

QByteArray socketAcceptKey(const QByteArray &key)
{
    return QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
}

} // namespace deskhand
