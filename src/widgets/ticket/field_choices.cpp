// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ticket/field_choices.h"

#include "models/reminder_times.h"
#include "models/ticket_text.h"
#include "widgets/theme/theme.h"
#include "widgets/ticket/date_dialog.h"
#include "widgets/ticket/field_button.h"
#include "widgets/ticket_marks.h"

namespace deskhand {

namespace {
constexpr qint64 otherDate = -1;
} // namespace

FieldChoices::FieldChoices(TicketPresenter &presenter, const CatalogHolder &catalog, const Theme &theme,
                           QWidget *window)
    : QObject(window)
    , m_presenter(presenter)
    , m_catalog(catalog)
    , m_theme(theme)
    , m_window(window)
{
}

void FieldChoices::ask(QWidget *beside, ChoicePopup::Request request)
{
    if (!m_popup)
        m_popup = new ChoicePopup(m_theme, m_window->window());
    QWidget *window = m_window->window();
    request.beside = QRect(beside->mapTo(window, QPoint(0, 0)), beside->size());
    m_popup->ask(request);
}

FieldButton *FieldChoices::makeButton(const QString &objectName, const QString &caption,
                                      void (FieldChoices::*choose)(QWidget *), QWidget *parent)
{
    auto *button = new FieldButton(m_theme, parent);
    button->setObjectName(objectName);
    button->setAccessibleName(caption); // until there is a value
    connect(button, &QAbstractButton::clicked, this, [this, button, choose] { (this->*choose)(button); });
    return button;
}

void FieldChoices::chooseState(QWidget *beside)
{
    if (!m_presenter.isLoaded())
        return;
    ChoicePopup::Request request{tr("Set state"), {}, {}, {}, {}};
    const CatalogPtr catalog = m_catalog.catalog();
    for (const State &state : catalog->states) {
        if (state.active && state.type != StateType::Merged)
            request.choices.append({state.id.value, state.name, ticket_marks::stateIcon(state.type, m_theme),
                                    state.id == m_presenter.head().state});
    }
    request.chosen = [this, beside = QPointer<QWidget>(beside), catalog](qint64 id, const QString &) {
        const StateType type = catalog->stateType(StateId{id});
        if (type == StateType::PendingReminder && beside)
            choosePending(beside, StateId{id});
        else
            m_presenter.setState(StateId{id});
    };
    ask(beside, request);
}

void FieldChoices::choosePending(QWidget *beside, StateId state)
{
    ChoicePopup::Request request{tr("Comes back"), {}, {}, {}, {}};
    const QVector<ReminderTime> times = reminderTimes(m_catalog.now());
    for (const ReminderTime &time : times)
        request.choices.append({time.at, time.text, m_theme.icon(QStringLiteral("clock")), false});
    request.chosen = [this, state](qint64 at, const QString &) { m_presenter.setState(state, at); };
    ask(beside, request);
}

void FieldChoices::choosePriority(QWidget *beside)
{
    if (!m_presenter.isLoaded())
        return;
    ChoicePopup::Request request{tr("Set priority"), {}, {}, {}, {}};
    const CatalogPtr catalog = m_catalog.catalog();
    for (const Priority &priority : catalog->priorities) {
        if (priority.active)
            request.choices.append({priority.id.value, priority.name,
                                    ticket_marks::priorityIcon(priority.rank, m_theme),
                                    priority.id == m_presenter.head().priority});
    }
    request.chosen = [this](qint64 id, const QString &) { m_presenter.setPriority(PriorityId{id}); };
    ask(beside, request);
}

void FieldChoices::chooseQueue(QWidget *beside)
{
    if (!m_presenter.isLoaded())
        return;
    ChoicePopup::Request request{tr("Move to queue"), {}, {}, {}, {}};
    const CatalogPtr catalog = m_catalog.catalog();
    for (const Queue &queue : catalog->queues) {
        if (queue.active)
            request.choices.append({queue.id.value, catalog->queuePath(queue.id),
                                    m_theme.icon(QStringLiteral("folder")), queue.id == m_presenter.head().queue});
    }
    request.chosen = [this](qint64 id, const QString &) { m_presenter.setQueue(QueueId{id}); };
    ask(beside, request);
}

void FieldChoices::chooseCategory(QWidget *beside)
{
    if (!m_presenter.isLoaded())
        return;
    ChoicePopup::Request request{tr("Set category"), {}, {}, {}, {}};
    const CatalogPtr catalog = m_catalog.catalog();
    request.choices.append({0, tr("No category"), QIcon(), !m_presenter.head().category.isValid()});
    for (const Category &category : catalog->categories) {
        if (category.active)
            request.choices.append({category.id.value, catalog->categoryPath(category.id),
                                    m_theme.icon(QStringLiteral("bookmark-new")),
                                    category.id == m_presenter.head().category});
    }
    request.chosen = [this](qint64 id, const QString &) { m_presenter.setCategory(CategoryId{id}); };
    ask(beside, request);
}

void FieldChoices::chooseOwner(QWidget *beside)
{
    if (!m_presenter.isLoaded())
        return;
    ChoicePopup::Request request{tr("Set owner"), {}, {}, {}, {}};
    const CatalogPtr catalog = m_catalog.catalog();
    const PersonId owner = m_presenter.head().owner;
    const auto offer = [&](const Person &agent) {
        const bool me = agent.id == m_catalog.me();
        const QString name = displayName(agent);
        request.choices.append({agent.id.value, me ? tr("%1 (me)").arg(name) : name,
                                ticket_marks::personIcon(TicketText::initials(name), me, m_theme), agent.id == owner});
    };
    if (const Person *self = catalog->agent(m_catalog.me()); self != nullptr)
        offer(*self);
    request.choices.append({0, tr("Nobody"), m_theme.icon(QStringLiteral("user")), !owner.isValid()});
    for (const Person &agent : catalog->agents) {
        if (agent.active && agent.id != m_catalog.me())
            offer(agent);
    }
    request.chosen = [this](qint64 id, const QString &) { m_presenter.setOwner(PersonId{id}); };
    ask(beside, request);
}

void FieldChoices::chooseDue(QWidget *beside)
{
    if (!m_presenter.isLoaded())
        return;
    ChoicePopup::Request request{tr("Set due"), {}, {}, {}, {}};
    QVector<ReminderTime> times = dueTimes(m_catalog.now());
    times.insert(times.size() - 1, {tr("Another date…"), otherDate});
    for (const ReminderTime &time : std::as_const(times)) {
        const QString icon = time.at == otherDate ? QStringLiteral("view-calendar") : QStringLiteral("clock");
        request.choices.append({time.at, time.text, time.at == 0 ? QIcon() : m_theme.icon(icon), false});
    }
    request.chosen = [this](qint64 at, const QString &) {
        if (at == otherDate)
            askDate(m_presenter.head().dueAt != 0 ? m_presenter.head().dueAt : m_catalog.now());
        else
            m_presenter.setDue(at);
    };
    ask(beside, request);
}

void FieldChoices::askDate(Instant start)
{
    auto *dialog = new DateDialog(tr("Due"), start, m_window->window());
    const TicketId ticket = m_presenter.ticket();
    connect(dialog, &DateDialog::chosen, this, [this, ticket](Instant at) {
        if (ticket == m_presenter.ticket())
            m_presenter.setDue(at);
    });
    dialog->open();
}

void FieldChoices::chooseTag(QWidget *beside)
{
    if (!m_presenter.isLoaded())
        return;
    ChoicePopup::Request request{tr("Add or remove tag"), {}, tr("Add “%1”"), {}, {}};
    const QStringList present = m_presenter.head().tags;
    QStringList tags = present;
    for (const QString &tag : m_catalog.catalog()->tags) {
        if (!present.contains(tag))
            tags.append(tag);
    }
    for (int index = 0; index < tags.size(); ++index)
        request.choices.append(
            {index + 1, tags.at(index), m_theme.icon(QStringLiteral("tag")), index < present.size()});
    request.chosen = [this, tags, present](qint64 id, const QString &typed) {
        const QString tag = id > 0 ? tags.value(int(id) - 1) : typed;
        if (present.contains(tag))
            m_presenter.changeTags({}, {tag});
        else
            m_presenter.changeTags({tag}, {});
    };
    ask(beside, request);
}

} // namespace deskhand
