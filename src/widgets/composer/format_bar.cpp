// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/format_bar.h"

#include "widgets/actions/action_registry.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPointer>
#include <QToolButton>

namespace deskhand {

namespace {
constexpr qsizetype fewestButtons = 3;
} // namespace

QVector<FormatBar::Entry> FormatBar::entries()
{
    using Style = RichEdit::Style;
    const auto keys = [](const char *text) { return QKeySequence(QString::fromLatin1(text)); };
    return {
        {Style::Bold, QStringLiteral("bold"), tr("Bold"), QStringLiteral("format-text-bold"), keys("Ctrl+B")},
        {Style::Italic, QStringLiteral("italic"), tr("Italic"), QStringLiteral("format-text-italic"), keys("Ctrl+I")},
        {Style::Underline, QStringLiteral("underline"), tr("Underline"), QStringLiteral("format-text-underline"),
         keys("Ctrl+U")},
        {Style::BulletList, QStringLiteral("bulletList"), tr("Bulleted list"), QStringLiteral("format-list-unordered"),
         keys("Ctrl+Shift+8")},
        {Style::NumberedList, QStringLiteral("numberedList"), tr("Numbered list"),
         QStringLiteral("format-list-ordered"), keys("Ctrl+Shift+7")},
        {Style::Quote, QStringLiteral("quote"), tr("Quote"), QStringLiteral("format-text-blockquote"),
         keys("Ctrl+Shift+9")},
        {Style::CodeBlock, QStringLiteral("codeBlock"), tr("Code"), QStringLiteral("format-text-code"),
         keys("Ctrl+Shift+C")},
    };
}

FormatBar::FormatBar(RichEdit &editor, const Theme &theme, Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_theme(theme)
    , m_prompt(prompt)
{
    setObjectName(QStringLiteral("formatBar"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    const QVector<Entry> all = entries();
    for (const Entry &entry : all) {
        QToolButton *button = addButton(entry.id + QStringLiteral("ToolButton"), entry.text, entry.icon);
        button->setCheckable(true);
        button->setToolTip(
            plainToolTip(entry.text + QStringLiteral("  ") + entry.keys.toString(QKeySequence::NativeText)));
        connect(button, &QToolButton::clicked, this, [this, style = entry.style] {
            m_editor.toggle(style);
            m_editor.setFocus();
        });
        m_styleButtons.append(button);
    }
    QToolButton *link = addButton(QStringLiteral("linkToolButton"), tr("Link…"), QStringLiteral("insert-link"));
    connect(link, &QToolButton::clicked, this, &FormatBar::editLink);
    QToolButton *clear =
        addButton(QStringLiteral("clearFormatToolButton"), tr("Remove formats"), QStringLiteral("edit-clear"));
    connect(clear, &QToolButton::clicked, this, [this] {
        m_editor.clearFormats();
        m_editor.setFocus();
    });
    QToolButton *attach =
        addButton(QStringLiteral("attachToolButton"), tr("Attach files…"), QStringLiteral("mail-attachment"));
    connect(attach, &QToolButton::clicked, this, &FormatBar::attachRequested);
    layout->addStretch(1);
    const auto &styles = m_styleButtons; // bold, italic, underline, bullets, numbers, quote, code
    m_byUse = {attach,       styles.at(0), styles.at(3), link,         styles.at(1),
               styles.at(6), styles.at(5), styles.at(4), styles.at(2), clear};
    connect(&editor, &RichEdit::stylesChanged, this, &FormatBar::showStyles);
    showStyles();
}

QToolButton *FormatBar::addButton(const QString &objectName, const QString &text, const QString &icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    button->setToolTip(plainToolTip(text));
    button->setIcon(m_theme.icon(icon));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    return button;
}

int FormatBar::widthOf(qsizetype buttons) const
{
    int width = 0;
    for (qsizetype index = 0; index < buttons; ++index)
        width += m_byUse.at(index)->sizeHint().width() + (index > 0 ? layout()->spacing() : 0);
    return width;
}

QSize FormatBar::sizeHint() const
{
    return {widthOf(m_byUse.size()), QWidget::sizeHint().height()};
}

QSize FormatBar::minimumSizeHint() const
{
    return {widthOf(fewestButtons), QWidget::minimumSizeHint().height()};
}

void FormatBar::resizeEvent(QResizeEvent *event)
{
    for (qsizetype index = 0; index < m_byUse.size(); ++index)
        m_byUse.at(index)->setVisible(index < fewestButtons || widthOf(index + 1) <= width());
    QWidget::resizeEvent(event);
}

void FormatBar::showStyles()
{
    const QVector<Entry> all = entries();
    for (qsizetype index = 0; index < all.size(); ++index)
        m_styleButtons.at(index)->setChecked(m_editor.has(all.at(index).style));
}

void FormatBar::editLink()
{
    const QString present = m_editor.linkHref();
    const QString text = m_editor.linkText();
    m_prompt.askText(this, tr("Link"), tr("Address of the page or mail"),
                     present.isEmpty() ? QStringLiteral("https://") : present,
                     [editor = QPointer<RichEdit>(&m_editor), text](const QString &typed) {
                         if (!editor)
                             return;
                         QString href = typed.trimmed();
                         if (href == QLatin1String("https://"))
                             href.clear();
                         if (!href.isEmpty() && !href.contains(u':'))
                             href.prepend(href.contains(u'@') ? QStringLiteral("mailto:") : QStringLiteral("https://"));
                         editor->setLink(href, text);
                         editor->setFocus();
                     });
}

void FormatBar::addActions(ActionRegistry &actions, const std::function<bool()> &enabledWhen)
{
    const QString category = tr("Writing");
    const QVector<Entry> all = entries();
    for (const Entry &entry : all) {
        actions.add({.id = QStringLiteral("composer.") + entry.id,
                     .text = entry.text,
                     .category = category,
                     .icon = entry.icon,
                     .shortcuts = {entry.keys},
                     .scope = ActionScope::Composer,
                     .enabledWhen = enabledWhen},
                    this, [this, style = entry.style] { m_editor.toggle(style); });
    }
    actions.add({.id = QStringLiteral("composer.link"),
                 .text = tr("Link…"),
                 .category = category,
                 .icon = QStringLiteral("insert-link"),
                 .shortcuts = {QKeySequence(QStringLiteral("Ctrl+L"))},
                 .scope = ActionScope::Composer,
                 .enabledWhen = enabledWhen},
                this, [this] { editLink(); });
    actions.add({.id = QStringLiteral("composer.clearFormat"),
                 .text = tr("Remove formats"),
                 .category = category,
                 .icon = QStringLiteral("edit-clear"),
                 .shortcuts = {QKeySequence(QStringLiteral("Ctrl+\\"))},
                 .scope = ActionScope::Composer,
                 .enabledWhen = enabledWhen},
                this, [this] { m_editor.clearFormats(); });
    actions.add({.id = QStringLiteral("composer.pastePlain"),
                 .text = tr("Paste as plain text"),
                 .category = category,
                 .icon = QStringLiteral("edit-paste"),
                 .shortcuts = {QKeySequence(QStringLiteral("Ctrl+Shift+V"))},
                 .scope = ActionScope::Composer,
                 .enabledWhen = enabledWhen},
                this, [this] { m_editor.pastePlain(); });
}

} // namespace deskhand
