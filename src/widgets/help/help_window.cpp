// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/help/help_window.h"

#include "widgets/theme/theme.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFrame>
#include <QHBoxLayout>
#include <QImage>
#include <QListWidget>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace deskhand {

namespace {

constexpr int helpIdRole = Qt::UserRole + 1;
const QString helpIndex = QStringLiteral("index");

QString readHelp(const QString &pageId)
{
    QFile file(QStringLiteral(":/help/%1.md").arg(pageId));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString helpTitle(const QString &pageId)
{
    const QString first = readHelp(pageId).section(QLatin1Char('\n'), 0, 0);
    return first.startsWith(QLatin1String("# ")) ? first.mid(2) : pageId;
}

} // namespace

ClosedTextBrowser::ClosedTextBrowser(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
}

QVariant ClosedTextBrowser::loadResource(int type, const QUrl &)
{
    ++m_refused;
    if (type == QTextDocument::ImageResource) {
        QImage nothing(1, 1, QImage::Format_ARGB32_Premultiplied);
        nothing.fill(Qt::transparent);
        return nothing;
    }
    return QByteArray(" ");
}

HelpWindow::HelpWindow(const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_list(new QListWidget(this))
    , m_text(new ClosedTextBrowser(this))
{
    setObjectName(QStringLiteral("helpDialog"));
    setWindowTitle(tr("Manual"));
    resize(860, 640);
    m_list->setObjectName(QStringLiteral("helpListWidget"));
    m_list->setAccessibleName(tr("Pages of the manual"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(200);
    m_text->setObjectName(QStringLiteral("helpTextBrowser"));
    m_text->setAccessibleName(tr("Text of the manual"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(metrics::huge);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::VLine);
    line->setFixedWidth(1);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(metrics::medium, metrics::medium, metrics::medium, metrics::medium);
    left->addWidget(m_list);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left);
    layout->addWidget(line);
    layout->addWidget(m_text, 1);
    for (const QString &pageId : pageIds()) {
        auto *item = new QListWidgetItem(helpTitle(pageId), m_list);
        item->setData(helpIdRole, pageId);
        item->setSizeHint(QSize(0, theme.controlHeight()));
    }
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && item->data(helpIdRole).toString() != m_page)
            showPage(item->data(helpIdRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        const QString target = link.path();
        if (link.isRelative() && target.endsWith(QLatin1String(".md")))
            openPage(target.chopped(3));
        else if (link.scheme() == QLatin1String("https"))
            QDesktopServices::openUrl(link);
    });
    connect(&theme, &Theme::changed, this, &HelpWindow::restyle);
    restyle();
}

QStringList HelpWindow::pageIds()
{
    QStringList ids;
    for (const QString &name :
         QDir(QStringLiteral(":/help")).entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name))
        ids.append(name.chopped(3));
    ids.removeAll(helpIndex);
    ids.prepend(helpIndex);
    return ids;
}

bool HelpWindow::openPage(const QString &pageId)
{
    const QString wanted = pageId.isEmpty() ? (m_page.isEmpty() ? helpIndex : m_page) : pageId;
    const bool exists = pageIds().contains(wanted);
    if (exists)
        showPage(wanted);
    show();
    raise();
    activateWindow();
    m_text->setFocus();
    return exists;
}

void HelpWindow::showPage(const QString &pageId)
{
    m_page = pageId;
    m_text->document()->setDefaultFont(m_theme.font());
    m_text->setMarkdown(readHelp(pageId));
    // Markdown leaves no air between paragraphs, and its headings are larger than this program's.
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const int heading = format.headingLevel();
        format.setTopMargin(heading > 1 ? metrics::large : 0);
        format.setBottomMargin(block.textList() ? metrics::tight : metrics::small);
        format.setLineHeight(125, QTextBlockFormat::ProportionalHeight);
        cursor.setBlockFormat(format);
        if (heading > 0) {
            cursor.select(QTextCursor::BlockUnderCursor);
            QTextCharFormat letters;
            letters.setFont(m_theme.font(heading == 1 ? TextStyle::Title : TextStyle::Heading));
            cursor.mergeCharFormat(letters);
        }
    }
    const auto frames = m_text->document()->rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(metrics::tight + 1);
        format.setTopMargin(metrics::small);
        format.setBottomMargin(metrics::medium);
        table->setFormat(format);
        for (int row = 0; row < table->rows(); ++row) {
            for (int column = 0; column < table->columns(); ++column) {
                QTextTableCell cell = table->cellAt(row, column);
                QTextTableCellFormat line = cell.format().toTableCellFormat();
                line.setBottomBorder(1);
                line.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
                line.setBottomBorderBrush(m_theme.color(row == 0 ? Token::Border : Token::Hairline));
                cell.setFormat(line);
            }
        }
    }
    m_text->moveCursor(QTextCursor::Start);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(helpIdRole).toString() == pageId)
            m_list->setCurrentRow(row);
    }
}

void HelpWindow::restyle()
{
    QPalette colors = m_list->palette();
    colors.setColor(QPalette::Base, m_theme.color(Token::Window));
    m_list->setPalette(colors);
    if (!m_page.isEmpty())
        showPage(m_page);
}

} // namespace deskhand
