// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ticket/new_ticket_dialog.h"

#include "base/deliver.h"
#include "base/text_folding.h"
#include "models/navigator.h"
#include "models/notices.h"
#include "models/reminder_times.h"
#include "models/ticket_text.h"
#include "models/time_text.h"
#include "widgets/chips/chip_edit.h"
#include "widgets/composer/attachment_strip.h"
#include "widgets/composer/format_bar.h"
#include "widgets/composer/recipient_edit.h"
#include "widgets/composer/rich_edit.h"
#include "widgets/frame/error_banner.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"
#include "widgets/theme/theme.h"
#include "widgets/ticket_marks.h"

#include <QBuffer>
#include <QCloseEvent>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QThreadPool>
#include <QUuid>
#include <QVBoxLayout>

#include <memory>

namespace deskhand {
namespace {

constexpr int restBeforeKeeping = 400; // ms; a draft may lag a second behind the last key

template <typename IdType>
IdType chosenId(const QComboBox *box)
{
    return IdType{box->currentData().toLongLong()};
}

void choose(QComboBox *box, qint64 id)
{
    box->setCurrentIndex(qMax(0, box->findData(id)));
}

qint64 bytesOf(const QVector<NewAttachment> &attachments)
{
    qint64 bytes = 0;
    for (const NewAttachment &attachment : attachments)
        bytes += attachment.bytes.size();
    return bytes;
}

} // namespace

NewTicketDialog::NewTicketDialog(const AreaContext &context, Desk &desk, const CatalogHolder &catalog,
                                 DraftKeeper &drafts, HtmlCleaner cleaner, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_desk(desk)
    , m_catalog(catalog)
    , m_presenter(desk, catalog, drafts)
{
    setObjectName(QStringLiteral("newTicketDialog"));
    setWindowTitle(tr("New ticket"));
    setModal(false);
    resize(680, 660);
    m_push.setSingleShot(true);
    m_push.setInterval(restBeforeKeeping);
    connect(&m_push, &QTimer::timeout, this, &NewTicketDialog::push);
    build(std::move(cleaner));
    fillChoices();
    connectEdits();
}

NewTicketDialog::~NewTicketDialog() = default;

void NewTicketDialog::build(HtmlCleaner cleaner)
{
    m_error = new ErrorBanner(m_context.theme, this);
    m_error->hide();
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
    m_editor->setPlaceholderText(tr("What did the requester say?"));
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
    layout->setContentsMargins(metrics::huge, metrics::large, metrics::huge, metrics::large);
    layout->setSpacing(metrics::small + 2);
    layout->addWidget(m_error);
    layout->addLayout(grid);
    layout->addLayout(buildDescription(), 1);
    layout->addWidget(buildButtons());
}

QLayout *NewTicketDialog::captioned(const QString &name, QWidget *widget, std::optional<NewTicketField> field)
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

PlainLabel *NewTicketDialog::addProblem(NewTicketField field, const QString &name)
{
    auto *problem = new PlainLabel(this);
    problem->setObjectName(name + QStringLiteral("ProblemPlainLabel"));
    problem->setStyleOf(m_context.theme, TextStyle::Small, Token::Danger);
    problem->setWordWrap(true);
    problem->hide();
    m_problems.insert(field, problem);
    return problem;
}

QLayout *NewTicketDialog::buildDescription()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::tight - 1);
    auto *label = new PlainLabel(tr("Description"), this);
    label->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    label->setBuddy(m_editor);
    m_editor->setAccessibleName(tr("Description"));
    m_editor->setFrameShape(QFrame::StyledPanel);
    column->addWidget(label);
    column->addWidget(m_editor, 1);
    column->addWidget(addProblem(NewTicketField::Description, m_editor->objectName()));
    column->addSpacing(metrics::tight);
    column->addWidget(m_formats);
    column->addWidget(m_strip);
    column->addWidget(addProblem(NewTicketField::Attachments, QStringLiteral("attachments")));
    return column;
}

void NewTicketDialog::addChoices(QGridLayout *grid, int firstRow)
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

