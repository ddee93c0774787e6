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

protected:
    bool event(QEvent *event) override;

private:
    const Theme &m_theme;
    FlowLayout *m_flow;
    QStringList m_shown;
};

} // namespace deskhand
