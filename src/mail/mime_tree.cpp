// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mime_tree.h"

#include "mail/gmime_handle.h"
#include "mail/structure_guard.h"
#include "mail/transfer_decoder.h"

namespace deskhand {
namespace {

/// The content headers as GMime reads them; the other headers are ours already.
QByteArray contentHeaders(const HeaderBlock &headers)
{
    QByteArray block;
    for (const char *name : {"Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Content-ID"}) {
        if (headers.has(name))
            block += QByteArray(name) + ':' + headers.value(name).replace('\0', ' ') + '\n';
    }
    return block + '\n';
}

GMimeParserOptions *newParserOptions()
{
    GMimeParserOptions *options = g_mime_parser_options_new();
    const char *fallback[] = {"utf-8", "windows-1252", nullptr};
    g_mime_parser_options_set_fallback_charsets(options, fallback);
    g_mime_parser_options_set_parameter_compliance_mode(options, GMIME_RFC_COMPLIANCE_LOOSE);
    return options;
}

struct OptionsFree {
    void operator()(GMimeParserOptions *options) const { g_mime_parser_options_free(options); }
};

/// Parses headers and body, which are copied once.
GObjectHandle<GMimeObject> parseBytes(const QByteArray &headers, QByteArrayView body)
{
    GByteArray *bytes = g_byte_array_sized_new(static_cast<guint>(headers.size() + body.size()));
    g_byte_array_append(bytes, reinterpret_cast<const guint8 *>(headers.constData()),
                        static_cast<guint>(headers.size()));
    g_byte_array_append(bytes, reinterpret_cast<const guint8 *>(body.data()), static_cast<guint>(body.size()));
    const GObjectHandle<GMimeStream> stream(g_mime_stream_mem_new_with_byte_array(bytes));
    const GObjectHandle<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    g_mime_parser_set_persist_stream(parser.get(), TRUE);
    const std::unique_ptr<GMimeParserOptions, OptionsFree> options(newParserOptions());
    return GObjectHandle<GMimeObject>(g_mime_parser_construct_part(parser.get(), options.get()));
}

QByteArray lowered(const char *text)
{
    return QByteArray(text).toLower();
}

/// The bytes of a part as they stand in the mail. GMime takes the line end before a separator by the kind of line
/// end that the separator itself has; with mixed line ends that is a byte too many or too few.
QByteArrayView rawContent(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    GMimeStream *stream = content ? g_mime_data_wrapper_get_stream(content) : nullptr;
    if (!stream || !GMIME_IS_STREAM_MEM(stream))
        return {};
    const GByteArray *all = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    const qsizetype size = all->len;
    const qsizetype start = qBound(qsizetype(0), qsizetype(stream->bound_start), size);
    qsizetype end = stream->bound_end < 0 ? size : qBound(start, qsizetype(stream->bound_end), size);
    const char *bytes = reinterpret_cast<const char *>(all->data);
    if (end > start && bytes[end - 1] == '\r' && end < size && bytes[end] == '\n')
        --end;
    else if (end + 1 < size && bytes[end] != '\r' && bytes[end] != '\n' && bytes[end + 1] == '\n')
        ++end;
    return QByteArrayView(bytes + start, end - start);
}

QByteArray decodedContent(GMimePart *part)
{
    const QByteArrayView raw = rawContent(part);
    switch (g_mime_part_get_content_encoding(part)) {
    case GMIME_CONTENT_ENCODING_BASE64: return decodeBase64(raw);
    case GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE: return decodeQuotedPrintable(raw);
    case GMIME_CONTENT_ENCODING_UUENCODE: return decodeUuencode(raw);
    default: return raw.toByteArray();
    }
}

/// "Content-Type: application; name=x" has no subtype; GMime then drops the parameters too.
GObjectHandle<GMimeContentType> repairedType(const char *header)
{
    QByteArray value(header);
    const qsizetype semicolon = value.indexOf(';');
    value = "application/octet-stream" + (semicolon < 0 ? QByteArray() : value.sliced(semicolon));
    return GObjectHandle<GMimeContentType>(g_mime_content_type_parse(nullptr, value.constData()));
}

/// The separator of a multipart that does not name it: the first line "--something" that header lines follow.
QByteArray guessedBoundary(QByteArrayView text)
{
    qsizetype at = text.startsWith("--") ? 0 : text.indexOf("\n--") + 1;
    for (int tries = 0; tries < 50 && (at > 0 || (tries == 0 && text.startsWith("--"))); ++tries) {
        const qsizetype end = text.indexOf('\n', at);
        if (end < 0)
            break;
        const QByteArrayView name = text.sliced(at + 2, end - at - 2).trimmed();
        const qsizetype nextEnd = text.indexOf('\n', end + 1);
        if (!name.isEmpty() && name.size() <= 200 && nextEnd > 0
            && isKnownMailHeader(text.sliced(end + 1, nextEnd - end - 1)))
            return name.toByteArray();
        at = text.indexOf("\n--", end) + 1;
    }
    return {};
}

void readTypeParameters(GMimeContentType *type, MimePart &part)
{
    const QByteArray major = lowered(g_mime_content_type_get_media_type(type));
    const QByteArray minor = lowered(g_mime_content_type_get_media_subtype(type));
    if (!major.isEmpty() && !minor.isEmpty())
        part.type = major + '/' + minor;
    const auto parameter = [type](const char *name) {
        return QByteArray(g_mime_content_type_get_parameter(type, name));
    };
    part.charset = parameter("charset");
    part.reportType = parameter("report-type").toLower();
    part.flowed = parameter("format").toLower() == "flowed";
    part.delSp = parameter("delsp").toLower() == "yes";
}

void noteTransferEncoding(GMimeObject *object, DefectNotes &defects)
{
    const char *value = g_mime_object_get_header(object, "Content-Transfer-Encoding");
    if (value && *value && g_mime_content_encoding_from_string(value) == GMIME_CONTENT_ENCODING_DEFAULT)
        defects.note(defect::transferEncodingUnknown);
}

class TreeReader
{
public:
    TreeReader(const MailLimits &limits, DefectNotes &defects)
        : m_limits(limits)
        , m_defects(defects)
    {
    }

