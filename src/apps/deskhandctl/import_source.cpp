// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/import_source.h"

#include <QFile>

#include <memory>

#include <zlib.h>

namespace deskhand::ctl {
namespace {

struct GzipCloser {
    void operator()(gzFile file) const { gzclose(file); }
};

} // namespace

Result<CsvReader::Source> importSourceOf(const QString &path)
{
    const QString where = QStringLiteral("deskhandctl.importSource");
    if (!QFile::exists(path))
        return Error{ErrorCode::NotFound, where, QStringLiteral("there is no file “%1”").arg(path), {}};
    // What is not compressed it gives as it is.
    const gzFile opened = gzopen(QFile::encodeName(path).constData(), "rb");
    if (!opened)
        return Error{ErrorCode::Denied, where, QStringLiteral("“%1” cannot be opened").arg(path), {}};
    constexpr unsigned pieceBytes = 256 * 1024;
    gzbuffer(opened, pieceBytes);
    const std::shared_ptr<gzFile_s> file(opened, GzipCloser());
    return CsvReader::Source([file, where, path]() -> Result<QByteArray> {
        QByteArray bytes(pieceBytes, Qt::Uninitialized);
        const int read = gzread(file.get(), bytes.data(), pieceBytes);
        int error = Z_OK;
        gzerror(file.get(), &error);
        if (read < 0 || (error != Z_OK && error != Z_STREAM_END))
            return Error{ErrorCode::Corrupt, where, QStringLiteral("“%1” is damaged or cut off").arg(path), {}};
        bytes.truncate(read);
        return bytes;
    });
}

} // namespace deskhand::ctl
