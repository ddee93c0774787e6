// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/edit_result_dialog.h"

#include "models/conflict_text.h"
#include "widgets/error_words.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr int widestValue = 130;

class EditResult
{
    Q_DECLARE_TR_FUNCTIONS(deskhand::EditResult)
};

QString fieldTitle(TicketField field)
{
    switch (field) {
    case TicketField::Subject: return EditResult::tr("Subject");
    case TicketField::State: return EditResult::tr("State");
    case TicketField::Priority: return EditResult::tr("Priority");
    case TicketField::Queue: return EditResult::tr("Queue");
    case TicketField::Category: return EditResult::tr("Category");
    case TicketField::Owner: return EditResult::tr("Owner");
    case TicketField::Requester: return EditResult::tr("Requester");
    case TicketField::Tags: return EditResult::tr("Tags");
    case TicketField::DueAt: return EditResult::tr("Due");
    case TicketField::PendingUntil: return EditResult::tr("Reminder");
    }
    return {};
}

QString conflictSentence(const FieldConflict &conflict)
{
    return EditResult::tr("%1 set %2 to “%3” while you chose “%4”.")
        .arg(ConflictText::who(conflict), fieldTitle(conflict.field), ConflictText::theirs(conflict),
             ConflictText::mine(conflict));
}

/// The lines of the dialog, one for each thing that was refused.
class EditResultLines
{
public:
    EditResultLines(QWidget *page, const Theme &theme, TakeMine takeMine)
        : m_page(page)
        , m_theme(theme)
        , m_takeMine(std::move(takeMine))
        , m_layout(new QVBoxLayout(page))
    {
        m_layout->setContentsMargins(metrics::medium, metrics::small, metrics::medium, metrics::small);
        m_layout->setSpacing(metrics::tight);
    }

    void add(const EditOutcome::Refused &refused)
    {
        for (const FieldConflict &conflict : refused.conflicts)
            addConflict(refused, conflict);
        if (refused.error)
            addLine(refused.number, wordsFor(*refused.error).happened);
    }
    void finish() { m_layout->addStretch(1); }

private:
    void addLine(const QString &number, const QString &sentence)
    {
        if (m_layout->count() > 0)
            m_layout->addSpacing(metrics::small);
        const QString text = number.isEmpty() ? sentence : QStringLiteral("#%1 · %2").arg(number, sentence);
        auto *words = new PlainLabel(text, m_page);
        words->setObjectName(QStringLiteral("refusalPlainLabel"));
        words->setWordWrap(true);
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        words->setSizePolicy(policy);
        words->setStyleOf(m_theme, TextStyle::Body);
        m_layout->addWidget(words);
    }

    void addConflict(const EditOutcome::Refused &refused, const FieldConflict &conflict)
    {
        addLine(refused.number, conflictSentence(conflict));
        auto *line = new QHBoxLayout;
        line->setSpacing(metrics::small);
        const QString theirs = ConflictText::theirs(conflict);
        const QString mine = ConflictText::mine(conflict);
        QPushButton *keep =
            addButton(line, EditResult::tr("Keep “%1”"), theirs, QStringLiteral("keepTheirsPushButton"));
        keep->setAccessibleName(EditResult::tr("#%1: keep theirs, %2").arg(refused.number, theirs));
        QPushButton *take = addButton(line, EditResult::tr("Set “%1”"), mine, QStringLiteral("takeMinePushButton"));
        take->setAccessibleName(EditResult::tr("#%1: use mine, %2").arg(refused.number, mine));
        auto *chosen = new PlainLabel(m_page);
        chosen->setStyleOf(m_theme, TextStyle::Body, Token::TextMuted);
        chosen->hide();
        line->addWidget(chosen);
        line->addStretch(1);
        m_layout->addLayout(line);
        const auto settle = [keep, take, chosen](const QString &value) {
            keep->hide();
            take->hide();
            chosen->setText(value);
            chosen->show();
        };
        QObject::connect(keep, &QPushButton::clicked, m_page,
                         [settle, theirs] { settle(EditResult::tr("kept “%1”").arg(theirs)); });
        QObject::connect(take, &QPushButton::clicked, m_page,
                         [settle, mine, takeMine = m_takeMine, ticket = refused.ticket, change = mineOf(conflict)] {
                             settle(EditResult::tr("set “%1”").arg(mine));
                             takeMine(ticket, change);
                         });
    }

    QPushButton *addButton(QHBoxLayout *line, const QString &text, const QString &value, const QString &objectName)
    {
        const QString shown = QFontMetrics(m_theme.font())
                                  .elidedText(value, Qt::ElideRight, widestValue)
                                  .replace(u'&', QStringLiteral("&&"));
        auto *button = new QPushButton(text.arg(shown), m_page);
        button->setObjectName(objectName);
        button->setAutoDefault(false);
        line->addWidget(button);
        return button;
    }

    QWidget *m_page;
    const Theme &m_theme;
    TakeMine m_takeMine;
    QVBoxLayout *m_layout;
};

} // namespace

void showEditResult(const EditOutcome &outcome, const Theme &theme, TakeMine takeMine, QWidget *window)
{
    auto *dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("editResultDialog"));
    dialog->setWindowTitle(EditResult::tr("Tickets that were not changed"));
    dialog->resize(680, 360);
    auto *heading =
        new PlainLabel(EditResult::tr("%n ticket(s) changed, these were not:", nullptr, outcome.done), dialog);
    heading->setStyleOf(theme, TextStyle::Strong);
    auto *page = new QWidget;
    EditResultLines lines(page, theme, std::move(takeMine));
    for (const EditOutcome::Refused &refused : outcome.refused)
        lines.add(refused);
    lines.finish();
    auto *scroll = new QScrollArea(dialog);
    scroll->setObjectName(QStringLiteral("editResultScrollArea"));
    scroll->setAccessibleName(dialog->windowTitle());
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(heading);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    dialog->open();
}

} // namespace deskhand
