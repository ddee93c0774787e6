// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plain_label.h"

#include <QFormLayout>

namespace deskhand {

/// A row whose caption is plain text, as every label of the program is, and belongs to its field. The field without a
/// name of its own is called as the caption says.
inline void addFormRow(QFormLayout *form, const QString &caption, QWidget *field)
{
    auto *label = new PlainLabel(caption);
    label->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(caption);
    form->addRow(label, field);
}
inline void addFormRow(QFormLayout *form, const QString &caption, QLayout *fields, QWidget *first)
{
    auto *label = new PlainLabel(caption);
    label->setBuddy(first);
    if (first->accessibleName().isEmpty())
        first->setAccessibleName(caption);
    form->addRow(label, fields);
}
/// Under the fields, without a caption.
inline void addFormRow(QFormLayout *form, QWidget *field)
{
    form->addRow(new PlainLabel, field);
}

} // namespace deskhand
