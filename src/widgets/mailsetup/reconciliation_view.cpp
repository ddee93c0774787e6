// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mailsetup/reconciliation_view.h"

#include "widgets/plain_label.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskhand {

ReconciliationView::ReconciliationView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_equation(new PlainLabel(this))
    , m_imbalance(new PlainLabel(this))
    , m_more(new QPushButton(this))
{
    setObjectName(QStringLiteral("reconciliationView"));
    m_equation->setObjectName(QStringLiteral("reconciliationLabel"));
    m_equation->setWordWrap(true);
    m_equation->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_imbalance->setObjectName(QStringLiteral("imbalanceLabel"));
    m_imbalance->setStyleOf(theme, TextStyle::Strong, Token::Danger);
    m_imbalance->setWordWrap(true);
    m_more->setObjectName(QStringLiteral("reconciliationMoreButton"));
    m_more->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::medium);
    line->addWidget(m_equation, 1);
    line->addWidget(m_more, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addLayout(line);
    layout->addWidget(m_imbalance);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_open = !m_open;
        showLines();
    });
    setReport({});
}

void ReconciliationView::setReport(const MailboxReport &report)
{
    const QString equation = m_words.equation(report.sums);
    const bool same = equation == m_equation->text() && report.sums.reasons == m_report.sums.reasons;
    m_report = report;
    m_equation->setText(equation);
    const QString wrong = m_words.imbalance(report);
    m_imbalance->setText(wrong);
    m_imbalance->setVisible(!wrong.isEmpty());
    if (!same || !m_lines) // what is read does not jump
        showLines();
}

void ReconciliationView::showLines()
{
    m_more->setText(m_open ? tr("Less") : tr("Each number…"));
    delete m_lines;
    m_lines = new QWidget(this);
    auto *grid = new QGridLayout(m_lines);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::medium);
    grid->setVerticalSpacing(metrics::tight);
    grid->setColumnStretch(2, 1);
    for (const ReconciliationLine &line : MailboxWords::lines(m_report.sums)) {
        addLine(grid, m_words.times.locale.toString(line.count), line.name, line.explanation);
        for (const auto &[reason, count] : line.reasons)
            addLine(grid, {}, {}, tr("%1: %2").arg(m_words.times.locale.toString(count), reason));
    }
    auto *rule = new QFrame(m_lines);
    rule->setFrameShape(QFrame::HLine);
    rule->setFixedHeight(metrics::hairline);
    grid->addWidget(rule, grid->rowCount(), 0, 1, 3);
    addLine(grid, m_words.times.locale.toString(m_report.sums.seen()), tr("seen"), {}, true);
    layout()->addWidget(m_lines);
    m_lines->setVisible(m_open);
}

void ReconciliationView::addLine(QGridLayout *grid, const QString &count, const QString &name,
                                 const QString &explanation, bool isSum)
{
    const int row = grid->rowCount();
    const TextStyle style = isSum ? TextStyle::Strong : TextStyle::Body;
    auto *number = new PlainLabel(count, m_lines);
    number->setStyleOf(m_theme, style);
    auto *what = new PlainLabel(name, m_lines);
    what->setStyleOf(m_theme, style);
    auto *why = new PlainLabel(explanation, m_lines);
    why->setStyleOf(m_theme, TextStyle::Small, Token::TextMuted);
    why->setWordWrap(true);
    grid->addWidget(number, row, 0, Qt::AlignRight | Qt::AlignTop);
    grid->addWidget(what, row, 1, Qt::AlignTop);
    grid->addWidget(why, row, 2);
}

} // namespace deskhand
