// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace deskhand {

/// Keeps single-key shortcuts from firing while somebody types: a printable key in a widget that edits text goes to
/// the text. Install one on the application.
class TypingGuard final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

/// Whether keys pressed in this widget write text.
[[nodiscard]] bool takesTyping(const QWidget *widget);

} // namespace deskhand
