// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/compliance_table.h"

#include "models/sla/sla_setup_words.h"
#include "models/sla_words.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace deskhand {

namespace {

constexpr int complianceShareRole = Qt::UserRole + 1;
constexpr int complianceBarWidth = 90;

SlaCompliance complianceOf(const QVector<SlaCompliance> &all, SlaTargetKind kind)
{
    for (const SlaCompliance &one : all) {
        if (one.target == kind)
            return one;
    }
    return {kind, 0, 0, 0};
}

/// The share as a bar with its number behind it.
class ComplianceBar final : public QStyledItemDelegate
{
public:
    ComplianceBar(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const double share = index.data(complianceShareRole).toDouble();
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect cell = option.rect.adjusted(metrics::small, 0, -metrics::small, 0);
        const QRect bar(cell.left(), cell.center().y() - 3, complianceBarWidth, 6);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(Token::Hover));
        painter->drawRoundedRect(bar, 3, 3);
        if (share >= 0) {
            const Token tone = share >= 0.95 ? Token::Success : share >= 0.8 ? Token::Warning : Token::Danger;
            painter->setBrush(m_theme.color(tone));
            painter->drawRoundedRect(QRectF(bar.left(), bar.top(), qMax(3.0, share * bar.width()), bar.height()), 3, 3);
        }
        painter->setPen(m_theme.color(Token::Text));
        painter->setFont(m_theme.font(TextStyle::Body));
        const QRect text(bar.right() + metrics::small, cell.top(), cell.right() - bar.right() - metrics::small,
                         cell.height());
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QFontMetrics letters(m_theme.font(TextStyle::Body));
        return {complianceBarWidth + 4 * metrics::small + letters.horizontalAdvance(QStringLiteral("100.0 %")),
                qMax(m_theme.controlHeight(), QStyledItemDelegate::sizeHint(option, index).height())};
    }

private:
    const Theme &m_theme;
};

} // namespace

ComplianceTable::ComplianceTable(const Theme &theme, QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("complianceTreeWidget"));
    setAccessibleName(tr("Kept promises before and after"));
    setHeaderLabels({tr("Target"), tr("Now"), tr("Kept / missed"), tr("Then"), tr("Kept / missed")});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setStretchLastSection(false);
    for (const int column : {1, 3})
        setItemDelegateForColumn(column, new ComplianceBar(theme, this));
}

void ComplianceTable::setImpact(const SlaImpact &impact)
{
    clear();
    for (const SlaTargetKind kind : allSlaTargetKinds) {
        const SlaCompliance before = complianceOf(impact.before, kind);
        const SlaCompliance after = complianceOf(impact.after, kind);
        const auto any = [](const SlaCompliance &one) { return one.met + one.missed + one.running > 0; };
        if (!any(before) && !any(after))
            continue;
        const auto counts = [this](const SlaCompliance &one) {
            return QStringLiteral("%1 / %2").arg(locale().toString(one.met), locale().toString(one.missed));
        };
        auto *item =
            new QTreeWidgetItem(this, {slaTargetText(kind), SlaSetupWords::compliance(before, locale()), counts(before),
                                       SlaSetupWords::compliance(after, locale()), counts(after)});
        item->setData(1, complianceShareRole, SlaSetupWords::kept(before));
        item->setData(3, complianceShareRole, SlaSetupWords::kept(after));
    }
    if (topLevelItemCount() > 0)
        setCurrentItem(topLevelItem(0));
}

} // namespace deskhand
