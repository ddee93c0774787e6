// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ticket/new_ticket_fields.h"

#include "base/deliver.h"
#include "base/text_folding.h"
#include "models/notices.h"
#include "models/reminder_times.h"
#include "models/ticket_text.h"
#include "models/time_text.h"
#include "widgets/chips/chip_edit.h"
#include "widgets/composer/attachment_files.h"
#include "widgets/composer/attachment_strip.h"
#include "widgets/composer/format_bar.h"
#include "widgets/composer/recipient_edit.h"
#include "widgets/composer/rich_edit.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"
#include "widgets/theme/theme.h"
#include "widgets/ticket_marks.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace deskhand {
namespace {

template <typename IdType>
IdType chosenId(const QComboBox *box)
{
    return IdType{box->currentData().toLongLong()};
}

void choose(QComboBox *box, qint64 id)
{
    box->setCurrentIndex(qMax(0, box->findData(id)));
}

} // namespace

NewTicketFields::NewTicketFields(const AreaContext &context, Desk &desk, const CatalogHolder &catalog,
                                 HtmlCleaner cleaner, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_desk(desk)
    , m_catalog(catalog)
{
    setObjectName(QStringLiteral("newTicketFields"));
    build(std::move(cleaner));
    fillChoices();
    connectEdits();
}

void NewTicketFields::build(HtmlCleaner cleaner)
{
    m_requester = new RecipientEdit(m_context.theme, m_desk, this);
    m_requester->setObjectName(QStringLiteral("requesterRecipientEdit"));
    m_requester->setAccessibleTexts(tr("Requester"));
    m_requester->setSingle(true);
    m_requester->setPlaceholder(tr("Name or mail address"));
    m_subject = new QLineEdit(this);
    m_subject->setObjectName(QStringLiteral("subjectLineEdit"));
    m_subject->setPlaceholderText(tr("What is it about?"));
    m_tagChips = new ChipEdit(m_context.theme, this);
    m_tagChips->setObjectName(QStringLiteral("tagsChipEdit"));
    m_tagChips->setAccessibleTexts(tr("Tags"));
    m_tagChips->setPlaceholder(tr("Add a tag"));
    m_tagChips->setCompletions(&m_tagOffers);
    m_editor = new RichEdit(m_context.theme, this);
    m_editor->setObjectName(QStringLiteral("descriptionTextEdit"));
    m_editor->setCleaner(std::move(cleaner));
    m_editor->setMinimumHeight(140);
    m_formats = new FormatBar(*m_editor, m_context.theme, m_context.prompt, this);
    m_strip = new AttachmentStrip(m_context.theme, this);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::medium);
    grid->setVerticalSpacing(metrics::small + 2);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    grid->addLayout(captioned(tr("Requester"), m_requester, NewTicketField::Requester), 0, 0, 1, 3);
    grid->addLayout(captioned(tr("Subject"), m_subject, NewTicketField::Subject), 1, 0, 1, 3);
    addChoices(grid, 2);
    grid->addLayout(captioned(tr("Tags"), m_tagChips, {}), 4, 0, 1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small + 2);
    layout->addLayout(grid);
    layout->addLayout(buildDescription(), 1);
}

QLayout *NewTicketFields::captioned(const QString &name, QWidget *widget, std::optional<NewTicketField> field)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::tight - 1);
    auto *label = new PlainLabel(name, this);
    label->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    label->setBuddy(widget);
    widget->setAccessibleName(name);
    column->addWidget(label);
    column->addWidget(widget);
    if (field)
        column->addWidget(addProblem(*field, widget->objectName()));
    return column;
}

PlainLabel *NewTicketFields::addProblem(NewTicketField field, const QString &name)
{
    auto *problem = new PlainLabel(this);
    problem->setObjectName(name + QStringLiteral("ProblemPlainLabel"));
    problem->setStyleOf(m_context.theme, TextStyle::Small, Token::Danger);
    problem->setWordWrap(true);
    problem->hide();
    m_problems.insert(field, problem);
    return problem;
}