    MimePart read(GMimeObject *object, int depth)
    {
        MimePart part;
        part.type = "text/plain";
        const char *typeHeader = g_mime_object_get_header(object, "Content-Type");
        part.typeGiven = typeHeader != nullptr;
        if (typeHeader && !QByteArrayView(typeHeader).contains('/')) {
            m_defects.note(defect::contentTypeMalformed);
            readMalformedType(typeHeader, part);
        } else if (GMimeContentType *type = g_mime_object_get_content_type(object)) {
            readTypeParameters(type, part);
        }
        part.disposition = lowered(g_mime_object_get_disposition(object));
        if (const char *id = g_mime_object_get_content_id(object))
            part.contentId = QByteArray(id);
        ++m_parts;
        if (GMIME_IS_MULTIPART(object))
            readChildren(GMIME_MULTIPART(object), part, depth);
        else if (GMIME_IS_PART(object))
            readLeaf(GMIME_PART(object), part);
        return part;
    }

private:
    /// "text" alone is text; anything else without a subtype is a file.
    static void readMalformedType(const char *header, MimePart &part)
    {
        const GObjectHandle<GMimeContentType> type = repairedType(header);
        const QByteArray major = QByteArray(header).trimmed().toLower().split(';').first().trimmed();
        if (!type || major == "text" || major == "plain" || major.isEmpty())
            return;
        readTypeParameters(type.get(), part);
        if (const char *name = g_mime_content_type_get_parameter(type.get(), "name"))
            part.fileName = QString::fromUtf8(name);
    }

    void readLeaf(GMimePart *leaf, MimePart &part)
    {
        noteTransferEncoding(GMIME_OBJECT(leaf), m_defects);
        if (const char *name = g_mime_part_get_filename(leaf))
            part.fileName = QString::fromUtf8(name);
        part.content = decodedContent(leaf);
    }

    void readChildren(GMimeMultipart *multipart, MimePart &part, int depth)
    {
        const int count = g_mime_multipart_get_count(multipart);
        if (count == 0) {
            // No boundary, or none of its parts: the text would be lost in the preamble.
            const bool hasBoundary =
                g_mime_object_get_content_type_parameter(GMIME_OBJECT(multipart), "boundary") != nullptr;
            m_defects.note(hasBoundary ? defect::noParts : defect::noBoundary);
            readPreamble(QByteArray(g_mime_multipart_get_prologue(multipart)), part, depth);
            return;
        }
        if (!multipart->write_end_boundary)
            m_defects.note(defect::noClosingBoundary);
        if (depth >= m_limits.depth) {
            m_defects.note(defect::tooDeep);
            return;
        }
        for (int i = 0; i < count; ++i) {
            if (m_parts >= m_limits.parts) {
                m_defects.note(defect::tooManyParts);
                return;
            }
            part.children.append(read(g_mime_multipart_get_part(multipart, i), depth + 1));
        }
    }

    /// All that a multipart without parts has is its preamble: parts behind another separator, or text.
    void readPreamble(const QByteArray &preamble, MimePart &part, int depth)
    {
        const QByteArray boundary = depth < 3 ? guessedBoundary(preamble) : QByteArray();
        if (!boundary.isEmpty() && !boundary.contains('"')) {
            const QByteArray header = "Content-Type: " + part.type + "; boundary=\"" + boundary + "\"\n\n";
            const GObjectHandle<GMimeObject> again = parseBytes(header, preamble);
            if (again && GMIME_IS_MULTIPART(again.get())
                && g_mime_multipart_get_count(GMIME_MULTIPART(again.get())) > 0) {
                readChildren(GMIME_MULTIPART(again.get()), part, depth + 1);
                return;
            }
        }
        MimePart text;
        text.type = "text/plain";
        text.content = preamble;
        if (!text.content.trimmed().isEmpty())
            part.children.append(text);
    }

    const MailLimits &m_limits;
    DefectNotes &m_defects;
    int m_parts = 0;
};

} // namespace

MimePart readMimeTree(const HeaderBlock &headers, QByteArrayView body, const MailLimits &limits, DefectNotes &defects)
{
    ensureGmime();
    const QByteArrayView bounded = boundedBody(body, headers.value("Content-Type"), limits, defects);
    const GObjectHandle<GMimeObject> root = parseBytes(contentHeaders(headers), bounded);
    if (!root) {
        defects.note(defect::unparsable);
        MimePart text;
        text.type = "text/plain";
        text.content = body.toByteArray();
        return text;
    }
    return TreeReader(limits, defects).read(root.get(), 0);
}

} // namespace deskhand
