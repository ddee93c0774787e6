// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "operations/query.h"

#include <QAbstractButton>

namespace deskhand {

class Theme;

/// Another ticket in one line: state, number, subject, and how long ago it changed.
class TicketLinkButton final : public QAbstractButton
{
    Q_OBJECT

public:
    TicketLinkButton(const Theme &theme, const TicketRow &row, CatalogPtr catalog, Instant now,
                     QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    TicketRow m_row;
    StateType m_state;
    QString m_age;
};

} // namespace deskhand