QWidget *NewTicketDialog::buildButtons()
{
    auto *widget = new QWidget(this);
    auto *line = new QHBoxLayout(widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::small);
    m_saved = new PlainLabel(widget);
    m_saved->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    m_discard = new QPushButton(tr("Discard"), widget);
    m_discard->setObjectName(QStringLiteral("discardPushButton"));
    m_discard->setAutoDefault(false);
    m_open = new QPushButton(tr("Open ticket"), widget);
    m_open->setObjectName(QStringLiteral("openTicketPushButton"));
    m_open->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_open->setToolTip(plainToolTip(m_open->shortcut().toString(QKeySequence::NativeText)));
    // Enter ends a chip or a line here; only the button itself and Ctrl+Enter open the ticket.
    m_open->setAutoDefault(false);
    m_open->setProperty("primary", true);
    line->addWidget(m_saved, 1);
    line->addWidget(m_discard);
    line->addWidget(m_open);
    return widget;
}

void NewTicketDialog::connectEdits()
{
    const auto edited = [this] {
        if (!m_showing)
            m_push.start();
    };
    connect(m_requester, &RecipientEdit::personChosen, this, [this, edited](PersonId person) {
        m_requesterId = person;
        edited();
    });
    connect(m_requester, &RecipientEdit::changed, this, [this, edited] {
        if (!m_showing)
            m_requesterId = {};
        edited();
    });
    connect(m_subject, &QLineEdit::textEdited, this, edited);
    connect(m_editor, &QTextEdit::textChanged, this, edited);
    for (QComboBox *box : {m_queue, m_category, m_priority, m_owner, m_channel, m_due})
        connect(box, &QComboBox::currentIndexChanged, this, edited);
    connect(m_tagChips, &ChipEdit::edited, this, &NewTicketDialog::offerTags);
    connect(m_tagChips, &ChipEdit::entered, this, &NewTicketDialog::addTag);
    connect(m_tagChips, &ChipEdit::completionChosen, this,
            [this](const QModelIndex &row) { addTag(row.data(Qt::DisplayRole).toString()); });
    connect(m_tagChips, &ChipEdit::removeRequested, this, [this](int index) {
        m_tags.removeAt(index);
        setTags(m_tags);
    });
    connect(m_editor, &RichEdit::picturePasted, this, &NewTicketDialog::takePicture);
    connect(m_editor, &RichEdit::filesDropped, this, &NewTicketDialog::attachFiles);
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
    connect(m_discard, &QPushButton::clicked, this, &NewTicketDialog::discard);
    connect(m_open, &QPushButton::clicked, this, &NewTicketDialog::submit);
    connect(&m_catalog, &CatalogHolder::changed, this, [this] {
        fillChoices();
        showForm();
    });
    connect(&m_presenter, &NewTicketPresenter::formReplaced, this, &NewTicketDialog::showForm);
    connect(&m_presenter, &NewTicketPresenter::problemsFound, this, &NewTicketDialog::showProblems);
    connect(&m_presenter, &NewTicketPresenter::sendingChanged, this, &NewTicketDialog::showState);
    connect(&m_presenter, &NewTicketPresenter::draftSaved, this, [this](Instant at) {
        m_saved->setText(tr("Draft saved %1").arg(TimeWords{QLocale()}.moment(at, m_catalog.now())));
    });
    connect(&m_presenter, &NewTicketPresenter::failed, this, [this](const Error &error) {
        m_error->showError(tr("The ticket was not opened. What you wrote is kept."), error);
        showState();
    });
    connect(&m_presenter, &NewTicketPresenter::created, this, [this](const CommandAnswer &answer) {
        hide();
        m_context.notices.post(tr("Ticket #%1 was opened").arg(answer.ticketNumber));
        m_context.navigator.openTicket(answer.ticket, true);
        Q_EMIT created(answer.ticket);
    });
}

void NewTicketDialog::fillChoices()
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

void NewTicketDialog::start(const NewTicketSeed &seed)
{
    if (!isVisible()) {
        fillChoices();
        m_presenter.start(seed);
    }
    show();
    raise();
    activateWindow();
    if (m_requester->addresses().isEmpty() && !m_requesterId.isValid())
        m_requester->chips()->input()->setFocus(Qt::OtherFocusReason);
    else
        m_subject->setFocus(Qt::OtherFocusReason);
}

void NewTicketDialog::showForm()
{
    m_showing = true;
    const NewTicketForm &form = m_presenter.form();
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
    m_showing = false;
    setTags(form.tags);
    m_push.stop();
    m_asked = false;
    m_error->hide();
    m_saved->setText(m_presenter.isRestored() ? tr("Your draft of last time") : QString());
    showProblems();
    showState();
    if (form.requester.isValid() && !hasAddress)
        lookUpRequester(form.requester);
}

