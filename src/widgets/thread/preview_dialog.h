// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QImage>

class QPushButton;

namespace deskhand {

class PlainLabel;
class Theme;

/// Shows a picture or a text of an attachment. Opens no file and gives nothing to other programs by itself.
class PreviewDialog final : public QDialog
{
    Q_OBJECT

public:
    PreviewDialog(const Theme &theme, const QString &title, QWidget *parent = nullptr);

    void showPicture(const QImage &picture, const QString &about);
    /// Only the first `textLimit` bytes are shown.
    void showText(const QByteArray &bytes, const QString &about);
    void showWaiting();
    void showFailure(const QString &sentence);

    static constexpr qsizetype textLimit = 2'000'000;

Q_SIGNALS:
    void saveRequested();

private:
    void setContent(QWidget *content);

    const Theme &m_theme;
    QWidget *m_content = nullptr;
    PlainLabel *m_about;
    QPushButton *m_save;
};

/// Bytes as text: by byte order mark, else UTF-8, else Latin 1.
[[nodiscard]] QString textOfBytes(const QByteArray &bytes);

} // namespace deskhand
