// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/workspace_bar.h"

#include "widgets/elided_text.h"
#include "widgets/theme/style_parts.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr int barMargin = 8;

/// Looks like a row of the sidebar.
class WorkspaceButton final : public QAbstractButton
{
public:
    WorkspaceButton(const Theme &theme, const QString &icon, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
        , m_iconName(icon)
    {
        setCheckable(true);
        setAttribute(Qt::WA_Hover, true);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(&theme, &Theme::changed, this, [this] {
            updateGeometry();
            update();
        });
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics fontMetrics(m_theme.font(TextStyle::Strong));
        return {fontMetrics.horizontalAdvance(text()) + 3 * barMargin + metrics::icon + metrics::small,
                fontMetrics.height() + m_theme.rowPadding() + metrics::tight};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF plate = QRectF(rect()).adjusted(barMargin / 2.0, 0.5, -barMargin / 2.0, -0.5);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(isChecked() ? Token::SelectionInactive : Token::Hover));
            painter.drawRoundedRect(plate, metrics::radius, metrics::radius);
        }
        if (hasFocus()) {
            painter.setPen(QPen(m_theme.color(Token::Accent), 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(plate.adjusted(0.75, 0.75, -0.75, -0.75), metrics::radius, metrics::radius);
        }
        const int left = barMargin + metrics::tight;
        m_theme.icon(m_iconName, isChecked() ? Token::Accent : Token::TextMuted)
            .paint(&painter, QRect(left, (height() - metrics::icon) / 2, metrics::icon, metrics::icon));
        const QRect line(left + metrics::icon + metrics::small, 0,
                         width() - left - metrics::icon - metrics::small - barMargin, height());
        painter.setFont(m_theme.font(isChecked() ? TextStyle::Strong : TextStyle::Body));
        painter.setPen(m_theme.color(Token::Text));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         elidedText(painter.fontMetrics(), text(), Qt::ElideRight, line.width()));
    }

private:
    const Theme &m_theme;
    QString m_iconName;
};

} // namespace

WorkspaceBar::WorkspaceBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_buttons(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("workspaceBar"));
    setAccessibleName(tr("Workspaces"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::small, 0, 0);
    layout->setSpacing(0);
}

void WorkspaceBar::add(const QString &id, const QString &text, const QString &icon)
{
    auto *button = new WorkspaceButton(m_theme, icon, this);
    button->setObjectName(id + QStringLiteral("WorkspaceButton"));
    button->setText(text);
    button->setAccessibleName(text);
    m_buttons->addButton(button);
    layout()->addWidget(button);
    connect(button, &QAbstractButton::clicked, this, [this, id] { Q_EMIT wanted(id); });
}

void WorkspaceBar::setCurrent(const QString &id)
{
    if (auto *button = findChild<QAbstractButton *>(id + QStringLiteral("WorkspaceButton")))
        button->setChecked(true);
}

} // namespace deskhand
