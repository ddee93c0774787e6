// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPalette>

namespace deskhand {

/// Whether the desktop shows itself dark. Qt 6.4 has no question for this; the platform's own palette answers it.
/// Make it before the application's palette is set.
class SystemScheme final : public QObject
{
    Q_OBJECT

public:
    explicit SystemScheme(QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_dark; }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();

private:
    void read();

    bool m_dark = false;
};

} // namespace deskhand