QLayout *NewTicketFields::buildDescription()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::tight - 1);
    m_textCaption = new PlainLabel(this);
    m_textCaption->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    m_textCaption->setBuddy(m_editor);
    m_mailed = new QCheckBox(tr("Send this text to the requester by mail"), this);
    m_mailed->setObjectName(QStringLiteral("mailedCheckBox"));
    m_editor->setFrameShape(QFrame::StyledPanel);
    showAuthor();
    column->addWidget(m_textCaption);
    column->addWidget(m_editor, 1);
    column->addWidget(addProblem(NewTicketField::Description, m_editor->objectName()));
    column->addSpacing(metrics::tight);
    column->addWidget(m_formats);
    column->addWidget(m_strip);
    column->addWidget(m_mailed);
    column->addWidget(addProblem(NewTicketField::Attachments, QStringLiteral("attachments")));
    return column;
}

void NewTicketFields::showAuthor()
{
    const bool mailed = m_mailed->isChecked();
    m_textCaption->setText(mailed ? tr("Message to the requester") : tr("Description"));
    m_editor->setAccessibleName(m_textCaption->text());
    m_editor->setPlaceholderText(mailed ? tr("What do you want to tell the requester?")
                                        : tr("What did the requester say?"));
}

void NewTicketFields::addChoices(QGridLayout *grid, int firstRow)
{
    struct Choice {
        QComboBox **box;
        QString name;
        const char *objectName;
        std::optional<NewTicketField> field;
    };
    const QVector<Choice> choices{{&m_queue, tr("Queue"), "queueComboBox", NewTicketField::Queue},
                                  {&m_category, tr("Category"), "categoryComboBox", {}},
                                  {&m_priority, tr("Priority"), "priorityComboBox", {}},
                                  {&m_owner, tr("Owner"), "ownerComboBox", {}},
                                  {&m_channel, tr("Channel"), "channelComboBox", {}},
                                  {&m_due, tr("Due"), "dueComboBox", {}}};
    for (int index = 0; index < choices.size(); ++index) {
        auto *box = new QComboBox(this);
        *choices.at(index).box = box;
        box->setObjectName(QString::fromLatin1(choices.at(index).objectName));
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
        grid->addLayout(captioned(choices.at(index).name, box, choices.at(index).field), firstRow + index / 3,
                        index % 3);
    }
}

void NewTicketFields::connectEdits()
{
    const auto edited = [this] { noteEdit(); };
    connect(m_requester, &RecipientEdit::personChosen, this, [this, edited](PersonId person) {
        m_requesterId = person;
        edited();
    });
    connect(m_requester, &RecipientEdit::changed, this, [this, edited] {
        if (!m_showing)
            m_requesterId = {};
        edited();
    });
    connect(m_mailed, &QCheckBox::toggled, this, [this, edited] {
        showAuthor();
        edited();
    });
    connect(m_subject, &QLineEdit::textEdited, this, edited);
    connect(m_editor, &QTextEdit::textChanged, this, edited);
    for (QComboBox *box : {m_queue, m_category, m_priority, m_owner, m_channel, m_due})
        connect(box, &QComboBox::currentIndexChanged, this, edited);
    connect(m_tagChips, &ChipEdit::edited, this, &NewTicketFields::offerTags);
    connect(m_tagChips, &ChipEdit::entered, this, &NewTicketFields::addTag);
    connect(m_tagChips, &ChipEdit::completionChosen, this,
            [this](const QModelIndex &row) { addTag(row.data(Qt::DisplayRole).toString()); });
    connect(m_tagChips, &ChipEdit::removeRequested, this, [this](int index) {
        m_tags.removeAt(index);
        setTags(m_tags);
    });
    connect(m_editor, &RichEdit::picturePasted, this, &NewTicketFields::takePicture);
    connect(m_editor, &RichEdit::filesDropped, this, &NewTicketFields::attachFiles);
    m_editor->setPictureSource([this](const QString &contentId) {
        for (const NewAttachment &attachment : std::as_const(m_attached)) {
            if (attachment.contentId == contentId)
                return attachment.bytes;
        }
        return QByteArray();
    });
    connect(m_formats, &FormatBar::attachRequested, this, [this] {
        m_context.prompt.askOpenFiles(this, tr("Attach files"), {},
                                      [this](const QStringList &paths) { attachFiles(paths); });
    });
    connect(m_strip, &AttachmentStrip::removeRequested, this, [this, edited](int index) {
        m_attached.removeAt(index);
        m_strip->setAttachments(m_attached);
        edited();
    });
}

