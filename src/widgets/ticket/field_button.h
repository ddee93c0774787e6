// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace deskhand {

class Theme;

/// A value that can be changed: sign, text and a chevron, flat until the pointer or the keyboard is on it.
class FieldButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FieldButton(const Theme &theme, QWidget *parent = nullptr);

    /// `field`: what the value is of, for screen readers and the tooltip; `muted`: there is none yet.
    void setValue(const QString &field, const QString &value, const QIcon &sign, bool muted = false);
    /// In the small font, without room around the text: for forms.
    void setCompact();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    bool m_muted = false;
    bool m_compact = false;
};

} // namespace deskhand