void NewTicketDialog::lookUpRequester(PersonId id)
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

NewTicketForm NewTicketDialog::formNow() const
{
    NewTicketForm form;
    form.requester = m_requesterId;
    if (!m_requesterId.isValid() && !m_requester->addresses().isEmpty())
        form.requesterAddress = m_requester->addresses().first();
    form.subject = m_subject->text();
    form.queue = chosenId<QueueId>(m_queue);
    form.category = chosenId<CategoryId>(m_category);
    form.priority = chosenId<PriorityId>(m_priority);
    form.owner = chosenId<PersonId>(m_owner);
    form.channel = Channel(m_channel->currentData().toInt());
    form.tags = m_tags;
    form.dueAt = m_due->currentData().toLongLong();
    form.body = m_editor->body();
    form.attachments = m_attached;
    return form;
}

void NewTicketDialog::push()
{
    m_push.stop();
    m_presenter.setForm(formNow());
    showProblems();
}

void NewTicketDialog::submit()
{
    m_requester->commit();
    m_tagChips->commit();
    push();
    m_error->hide();
    m_asked = true;
    m_presenter.submit();
    showState();
}

void NewTicketDialog::showProblems()
{
    // Nothing is wrong with a field before the person has tried to open the ticket.
    const QHash<NewTicketField, QString> problems = m_asked ? m_presenter.problems() : QHash<NewTicketField, QString>();
    for (auto it = m_problems.cbegin(); it != m_problems.cend(); ++it) {
        it.value()->setText(problems.value(it.key()));
        it.value()->setVisible(problems.contains(it.key()));
    }
}

void NewTicketDialog::showState()
{
    m_open->setEnabled(!m_presenter.isSending());
    m_open->setText(m_presenter.isSending() ? tr("Opening…") : tr("Open ticket"));
    m_open->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
}

void NewTicketDialog::offerTags(const QString &typed)
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

void NewTicketDialog::addTag(const QString &tag)
{
    const QString added = tag.trimmed();
    if (!added.isEmpty() && !m_tags.contains(added))
        setTags(m_tags + QStringList{added});
}

void NewTicketDialog::setTags(const QStringList &tags)
{
    m_tags = tags;
    QVector<Chip> chips;
    for (const QString &tag : tags)
        chips.append({tag, tag, false});
    m_tagChips->setChips(chips);
    m_push.start();
}

bool NewTicketDialog::addAttachment(const NewAttachment &attachment)
{
    if (bytesOf(m_attached) + attachment.bytes.size() > ComposerPresenter::attachmentLimit)
        return false;
    m_attached.append(attachment);
    m_strip->setAttachments(m_attached);
    m_push.start();
    return true;
}

void NewTicketDialog::attachFiles(const QStringList &paths)
{
    auto promise = std::make_shared<QFutureInterface<Result<ReadFiles>>>();
    promise->reportStarted();
    const QFuture<Result<ReadFiles>> reading = promise->future();
    QThreadPool::globalInstance()->start([promise, paths] {
        promise->reportResult(Result<ReadFiles>(readAttachments(paths, ComposerPresenter::attachmentLimit)));
        promise->reportFinished();
    });
    deliver(reading, this, [this](const Result<ReadFiles> &read) {
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

void NewTicketDialog::takePicture(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (image.isNull() || !buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return;
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral("@deskhand");
    if (addAttachment({tr("picture.png"), QStringLiteral("image/png"), bytes, true, id}))
        m_editor->insertPicture(id, image.deviceIndependentSize().toSize());
    else
        m_context.notices.post(tr("The picture is too large to attach"));
}

void NewTicketDialog::discard()
{
    push();
    const bool nothing = m_presenter.form().isEmpty();
    const Draft thrown = m_presenter.discard();
    hide();
    if (nothing)
        return;
    Notice notice;
    notice.text = tr("New ticket thrown away");
    notice.actionText = tr("Undo");
    notice.milliseconds = 10'000;
    notice.action = [guard = QPointer<NewTicketDialog>(this), thrown] {
        if (!guard)
            return;
        guard->m_presenter.restore(thrown);
        guard->start({});
    };
    m_context.notices.post(notice);
}

void NewTicketDialog::closeEvent(QCloseEvent *event)
{
    push();
    QDialog::closeEvent(event);
}

} // namespace deskhand
