// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/thread/preview_dialog.h"

#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringDecoder>
#include <QVBoxLayout>

namespace deskhand {

namespace {

/// A picture that fits into its room and is never blown up.
class PictureArea final : public QWidget
{
public:
    PictureArea(const QImage &picture, QWidget *parent)
        : QWidget(parent)
        , m_picture(picture)
    {
        setObjectName(QStringLiteral("previewPicture"));
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return m_picture.size().boundedTo({1000, 700}).expandedTo({320, 240});
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        QSizeF size = m_picture.size();
        if (size.width() > width() || size.height() > height())
            size.scale(this->size(), Qt::KeepAspectRatio);
        painter.drawImage(QRectF(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size),
                          m_picture);
    }

private:
    QImage m_picture;
};

} // namespace

QString textOfBytes(const QByteArray &bytes)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(marked.value_or(QStringConverter::Utf8));
    QString text = decoder(bytes);
    if (!marked && decoder.hasError())
        text = QString::fromLatin1(bytes);
    return text;
}

PreviewDialog::PreviewDialog(const Theme &theme, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_about(new PlainLabel(this))
    , m_save(new QPushButton(theme.icon(QStringLiteral("document-save-as")), tr("Save as…"), this))
{
    setObjectName(QStringLiteral("previewDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title.simplified());
    m_about->setObjectName(QStringLiteral("previewAboutPlainLabel"));
    m_about->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_about->setElideMode(Qt::ElideMiddle);
    m_save->setObjectName(QStringLiteral("previewSavePushButton"));
    m_save->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("previewClosePushButton"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_about, 1);
    buttons->addWidget(m_save);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::medium);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_save, &QPushButton::clicked, this, &PreviewDialog::saveRequested);
    resize(720, 520);
}

void PreviewDialog::setContent(QWidget *content)
{
    delete m_content;
    m_content = content;
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, content, 1);
}

void PreviewDialog::showWaiting()
{
    auto *label = new PlainLabel(tr("Reading…"), this);
    label->setAlignment(Qt::AlignCenter);
    label->setStyleOf(m_theme, TextStyle::Body, Token::TextMuted);
    setContent(label);
}

void PreviewDialog::showFailure(const QString &sentence)
{
    auto *label = new PlainLabel(sentence, this);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setStyleOf(m_theme, TextStyle::Body, Token::TextMuted);
    setContent(label);
}

void PreviewDialog::showPicture(const QImage &picture, const QString &about)
{
    auto *area = new PictureArea(picture, this);
    area->setAccessibleName(windowTitle());
    setContent(area);
    m_about->setText(about);
}

void PreviewDialog::showText(const QByteArray &bytes, const QString &about)
{
    auto *edit = new QPlainTextEdit(this);
    edit->setObjectName(QStringLiteral("previewPlainTextEdit"));
    edit->setAccessibleName(windowTitle());
    edit->setReadOnly(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setFont(m_theme.font(TextStyle::Mono));
    edit->setPlainText(textOfBytes(bytes.left(textLimit)));
    setContent(edit);
    m_about->setText(bytes.size() > textLimit ? about + QStringLiteral(" · ") + tr("only the beginning is shown")
                                              : about);
}

} // namespace deskhand
