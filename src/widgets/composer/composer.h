// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/composer_presenter.h"
#include "widgets/area_context.h"
#include "widgets/composer/html_cleaner.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QPushButton;
class QToolButton;
class QMenu;

namespace deskhand {

class AttachmentStrip;
class ChipButton;
class ErrorBanner;
class FormatBar;
class GuardBar;
class HeldBar;
class PlainLabel;
class PromptLine;
class RecipientEdit;
class RichEdit;

/// Where replies, internal notes and calls are written, under the thread. Closed it is one line; a note differs from a
/// reply in tint, frame, label and button.
class Composer final : public QWidget
{
    Q_OBJECT

public:
    Composer(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, ComposerPresenter &presenter,
             HtmlCleaner cleaner, QWidget *parent = nullptr);
    ~Composer() override;

    /// Opens it for writing this kind, with the keyboard in the text.
    void open(DraftKind kind);
    void close();
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] RichEdit *editor() const { return m_editor; }
    /// Takes what is typed and not yet taken, now.
    void flush();
    void send(const SendWish &wish = {});
    void attachFiles(const QStringList &paths);
    /// The room that the composer may fill.
    void setRoom(int height);

Q_SIGNALS:
    void openedChanged(bool open);
    void unseenRequested(); ///< the person wants to read what has arrived
    void sent(deskhand::DraftKind kind, const deskhand::CommandAnswer &answer);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    QWidget *buildClosedLine();
    QWidget *buildWaitingLine();
    QWidget *buildTopLine();
    QWidget *buildRecipients();
    QWidget *buildCallLine();
    QWidget *buildQuoteLine();
    QWidget *buildBottomLine();
    void connectPresenter();
    void addActions();
    void addSendActions();
    void chooseKind(DraftKind kind);
    void showDraft();
    void showState();
    void showSaved(Instant at);
    void fitHeight();
    void chooseFiles();
    void takePicture(const QImage &image);
    void fillSendMenu();
    void addSendLater();
    void discard();

    AreaContext m_context;
    Desk &m_desk;
    const CatalogHolder &m_catalog;
    ComposerPresenter &m_presenter;
    bool m_open = false;
    bool m_showing = false;
    bool m_opening = false;
    int m_room = 400;
    QTimer m_push; ///< takes the text from the editor a moment after the first key
    QWidget *m_closedLine = nullptr;
    QWidget *m_openPart = nullptr;
    PromptLine *m_closedReply = nullptr;
    QButtonGroup *m_kinds = nullptr;
    PlainLabel *m_kindLabel = nullptr;
    QPushButton *m_ccButton = nullptr;
    QWidget *m_recipients = nullptr;
    RecipientEdit *m_to = nullptr;
    QWidget *m_ccLine = nullptr;
    RecipientEdit *m_cc = nullptr;
    QWidget *m_callLine = nullptr;
    QToolButton *m_inbound = nullptr;
    QToolButton *m_outbound = nullptr;
    ErrorBanner *m_error = nullptr;
    HeldBar *m_held = nullptr;
    QWidget *m_waitingLine = nullptr; // not sent yet
    PlainLabel *m_waitingLabel = nullptr;
    QPushButton *m_sendAgain = nullptr;
    GuardBar *m_guard = nullptr;
    SendWish m_asked; ///< of the last send(), for sending it anyway
    RichEdit *m_editor = nullptr;
    QWidget *m_quoteLine = nullptr;
    ChipButton *m_quote = nullptr;
    AttachmentStrip *m_attachments = nullptr;
    FormatBar *m_formats = nullptr;
    PlainLabel *m_saved = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_more = nullptr;
    QMenu *m_sendMenu = nullptr;
};

} // namespace deskhand
