// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>
#include <QString>

#include <functional>

namespace deskhand {

/// One sentence that passes by, with at most one thing to do about it ("Undo").
struct Notice {
    QString text;       ///< plain text, may hold customer text
    QString actionText; ///< empty: nothing to do
    std::function<void()> action;
    int milliseconds = 6000; ///< how long it stays
};

/// Where any area says something to the person without knowing who shows it. GUI thread.
class Notices final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void post(const Notice &notice) { Q_EMIT posted(notice); }
    void post(const QString &text) { Q_EMIT posted(Notice{text, {}, {}, 6000}); }
    /// Something failed: `what` says in a sentence what was attempted ("The reply was not sent"), `retry` may be empty.
    void fail(const QString &what, const Error &error, std::function<void()> retry = {})
    {
        Q_EMIT failed(what, error, retry);
    }

Q_SIGNALS:
    void posted(const deskhand::Notice &notice);
    void failed(const QString &what, const deskhand::Error &error, const std::function<void()> &retry);
};

} // namespace deskhand
