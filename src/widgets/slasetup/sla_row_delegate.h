// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>

namespace deskhand {

class Theme;

/// A calendar, a policy or a finding of the check in two lines.
class SlaRowDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    /// `icon`: of rows with which all is well.
    SlaRowDelegate(const Theme &theme, const QString &icon, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    QString m_icon;
};

} // namespace deskhand
