// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_random.h"
#include "demo/template_library.h"
#include "domain/article.h"

#include <QByteArray>
#include <QVector>

namespace deskhand {

/// The files that tickets of the demo carry: drawn screenshots, logs, tables, small PDFs. A few hundred different ones,
/// made once and shared, as the same file is stored once.
class DemoFiles
{
public:
    explicit DemoFiles(quint64 seed);

    struct File {
        QString stem;   ///< "screenshot"; the name gets a number
        QString suffix; ///< "png"
        QString type;   ///< MIME
        QByteArray bytes;
        QByteArray sha256;
    };

    /// One of the files of that kind (not None).
    [[nodiscard]] const File &pick(PieceFile kind, DemoRandom *random) const;
    [[nodiscard]] const QVector<File> &all(PieceFile kind) const { return m_files[size_t(kind)]; }

private:
    void add(PieceFile kind, const char *stem, const char *suffix, const char *type, const QByteArray &bytes);

    std::array<QVector<File>, 5> m_files;
};

} // namespace deskhand
