// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/completion_popup.h"

#include "widgets/plain_label.h"
#include "widgets/plate_delegate.h"
#include "widgets/raised_plate.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QListWidget>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr int leastPopupWidth = 320;
constexpr int completionsShown = 10;

} // namespace

CompletionPopup::CompletionPopup(const Theme &theme, QWidget *window)
    : QFrame(window)
    , m_theme(theme)
    , m_list(new QListWidget(this))
    , m_problem(new PlainLabel(this))
{
    setObjectName(QStringLiteral("completionPopupFrame"));
    setFocusPolicy(Qt::NoFocus);
    m_list->setObjectName(QStringLiteral("completionListWidget"));
    m_list->setAccessibleName(tr("Completions"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setAutoFillBackground(false);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new PlateDelegate(theme, this));
    m_problem->setObjectName(QStringLiteral("conditionProblemLabel"));
    m_problem->setStyleOf(theme, TextStyle::Small, Token::Danger);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(metrics::small, metrics::tight, metrics::small, metrics::tight);
    auto *layout = new QVBoxLayout(this);
    const int margin = raisedPlateMargin + metrics::tight;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(m_problem);
    connect(m_list, &QListWidget::itemClicked, this, [this] { Q_EMIT picked(m_list->currentRow()); });
    hide();
}

void CompletionPopup::present(QWidget *edit, const QVector<Entry> &entries, const QString &problem)
{
    m_list->clear();
    for (const Entry &entry : entries.mid(0, completionsShown)) {
        auto *item = new QListWidgetItem(entry.icon, entry.text, m_list);
        item->setData(PlateDelegate::DetailRole, entry.detail);
    }
    m_list->setCurrentRow(-1);
    m_list->setVisible(!entries.isEmpty());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (entries.isEmpty() && problem.isEmpty())
        return hide();
    m_list->setFixedHeight(m_list->count() * m_list->sizeHintForRow(0));
    const int width = qMin(qMax(leastPopupWidth, edit->width()) + 2 * raisedPlateMargin, parentWidget()->width());
    m_problem->setFixedWidth(width - 2 * (raisedPlateMargin + metrics::tight));
    layout()->activate();
    QPoint at = edit->mapTo(parentWidget(),
                            QPoint(-raisedPlateMargin, edit->height() + 2 - raisedPlateMargin + metrics::tight));
    at.setX(qBound(0, at.x(), parentWidget()->width() - width));
    setGeometry(QRect(at, QSize(width, sizeHint().height())));
    show();
    raise();
}

int CompletionPopup::count() const
{
    return m_list->count();
}

int CompletionPopup::currentRow() const
{
    return m_list->currentRow();
}

void CompletionPopup::setCurrentRow(int row)
{
    m_list->setCurrentRow(row);
}

QStringList CompletionPopup::texts() const
{
    QStringList texts;
    for (int row = 0; row < m_list->count(); ++row)
        texts.append(m_list->item(row)->text());
    return texts;
}

void CompletionPopup::paintEvent(QPaintEvent *)
{
    paintRaisedPlate(this, m_theme);
}

} // namespace deskhand
