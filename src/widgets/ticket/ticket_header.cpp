// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ticket/ticket_header.h"

#include "models/ticket_text.h"
#include "models/time_text.h"
#include "widgets/chips/chip_button.h"
#include "widgets/chips/flow_layout.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"
#include "widgets/ticket/field_button.h"
#include "widgets/ticket/field_choices.h"
#include "widgets/ticket/presence_marks.h"
#include "widgets/ticket/subject_line.h"
#include "widgets/ticket_marks.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace deskhand {

namespace {

/// What number and subject keep for themselves before the words of presence get room, in logical pixels.
constexpr int subjectFirst = 440;
constexpr int mostForPresence = 320;

} // namespace

TicketHeader::TicketHeader(TicketPresenter &presenter, const CatalogHolder &catalog, const Theme &theme,
                           QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_catalog(catalog)
    , m_theme(theme)
    , m_choices(new FieldChoices(presenter, catalog, theme, this))
    , m_number(new PlainLabel(this))
    , m_subject(new SubjectLine(theme, this))
    , m_presence(new PresenceMarks(theme, this))
    , m_fields(new FlowLayout(2))
{
    setObjectName(QStringLiteral("ticketHeader"));
    m_number->setObjectName(QStringLiteral("numberPlainLabel"));
    m_number->setStyleOf(theme, TextStyle::Heading, Token::TextMuted);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *menu = new QToolButton(this);
    menu->setObjectName(QStringLiteral("ticketMenuToolButton"));
    menu->setAccessibleName(tr("More about this ticket"));
    menu->setToolTip(tr("More about this ticket"));
    menu->setIcon(theme.icon(QStringLiteral("overflow-menu")));
    menu->setAutoRaise(true);
    connect(menu, &QToolButton::clicked, this,
            [this, menu] { Q_EMIT menuRequested(menu->mapToGlobal(QPoint(0, menu->height()))); });
    m_state = addField(QStringLiteral("stateFieldButton"), tr("State"), &FieldChoices::chooseState);
    m_priority = addField(QStringLiteral("priorityFieldButton"), tr("Priority"), &FieldChoices::choosePriority);
    m_queue = addField(QStringLiteral("queueFieldButton"), tr("Queue"), &FieldChoices::chooseQueue);
    m_category = addField(QStringLiteral("categoryFieldButton"), tr("Category"), &FieldChoices::chooseCategory);
    m_owner = addField(QStringLiteral("ownerFieldButton"), tr("Owner"), &FieldChoices::chooseOwner);
    m_due = addField(QStringLiteral("dueFieldButton"), tr("Due"), &FieldChoices::chooseDue);
    m_tag = addField(QStringLiteral("tagFieldButton"), tr("Tags"), &FieldChoices::chooseTag);
    m_fields->setBreakBefore(m_tag); // the tags stay together
    auto *title = new QHBoxLayout;
    title->setContentsMargins(metrics::small, 0, 0, 0);
    title->setSpacing(metrics::small);
    title->addWidget(m_number);
    title->addWidget(m_subject, 1);
    title->addWidget(m_presence);
    title->addWidget(menu);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(metrics::medium, metrics::small, metrics::medium, metrics::small);
    m_column->setSpacing(metrics::tight);
    m_column->addLayout(title);
    m_column->addLayout(m_fields);
    connect(m_subject, &SubjectLine::subjectEdited, &presenter, &TicketPresenter::setSubject);
    connect(&presenter, &TicketPresenter::changed, this, &TicketHeader::refresh);
    connect(&presenter, &TicketPresenter::opened, this, &TicketHeader::refresh);
    connect(&theme, &Theme::changed, this, &TicketHeader::refresh);
}

FieldButton *TicketHeader::addField(const QString &objectName, const QString &caption,
                                    void (FieldChoices::*choose)(QWidget *))
{
    FieldButton *button = m_choices->makeButton(objectName, caption, choose, this);
    m_fields->addWidget(button);
    return button;
}

void TicketHeader::refresh()
{
    if (!m_presenter.isLoaded())
        return;
    const TicketHead head = m_presenter.head();
    const CatalogPtr catalog = m_catalog.catalog();
    m_number->setText(u'#' + head.number);
    if (!m_subject->isEditing())
        m_subject->setSubject(head.subject);
    const State *state = catalog->state(head.state);
    QString stateText = state != nullptr ? state->name : tr("Unknown state");
    const TimeWords words;
    if (head.pendingUntil != 0 && state != nullptr && state->type == StateType::PendingReminder)
        stateText += QStringLiteral(" · ") + words.moment(head.pendingUntil, m_catalog.now());
    m_state->setValue(tr("State"), stateText, ticket_marks::stateIcon(catalog->stateType(head.state), m_theme));
    const Priority *priority = catalog->priority(head.priority);
    m_priority->setValue(tr("Priority"), priority != nullptr ? priority->name : tr("Unknown priority"),
                         ticket_marks::priorityIcon(priority != nullptr ? priority->rank : 3, m_theme));
    const Queue *queue = catalog->queue(head.queue);
    m_queue->setValue(tr("Queue"), queue != nullptr ? queue->name : tr("No queue"),
                      m_theme.icon(QStringLiteral("folder")));
    const Category *category = catalog->category(head.category);
    m_category->setValue(tr("Category"), category != nullptr ? category->name : tr("Category"),
                         m_theme.icon(QStringLiteral("bookmark-new")), category == nullptr);
    const Person *owner = catalog->agent(head.owner);
    const QString ownerName = owner != nullptr ? displayName(*owner) : tr("Unassigned");
    m_owner->setValue(tr("Owner"), ownerName,
                      owner != nullptr ? ticket_marks::personIcon(TicketText::initials(ownerName),
                                                                  owner->id == m_catalog.me(), m_theme)
                                       : m_theme.icon(QStringLiteral("user")),
                      owner == nullptr);
    const bool overdue =
        head.dueAt != 0 && head.dueAt < m_catalog.now() && isUnresolved(catalog->stateType(head.state));
    m_due->setValue(
        tr("Due"), head.dueAt != 0 ? tr("Due %1").arg(words.moment(head.dueAt, m_catalog.now())) : tr("Due"),
        m_theme.icon(QStringLiteral("clock"), overdue ? Token::TimeOverdue : Token::TextMuted), head.dueAt == 0);
    showTags(head.tags);
}

void TicketHeader::showTags(const QStringList &tags)
{
    m_tag->setValue(tr("Tags"), tags.isEmpty() ? tr("Tag") : QString(), m_theme.icon(QStringLiteral("tag")), true);
    m_tag->setAccessibleName(tr("Add or remove tags"));
    if (tags == m_shownTags)
        return;
    m_shownTags = tags;
    for (ChipButton *chip : std::as_const(m_chips)) {
        m_fields->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    for (const QString &tag : tags) {
        auto *chip = new ChipButton(m_theme, tag, {}, this);
        connect(chip, &ChipButton::removeRequested, this, [this, tag] { m_presenter.changeTags({}, {tag}); });
        m_fields->addWidget(chip);
        m_chips.append(chip);
        chip->show();
    }
    updateGeometry();
}

void TicketHeader::addLine(QWidget *line)
{
    m_column->addWidget(line);
}

void TicketHeader::setColleagues(const QVector<PresentColleague> &colleagues)
{
    m_presence->setColleagues(colleagues);
}

void TicketHeader::resizeEvent(QResizeEvent *)
{
    m_presence->setRoomForWords(std::min(width() - subjectFirst, mostForPresence));
}

void TicketHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Hairline));
}

} // namespace deskhand
