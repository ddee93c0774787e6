// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QStackedLayout;

namespace deskhand {

class PlainLabel;
class Theme;

/// The subject of a ticket: a title that becomes a line to type in when it is clicked or edit() is called. Enter takes
/// the new text, Escape leaves the old one.
class SubjectLine final : public QWidget
{
    Q_OBJECT

public:
    explicit SubjectLine(const Theme &theme, QWidget *parent = nullptr);

    void setSubject(const QString &subject);
    void edit();
    [[nodiscard]] bool isEditing() const;

Q_SIGNALS:
    void subjectEdited(const QString &subject);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void leave(bool take);

    QStackedLayout *m_stack;
    PlainLabel *m_label;
    QLineEdit *m_input;
    QString m_subject;
};

} // namespace deskhand
