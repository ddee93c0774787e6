// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/thread/attachment_actions.h"

#include "base/deliver.h"
#include "models/attachment_policy.h"
#include "models/notices.h"
#include "models/picture_decoder.h"
#include "widgets/prompt.h"
#include "widgets/theme/theme.h"
#include "widgets/thread/preview_dialog.h"

#include <QFile>
#include <QLocale>
#include <QMenu>
#include <QMimeDatabase>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>
#include <QUuid>
#include <QWidget>

namespace deskhand {

namespace {

constexpr int previewSide = 2400;

QString aboutText(const AttachmentVerdict &verdict, qsizetype size)
{
    return verdict.typeText + QStringLiteral(" · ")
           + QLocale().formattedDataSize(size, 1, QLocale::DataSizeTraditionalFormat);
}

// Another program goes by the ending: one that says something else than the content is replaced.
QString honestName(const QString &name, const AttachmentVerdict &verdict)
{
    const QString safe = fileNameForSaving(name);
    if (!verdict.disguised)
        return safe;
    const QString ending = QMimeDatabase().mimeTypeForName(verdict.realType).preferredSuffix();
    return ending.isEmpty() ? safe + QStringLiteral(".bin") : safe + u'.' + ending;
}

} // namespace

AttachmentActions::AttachmentActions(Desk &desk, Prompt &prompt, Notices &notices, const Theme &theme, UrlOpener opener,
                                     QWidget *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_prompt(prompt)
    , m_notices(notices)
    , m_theme(theme)
    , m_opener(std::move(opener))
{
}

AttachmentActions::~AttachmentActions() = default;

QWidget *AttachmentActions::window() const
{
    return static_cast<QWidget *>(parent())->window();
}

void AttachmentActions::withBytes(const Attachment &attachment, std::function<void(const QByteArray &)> use)
{
    deliver(m_desk.blob(attachment.sha256), this, [this, use = std::move(use)](const Result<QByteArray> &bytes) {
        if (bytes)
            use(*bytes);
        else
            m_notices.fail(tr("The file could not be read."), bytes.error());
    });
}

void AttachmentActions::activate(const Attachment &attachment)
{
    if (guessAttachment(attachment.name, attachment.type).preview != AttachmentVerdict::Preview::None)
        preview(attachment);
    else
        withBytes(attachment, [this, attachment](const QByteArray &bytes) {
            if (judgeAttachment(attachment.name, bytes).preview != AttachmentVerdict::Preview::None)
                showBytes(makeDialog(attachment.name), attachment, bytes);
            else
                askToOpen(attachment, bytes);
        });
}

PreviewDialog *AttachmentActions::makeDialog(const QString &title)
{
    auto *dialog = new PreviewDialog(m_theme, title, window());
    dialog->showWaiting();
    dialog->show();
    return dialog;
}

void AttachmentActions::preview(const Attachment &attachment)
{
    QPointer<PreviewDialog> dialog = makeDialog(attachment.name);
    withBytes(attachment, [this, dialog, attachment](const QByteArray &bytes) {
        if (dialog)
            showBytes(dialog, attachment, bytes);
    });
}

void AttachmentActions::showBytes(PreviewDialog *dialog, const Attachment &attachment, const QByteArray &bytes)
{
    const AttachmentVerdict verdict = judgeAttachment(attachment.name, bytes);
    const QString about = aboutText(verdict, bytes.size());
    connect(dialog, &PreviewDialog::saveRequested, this, [this, attachment, bytes] { saveBytes(attachment, bytes); });
    if (verdict.preview == AttachmentVerdict::Preview::Text) {
        dialog->showText(bytes, about);
        return;
    }
    if (verdict.preview != AttachmentVerdict::Preview::Picture) {
        dialog->showFailure(tr("The content is not what the name says: %1.").arg(verdict.typeText));
        return;
    }
    auto promise = std::make_shared<QFutureInterface<Result<QImage>>>();
    promise->reportStarted();
    const QFuture<Result<QImage>> decoded = promise->future();
    QThreadPool::globalInstance()->start([promise, bytes] {
        promise->reportResult(decodePicture(bytes, previewSide));
        promise->reportFinished();
    });
    deliver(decoded, dialog, [dialog, about](const Result<QImage> &image) {
        if (image)
            dialog->showPicture(*image, about);
        else
            dialog->showFailure(tr("The picture is damaged or too large to show."));
    });
}

void AttachmentActions::showText(const QString &title, const QString &text)
{
    PreviewDialog *dialog = makeDialog(title);
    const QByteArray bytes = text.toUtf8();
    dialog->showText(bytes, QLocale().formattedDataSize(bytes.size(), 1, QLocale::DataSizeTraditionalFormat));
    Attachment whole;
    whole.name = fileNameForSaving(title) + QStringLiteral(".txt");
    connect(dialog, &PreviewDialog::saveRequested, this, [this, whole, bytes] { saveBytes(whole, bytes); });
}

void AttachmentActions::open(const Attachment &attachment)
{
    withBytes(attachment, [this, attachment](const QByteArray &bytes) { askToOpen(attachment, bytes); });
}

void AttachmentActions::askToOpen(const Attachment &attachment, const QByteArray &bytes)
{
    const AttachmentVerdict verdict = judgeAttachment(attachment.name, bytes);
    Question question;
    question.title = tr("File of a message");
    const QString name = fileNameForSaving(attachment.name);
    if (verdict.opening == AttachmentVerdict::Opening::Refuse) {
        question.text = tr("“%1” is not opened.").arg(name);
        question.detail =
            tr("It is %1. Programs and scripts from messages are never started; you can save it and have it checked.")
                .arg(verdict.typeText);
        question.answers = {tr("Save as…")};
        m_prompt.ask(window(), question, [this, attachment, bytes](int answer) {
            if (answer == 0)
                saveBytes(attachment, bytes);
        });
        return;
    }
    question.text = tr("Open “%1” with another program?").arg(name);
    question.detail = aboutText(verdict, bytes.size());
    if (verdict.disguised)
        question.detail += u'\n' + tr("Its name promises another kind of file than its content is.");
    question.answers = {tr("Open"), tr("Save as…")};
    m_prompt.ask(window(), question, [this, attachment, bytes, verdict](int answer) {
        if (answer == 0)
            openBytes(honestName(attachment.name, verdict), bytes);
        else if (answer == 1)
            saveBytes(attachment, bytes);
    });
}

void AttachmentActions::save(const Attachment &attachment)
{
    withBytes(attachment, [this, attachment](const QByteArray &bytes) { saveBytes(attachment, bytes); });
}

void AttachmentActions::saveBytes(const Attachment &attachment, const QByteArray &bytes)
{
    m_prompt.askSaveFile(
        window(), tr("Save file"), fileNameForSaving(attachment.name), [this, bytes](const QString &path) {
            QSaveFile file(path);
            const bool saved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
            if (saved)
                m_notices.post(tr("Saved as %1").arg(path));
            else
                m_notices.fail(
                    tr("The file was not saved."),
                    Error{ErrorCode::Internal, QStringLiteral("widgets.saveAttachment"), file.errorString(), {}});
        });
}

void AttachmentActions::openBytes(const QString &name, const QByteArray &bytes)
{
    if (!m_folder)
        m_folder = std::make_unique<QTemporaryDir>();
    // A folder for each, so that two files of one name do not meet.
    const QString folder = m_folder->filePath(QUuid::createUuid().toString(QUuid::WithoutBraces));
    QFile file(folder + u'/' + name);
    const bool written = m_folder->isValid() && QDir().mkpath(folder) && file.open(QIODevice::WriteOnly)
                         && file.write(bytes) == bytes.size();
    file.close();
    if (!written) {
        m_notices.fail(tr("The file was not opened."),
                       Error{ErrorCode::Internal, QStringLiteral("widgets.openAttachment"), file.errorString(), {}});
        return;
    }
    file.setPermissions(QFileDevice::ReadOwner); // a copy: what is changed in it would be lost
    m_opener(QUrl::fromLocalFile(file.fileName()));
}

void AttachmentActions::showMenu(const Attachment &attachment, const QPoint &globalPosition)
{
    auto *menu = new QMenu(window());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const AttachmentVerdict guess = guessAttachment(attachment.name, attachment.type);
    if (guess.preview != AttachmentVerdict::Preview::None)
        menu->addAction(m_theme.icon(QStringLiteral("document-preview")), tr("Preview"), this,
                        [this, attachment] { preview(attachment); });
    menu->addAction(m_theme.icon(QStringLiteral("document-save-as")), tr("Save as…"), this,
                    [this, attachment] { save(attachment); });
    menu->addAction(m_theme.icon(QStringLiteral("document-open")), tr("Open…"), this,
                    [this, attachment] { open(attachment); });
    menu->popup(globalPosition);
}

} // namespace deskhand
