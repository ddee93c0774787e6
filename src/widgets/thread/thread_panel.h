// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/area_context.h"
#include "widgets/thread/attachment_actions.h"
#include "widgets/thread/thread_view.h"

#include <QWidget>

class QPushButton;

namespace deskhand {

/// The thread with what floats over it: how many new messages are below, and the way back to the newest.
class ThreadPanel final : public QWidget
{
    Q_OBJECT

public:
    ThreadPanel(const AreaContext &context, Desk &desk, ThreadModel &model, const Clock &clock, UrlOpener opener,
                QWidget *parent = nullptr);

    [[nodiscard]] ThreadView *view() const { return m_view; }
    [[nodiscard]] AttachmentActions *attachments() const { return m_attachments; }
    /// A remote picture that the person had asked for; a null or empty one stays a frame.
    void setRemotePicture(ArticleId article, int number, const QByteArray &bytes);

Q_SIGNALS:
    /// Pictures of this article may be fetched from the network now, once; setRemotePicture() takes them.
    void remotePicturesRequested(const deskhand::Article &article);
    void deliveryMenuRequested(const deskhand::MailDelivery &mail, const QPoint &globalPosition);
    /// The person wants a ticket of its own made of this article, and of those after it.
    void splitRequested(deskhand::ArticleId article, bool andLater);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    void showNews();
    void showArticleMenu(const Article &article, const QString &href, const QPoint &position);
    void addActions();

    AreaContext m_context;
    ThreadModel &m_model;
    PictureStore m_pictures;
    ThreadView *m_view;
    QPushButton *m_news;
    AttachmentActions *m_attachments;
    LinkOpener m_links;
};

} // namespace deskhand
