// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sidepanel/properties_form.h"

#include "base/text_folding.h"
#include "models/ticket_text.h"
#include "models/time_text.h"
#include "models/work_presenter.h"
#include "widgets/chips/chip_edit.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"
#include "widgets/ticket/field_button.h"
#include "widgets/ticket/field_choices.h"

#include <QGridLayout>

namespace deskhand {

namespace {
constexpr int offeredTags = 8;
} // namespace

PropertiesForm::PropertiesForm(TicketPresenter &presenter, const CatalogHolder &catalog, const Theme &theme,
                               QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_catalog(catalog)
    , m_theme(theme)
    , m_choices(new FieldChoices(presenter, catalog, theme, this))
    , m_grid(new QGridLayout(this))
    , m_tags(new ChipEdit(theme, this))
{
    setObjectName(QStringLiteral("propertiesForm"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::medium);
    m_grid->setVerticalSpacing(metrics::tight);
    m_grid->setColumnStretch(1, 1);
    m_category = addField(QStringLiteral("panelCategoryFieldButton"), tr("Category"), &FieldChoices::chooseCategory);
    m_due = addField(QStringLiteral("panelDueFieldButton"), tr("Due"), &FieldChoices::chooseDue);
    addWork();
    m_queue = addText(QStringLiteral("panelQueuePlainLabel"), tr("Queue"));
    m_number = addText(QStringLiteral("panelNumberPlainLabel"), tr("Number"));
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_channel = addText(QStringLiteral("panelChannelPlainLabel"), tr("Came by"));
    m_created = addText(QStringLiteral("panelCreatedPlainLabel"), tr("Opened"));
    m_updated = addText(QStringLiteral("panelUpdatedPlainLabel"), tr("Changed"));
    m_contact = addText(QStringLiteral("panelContactPlainLabel"), tr("Last contact"));
    m_solved = addText(QStringLiteral("panelSolvedPlainLabel"), tr("Solved"));
    addCaption(tr("Tags"));
    m_tags->setObjectName(QStringLiteral("tagsChipEdit"));
    m_tags->setAccessibleTexts(tr("Tags"));
    m_tags->setPlaceholder(tr("Add a tag…"));
    m_tags->setCompletions(&m_offered);
    m_grid->addWidget(m_tags, m_grid->rowCount(), 0, 1, 2);
    connect(m_tags, &ChipEdit::edited, this, &PropertiesForm::offerTags);
    connect(m_tags, &ChipEdit::entered, this, [this](const QString &text) { m_presenter.changeTags({text}, {}); });
    connect(m_tags, &ChipEdit::completionChosen, this,
            [this](const QModelIndex &row) { m_presenter.changeTags({row.data().toString()}, {}); });
    connect(m_tags, &ChipEdit::removeRequested, this, [this](int index) {
        if (m_presenter.isLoaded() && index < m_presenter.head().tags.size())
            m_presenter.changeTags({}, {m_presenter.head().tags.at(index)});
    });
    connect(&presenter, &TicketPresenter::changed, this, &PropertiesForm::refresh);
}

void PropertiesForm::addWork()
{
    addCaption(tr("Work"));
    m_work = new FieldButton(m_theme, this);
    m_work->setObjectName(QStringLiteral("panelWorkFieldButton"));
    m_work->setAccessibleName(tr("Work"));
    m_work->setCompact();
    m_grid->addWidget(m_work, m_grid->rowCount() - 1, 1, Qt::AlignLeft);
    connect(m_work, &FieldButton::clicked, this, &PropertiesForm::workRequested);
}

void PropertiesForm::addCaption(const QString &caption)
{
    auto *label = new PlainLabel(caption, this);
    label->setStyleOf(m_theme, TextStyle::Small, Token::TextMuted);
    m_grid->addWidget(label, m_grid->rowCount(), 0);
}

PlainLabel *PropertiesForm::addText(const QString &objectName, const QString &caption)
{
    addCaption(caption);
    auto *label = new PlainLabel(this);
    label->setObjectName(objectName);
    label->setStyleOf(m_theme, TextStyle::Small);
    label->setElideMode(Qt::ElideRight);
    label->setContentsMargins(metrics::tight, 0, 0, 0); // as the text of the buttons stands
    m_grid->addWidget(label, m_grid->rowCount() - 1, 1);
    return label;
}

FieldButton *PropertiesForm::addField(const QString &objectName, const QString &caption,
                                      void (FieldChoices::*choose)(QWidget *))
{
    addCaption(caption);
    FieldButton *button = m_choices->makeButton(objectName, caption, choose, this);
    button->setCompact();
    m_grid->addWidget(button, m_grid->rowCount() - 1, 1, Qt::AlignLeft);
    return button;
}

void PropertiesForm::refresh()
{
    if (!m_presenter.isLoaded())
        return;
    const TicketHead head = m_presenter.head();
    const CatalogPtr catalog = m_catalog.catalog();
    const TimeWords words;
    const Instant now = m_catalog.now();
    const auto setTime = [&](PlainLabel *label, Instant at) {
        label->setText(at != 0 ? words.moment(at, now) : tr("never"));
        label->setToolTip(plainToolTip(words.exact(at)));
    };
    const QString category = catalog->categoryPath(head.category);
    m_category->setValue(tr("Category"), category.isEmpty() ? tr("None") : category, {}, category.isEmpty());
    m_due->setValue(tr("Due"), head.dueAt != 0 ? words.moment(head.dueAt, now) : tr("None"), {}, head.dueAt == 0);
    const QVector<WorkEntry> &work = m_presenter.detail().work;
    m_work->setValue(tr("Work"), work.isEmpty() ? tr("None") : WorkPresenter::timeText(minutesOf(work)), {},
                     work.isEmpty());
    m_work->setEnabled(!m_presenter.detail().mergedInto.isValid());
    m_number->setText(head.number);
    m_queue->setText(catalog->queuePath(head.queue));
    m_channel->setText(TicketText::channelTitle(head.channel));
    setTime(m_created, head.createdAt);
    setTime(m_updated, head.updatedAt);
    setTime(m_contact, head.lastContactAt);
    setTime(m_solved, head.solvedAt);
    QVector<Chip> chips;
    for (const QString &tag : head.tags)
        chips.append({tag, {}, false});
    m_tags->setChips(chips);
}

void PropertiesForm::offerTags(const QString &typed)
{
    const QString folded = foldText(typed.trimmed());
    QStringList offered;
    const QStringList known = m_catalog.catalog()->tags;
    for (const QString &tag : known) {
        if (!folded.isEmpty() && tag.startsWith(folded) && !m_presenter.head().tags.contains(tag)
            && offered.size() < offeredTags)
            offered.append(tag);
    }
    m_offered.setStringList(offered);
    m_tags->showCompletions();
}

} // namespace deskhand
