// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "models/list_spec.h"

#include <QDialog>
#include <QTimer>

#include <memory>

namespace Ui {
class ViewDialog;
}

namespace deskhand {

class ConditionEdit;
class ErrorBanner;
class PlainLabel;
class Theme;

/// Makes or changes a saved view: its condition is checked and counted while it is typed.
class ViewDialog final : public QDialog
{
    Q_OBJECT

public:
    ViewDialog(Desk &desk, const CatalogHolder &holder, const Theme &theme, QWidget *parent);
    ~ViewDialog() override;

    /// How the view begins: an existing one has a valid id.
    void setView(const SavedView &view);
    /// A new view that shows what a list shows now.
    [[nodiscard]] static SavedView viewOf(const ListSpec &spec, const Catalog &catalog);
    [[nodiscard]] SavedView view() const;

Q_SIGNALS:
    /// Stored by the desk.
    void saved(deskhand::SavedViewId id);

private:
    void fillChoices();
    void check();
    void count();
    void showCount(quint64 number, const Result<QVector<qint64>> &answer);
    void save();
    void updateButtons();

    Desk &m_desk;
    const CatalogHolder &m_holder;
    std::unique_ptr<Ui::ViewDialog> m_ui;
    ConditionEdit *m_condition;
    PlainLabel *m_count;
    ErrorBanner *m_banner;
    SavedView m_view;
    Condition m_parsed;
    bool m_valid = true;
    bool m_saving = false;
    QTimer m_pause;
    QFuture<Result<QVector<qint64>>> m_counting;
    quint64 m_countNumber = 0;
};

} // namespace deskhand