void NewTicketFields::fillChoices()
{
    m_showing = true;
    const Catalog &catalog = *m_catalog.catalog();
    for (QComboBox *box : {m_queue, m_category, m_priority, m_owner, m_channel, m_due})
        box->clear();
    for (const Queue &queue : catalog.queues) {
        if (queue.active)
            m_queue->addItem(catalog.queuePath(queue.id), queue.id.value);
    }
    m_category->addItem(tr("None"), qint64(0));
    for (const Category &category : catalog.categories) {
        if (category.active)
            m_category->addItem(catalog.categoryPath(category.id), category.id.value);
    }
    for (const Priority &priority : catalog.priorities) {
        if (priority.active)
            m_priority->addItem(ticket_marks::priorityIcon(priority.rank, m_context.theme), priority.name,
                                priority.id.value);
    }
    m_owner->addItem(tr("Nobody"), qint64(0));
    for (const Person &agent : catalog.agents) {
        if (agent.active)
            m_owner->addItem(displayName(agent), agent.id.value);
    }
    for (const Channel channel : {Channel::Phone, Channel::Email, Channel::Web, Channel::Chat, Channel::Messenger})
        m_channel->addItem(TicketText::channelTitle(channel), int(channel));
    m_due->addItem(tr("No due date"), qint64(0));
    for (const ReminderTime &time : dueTimes(m_catalog.now())) {
        if (time.at != 0)
            m_due->addItem(time.text, time.at);
    }
    m_showing = false;
}

void NewTicketFields::setForm(const NewTicketForm &form)
{
    m_showing = true;
    m_requesterId = form.requester;
    const bool hasAddress = !form.requesterAddress.address.isEmpty() || !form.requesterAddress.name.isEmpty();
    m_requester->setAddresses(hasAddress ? QVector<MailAddress>{form.requesterAddress} : QVector<MailAddress>());
    m_subject->setText(form.subject);
    choose(m_queue, form.queue.value);
    choose(m_category, form.category.value);
    choose(m_priority, form.priority.value);
    choose(m_owner, form.owner.value);
    choose(m_channel, int(form.channel));
    if (form.dueAt != 0 && m_due->findData(form.dueAt) < 0)
        m_due->addItem(TimeWords{QLocale()}.moment(form.dueAt, m_catalog.now()), form.dueAt);
    choose(m_due, form.dueAt);
    m_attached = form.attachments;
    m_strip->setAttachments(m_attached);
    m_editor->setBodyHtml(form.body.html);
    setTags(form.tags);
    m_mailed->setChecked(form.mailed);
    m_showing = false;
    if (form.requester.isValid() && !hasAddress)
        lookUpRequester(form.requester);
}

void NewTicketFields::lookUpRequester(PersonId id)
{
    PeopleQuery query;
    query.ids = {id};
    deliver(m_desk.people(query), this, [this, id](const Result<QVector<Person>> &people) {
        if (!people || people->isEmpty() || m_requesterId != id)
            return;
        m_showing = true;
        m_requester->setAddresses({{people->first().name, people->first().address}});
        m_showing = false;
    });
}

