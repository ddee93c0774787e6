// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk.h"

#include <QHash>
#include <QImage>
#include <QObject>

namespace deskhand {

/// Pictures of the thread that is shown, by a name of the caller's. They are read from the desk and decoded outside the
/// GUI thread; until one is there, and when it cannot be shown, there is a null image. Desk must outlive it.
class PictureStore : public QObject
{
    Q_OBJECT

public:
    enum class State { Unknown, Loading, Ready, Failed };

    explicit PictureStore(Desk &desk, QObject *parent = nullptr);

    [[nodiscard]] State state(const QString &name) const;
    /// Null unless Ready. At most `longestSide` pixels in width and height.
    [[nodiscard]] QImage picture(const QString &name) const;
    /// Reads the picture from the desk; arrived() follows. Nothing when it was asked for before.
    void wantBlob(const QString &name, const QByteArray &sha256);
    /// Decodes bytes that are at hand; arrived() follows.
    void wantBytes(const QString &name, const QByteArray &bytes);
    /// Forgets everything: another ticket.
    void clear();

    static constexpr int longestSide = 2000;

Q_SIGNALS:
    void arrived(const QString &name); ///< Ready or Failed

private:
    struct Entry {
        State state = State::Unknown;
        QImage image;
    };

    void decode(const QString &name, const QByteArray &bytes);
    void finish(const QString &name, const Result<QImage> &image);

    Desk &m_desk;
    QHash<QString, Entry> m_entries;
    int m_generation = 0; ///< answers for an earlier ticket are not taken
};

} // namespace deskhand
