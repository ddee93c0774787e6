// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/report_paper/paper_order.h"

#include "wire/wire_object.h"
#include "wire/wire_shapes.h"

namespace deskhand {

// Found by wireType<T>(), like those of wire/wire_shapes.h.
[[nodiscard]] const WireType &wireShape(const OutgoingFile *);
[[nodiscard]] const WireType &wireShape(const ReportMail *);
[[nodiscard]] const WireType &wireShape(const ReportLetterCard *);
[[nodiscard]] const WireType &wireShape(const ReportLetter *);

namespace {

/// On the wire; the kind is a number there: both ends are one version of one program.
struct WrittenOrder {
    int kind = 0;
    ReportLetter letter;
};

const WireType &orderShape()
{
    static const WireType &type = (new WireObjectOf<WrittenOrder>("PaperOrder"))
                                      ->field("kind", &WrittenOrder::kind)
                                      .field("letter", &WrittenOrder::letter)
                                      .required();
    return type;
}

} // namespace

const WireType &wireShape(const OutgoingFile *)
{
    using T = OutgoingFile;
    static const WireType &type = (new WireObjectOf<T>("OutgoingFile"))
                                      ->field("name", &T::name)
                                      .field("type", &T::type)
                                      .field("bytes", &T::bytes)
                                      .field("isInline", &T::isInline)
                                      .field("contentId", &T::contentId);
    return type;
}

const WireType &wireShape(const ReportMail *)
{
    using T = ReportMail;
    static const WireType &type = (new WireObjectOf<T>("ReportMail"))
                                      ->field("subject", &T::subject)
                                      .required()
                                      .field("text", &T::text)
                                      .field("html", &T::html)
                                      .field("language", &T::language)
                                      .field("files", &T::files);
    return type;
}

const WireType &wireShape(const ReportLetterCard *)
{
    using T = ReportLetterCard;
    static const WireType &type = (new WireObjectOf<T>("ReportLetterCard"))
                                      ->field("title", &T::title)
                                      .field("builtin", &T::builtin)
                                      .field("report", &T::report)
                                      .field("answer", &T::answer)
                                      .field("failure", &T::failure);
    return type;
}

const WireType &wireShape(const ReportLetter *)
{
    using T = ReportLetter;
    static const WireType &type = (new WireObjectOf<T>("ReportLetter"))
                                      ->field("catalog", &T::catalog)
                                      .required()
                                      .field("reader", &T::reader)
                                      .field("language", &T::language)
                                      .field("name", &T::name)
                                      .field("builtin", &T::builtin)
                                      .field("scheduleName", &T::scheduleName)
                                      .field("schedule", &T::schedule)
                                      .field("dueAt", &T::dueAt)
                                      .field("trial", &T::trial)
                                      .field("cards", &T::cards);
    return type;
}

QByteArray encodePaperOrder(const PaperOrder &order)
{
    const WrittenOrder written{int(order.kind), order.letter};
    return encodeWireAnswer(orderShape(), &written);
}

Result<PaperOrder> decodePaperOrder(const QByteArray &json)
{
    WrittenOrder written;
    if (Result<void> read = decodeWireAnswer(orderShape(), json, &written); !read)
        return read.error();
    if (!written.letter.catalog)
        return Error{ErrorCode::Corrupt, QStringLiteral("report.paper"), QStringLiteral("no catalogue"), {}};
    if (written.kind < int(PaperKind::Mail) || written.kind > int(PaperKind::Pictures))
        return Error{ErrorCode::Corrupt, QStringLiteral("report.paper"), QStringLiteral("no such kind"), {}};
    return PaperOrder{PaperKind(written.kind), std::move(written.letter)};
}

QByteArray encodePaper(const ReportMail &paper)
{
    return encodeWireAnswer(wireType<ReportMail>(), &paper);
}

Result<ReportMail> decodePaper(const QByteArray &json)
{
    ReportMail paper;
    if (Result<void> read = decodeWireAnswer(wireType<ReportMail>(), json, &paper); !read)
        return read.error();
    return paper;
}

} // namespace deskhand
