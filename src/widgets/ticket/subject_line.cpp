// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ticket/subject_line.h"

#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedLayout>

namespace deskhand {

SubjectLine::SubjectLine(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_label(new PlainLabel(this))
    , m_input(new QLineEdit(this))
{
    setObjectName(QStringLiteral("subjectLine"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_label->setObjectName(QStringLiteral("subjectPlainLabel"));
    m_label->setStyleOf(theme, TextStyle::Heading);
    m_label->setElideMode(Qt::ElideRight);
    m_label->setCursor(Qt::IBeamCursor);
    m_label->setFocusPolicy(Qt::TabFocus);
    m_input->setObjectName(QStringLiteral("subjectLineEdit"));
    m_input->setAccessibleName(tr("Subject"));
    m_input->setMaxLength(500);
    m_input->setFont(theme.font(TextStyle::Heading));
    connect(&theme, &Theme::changed, this, [this, &theme] { m_input->setFont(theme.font(TextStyle::Heading)); });
    m_stack->addWidget(m_label);
    m_stack->addWidget(m_input);
    m_label->installEventFilter(this);
    m_input->installEventFilter(this);
    connect(m_input, &QLineEdit::editingFinished, this, [this] { leave(true); });
}

void SubjectLine::setSubject(const QString &subject)
{
    m_subject = subject;
    m_label->setText(subject);
    m_label->setAccessibleName(tr("Subject: %1").arg(subject));
    setFixedHeight(qMax(m_label->sizeHint().height(), m_input->sizeHint().height()));
}

void SubjectLine::edit()
{
    m_input->setText(m_subject);
    m_stack->setCurrentWidget(m_input);
    m_input->selectAll();
    m_input->setFocus();
}

bool SubjectLine::isEditing() const
{
    return m_stack->currentWidget() == m_input;
}

void SubjectLine::leave(bool take)
{
    if (!isEditing())
        return;
    const bool focused = m_input->hasFocus();
    const QString text = m_input->text().simplified();
    {
        const QSignalBlocker blocker(m_input); // losing the keyboard on its way out, it would say that it is finished
        m_stack->setCurrentWidget(m_label);
    }
    if (focused)
        m_label->setFocus();
    if (take && !text.isEmpty() && text != m_subject)
        Q_EMIT subjectEdited(text);
}

bool SubjectLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_label && event->type() == QEvent::MouseButtonRelease) {
        edit();
        return true;
    }
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool press = event->type() == QEvent::KeyPress;
        if (watched == m_label && press && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F2)) {
            edit();
            return true;
        }
        if (watched == m_input && key == Qt::Key_Escape) {
            event->accept();
            if (press)
                leave(false);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace deskhand
