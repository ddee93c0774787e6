// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk.h"
#include "widgets/thread/link_opener.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace deskhand {

class Notices;
class PreviewDialog;
class Theme;

/// What can be done with a file of a message: looking at pictures and texts inside the program, saving, and giving it
/// to another program after a question that names what it really is. Programs and scripts are only ever saved.
class AttachmentActions final : public QObject
{
    Q_OBJECT

public:
    AttachmentActions(Desk &desk, Prompt &prompt, Notices &notices, const Theme &theme, UrlOpener opener,
                      QWidget *parent);
    ~AttachmentActions() override;

    /// A click: shows it when it can be shown, else asks what to do.
    void activate(const Attachment &attachment);
    void save(const Attachment &attachment);
    void open(const Attachment &attachment);
    void showMenu(const Attachment &attachment, const QPoint &globalPosition);
    /// The whole text of an article that was too long for the thread.
    void showText(const QString &title, const QString &text);

private:
    void withBytes(const Attachment &attachment, std::function<void(const QByteArray &bytes)> use);
    void preview(const Attachment &attachment);
    void showBytes(PreviewDialog *dialog, const Attachment &attachment, const QByteArray &bytes);
    void askToOpen(const Attachment &attachment, const QByteArray &bytes);
    void saveBytes(const Attachment &attachment, const QByteArray &bytes);
    void openBytes(const QString &name, const QByteArray &bytes);
    PreviewDialog *makeDialog(const QString &title);
    [[nodiscard]] QWidget *window() const;

    Desk &m_desk;
    Prompt &m_prompt;
    Notices &m_notices;
    const Theme &m_theme;
    UrlOpener m_opener;
    std::unique_ptr<QTemporaryDir> m_folder; ///< of files given to other programs; goes with the program
};

} // namespace deskhand
