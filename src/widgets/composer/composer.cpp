// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/composer.h"

#include "base/deliver.h"
#include "models/notices.h"
#include "models/time_text.h"
#include "widgets/actions/action_registry.h"
#include "widgets/chips/chip_button.h"
#include "widgets/composer/attachment_files.h"
#include "widgets/composer/attachment_strip.h"
#include "widgets/composer/format_bar.h"
#include "widgets/composer/prompt_line.h"
#include "widgets/composer/recipient_edit.h"
#include "widgets/composer/rich_edit.h"
#include "widgets/frame/error_banner.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"
#include "widgets/theme/theme.h"

#include <QButtonGroup>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
namespace deskhand {

namespace {

constexpr int pushAfter = 300; // ms: with the write behind it a draft is durable within a second
constexpr int lowestEditor = 72;
constexpr int widestSendText = 200;

} // namespace

Composer::Composer(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, ComposerPresenter &presenter,
                   HtmlCleaner cleaner, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_desk(desk)
    , m_catalog(catalog)
    , m_presenter(presenter)
{
    setObjectName(QStringLiteral("composer"));
    setAccessibleName(tr("Composer"));
    setAcceptDrops(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    build();
    m_editor->setCleaner(std::move(cleaner));
    m_push.setSingleShot(true);
    m_push.setInterval(pushAfter);
    connect(&m_push, &QTimer::timeout, this, [this] { m_presenter.setBody(m_editor->body()); });
    connect(m_editor, &QTextEdit::textChanged, this, [this] {
        fitHeight();
        if (!m_showing && !m_push.isActive())
            m_push.start();
    });
    connect(m_editor, &RichEdit::picturePasted, this, &Composer::takePicture);
    connect(m_editor, &RichEdit::filesDropped, this, &Composer::attachFiles);
    connect(m_formats, &FormatBar::attachRequested, this, &Composer::chooseFiles);
    connect(&m_context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connectPresenter();
    addActions();
    showDraft();
    showState();
}

Composer::~Composer()
{
    flush();
}

void Composer::connectPresenter()
{
    connect(&m_presenter, &ComposerPresenter::draftReplaced, this, &Composer::showDraft);
    connect(&m_presenter, &ComposerPresenter::changed, this, &Composer::showState);
    connect(&m_presenter, &ComposerPresenter::draftSaved, this, &Composer::showSaved);
    connect(&m_presenter, &ComposerPresenter::draftSaveFailed, this, [this](const Error &error) {
        m_error->showError(tr("The draft could not be saved."), error);
        m_saved->setText(tr("Draft not saved"));
    });
    connect(&m_presenter, &ComposerPresenter::sendFailed, this, [this](const Error &error) {
        m_error->showError(tr("It was not sent. Your text is still here."), error, [this] { send(); });
    });
    connect(&m_presenter, &ComposerPresenter::sent, this, [this](DraftKind kind, const CommandAnswer &answer) {
        close();
        Q_EMIT sent(kind, answer);
    });
    connect(m_to, &RecipientEdit::changed, this,
            [this] { m_presenter.setRecipients(m_to->addresses(), m_cc->addresses()); });
    connect(m_cc, &RecipientEdit::changed, this,
            [this] { m_presenter.setRecipients(m_to->addresses(), m_cc->addresses()); });
    connect(m_attachments, &AttachmentStrip::removeRequested, &m_presenter, &ComposerPresenter::removeAttachment);
    m_editor->setPictureSource([this](const QString &id) {
        for (const NewAttachment &attachment : m_presenter.draft().attachments) {
            if (attachment.contentId == id)
                return attachment.bytes;
        }
        return QByteArray();
    });
}

void Composer::open(DraftKind kind)
{
    if (!m_presenter.ticket().isValid())
        return;
    const bool wasOpen = std::exchange(m_open, true);
    m_closedLine->hide();
    m_openPart->show();
    m_opening = true;
    chooseKind(kind);
    m_opening = false;
    showState();
    fitHeight();
    m_editor->setFocus();
    if (!wasOpen)
        Q_EMIT openedChanged(true);
}

void Composer::close()
{
    flush();
    const bool wasOpen = std::exchange(m_open, false);
    m_openPart->hide();
    m_closedLine->show();
    m_error->hide();
    if (m_presenter.isEmpty())
        m_presenter.setKind(DraftKind::Reply);
    showState();
    if (wasOpen)
        Q_EMIT openedChanged(false);
}

// What was written for colleagues goes to the requester only after a question.
void Composer::chooseKind(DraftKind kind)
{
    flush();
    if (!m_presenter.wouldPublish(kind)) {
        m_presenter.setKind(kind);
        return;
    }
    Question question;
    question.title = tr("Internal note");
    question.text = tr("Make this internal note readable for the requester?");
    question.detail = tr("What you wrote as an internal note would become part of a public message.");
    question.answers = {tr("Keep it internal"), tr("Make it public")};
    question.cancelAnswer = 0;
    showState();
    m_context.prompt.ask(this, question, [this, kind](int answer) {
        if (answer == 1)
            m_presenter.setKind(kind);
        showState();
    });
}

void Composer::flush()
{
    if (!m_push.isActive())
        return;
    m_push.stop();
    m_presenter.setBody(m_editor->body());
}

void Composer::showDraft()
{
    m_push.stop();
    m_showing = true;
    const Draft &draft = m_presenter.draft();
    m_editor->setBodyHtml(draft.html);
    m_ccLine->setVisible(!draft.cc.isEmpty());
    m_showing = false;
    m_saved->setText({});
    m_error->hide();
    if (!m_presenter.isEmpty() && !m_open) { // a draft that comes back is seen, and does not take the keyboard
        m_open = true;
        m_closedLine->hide();
        m_openPart->show();
        Q_EMIT openedChanged(true);
    } else if (m_presenter.isEmpty() && m_open && !m_opening && !m_editor->hasFocus()) {
        close();
    }
    if (draft.savedAt != 0)
        showSaved(draft.savedAt);
    fitHeight();
}

void Composer::showState()
{
    const Draft &draft = m_presenter.draft();
    const bool note = draft.kind == DraftKind::Note;
    m_closedReply->setText(m_presenter.isEmpty() ? m_presenter.placeholderText() : tr("Go on writing…"));
    m_closedReply->setEnabled(m_presenter.ticket().isValid());
    if (QAbstractButton *button = m_kinds->button(int(draft.kind)); button != nullptr)
        button->setChecked(true);
    m_kindLabel->setVisible(note);
    m_editor->setNote(note);
    m_editor->setPlaceholderText(m_presenter.placeholderText());
    m_editor->setAccessibleName(note                            ? tr("Internal note")
                                : draft.kind == DraftKind::Call ? tr("Record of the call")
                                                                : tr("Reply"));
    m_editor->setReadOnly(m_presenter.isSending());
    m_waitingLine->setVisible(m_presenter.isWaiting() || m_presenter.isUnconfirmed());
    m_waitingLabel->setText(m_presenter.isWaiting()
                                ? tr("Not sent yet: it goes by itself as soon as the desk is back.")
                                : tr("Not sent yet, as far as is known: the desk has not confirmed it."));
    m_sendAgain->setVisible(m_presenter.isUnconfirmed());
    m_sendAgain->setEnabled(m_presenter.canSend());
    m_recipients->setVisible(draft.kind == DraftKind::Reply);
    m_to->setAddresses(draft.to);
    m_cc->setAddresses(draft.cc);
    if (!draft.cc.isEmpty() && m_ccLine->isHidden()) { // nobody gets a copy without being seen
        m_ccLine->show();
        fitHeight();
    }
    m_ccButton->setVisible(draft.kind == DraftKind::Reply && !m_ccLine->isVisibleTo(m_recipients));
    m_callLine->setVisible(draft.kind == DraftKind::Call);
    m_inbound->setChecked(m_presenter.isInboundCall());
    m_outbound->setChecked(!m_presenter.isInboundCall());
    m_quoteLine->setVisible(!m_presenter.quote().isEmpty());
    m_quote->setText(tr("Quotes %1").arg(m_presenter.quote().title));
    m_quote->setAccessibleName(m_quote->text());
    m_quote->updateGeometry();
    m_attachments->setAttachments(draft.attachments);
    const QString sendText = m_presenter.sendText();
    m_send->setText(m_send->fontMetrics()
                        .elidedText(sendText, Qt::ElideMiddle, widestSendText)
                        .replace(u'&', QStringLiteral("&&")));
    m_send->setAccessibleName(sendText);
    m_send->setToolTip(plainToolTip(sendText + QStringLiteral("  Ctrl+Enter")));
    for (QPushButton *button : {m_send, m_more}) {
        button->setEnabled(m_presenter.canSend() && !m_to->hasWrong() && !m_cc->hasWrong());
        button->setProperty("primary", !note);
        button->setProperty("note", note);
        button->update();
    }
    m_context.actions.refresh();
    update();
}

void Composer::showSaved(Instant at)
{
    m_saved->setText(tr("Draft saved %1").arg(TimeWords().moment(at, m_catalog.now()).section(u' ', -1)));
}

void Composer::setRoom(int height)
{
    m_room = height;
    fitHeight();
}

void Composer::fitHeight()
{
    const int highest = std::max(lowestEditor, m_room / 2 - 120);
    const int wanted = std::clamp(m_editor->contentHeight() + 4, lowestEditor, highest);
    if (m_editor->height() != wanted || m_editor->maximumHeight() != wanted)
        m_editor->setFixedHeight(wanted);
}

void Composer::send(const SendWish &wish)
{
    m_to->commit();
    m_cc->commit();
    flush();
    m_error->hide();
    m_asked = wish;
    if (!m_to->hasWrong() && !m_cc->hasWrong())
        m_presenter.send(wish);
}

void Composer::discard()
{
    flush();
    if (m_presenter.isEmpty()) {
        close();
        return;
    }
    const Draft thrown = m_presenter.discard();
    close();
    Notice notice;
    notice.text = tr("Draft thrown away");
    notice.actionText = tr("Undo");
    notice.action = [guard = QPointer<ComposerPresenter>(&m_presenter), thrown] {
        if (guard)
            guard->restore(thrown);
    };
    notice.milliseconds = 10'000;
    m_context.notices.post(notice);
}

void Composer::chooseFiles()
{
    m_context.prompt.askOpenFiles(this, tr("Attach files"), {},
                                  [this](const QStringList &paths) { attachFiles(paths); });
}

void Composer::attachFiles(const QStringList &paths)
{
    const TicketId ticket = m_presenter.ticket();
    deliver(readAttachments(paths, ComposerPresenter::attachmentLimit), this,
            [this, ticket](const Result<ReadFiles> &read) {
                if (!read || ticket != m_presenter.ticket())
                    return;
                QStringList refused = read->tooLarge;
                for (const NewAttachment &attachment : read->attachments) {
                    if (!m_presenter.addAttachment(attachment))
                        refused.append(attachment.name);
                }
                if (!refused.isEmpty())
                    m_context.notices.post(
                        tr("Too large to attach (25 MB in all): %1").arg(refused.join(QStringLiteral(", "))));
                if (!read->unreadable.isEmpty())
                    m_context.notices.post(
                        tr("Could not be read: %1").arg(read->unreadable.join(QStringLiteral(", "))));
            });
}

void Composer::takePicture(const QImage &image)
{
    const std::optional<NewAttachment> picture = pictureAttachment(image, tr("picture.png"));
    if (!picture)
        return;
    if (m_presenter.addAttachment(*picture))
        m_editor->insertPicture(picture->contentId, image.deviceIndependentSize().toSize());
    else
        m_context.notices.post(tr("The picture is too large to attach"));
}

void Composer::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_presenter.ticket().isValid() && event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void Composer::dropEvent(QDropEvent *event)
{
    QStringList paths;
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    open(m_presenter.kind());
    attachFiles(paths);
}

void Composer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool note = m_open && m_presenter.kind() == DraftKind::Note;
    painter.fillRect(rect(), m_context.theme.color(note ? Token::NoteTint : Token::Surface));
    painter.fillRect(QRect(0, 0, width(), note ? 2 : 1),
                     m_context.theme.color(note ? Token::NoteFrame : Token::Hairline));
    if (note)
        painter.fillRect(QRect(0, 0, 3, height()), m_context.theme.color(Token::NoteFrame));
}

} // namespace deskhand
