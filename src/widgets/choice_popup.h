// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QIcon>
#include <QPointer>
#include <QVector>

#include <functional>

class QLineEdit;
class QListWidget;

namespace deskhand {

class PlainLabel;
class Theme;

/// One thing to choose.
struct Choice {
    qint64 id = 0;
    QString text; ///< plain
    QIcon icon;
    bool checked = false; ///< has the value now
    QString detail = {};  ///< plain, muted, at the right
};

/// A small plate with a filter and choices, over the window it is asked for: for changing a field without leaving the
/// keyboard. Blocks nothing; goes away when the keyboard goes elsewhere. One object can be opened again and again.
class ChoicePopup final : public QFrame
{
    Q_OBJECT

public:
    explicit ChoicePopup(const Theme &theme, QWidget *window);

    struct Request {
        QString title; ///< what is chosen: placeholder of the filter and accessible name
        QVector<Choice> choices;
        QString newText; ///< "Add “%1”": offered when nothing has the typed name; empty: nothing new
        QRect beside;    ///< in the window's coordinates; invalid: in the middle
        /// The chosen id, or 0 and what was typed for something new. Not called when the popup is left.
        std::function<void(qint64 id, const QString &typed)> chosen;
    };
    void ask(const Request &request);
    void dismiss();

    [[nodiscard]] QStringList shownTexts() const; ///< after the filter

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QString &filter);
    void place();
    void take();
    bool takeKey(class QKeyEvent *event);

    const Theme &m_theme;
    QLineEdit *m_filter;
    QListWidget *m_list;
    PlainLabel *m_nothing;
    Request m_request;
    QPointer<QWidget> m_focusBefore;
};

} // namespace deskhand
