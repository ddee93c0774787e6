// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace deskhand {

/// Whether the desktop shows itself dark. Qt 6.4 has no question for this, so it is read from the palette of the
/// platform's theme; who knows better (the desktop's portal, asked by the composition root) says so with tell().
/// Make it before the application's palette is set.
class SystemScheme final : public QObject
{
    Q_OBJECT

public:
    explicit SystemScheme(QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_dark; }

    /// From now on this holds, whatever the palette says.
    void tell(bool dark);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();

private:
    void readPalette();
    void setDark(bool dark);

    bool m_dark = false;
    bool m_told = false; ///< then the palette is not asked any more
};

} // namespace deskhand
