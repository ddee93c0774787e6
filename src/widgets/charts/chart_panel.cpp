// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chart_panel.h"

#include "charts/chart_inks.h"
#include "models/attachment_policy.h"
#include "models/charts/chart_sheet.h"
#include "models/notices.h"
#include "widgets/prompt.h"
#include "widgets/theme/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <memory>

namespace deskhand {

namespace {

constexpr double chartPixelsAnInch = 96;
/// A file's picture is not as small as the card that it comes from.
constexpr QSizeF leastPicture(720, 360);

QTableView *makeChartTable(QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(QStringLiteral("chartTableView"));
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setAlternatingRowColors(false);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setResizeContentsPrecision(50);
    return table;
}

} // namespace

ChartPanel::ChartPanel(const Theme &theme, Prompt &prompt, Notices &notices, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_prompt(prompt)
    , m_notices(notices)
    , m_view(new ChartView(theme))
    , m_table(makeChartTable(this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("ChartPanel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_table->setModel(&m_model);
    m_table->installEventFilter(this);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_table);
    makeActions();
    connect(m_view, &ChartView::activated, this, &ChartPanel::activated);
    connect(m_view, &ChartView::zoomed, this, &ChartPanel::zoomed);
    // The first column names the point: that is all of its values, of which the first one stands for the others.
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        Q_EMIT activated(std::max(0, ChartTableModel::seriesOf(index.column())), index.row());
    });
}

void ChartPanel::makeActions()
{
    const auto made = [this](const QString &text, const QString &name) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        return action;
    };
    m_tableAction = made(tr("Show as &table"), QStringLiteral("chartTableAction"));
    m_tableAction->setCheckable(true);
    m_copyPicture = made(tr("&Copy as picture"), QStringLiteral("chartCopyPictureAction"));
    m_copyTable = made(tr("Copy as tab&le"), QStringLiteral("chartCopyTableAction"));
    m_print = made(tr("&Print…"), QStringLiteral("chartPrintAction"));
    auto *saving = new QMenu(tr("&Save as"), this);
    saving->setObjectName(QStringLiteral("chartSaveMenu"));
    const std::pair<ChartFile, QString> kinds[] = {{ChartFile::Png, tr("Picture (PNG)…")},
                                                   {ChartFile::Svg, tr("Drawing (SVG)…")},
                                                   {ChartFile::Pdf, tr("Document (PDF)…")},
                                                   {ChartFile::Csv, tr("Table (CSV)…")},
                                                   {ChartFile::Xlsx, tr("Workbook (XLSX)…")}};
    for (const auto &[kind, text] : kinds)
        connect(saving->addAction(text), &QAction::triggered, this, [this, one = kind] { save(one); });
    m_saveAs = saving->menuAction();
    connect(m_tableAction, &QAction::toggled, this, &ChartPanel::showTable);
    connect(m_copyPicture, &QAction::triggered, this, &ChartPanel::copyPicture);
    connect(m_copyTable, &QAction::triggered, this, &ChartPanel::copyTable);
    connect(m_print, &QAction::triggered, this, &ChartPanel::print);
}

QList<QAction *> ChartPanel::chartActions() const
{
    return {m_tableAction, m_copyPicture, m_copyTable, m_saveAs, m_print};
}

void ChartPanel::setData(const ChartData &data)
{
    m_view->setData(data);
    m_model.setChart(data, m_view->words());
    m_table->setAccessibleName(data.title);
    for (QAction *action : {m_copyPicture, m_copyTable, m_saveAs, m_print, m_tableAction})
        action->setEnabled(!data.isEmpty());
}

void ChartPanel::setFailed(const QString &text)
{
    setTable(false);
    m_view->setFailed(text);
}

void ChartPanel::setWords(const ChartWords &words)
{
    m_view->setWords(words);
    m_model.setChart(m_view->data(), words);
}

void ChartPanel::showTable(bool table)
{
    const bool hadFocus = m_stack->currentWidget()->hasFocus();
    const std::optional<ChartSpot> spot = m_view->currentPoint();
    if (table && spot)
        m_table->setCurrentIndex(m_model.index(spot->point, ChartTableModel::columnOf(spot->series)));
    else if (!table && m_table->currentIndex().isValid())
        m_view->setCurrentPoint(std::max(0, ChartTableModel::seriesOf(m_table->currentIndex().column())),
                                m_table->currentIndex().row());
    m_stack->setCurrentWidget(table ? static_cast<QWidget *>(m_table) : m_view);
    if (hadFocus)
        m_stack->currentWidget()->setFocus();
}

bool ChartPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const QModelIndex index = m_table->currentIndex();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && index.isValid()) {
            Q_EMIT activated(std::max(0, ChartTableModel::seriesOf(index.column())), index.row());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ChartPanel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(chartActions());
    menu->popup(event->globalPos());
}

ChartPicture ChartPanel::picture() const
{
    ChartPicture picture;
    picture.size = QSizeF(m_view->size()).expandedTo(leastPicture);
    picture.style = paperStyle(m_theme.font(TextStyle::Body));
    picture.window = m_view->window();
    return picture;
}

void ChartPanel::copyPicture() const
{
    // In a message or a document it stands on white, whatever the theme here is.
    auto *mime = new QMimeData;
    const ChartPicture wanted = picture();
    mime->setImageData(chartImage(m_view->data(), m_view->words(), wanted));
    mime->setData(QStringLiteral("image/svg+xml"), chartSvg(m_view->data(), m_view->words(), wanted));
    QGuiApplication::clipboard()->setMimeData(mime);
    m_notices.post(tr("The chart was copied"));
}

void ChartPanel::copyTable() const
{
    const Sheet sheet = chartSheet(m_view->data(), m_view->words());
    QGuiApplication::clipboard()->setText(QString::fromUtf8(csvOf(sheet, {u'\t', false})));
    m_notices.post(tr("The table was copied"));
}

void ChartPanel::save(ChartFile kind)
{
    const QString title = m_view->data().title.isEmpty() ? tr("Chart") : m_view->data().title;
    const QString name = fileNameForSaving(title + u'.' + chartFileEnding(kind));
    // What is saved is what was there when it was asked for.
    const Result<QByteArray> bytes = chartFile(kind, m_view->data(), m_view->words(), picture());
    if (!bytes) {
        m_notices.fail(tr("The chart was not saved."), bytes.error());
        return;
    }
    m_prompt.askSaveFile(window(), tr("Save chart"), name, [&notices = m_notices, bytes = *bytes](const QString &path) {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
            notices.post(tr("Saved as %1").arg(path));
        else
            notices.fail(tr("The chart was not saved."),
                         Error{ErrorCode::Internal, QStringLiteral("widgets.saveChart"), file.errorString(), {}});
    });
}

void ChartPanel::printOn(QPrinter &printer) const
{
    QPainter painter(&printer);
    const QRectF page(QPointF(0, 0), printer.pageLayout().paintRectPixels(printer.resolution()).size());
    const ChartPicture wanted = picture();
    QSizeF size = wanted.size.scaled(page.size(), Qt::KeepAspectRatio);
    paintChartInto(painter, QRectF(QPointF(0, 0), size), printer.resolution() / chartPixelsAnInch, m_view->data(),
                   m_view->words(), wanted.style, wanted.window);
}

void ChartPanel::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(m_view->data().title);
    printer->setPageOrientation(QPageLayout::Landscape);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setObjectName(QStringLiteral("chartPrintDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The connection ends with the dialog, and with it the printer.
    connect(dialog, &QDialog::accepted, this, [this, printer] { printOn(*printer); });
    dialog->open();
}

} // namespace deskhand
