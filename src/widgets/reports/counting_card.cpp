// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reports/counting_card.h"

#include "models/notices.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskhand {

CountingCard::CountingCard(const AreaContext &context, ReportCardPresenter &presenter, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_presenter(&presenter)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("countingCard"));
    setWindowTitle(tr("How it is counted"));
    m_layout->setContentsMargins(metrics::large, metrics::large, metrics::large, metrics::medium);
    m_layout->setSpacing(metrics::medium);
    auto *copy = new QPushButton(tr("&Copy"), this);
    copy->setObjectName(QStringLiteral("copyCountingPushButton"));
    copy->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeCountingPushButton"));
    close->setDefault(true);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(asText());
        m_context.notices.post(tr("How it is counted was copied"));
    });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addStretch(1);
    buttons->addWidget(close);
    m_layout->addStretch(1);
    m_layout->addLayout(buttons);
    connect(&presenter, &ReportCardPresenter::changed, this, &CountingCard::fill);
    connect(&presenter, &QObject::destroyed, this, &QDialog::close);
    fill();
    resize(520, sizeHint().height());
}

void CountingCard::fill()
{
    if (!m_presenter)
        return;
    QVector<CountingFact> facts = m_presenter->howCounted();
    facts.prepend({QString(), m_presenter->title()});
    if (facts == m_shown)
        return;
    m_shown = facts;
    delete m_body;
    m_body = new QWidget(this);
    auto *grid = new QGridLayout(m_body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::medium);
    grid->setVerticalSpacing(metrics::small);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const CountingFact &fact : facts) {
        auto *text = new PlainLabel(fact.text, m_body);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        if (fact.title.isEmpty()) {
            text->setStyleOf(m_context.theme, TextStyle::Heading);
            grid->addWidget(text, row++, 0, 1, 2);
            continue;
        }
        auto *title = new PlainLabel(fact.title, m_body);
        title->setStyleOf(m_context.theme, TextStyle::Body, Token::TextMuted);
        text->setAccessibleName(fact.title + QStringLiteral(": ") + fact.text);
        grid->addWidget(title, row, 0, Qt::AlignTop);
        grid->addWidget(text, row++, 1);
    }
    m_layout->insertWidget(0, m_body);
}

QString CountingCard::asText() const
{
    QStringList lines;
    for (const CountingFact &fact : m_shown)
        lines << (fact.title.isEmpty() ? fact.text : fact.title + QStringLiteral(": ") + fact.text);
    return lines.join(u'\n');
}

} // namespace deskhand
