// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "operations/query.h"
#include "widgets/theme/tokens.h"

#include <QWidget>

namespace deskhand {

class PlainLabel;
class Theme;

/// Who asks: name, ways to reach them, organization, and how much they ask.
class RequesterCard final : public QWidget
{
    Q_OBJECT

public:
    explicit RequesterCard(const Theme &theme, QWidget *parent = nullptr);

    void setRequester(const TicketDetail &detail, const Catalog &catalog, Instant now);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PlainLabel *addLine(const QString &objectName, Token color = Token::TextMuted);
    void setLine(PlainLabel *label, const QString &text);

    const Theme &m_theme;
    QString m_initials;
    bool m_vip = false;
    PlainLabel *m_name;
    PlainLabel *m_organization;
    PlainLabel *m_address;
    PlainLabel *m_trouble; ///< mail to the address does not arrive
    PlainLabel *m_phone;
    PlainLabel *m_language;
    PlainLabel *m_note;
    PlainLabel *m_counts;
};

} // namespace deskhand
