// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command.h"

#include <QWidget>

namespace deskhand {

class FlowLayout;
class Theme;

/// Files that will go out with what is written, each with a cross to take it off. Hidden while there is none.
class AttachmentStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit AttachmentStrip(const Theme &theme, QWidget *parent = nullptr);

    /// Pictures inside the text are not shown.
    void setAttachments(const QVector<NewAttachment> &attachments);

Q_SIGNALS:
    void removeRequested(int index);

private:
    const Theme &m_theme;
    FlowLayout *m_flow;
    QStringList m_shown;
};

/// What reading of files for attaching gave.
struct ReadFiles {
    QVector<NewAttachment> attachments;
    QStringList tooLarge;   ///< names
    QStringList unreadable; ///< names
};

/// Reads files into attachments, outside the GUI thread when called there by the caller; nothing over `limit` bytes is
/// read. The type is judged by the content.
[[nodiscard]] ReadFiles readAttachments(const QStringList &paths, qint64 limit);

} // namespace deskhand
