// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/merge_presenter.h"
#include "widgets/area_context.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace deskhand {

class ErrorBanner;
class PlainLabel;
class TicketCompareCard;
class TicketPicker;

/// Makes several tickets one: shows them side by side, says what will happen, warns, and can turn the direction
/// around. Blocks nothing; deletes itself when it is closed. Desk, catalog and everything in the context outlive it.
class MergeDialog final : public QDialog
{
    Q_OBJECT

public:
    MergeDialog(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, QWidget *parent = nullptr);

    void start(const QVector<TicketId> &tickets);
    [[nodiscard]] MergePresenter &presenter() { return m_presenter; }

Q_SIGNALS:
    void merged(const deskhand::MergeDone &done);

private:
    void build();
    [[nodiscard]] QLayout *buildSides();
    [[nodiscard]] QLayout *buildButtons();
    void showState();
    void showCards();
    void showWords();
    void offerNearby();

    AreaContext m_context;
    const CatalogHolder &m_catalog;
    MergePresenter m_presenter;
    ErrorBanner *m_error;
    TicketCompareCard *m_target = nullptr;
    QVBoxLayout *m_sources = nullptr;
    QVector<TicketCompareCard *> m_sourceCards;
    QToolButton *m_swap = nullptr;
    TicketPicker *m_picker = nullptr;
    QPushButton *m_more = nullptr;
    PlainLabel *m_warnings = nullptr;
    QCheckBox *m_keep = nullptr;
    QLineEdit *m_why = nullptr;
    PlainLabel *m_heading = nullptr;
    PlainLabel *m_happens = nullptr;
    PlainLabel *m_obstacle = nullptr;
    QPushButton *m_merge = nullptr;
};

} // namespace deskhand
