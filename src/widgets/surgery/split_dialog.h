// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/split_presenter.h"
#include "widgets/area_context.h"

#include <QDialog>

class QButtonGroup;
class QComboBox;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace deskhand {

class ErrorBanner;
class PlainLabel;
class RecipientEdit;

/// Makes a ticket of its own of some messages of another: which ones, moved or copied, its subject, queue and
/// requester. Blocks nothing; deletes itself when it is closed. Desk, catalog and everything in the context outlive it.
class SplitDialog final : public QDialog
{
    Q_OBJECT

public:
    SplitDialog(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, QWidget *parent = nullptr);

    void start(const TicketDetail &detail, const QVector<Article> &articles, const QSet<ArticleId> &chosen);
    [[nodiscard]] SplitPresenter &presenter() { return m_presenter; }

Q_SIGNALS:
    void split(deskhand::TicketId opened, const QString &number);

private:
    void build();
    [[nodiscard]] QLayout *buildFields();
    [[nodiscard]] QLayout *buildButtons();
    void fill();
    void push();
    void showState();

    AreaContext m_context;
    const CatalogHolder &m_catalog;
    SplitPresenter m_presenter;
    ErrorBanner *m_error;
    QTreeWidget *m_articles;
    QButtonGroup *m_how;
    QLineEdit *m_subject;
    QComboBox *m_queue;
    RecipientEdit *m_requester;
    PlainLabel *m_happens;
    PlainLabel *m_obstacle;
    QPushButton *m_split;
    PersonId m_requesterId; ///< as long as the address is the one that it came with
    bool m_filling = false;
};

} // namespace deskhand
