// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sla/sla_target_card.h"

#include "widgets/plain_label.h"
#include "widgets/sla/sla_explainer.h"
#include "widgets/sla/target_button.h"
#include "widgets/theme/theme.h"
#include "widgets/ticket/field_button.h"

#include <QVBoxLayout>

namespace deskhand {

SlaTargetCard::SlaTargetCard(SlaExplainer &explainer, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_head(new TargetButton(theme, TargetButton::Shape::Card, this))
    , m_lines(new QVBoxLayout)
    , m_earlier(new QVBoxLayout)
{
    explainer.follow(m_head);
    m_lines->setContentsMargins(metrics::tight, 0, metrics::tight, 0);
    m_lines->setSpacing(2);
    m_status = addLine("slaStatusPlainLabel", Token::Text);
    m_due = addLine("slaDuePlainLabel", Token::Text);
    m_waits = addLine("slaWaitsPlainLabel", Token::TextMuted);
    m_cause = addLine("slaCausePlainLabel", Token::TimeOverdue);
    m_promise = addLine("slaPromisePlainLabel", Token::TextMuted);
    m_rules = addLine("slaRulesPlainLabel", Token::TextMuted);
    m_earlier->setContentsMargins(0, 0, 0, 0);
    m_earlier->setSpacing(2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::tight);
    column->addWidget(m_head);
    column->addLayout(m_lines);
    m_reason = addReason(0, column); // has room of its own beside its words
    column->addLayout(m_earlier);
}

PlainLabel *SlaTargetCard::addLine(const char *name, Token color)
{
    auto *line = new PlainLabel(this);
    line->setObjectName(QString::fromLatin1(name));
    line->setStyleOf(m_theme, TextStyle::Small, color);
    line->setWordWrap(true);
    m_lines->addWidget(line);
    return line;
}

FieldButton *SlaTargetCard::addReason(int cycle, QVBoxLayout *to)
{
    auto *button = new FieldButton(m_theme, this);
    button->setObjectName(QStringLiteral("reason%1FieldButton").arg(cycle));
    button->setCompact();
    connect(button, &QAbstractButton::clicked, this, [this, cycle] {
        const int asked = cycle == 0 ? m_block.cycle : cycle;
        QString reason = m_block.reason;
        for (const SlaEarlierCycle &earlier : std::as_const(m_block.earlier)) {
            if (earlier.cycle == asked)
                reason = earlier.reason;
        }
        Q_EMIT reasonRequested(m_block.target, asked, reason);
    });
    to->addWidget(button, 0, Qt::AlignLeft);
    return button;
}

void SlaTargetCard::showReason(FieldButton *button, const QString &reason) const
{
    button->setValue(tr("Reason"), reason.isEmpty() ? tr("Note why it was missed") : reason,
                     m_theme.icon(QStringLiteral("note")), reason.isEmpty());
}

void SlaTargetCard::setBlock(const SlaBlock &block)
{
    if (block == m_block)
        return;
    m_block = block;
    m_head->setBlock(block);
    const auto say = [](PlainLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    say(m_status, block.status);
    say(m_due, block.due);
    say(m_waits, block.waits);
    say(m_promise, block.promise);
    say(m_cause, block.cause);
    say(m_rules, block.rules);
    m_reason->setVisible(block.isMissed());
    showReason(m_reason, block.reason);
    showEarlier();
}

void SlaTargetCard::showEarlier()
{
    if (m_block.earlier == m_shownEarlier)
        return;
    m_shownEarlier = m_block.earlier;
    while (QLayoutItem *item = m_earlier->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (auto cycle = m_shownEarlier.crbegin(); cycle != m_shownEarlier.crend(); ++cycle) {
        auto *line = new PlainLabel(cycle->text, this);
        line->setStyleOf(m_theme, TextStyle::Small, Token::TextMuted);
        line->setWordWrap(true);
        line->setContentsMargins(metrics::tight, 0, metrics::tight, 0);
        m_earlier->addWidget(line);
        if (cycle->missed)
            showReason(addReason(cycle->cycle, m_earlier), cycle->reason);
    }
}

} // namespace deskhand
