// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/thread/picture_store.h"

#include "base/deliver.h"
#include "models/picture_decoder.h"

#include <QThreadPool>

#include <memory>

namespace deskhand {

PictureStore::PictureStore(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
}

PictureStore::State PictureStore::state(const QString &name) const
{
    return m_entries.value(name).state;
}

QImage PictureStore::picture(const QString &name) const
{
    return m_entries.value(name).image;
}

void PictureStore::clear()
{
    m_entries.clear();
    ++m_generation;
}

void PictureStore::wantBlob(const QString &name, const QByteArray &sha256)
{
    Entry &entry = m_entries[name];
    if (entry.state != State::Unknown)
        return;
    entry.state = State::Loading;
    const int asked = m_generation;
    deliver(m_desk.blob(sha256), this, [this, asked, name](const Result<QByteArray> &bytes) {
        if (asked != m_generation)
            return;
        if (bytes)
            decode(name, *bytes);
        else
            finish(name, bytes.error());
    });
}

void PictureStore::wantBytes(const QString &name, const QByteArray &bytes)
{
    Entry &entry = m_entries[name];
    if (entry.state == State::Loading || entry.state == State::Ready)
        return;
    entry.state = State::Loading;
    decode(name, bytes);
}

void PictureStore::decode(const QString &name, const QByteArray &bytes)
{
    auto promise = std::make_shared<QFutureInterface<Result<QImage>>>();
    promise->reportStarted();
    const QFuture<Result<QImage>> decoded = promise->future();
    QThreadPool::globalInstance()->start([promise, bytes] {
        promise->reportResult(decodePicture(bytes, longestSide));
        promise->reportFinished();
    });
    const int asked = m_generation;
    deliver(decoded, this, [this, asked, name](const Result<QImage> &image) {
        if (asked == m_generation)
            finish(name, image);
    });
}

void PictureStore::finish(const QString &name, const Result<QImage> &image)
{
    Entry &entry = m_entries[name];
    entry.state = image ? State::Ready : State::Failed;
    entry.image = image ? *image : QImage();
    Q_EMIT arrived(name);
}

} // namespace deskhand
