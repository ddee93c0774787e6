// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QRect>

class QWidget;

namespace deskhand {

/// What nothing that floats over a window may cover, such as the place where a reply is written. Of the window. GUI
/// thread.
class KeptClear final : public QObject
{
    Q_OBJECT

public:
    explicit KeptClear(QWidget *window);

    /// `widget`: inside of the window; may go at any time.
    void add(QWidget *widget);
    /// `wanted`, in places of the window, or the nearest place above it that covers none of them; at the upper edge of
    /// the window when there is no room.
    [[nodiscard]] QRect above(QRect wanted) const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// One of them has come, gone, moved or another size.
    void changed();

private:
    QWidget *m_window;
    QList<QPointer<QWidget>> m_kept;
};

} // namespace deskhand
