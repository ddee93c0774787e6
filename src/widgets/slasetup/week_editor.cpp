// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/week_editor.h"

#include "models/sla/calendar_presenter.h"
#include "widgets/plain_label.h"
#include "widgets/slasetup/week_grid.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

namespace deskhand {

namespace {
constexpr int fieldLetters = 28; // 09:00–12:00, 13:00–17:00
}

WeekEditor::WeekEditor(const AreaContext &context, CalendarPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_presenter(presenter)
    , m_grid(new WeekGrid(context.theme, this))
    , m_sum(new PlainLabel(this))
{
    build();
    connect(m_grid, &WeekGrid::painted, this, [this](int day, int from, int to, bool working) {
        m_typedDay = -1;
        m_presenter.paint(day, from, to, working);
    });
    connect(&m_presenter, &CalendarPresenter::changed, this, &WeekEditor::load);
    load();
}

void WeekEditor::build()
{
    auto *rows = new QGridLayout;
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(metrics::medium);
    rows->setVerticalSpacing(0);
    rows->setColumnStretch(0, 1);
    rows->addWidget(m_grid, 0, 0, 8, 1, Qt::AlignTop);
    auto *exact = new PlainLabel(tr("Exact times"), this);
    exact->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    rows->addWidget(exact, 0, 1);
    rows->setRowMinimumHeight(0, m_grid->headerHeight());
    for (int day = 0; day < 7; ++day) {
        auto *field = new QLineEdit(this);
        field->setObjectName(QStringLiteral("weekDay%1LineEdit").arg(day + 1));
        field->setAccessibleName(tr("Working time of %1").arg(locale().dayName(day + 1)));
        field->setPlaceholderText(tr("closed"));
        field->setToolTip(plainToolTip(tr("09:00–12:00, 13:00–17:00, or over midnight 22:00–06:00")));
        field->setMinimumWidth(fieldLetters * fontMetrics().averageCharWidth());
        field->setMaximumWidth(fieldLetters * fontMetrics().averageCharWidth());
        connect(field, &QLineEdit::textEdited, this, [this, day](const QString &text) {
            m_typedDay = day;
            m_presenter.setDay(day, text);
        });
        connect(field, &QLineEdit::editingFinished, this, [this] {
            m_typedDay = -1;
            load();
        });
        rows->addWidget(field, day + 1, 1, Qt::AlignVCenter);
        rows->setRowMinimumHeight(day + 1, m_grid->rowHeight());
        m_fields[std::size_t(day)] = field;
    }
    rows->setRowStretch(8, 1);
    auto *hint = new PlainLabel(tr("Paint with the mouse, or with Space where the frame stands; arrows move it by a "
                                   "quarter of an hour, with Ctrl by an hour, with Shift they mark. Exact times and "
                                   "night shifts (22:00–06:00) are typed."),
                                this);
    hint->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    hint->setWordWrap(true);
    auto *copy = new QPushButton(tr("Monday's times for all weekdays"), this);
    copy->setObjectName(QStringLiteral("weekCopyButton"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, &WeekEditor::copyMonday);
    m_sum->setObjectName(QStringLiteral("weekSumLabel"));
    m_sum->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    auto *foot = new QHBoxLayout;
    foot->addWidget(copy);
    foot->addStretch(1);
    foot->addWidget(m_sum);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::tight, metrics::medium, metrics::tight, 0);
    layout->setSpacing(metrics::medium);
    layout->addLayout(rows);
    layout->addLayout(foot);
    layout->addWidget(hint);
    layout->addStretch(1);
}

void WeekEditor::load()
{
    const WorkingWeek &week = m_presenter.calendar().week;
    m_grid->setWeek(week);
    for (int day = 0; day < 7; ++day) {
        QLineEdit *field = m_fields[std::size_t(day)];
        const bool wrong = m_presenter.isWrong(day);
        // What is being typed is not corrected before it is left.
        if (!wrong && day != m_typedDay)
            field->setText(framesText(week[std::size_t(day)]));
        QPalette colors = palette();
        if (wrong)
            colors.setColor(QPalette::Text, m_context.theme.color(Token::Danger));
        field->setPalette(colors);
        field->setAccessibleDescription(wrong ? tr("This is no working time.") : QString());
    }
    const int minutes = minutesOfWeek(week);
    m_sum->setText(tr("%1 h a week").arg(locale().toString(minutes / 60.0, 'f', minutes % 60 == 0 ? 0 : 2)));
}

void WeekEditor::copyMonday()
{
    m_typedDay = -1;
    WorkingWeek week = m_presenter.calendar().week;
    for (std::size_t day = 1; day < 5; ++day)
        week[day] = week[0];
    m_presenter.setWeek(week);
}

} // namespace deskhand
