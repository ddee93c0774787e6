// SPDX-License-Identifier: GPL-3.0-or-later
// The program in a process of its own, with a hand of its own: does what comes as JSON arrays on standard input, one a
// line, and answers each with one JSON line. For tests with several programs at one desk.
//
//   driven_client SETTINGS-FOLDER DESK
//   ["click", NAME]  ["action", ID]  ["type", NAME, TEXT]  ["key", NAME, KEYS]  ["ticket", NUMBER]
//   ["wait", NAME, TEXT, MS]  (shown with this text)      ["gone", NAME, TEXT, MS]  (not shown with it)
//   ["text", NAME]  ["shot", FILE]  ["view", ID]  ["theme", NAME]  ["quit"]
//
// NAME is an object name; of several the visible one is meant. "A/B" is B inside of A, "window" is the whole window.
#include "apps/deskhand/program.h"
#include "apps/deskhand/translations.h"
#include "apps/deskhand/workplace.h"
#include "base/deliver.h"
#include "widgets/settings/appearance.h"
#include "widgets/ticket/ticket_area.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QScreen>
#include <QSocketNotifier>
#include <QTextEdit>
#include <QtTest>

#include <cstdio>
#include <unistd.h>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What a person reads in a widget.
QString textIn(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return line->text();
    if (const auto *text = qobject_cast<const QTextEdit *>(widget))
        return text->toPlainText();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return text->toPlainText();
    return {};
}

QString textBelow(QWidget *widget)
{
    QStringList all{textIn(widget), widget->windowTitle(), widget->accessibleDescription()};
    if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model()) {
        const QAbstractItemModel *model = view->model();
        for (int row = 0; row < std::min(model->rowCount(), 200); ++row)
            all.append(model->index(row, 0).data(Qt::DisplayRole).toString() + u' '
                       + model->index(row, 0).data(Qt::AccessibleTextRole).toString());
    }
    const QList<QWidget *> children = widget->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (QWidget *child : children) {
        if (child->isVisible())
            all.append(textBelow(child));
    }
    all.removeAll(QString());
    return all.join(u'\n');
}

class Hand final : public QObject
{
public:
    explicit Hand(Program &program)
        : m_program(program)
        , m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_input, &QSocketNotifier::activated, this, [this] { read(); });
    }

