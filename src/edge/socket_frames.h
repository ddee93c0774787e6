// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace deskhand {

/// Numbers of RFC 6455 7.4.1.
enum class CloseCode : quint16 {
    Normal = 1000,
    GoingAway = 1001,
    Protocol = 1002,
    Unsupported = 1003,
    NoCode = 1005, ///< is never sent
    NoText = 1007, ///< a text that is no UTF-8
    Policy = 1008,
    TooLarge = 1009,
    Restart = 1012,
};

/// What a client has said: whole text messages and control frames.
struct SocketEvent {
    enum class Kind { Nothing, Fragment, Text, Ping, Pong, Close, Fault };
    Kind kind = Kind::Nothing;
    QByteArray payload;   ///< of Close: the reason
    quint16 code = 0;     ///< of Close: NoCode when there was none; of Fault: what to close with
    const char *why = ""; ///< of Fault
};

/// Takes WebSocket frames of a client (RFC 6455 section 5) out of bytes as they come. Without extensions; text only.
class FrameReader
{
public:
    FrameReader(qint64 largestFrame, qint64 largestMessage);

    /// Takes bytes off the front of `bytes` until one frame has ended or a fault is found; Nothing: all were taken and
    /// the frame goes on. Behind a fault nothing may be fed.
    [[nodiscard]] SocketEvent next(QByteArrayView &bytes);

private:
    [[nodiscard]] SocketEvent readHeader();
    [[nodiscard]] const char *badHeader() const;
    [[nodiscard]] SocketEvent begin(quint64 size);
    [[nodiscard]] SocketEvent frameEnded();
    [[nodiscard]] SocketEvent closeOf(const QByteArray &payload) const;
    [[nodiscard]] int opcode() const { return m_header[0] & 0x0f; }
    [[nodiscard]] bool isFinal() const { return (m_header[0] & 0x80) != 0; }
    [[nodiscard]] bool isControl() const { return opcode() >= 8; }

    const qint64 m_largestFrame;
    const qint64 m_largestMessage;
    std::array<quint8, 14> m_header{};
    int m_headerSize = 0;
    int m_headerNeeded = 2;
    bool m_inPayload = false;
    bool m_inMessage = false;
    qint64 m_left = 0;
    quint32 m_maskAt = 0;
    QByteArray m_message;
    QByteArray m_control;
};

/// A whole frame's header as a server sends it; the payload follows as it is.
[[nodiscard]] QByteArray textFrameHeader(qint64 payload);
[[nodiscard]] QByteArray pingFrame();
[[nodiscard]] QByteArray pongFrame(const QByteArray &payload);
[[nodiscard]] QByteArray closeFrame(quint16 code, const QByteArray &reason);
/// Sec-WebSocket-Accept, RFC 6455 4.2.2.
[[nodiscard]] QByteArray socketAcceptKey(const QByteArray &key);

} // namespace deskhand
