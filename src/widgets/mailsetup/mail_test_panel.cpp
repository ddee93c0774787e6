// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mailsetup/mail_test_panel.h"

#include "models/mailbox_words.h"
#include "widgets/plain_label.h"

#include <QAccessible>
#include <QGridLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskhand {

MailTestPanel::MailTestPanel(const Theme &theme, MailboxPresenter &presenter, MailHalf half, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_presenter(presenter)
    , m_half(half)
    , m_button(new QPushButton(this))
    , m_progress(new QProgressBar(this))
    , m_why(new PlainLabel(this))
    , m_steps(new QVBoxLayout)
{
    const bool receives = half == MailHalf::Receiving;
    m_button->setObjectName(receives ? QStringLiteral("testReceivingButton") : QStringLiteral("testSendingButton"));
    m_button->setAutoDefault(false);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Testing"));
    m_why->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_why->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::medium);
    line->addWidget(m_button);
    line->addWidget(m_progress, 1);
    line->addWidget(m_why, 1);
    m_steps->setContentsMargins(0, 0, 0, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addLayout(line);
    layout->addLayout(m_steps);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_presenter.testOf(m_half).running)
            m_presenter.stopTest(m_half);
        else
            m_presenter.test(m_half);
    });
    connect(&presenter, &MailboxPresenter::changed, this, &MailTestPanel::updateButton);
    connect(&presenter, &MailboxPresenter::testChanged, this, [this](MailHalf changed) {
        if (changed == m_half)
            showTest();
    });
    updateButton();
}

void MailTestPanel::updateButton()
{
    const bool running = m_presenter.testOf(m_half).running;
    const QString problem = m_presenter.testProblem(m_half);
    m_button->setText(running ? tr("Stop") : m_half == MailHalf::Receiving ? tr("Test receiving") : tr("Test sending"));
    m_button->setEnabled(running || problem.isEmpty());
    m_progress->setVisible(running);
    m_why->setVisible(!running);
    const MailboxPresenter::Test &test = m_presenter.testOf(m_half);
    m_why->setText(!problem.isEmpty() ? problem : test.passed() ? tr("All of it works.") : QString());
    m_why->setStyleOf(m_theme, TextStyle::Small,
                      problem.isEmpty() && test.passed() ? Token::Success : Token::TextMuted);
}

void MailTestPanel::showTest()
{
    const QVector<MailTestStep> &steps = m_presenter.testOf(m_half).steps;
    if (!m_list || steps.size() < m_shown) {
        delete m_list;
        m_list = new QWidget(this);
        m_list->setObjectName(QStringLiteral("testStepsWidget"));
        auto *grid = new QGridLayout(m_list);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setHorizontalSpacing(metrics::small);
        grid->setVerticalSpacing(metrics::tight);
        grid->setColumnStretch(1, 1);
        m_steps->addWidget(m_list);
        m_shown = 0;
    }
    for (; m_shown < steps.size(); ++m_shown)
        addStep(steps.at(m_shown));
    m_list->setVisible(!steps.isEmpty());
    updateButton();
    if (!steps.isEmpty())
        Q_EMIT grown();
}

void MailTestPanel::addStep(const MailTestStep &step)
{
    auto *grid = static_cast<QGridLayout *>(m_list->layout());
    const int row = grid->rowCount();
    auto *mark = new PlainLabel(m_list);
    const auto draw = [this, mark, done = step.done] {
        const QIcon icon = done ? m_theme.icon(QStringLiteral("checkmark"), Token::Success)
                                : m_theme.icon(QStringLiteral("dialog-error"), Token::Danger);
        mark->setPixmap(icon.pixmap(QSize(metrics::icon, metrics::icon), devicePixelRatioF()));
    };
    draw();
    connect(&m_theme, &Theme::changed, mark, draw);
    mark->setAccessibleName(step.done ? tr("done") : tr("failed"));
    auto *what = new PlainLabel(MailboxWords::step(step.name, m_half), m_list);
    what->setObjectName(QStringLiteral("testStepLabel"));
    what->setStyleOf(m_theme, step.done ? TextStyle::Body : TextStyle::Strong);
    auto *found = new PlainLabel(step.detail, m_list); // from outside
    found->setObjectName(QStringLiteral("testDetailLabel"));
    found->setStyleOf(m_theme, TextStyle::Small, Token::TextMuted);
    found->setWordWrap(true);
    found->setTextInteractionFlags(Qt::TextSelectableByMouse);
    found->setVisible(!step.detail.isEmpty());
    grid->addWidget(mark, row, 0, Qt::AlignTop);
    grid->addWidget(what, row, 1);
    grid->addWidget(found, row + 1, 1);
    if (step.done)
        return;
    auto *advice = new PlainLabel(MailboxWords::stepAdvice(step.name, m_half), m_list);
    advice->setObjectName(QStringLiteral("testAdviceLabel"));
    advice->setStyleOf(m_theme, TextStyle::Body, Token::Danger);
    advice->setWordWrap(true);
    grid->addWidget(advice, row + 2, 1);
    QAccessibleEvent spoken(advice, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

QStringList MailTestPanel::shownSteps() const
{
    QStringList texts;
    if (!m_list)
        return texts;
    for (const PlainLabel *label : m_list->findChildren<PlainLabel *>()) {
        if (!label->text().isEmpty())
            texts.append(label->text());
    }
    return texts;
}

} // namespace deskhand
