// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTextEdit>

namespace deskhand::test {

inline bool isControl(const QWidget *widget)
{
    if (qobject_cast<const QScrollBar *>(widget) || qobject_cast<const QHeaderView *>(widget))
        return false;
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
           || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
           || qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QAbstractSlider *>(widget)
           || qobject_cast<const QAbstractSpinBox *>(widget);
}

/// Parts that Qt puts into its own widgets: the line of a combo box, the buttons of a line.
inline bool isPartOfQtWidget(const QWidget *widget)
{
    if (widget->objectName().startsWith(QLatin1String("qt_")))
        return true;
    for (const QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (isControl(above) || qobject_cast<const QDialogButtonBox *>(above)
            || QLatin1String(above->metaObject()->className()).startsWith(QLatin1String("QComboBoxPrivate")))
            return true;
        if (above->isWindow())
            break;
    }
    return false;
}

/// "replyButton" is a QPushButton: the name ends in the class or in one of its bases, without the leading Q.
inline bool nameEndsInClass(const QWidget *widget)
{
    for (const QMetaObject *type = widget->metaObject(); type; type = type->superClass()) {
        QString name = QString::fromLatin1(type->className()).section(QStringLiteral("::"), -1);
        if (name.startsWith(u'Q') && name.size() > 1 && name[1].isUpper())
            name.remove(0, 1);
        if (name.startsWith(QLatin1String("Abstract")))
            name.remove(0, 8);
        if (widget->objectName().endsWith(name, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

/// What is wrong with the widgets below (and with) `root`: labels that guess markup, controls that a screen reader
/// cannot name, object names that a test cannot find. Empty: nothing.
inline QStringList auditWidgets(QWidget *root)
{
    QStringList wrong;
    QList<QWidget *> all = root->findChildren<QWidget *>();
    all.prepend(root);
    for (QWidget *widget : std::as_const(all)) {
        const QString who =
            QStringLiteral("%1 \"%2\"").arg(QLatin1String(widget->metaObject()->className()), widget->objectName());
        const auto *label = qobject_cast<QLabel *>(widget);
        if (label && label->textFormat() != Qt::PlainText && !isPartOfQtWidget(widget))
            wrong.append(who + QStringLiteral(": a label that is not plain text"));
        if (!isControl(widget) || isPartOfQtWidget(widget))
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).isEmpty())
            wrong.append(who + QStringLiteral(": no accessible name"));
        if (!nameEndsInClass(widget))
            wrong.append(who + QStringLiteral(": the object name does not end in the class"));
    }
    return wrong;
}

} // namespace deskhand::test
