// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/settings_form.h"

#include "widgets/plain_label.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>

namespace deskhand {

namespace {

constexpr int shortestChoice = 10;
constexpr int numberLetters = 24;
constexpr int labelLetters = 17; // the labels of several forms stand in one line

void nameIfNameless(QWidget *field, const QString &name)
{
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(name);
}

} // namespace

SettingsForm::SettingsForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::medium);
    m_grid->setVerticalSpacing(metrics::small);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, labelLetters * fontMetrics().averageCharWidth());
}

void SettingsForm::addHeading(const QString &text)
{
    if (m_next > 0)
        m_grid->setRowMinimumHeight(m_next++, metrics::small);
    auto *heading = new PlainLabel(text, this);
    heading->setStyleOf(m_theme, TextStyle::Strong);
    m_grid->addWidget(heading, m_next++, 0, 1, 2);
}

void SettingsForm::addRow(const QString &label, QWidget *field, const QString &hint, QWidget *focus)
{
    Row row;
    row.label = new PlainLabel(label, this);
    row.label->setBuddy(focus ? focus : field);
    row.label->setMinimumHeight(m_theme.controlHeight());
    row.label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    nameIfNameless(focus ? focus : field, label);
    m_grid->addWidget(row.label, m_next, 0, Qt::AlignTop);
    // Numbers stand at the left of a wide form.
    const bool isNumber = qobject_cast<QAbstractSpinBox *>(field) != nullptr;
    if (isNumber)
        field->setMinimumWidth(numberLetters * fontMetrics().averageCharWidth());
    if (qobject_cast<QComboBox *>(field))
        field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_grid->addWidget(field, m_next++, 1, isNumber ? Qt::AlignLeft : Qt::Alignment());
    addHint(field, hint, &row);
    m_rows.insert(field, row);
    guardWheel(field);
}

void SettingsForm::addField(QWidget *field, const QString &hint)
{
    Row row;
    m_grid->addWidget(field, m_next++, 1);
    addHint(field, hint, &row);
    m_rows.insert(field, row);
    guardWheel(field);
}

void SettingsForm::addWide(QWidget *widget)
{
    m_grid->addWidget(widget, m_next++, 0, 1, 2);
    m_rows.insert(widget, {});
}

void SettingsForm::addHint(QWidget *field, const QString &hint, Row *row)
{
    row->hint = new PlainLabel(hint, this);
    row->hint->setStyleOf(m_theme, TextStyle::Small, Token::TextMuted);
    row->hint->setWordWrap(true);
    row->hint->setVisible(!hint.isEmpty());
    m_grid->addWidget(row->hint, m_next++, 1);
    if (!hint.isEmpty())
        field->setAccessibleDescription(hint);
}

void SettingsForm::setRowVisible(QWidget *field, bool visible)
{
    const Row row = m_rows.value(field);
    field->setVisible(visible);
    if (row.label)
        row.label->setVisible(visible);
    if (row.hint)
        row.hint->setVisible(visible && !row.hint->text().isEmpty());
}

void SettingsForm::setHint(QWidget *field, const QString &hint)
{
    const Row row = m_rows.value(field);
    if (!row.hint)
        return;
    row.hint->setText(hint);
    row.hint->setVisible(!hint.isEmpty() && !field->isHidden());
    field->setAccessibleDescription(hint);
}

void SettingsForm::guardWheel(QWidget *field)
{
    QList<QWidget *> all = field->findChildren<QWidget *>();
    all.append(field);
    for (QWidget *one : std::as_const(all)) {
        if (auto *box = qobject_cast<QComboBox *>(one)) { // the longest choice makes no form wider
            box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
            box->setMinimumContentsLength(shortestChoice);
        }
        if (qobject_cast<QComboBox *>(one) || qobject_cast<QAbstractSpinBox *>(one)) {
            one->setFocusPolicy(Qt::StrongFocus);
            one->installEventFilter(this);
        }
    }
}

bool SettingsForm::eventFilter(QObject *watched, QEvent *event)
{
    const auto *field = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::Wheel && field && !field->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace deskhand
