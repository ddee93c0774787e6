// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace deskhand {

class Theme;

/// A large button with an icon, a title and a sentence: one answer to a question.
class ChoiceCard final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ChoiceCard(QWidget *parent = nullptr);

    void setContent(const Theme &theme, const QString &icon, const QString &title, const QString &sentence);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme *m_theme = nullptr;
    QString m_icon;
    QString m_sentence;
};

} // namespace deskhand
