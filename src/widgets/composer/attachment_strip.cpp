// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/attachment_strip.h"

#include "widgets/chips/chip_button.h"
#include "widgets/chips/flow_layout.h"
#include "widgets/plain_label.h"
#include "widgets/theme/tokens.h"

#include <QEvent>
#include <QLocale>

namespace deskhand {

AttachmentStrip::AttachmentStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_flow(new FlowLayout(metrics::tight, this))
{
    setObjectName(QStringLiteral("attachmentStrip"));
    setAccessibleName(tr("Attachments"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

bool AttachmentStrip::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        setFixedHeight(m_flow->heightForWidth(width())); // as many lines as the files need
    return done;
}

void AttachmentStrip::setAttachments(const QVector<NewAttachment> &attachments)
{
    QStringList wanted;
    for (const NewAttachment &attachment : attachments)
        wanted.append(attachment.isInline ? QString()
                                          : attachment.name + u'/' + QString::number(attachment.bytes.size()));
    if (wanted == m_shown)
        return;
    m_shown = wanted;
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int index = 0; index < attachments.size(); ++index) {
        const NewAttachment &attachment = attachments.at(index);
        if (attachment.isInline)
            continue;
        const QString size =
            QLocale().formattedDataSize(attachment.bytes.size(), 0, QLocale::DataSizeTraditionalFormat);
        auto *chip = new ChipButton(m_theme, attachment.name + QStringLiteral("  ") + size,
                                    QStringLiteral("mail-attachment"), this);
        chip->setToolTip(plainToolTip(attachment.name + u'\n' + attachment.type));
        connect(chip, &ChipButton::removeRequested, this, [this, index] { Q_EMIT removeRequested(index); });
        m_flow->addWidget(chip);
        chip->show();
    }
    setVisible(m_flow->count() > 0);
    updateGeometry();
}

} // namespace deskhand