NewTicketForm NewTicketFields::form() const
{
    NewTicketForm filled;
    filled.requester = m_requesterId;
    if (!m_requesterId.isValid() && !m_requester->addresses().isEmpty())
        filled.requesterAddress = m_requester->addresses().first();
    filled.subject = m_subject->text();
    filled.queue = chosenId<QueueId>(m_queue);
    filled.category = chosenId<CategoryId>(m_category);
    filled.priority = chosenId<PriorityId>(m_priority);
    filled.owner = chosenId<PersonId>(m_owner);
    filled.channel = Channel(m_channel->currentData().toInt());
    filled.tags = m_tags;
    filled.dueAt = m_due->currentData().toLongLong();
    filled.body = m_editor->body();
    filled.attachments = m_attached;
    filled.mailed = m_mailed->isChecked();
    if (filled.mailed && !m_requester->addresses().isEmpty())
        filled.mailTo = m_requester->addresses().first();
    return filled;
}

void NewTicketFields::noteEdit()
{
    if (!m_showing)
        Q_EMIT edited();
}

void NewTicketFields::commit()
{
    m_requester->commit();
    m_tagChips->commit();
}

void NewTicketFields::focusFirst()
{
    if (m_requester->addresses().isEmpty() && !m_requesterId.isValid())
        m_requester->chips()->input()->setFocus(Qt::OtherFocusReason);
    else
        m_subject->setFocus(Qt::OtherFocusReason);
}

void NewTicketFields::showProblems(const QHash<NewTicketField, QString> &problems)
{
    for (auto it = m_problems.cbegin(); it != m_problems.cend(); ++it) {
        it.value()->setText(problems.value(it.key()));
        it.value()->setVisible(problems.contains(it.key()));
    }
}

void NewTicketFields::offerTags(const QString &typed)
{
    const QString wanted = foldText(typed.trimmed());
    QStringList offers;
    for (const QString &tag : m_catalog.catalog()->tags) {
        if (!wanted.isEmpty() && tag.contains(wanted) && !m_tags.contains(tag) && offers.size() < 8)
            offers.append(tag);
    }
    m_tagOffers.setStringList(offers);
    if (!offers.isEmpty())
        m_tagChips->showCompletions();
}

void NewTicketFields::addTag(const QString &tag)
{
    const QString added = tag.trimmed();
    if (!added.isEmpty() && !m_tags.contains(added))
        setTags(m_tags + QStringList{added});
}

void NewTicketFields::setTags(const QStringList &tags)
{
    m_tags = tags;
    QVector<Chip> chips;
    for (const QString &tag : tags)
        chips.append({tag, tag, false});
    m_tagChips->setChips(chips);
    noteEdit();
}

bool NewTicketFields::addAttachment(const NewAttachment &attachment)
{
    qint64 bytes = attachment.bytes.size();
    for (const NewAttachment &other : std::as_const(m_attached))
        bytes += other.bytes.size();
    if (bytes > ComposerPresenter::attachmentLimit)
        return false;
    m_attached.append(attachment);
    m_strip->setAttachments(m_attached);
    noteEdit();
    return true;
}

void NewTicketFields::attachFiles(const QStringList &paths)
{
    deliver(readAttachments(paths, ComposerPresenter::attachmentLimit), this, [this](const Result<ReadFiles> &read) {
        if (!read)
            return;
        QStringList refused = read->tooLarge + read->unreadable;
        for (const NewAttachment &attachment : read->attachments) {
            if (!addAttachment(attachment))
                refused.append(attachment.name);
        }
        if (!refused.isEmpty())
            m_context.notices.post(
                tr("Not attached (unreadable, or over 25 MB in all): %1").arg(refused.join(QStringLiteral(", "))));
    });
}

void NewTicketFields::takePicture(const QImage &image)
{
    const std::optional<NewAttachment> picture = pictureAttachment(image, tr("picture.png"));
    if (!picture)
        return;
    if (addAttachment(*picture))
        m_editor->insertPicture(picture->contentId, image.deviceIndependentSize().toSize());
    else
        m_context.notices.post(tr("The picture is too large to attach"));
}

} // namespace deskhand
