// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/http_server.h"
#include "edge/http_syntax.h"
#include "edge/upload_file.h"

namespace deskhand {

/// Takes a request out of bytes as they come, however they are cut. Knows no sockets and no time.
class RequestReader
{
public:
    enum class State {
        Empty,    ///< nothing of a request is here yet
        Head,     ///< a part of its head
        HeadRead, ///< head() is whole and has a body: allowBody() is to be called
        Body,
        Complete, ///< take() it
        Faulty,   ///< fault() is to be answered; no byte more is looked at
    };

    /// `limits` outlive the reader.
    explicit RequestReader(const EdgeLimits &limits);

    /// Gives how many bytes belong to this request; fewer than there are as soon as the state needs somebody.
    [[nodiscard]] qsizetype feed(QByteArrayView bytes);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const HttpFault &fault() const { return m_fault; }
    [[nodiscard]] const RequestHead &head() const { return m_head; }
    /// Bytes of the body that are here.
    [[nodiscard]] qint64 bodySize() const { return m_bodySize; }
    /// Those of them that are in memory.
    [[nodiscard]] qint64 bodyInMemory() const { return m_head.request.body.size(); }
    void allowBody(qint64 limit);
    /// In place of it: the body goes into `file`, and is request.upload in the end.
    void allowUpload(qint64 limit, std::shared_ptr<UploadFile> file);
    /// The request; the reader is empty again.
    [[nodiscard]] RequestHead take();

private:
    enum class Part { Length, ChunkSize, ChunkData, ChunkEnd, Trailers };

    qsizetype feedHead(QByteArrayView bytes);
    qsizetype feedBody(QByteArrayView bytes);
    qsizetype feedLine(QByteArrayView bytes);
    qsizetype feedData(QByteArrayView bytes);
    bool addToLine(char c);
    void lineEnded();
    void headEnded();
    void readChunkSize();
    void readTrailer();
    void keep(QByteArrayView bytes);
    void fail(int status, const char *why);

    const EdgeLimits &m_limits;
    State m_state = State::Empty;
    HttpFault m_fault;
    RequestHead m_head;
    QByteArray m_text;    ///< the head as far as it is here; later a line of a chunked body
    qsizetype m_line = 0; ///< where in it the present line begins
    int m_lines = 0;
    bool m_skippedLine = false;
    Part m_part = Part::Length;
    qint64 m_left = 0; ///< bytes of the body or chunk that are to come
    qint64 m_bodyLimit = 0;
    qint64 m_bodySize = 0;
    qint64 m_overhead = 0; ///< bytes of extensions and trailers
};

} // namespace deskhand