private:
    void read()
    {
        char bytes[4096];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0) {
            QCoreApplication::exit(0);
            return;
        }
        m_buffer.append(bytes, count);
        if (m_busy)
            return;
        m_busy = true;
        for (qsizetype end = m_buffer.indexOf('\n'); end >= 0; end = m_buffer.indexOf('\n')) {
            const QJsonArray order = QJsonDocument::fromJson(m_buffer.left(end)).array();
            m_buffer.remove(0, end + 1);
            m_problem.clear();
            const QString value = run(order);
            const QJsonObject answer{{u"ok"_s, m_problem.isEmpty()}, {u"value"_s, value}, {u"problem"_s, m_problem}};
            std::printf("%s\n", QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
            std::fflush(stdout);
        }
        m_busy = false;
    }

    QWidget *find(const QString &name) const
    {
        if (name == u"window")
            return &m_program.window();
        if (const qsizetype inside = name.indexOf(u'/'); inside > 0) {
            const QWidget *outer = find(name.left(inside));
            return outer == nullptr ? nullptr : outer->findChild<QWidget *>(name.mid(inside + 1));
        }
        QWidget *hidden = nullptr;
        const QWidgetList all = QApplication::allWidgets();
        for (QWidget *widget : all) {
            if (widget->objectName() != name)
                continue;
            if (widget->isVisible())
                return widget;
            hidden = widget;
        }
        return hidden;
    }
    QWidget *shown(const QString &name)
    {
        QWidget *found = nullptr;
        if (!QTest::qWaitFor(
                [&] { return (found = find(name)) != nullptr && found->isVisible() && found->isEnabled(); }, 10'000))
            m_problem = name + (found == nullptr ? u": no such widget"_s : u": is hidden or disabled"_s);
        return m_problem.isEmpty() ? found : nullptr;
    }
    /// What a person reads there.
    QString textOf(QWidget *widget) const
    {
        if (widget->objectName() != u"threadView" || !m_program.workplace())
            return textBelow(widget);
        QStringList all; // it paints its articles itself
        const ThreadModel &thread = m_program.workplace()->ticketArea()->thread();
        for (int row = 0; row < thread.rowCount(); ++row)
            all.append(thread.index(row, 0).data(Qt::DisplayRole).toString());
        return all.join(u'\n');
    }
    bool shows(const QString &name, const QString &text) const
    {
        QWidget *widget = find(name);
        return widget != nullptr && widget->isVisible() && textOf(widget).contains(text);
    }

    QString run(const QJsonArray &order)
    {
        const QString what = order.at(0).toString();
        const QString name = order.at(1).toString();
        const QString more = order.at(2).toString();
        const int patience = order.at(3).toInt(10'000);
        if (what == u"click") {
            if (QWidget *widget = shown(name))
                QTest::mouseClick(widget, Qt::LeftButton);
        } else if (what == u"type") {
            if (QWidget *widget = shown(name))
                QTest::keyClicks(widget, more);
        } else if (what == u"key") {
            if (QWidget *widget = shown(name))
                QTest::keySequence(widget, QKeySequence(more));
        } else if (what == u"action") {
            m_program.actions().refresh();
            if (!m_program.actions().trigger(name))
                m_problem = name + u": cannot be done now"_s;
        } else if (what == u"wait") {
            if (!QTest::qWaitFor([&] { return shows(name, more); }, patience))
                m_problem = u"%1 does not show “%2”: %3"_s.arg(name, more, seen(name));
        } else if (what == u"gone") {
            if (!QTest::qWaitFor([&] { return !shows(name, more); }, patience))
                m_problem = u"%1 still shows “%2”"_s.arg(name, more);
        } else if (what == u"text") {
            return seen(name);
        } else if (what == u"ticket") {
            openTicket(name);
        } else if (what == u"shot") {
            QTest::qWait(150); // for what fades in
            if (!wholeScreen().save(name))
                m_problem = name + u": was not written"_s;
        } else if (what == u"view") {
            m_program.navigator().openView(name);
        } else if (what == u"theme") {
            m_program.settings().setValue(QLatin1String(appearance::themeKey), name);
        } else if (what == u"quit") {
            m_program.window().close();
        } else {
            m_problem = what + u": no such order"_s;
        }
        return {};
    }

    /// On a screen without a window manager, whose frames are put around dialogs here.
    QPixmap wholeScreen() const
    {
        QPixmap picture = m_program.window().screen()->grabWindow(0);
        QPainter painter(&picture);
        painter.setPen(m_program.window().palette().color(QPalette::Mid));
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (const QWidget *window : windows) {
            if (window->isVisible() && window->windowType() == Qt::Dialog)
                painter.drawRect(window->geometry().adjusted(-1, -1, 0, 0));
        }
        return picture;
    }

    QString seen(const QString &name) const
    {
        QWidget *widget = find(name);
        return widget == nullptr ? u"no such widget"_s : widget->isVisible() ? textOf(widget) : u"hidden"_s;
    }

    void openTicket(const QString &number)
    {
        if (!QTest::qWaitFor([this] { return m_program.workplace() && m_program.workplace()->catalog().isReady(); },
                             20'000)) {
            m_problem = u"no desk is open"_s;
            return;
        }
        Workplace *place = m_program.workplace();
        deliver(place->desk().ticketByNumber(number, place->catalog().me()), this, [this](const Result<TicketId> &id) {
            if (id)
                m_program.navigator().openTicket(*id, true);
        });
        const auto isOpen = [place, &number] {
            TicketArea *area = place->ticketArea();
            return area->presenter().isLoaded() && area->presenter().head().number == number
                   && area->thread().rowCount() > 0;
        };
        if (!QTest::qWaitFor(isOpen, 15'000))
            m_problem = u"ticket %1 does not open"_s.arg(number);
    }

    Program &m_program;
    QSocketNotifier m_input;
    QByteArray m_buffer;
    QString m_problem;
    bool m_busy = false;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"deskhand"_s);
    installTranslations(application);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    QApplication::setCursorFlashTime(0);
    Options options;
    options.settingsFolder = arguments.at(1);
    options.deskFile = arguments.at(2);
    Program program(application, options);
    program.window().resize(1440, 900);
    program.start();
    program.window().activateWindow();
    const Hand hand(program);
    return QApplication::exec();
}
