// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/presence_board.h"

#include <QWidget>

namespace deskhand {

class Theme;

/// Who else is in the open ticket: initials with a pencil or an eye, and beside them, where there is room, the words.
/// Takes no room when nobody is.
class PresenceMarks final : public QWidget
{
    Q_OBJECT

public:
    explicit PresenceMarks(const Theme &theme, QWidget *parent = nullptr);

    void setColleagues(const QVector<PresentColleague> &colleagues);
    /// How wide the words may be, in logical pixels; 0: marks only.
    void setRoomForWords(int width);
    [[nodiscard]] QString words() const { return m_words; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int wordsWidth() const;

    const Theme &m_theme;
    QVector<PresentColleague> m_colleagues;
    QString m_words;
    int m_room = 0;
};

} // namespace deskhand
