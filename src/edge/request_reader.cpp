// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/request_reader.h"

#include <algorithm>

namespace deskhand {

RequestReader::RequestReader(const EdgeLimits &limits)
    : m_limits(limits)
{
}

void RequestReader::fail(int status, const char *why)
{
    m_state = State::Faulty;
    m_fault = {status, why};
}

qsizetype RequestReader::feed(QByteArrayView bytes)
{
    qsizetype used = 0;
    while (used < bytes.size()) {
        if (m_state == State::Empty || m_state == State::Head)
            used += feedHead(bytes.sliced(used));
        else if (m_state == State::Body)
            used += feedBody(bytes.sliced(used));
        else
            break;
    }
    return used;
}

/// Control characters are refused as soon as they come, so that nobody can be kept waiting for the end of what will
/// never be a request.
bool RequestReader::addToLine(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    const bool afterReturn = !m_text.isEmpty() && m_text.back() == '\r' && m_text.size() > m_line;
    if (c == '\n' ? !afterReturn : afterReturn)
        fail(400, "a line end is CR and LF");
    else if ((byte < ' ' && c != '\r' && c != '\n' && c != '\t') || byte == 0x7f)
        fail(400, "a control character");
    else
        m_text += c;
    return m_state != State::Faulty;
}

qsizetype RequestReader::feedHead(QByteArrayView bytes)
{
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (!addToLine(bytes[i]))
            return i + 1;
        m_state = State::Head;
        if (m_lines == 0 && m_text.size() - m_line > m_limits.requestLine + 2) {
            fail(414, "the request line is too long");
        } else if (m_lines > 0 && m_text.size() > m_limits.headerBytes + m_limits.requestLine) {
            fail(431, "the headers are too long");
        } else if (bytes[i] == '\n') {
            lineEnded();
        }
        if (m_state != State::Head && m_state != State::Empty)
            return i + 1;
    }
    return bytes.size();
}

void RequestReader::lineEnded()
{
    const bool empty = m_text.size() - m_line == 2;
    if (empty && m_lines == 0) {
        // Old clients end a body with a line end that does not belong to it (RFC 9112 2.2); once is forgiven.
        if (m_skippedLine)
            return fail(400, "there is no request line");
        m_skippedLine = true;
        m_text.clear();
        m_state = State::Empty;
        return;
    }
    if (empty) {
        m_text.chop(4);
        return headEnded();
    }
    if (m_lines++ == 0)
        m_text.reserve(512);
    if (m_lines > m_limits.headers + 1)
        return fail(431, "too many headers");
    m_line = m_text.size();
}

void RequestReader::headEnded()
{
    const auto fault = readRequestHead(m_text, &m_head);
    m_text = QByteArray();
    m_line = 0;
    if (fault)
        return fail(fault->status, fault->why);
    qint64 bytes = 0;
    for (const auto &[name, value] : m_head.request.headers)
        bytes += name.size() + value.size() + 4;
    if (bytes > m_limits.headerBytes)
        return fail(431, "the headers are too long");
    m_state = m_head.chunked || m_head.length > 0 ? State::HeadRead : State::Complete;
}

void RequestReader::allowBody(qint64 limit)
{
    m_bodyLimit = limit;
    if (m_head.length > limit)
        return fail(413, "the body is too large");
    m_state = State::Body;
    m_part = m_head.chunked ? Part::ChunkSize : Part::Length;
    m_left = m_head.length;
}

void RequestReader::allowUpload(qint64 limit, std::shared_ptr<UploadFile> file)
{
    m_head.request.upload = std::move(file);
    allowBody(limit);
}

void RequestReader::keep(QByteArrayView bytes)
{
    m_bodySize += bytes.size();
    if (!m_head.request.upload) {
        m_head.request.body.append(bytes);
        return;
    }
    switch (m_head.request.upload->append(bytes)) {
    case UploadFile::Appended::Kept: break;
    case UploadFile::Appended::NoRoom: fail(503, "too many uploads at once"); break;
    case UploadFile::Appended::DiskFailed: fail(507, "there is no room for uploads"); break;
    }
}

qsizetype RequestReader::feedBody(QByteArrayView bytes)
{
    if (m_part == Part::Length || m_part == Part::ChunkData)
        return feedData(bytes);
    return feedLine(bytes);
}

qsizetype RequestReader::feedData(QByteArrayView bytes)
{
    const qsizetype taken = qsizetype(std::min<qint64>(bytes.size(), m_left));
    keep(bytes.first(taken));
    if (m_state == State::Faulty)
        return taken;
    m_left -= taken;
    if (m_left == 0 && m_part == Part::Length)
        m_state = State::Complete;
    else if (m_left == 0)
        m_part = Part::ChunkEnd;
    return taken;
}

/// Sizes of chunks, the line ends behind them, and what follows the last one.
qsizetype RequestReader::feedLine(QByteArrayView bytes)
{
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (!addToLine(bytes[i]))
            return i + 1;
        // A size has 16 digits; what is more is extension or trailer, and all of those together are no more than
        // headers.
        if (m_text.size() > 18 && ++m_overhead > std::min<qint64>(m_limits.headerBytes, 8192)) {
            fail(431, "extensions and trailers are too long");
            return i + 1;
        }
        if (bytes[i] != '\n')
            continue;
        m_text.chop(2);
        const Part part = m_part;
        if (part == Part::ChunkSize)
            readChunkSize();
        else if (part == Part::Trailers)
            readTrailer();
        else if (m_text.isEmpty())
            m_part = Part::ChunkSize;
        else
            fail(400, "a chunk is longer than it says");
        m_text.clear();
        return i + 1;
    }
    return bytes.size();
}

void RequestReader::readChunkSize()
{
    const qsizetype semicolon = m_text.indexOf(';');
    const QByteArrayView digits = QByteArrayView(m_text).first(semicolon < 0 ? m_text.size() : semicolon);
    // toLongLong() takes signs, spaces and 0x, too.
    const bool hexadecimal =
        !digits.isEmpty() && digits.size() <= 14 && std::all_of(digits.begin(), digits.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        });
    if (!hexadecimal)
        return fail(400, "the size of a chunk is malformed");
    m_left = digits.toByteArray().toLongLong(nullptr, 16);
    if (m_left > m_bodyLimit - bodySize())
        return fail(413, "the body is too large");
    m_part = m_left == 0 ? Part::Trailers : Part::ChunkData;
}

void RequestReader::readTrailer()
{
    if (m_text.isEmpty()) {
        m_state = State::Complete;
        return;
    }
    // Read so that it is known to be harmless, and dropped: nothing behind a body may say how to read it.
    QPair<QByteArray, QByteArray> field;
    if (++m_lines > m_limits.headers + 1)
        fail(431, "too many headers");
    else if (const auto fault = readField(m_text, &field))
        fail(fault->status, fault->why);
}

RequestHead RequestReader::take()
{
    RequestHead result = std::move(m_head);
    m_head = {};
    m_text = QByteArray();
    m_line = 0;
    m_lines = 0;
    m_skippedLine = false;
    m_overhead = 0;
    m_bodySize = 0;
    m_state = State::Empty;
    return result;
}

} // namespace deskhand
