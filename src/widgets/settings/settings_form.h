// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QGridLayout;

namespace deskhand {

class PlainLabel;
class Theme;

/// Rows of a label, a field and a sentence about it, under headings. Fields belong to the form. A wheel that passes
/// over a choice or a number changes it only when it has the keyboard: forms are scrolled.
class SettingsForm final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsForm(const Theme &theme, QWidget *parent = nullptr);

    void addHeading(const QString &text);
    /// `focus`: what the label is of, where the field has parts; null: the field.
    void addRow(const QString &label, QWidget *field, const QString &hint = {}, QWidget *focus = nullptr);
    /// In the column of the fields: what says itself what it is.
    void addField(QWidget *field, const QString &hint = {});
    /// From edge to edge.
    void addWide(QWidget *widget);

    void setRowVisible(QWidget *field, bool visible);
    void setHint(QWidget *field, const QString &hint);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row {
        PlainLabel *label = nullptr;
        PlainLabel *hint = nullptr;
    };
    void addHint(QWidget *field, const QString &hint, Row *row);
    void guardWheel(QWidget *field);

    const Theme &m_theme;
    QGridLayout *m_grid;
    QHash<QWidget *, Row> m_rows;
    int m_next = 0;
};

} // namespace deskhand
