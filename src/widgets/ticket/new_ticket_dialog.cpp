// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ticket/new_ticket_dialog.h"

#include "models/guard_words.h"
#include "models/navigator.h"
#include "models/notices.h"
#include "models/pending_marks.h"
#include "models/people_finder.h"
#include "models/time_text.h"
#include "widgets/elided_text.h"
#include "widgets/frame/error_banner.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"
#include "widgets/theme/theme.h"
#include "widgets/ticket/new_ticket_fields.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskhand {
namespace {

constexpr int widestOpenText = 280;
constexpr int restBeforeKeeping = 400; // ms; a draft may lag a second behind the last key

} // namespace

NewTicketDialog::NewTicketDialog(const AreaContext &context, Desk &desk, const CatalogHolder &catalog,
                                 DraftKeeper &drafts, HtmlCleaner cleaner, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_catalog(catalog)
    , m_presenter(desk, catalog, drafts)
    , m_error(new ErrorBanner(context.theme, this))
    , m_fields(new NewTicketFields(context, desk, catalog, std::move(cleaner), this))
{
    m_presenter.setSettings(context.settings);
    setObjectName(QStringLiteral("newTicketDialog"));
    setWindowTitle(tr("New ticket"));
    setModal(false);
    resize(680, 660);
    m_push.setSingleShot(true);
    m_push.setInterval(restBeforeKeeping);
    connect(&m_push, &QTimer::timeout, this, &NewTicketDialog::push);
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::large, metrics::huge, metrics::large);
    layout->setSpacing(metrics::small + 2);
    layout->addWidget(m_error);
    layout->addWidget(m_fields, 1);
    layout->addWidget(buildButtons());
    connectPresenter();
}

NewTicketDialog::~NewTicketDialog() = default;

RecipientEdit *NewTicketDialog::requester() const
{
    return m_fields->requester();
}

QLineEdit *NewTicketDialog::subject() const
{
    return m_fields->subject();
}

RichEdit *NewTicketDialog::editor() const
{
    return m_fields->editor();
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

void NewTicketDialog::connectPresenter()
{
    connect(m_fields, &NewTicketFields::edited, &m_push, qOverload<>(&QTimer::start));
    connect(m_discard, &QPushButton::clicked, this, &NewTicketDialog::discard);
    connect(m_open, &QPushButton::clicked, this, &NewTicketDialog::submit);
    connect(&m_catalog, &CatalogHolder::changed, this, [this] {
        if (m_push.isActive())
            push(); // what is being typed is not replaced by what was known of it
        m_fields->fillChoices();
        m_fields->setForm(m_presenter.form());
    });
    connect(&m_presenter, &NewTicketPresenter::formReplaced, this, &NewTicketDialog::showForm);
    connect(&m_presenter, &NewTicketPresenter::problemsFound, this, &NewTicketDialog::showProblems);
    connect(&m_presenter, &NewTicketPresenter::warned, this, &NewTicketDialog::askAbout);
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
        const bool unmailed = m_wasMailed && !answer.outbound.isValid();
        const QString words =
            answer.ticket.value >= provisionalFrom
                ? tr("Ticket #%1 is kept on this computer, and gets its number as soon as the service can be reached.")
            : unmailed ? tr("Ticket #%1 was opened. It was not mailed: no mailbox sends for this queue.")
                       : tr("Ticket #%1 was opened");
        m_context.notices.post(words.arg(answer.ticketNumber));
        m_context.navigator.openTicket(answer.ticket, true);
        Q_EMIT created(answer.ticket);
    });
}

void NewTicketDialog::start(const NewTicketSeed &seed)
{
    if (!isVisible()) {
        m_fields->fillChoices();
        m_presenter.start(seed);
    }
    show();
    raise();
    activateWindow();
    m_fields->focusFirst();
}

void NewTicketDialog::showForm()
{
    m_fields->setForm(m_presenter.form());
    m_push.stop();
    m_asked = false;
    m_error->hide();
    m_saved->setText(m_presenter.isRestored() ? tr("Your draft of last time") : QString());
    showProblems();
    showState();
}

void NewTicketDialog::push()
{
    m_push.stop();
    m_presenter.setForm(m_fields->form());
    showProblems();
    showState();
}

void NewTicketDialog::askAbout(const QVector<GuardWarning> &warnings)
{
    QStringList lines;
    for (const GuardWarning &warning : warnings)
        lines.append(guardText(warning));
    Question question;
    question.title = tr("New ticket");
    question.text = tr("Look again before this is mailed.");
    question.detail = lines.join(u'\n');
    question.answers = {tr("Go on writing"), tr("Send anyway")};
    question.cancelAnswer = 0;
    m_context.prompt.ask(this, question, [this](int answer) {
        if (answer == 1)
            m_presenter.submit(true);
    });
}

void NewTicketDialog::submit()
{
    m_fields->commit();
    push();
    m_error->hide();
    m_asked = true;
    m_wasMailed = m_presenter.form().mailed;
    m_presenter.submit();
    showState();
}

void NewTicketDialog::showProblems()
{
    // Nothing is wrong with a field before the person has tried to open the ticket.
    m_fields->showProblems(m_asked ? m_presenter.problems() : QHash<NewTicketField, QString>());
}

void NewTicketDialog::showState()
{
    m_open->setEnabled(!m_presenter.isSending());
    m_discard->setEnabled(!m_presenter.isSending());
    m_fields->setEnabled(!m_presenter.isSending());
    if (m_presenter.isWaiting())
        m_saved->setText(tr("Not sent yet: the ticket is opened as soon as the desk is back."));
    const NewTicketForm &form = m_presenter.form();
    QString text = tr("Open ticket");
    if (m_presenter.isSending())
        text = tr("Opening…");
    else if (form.mailed && !form.mailTo.address.isEmpty())
        text = tr("Open and send to %1").arg(addressName(form.mailTo));
    m_open->setAccessibleName(text);
    m_open->setText(
        elidedText(m_open->fontMetrics(), text, Qt::ElideMiddle, widestOpenText).replace(u'&', QStringLiteral("&&")));
    m_open->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
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
