// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/screenshot_tour.h"

#include "apps/deskhand/program.h"
#include "widgets/settings/appearance.h"

#include <QApplication>
#include <QDir>
#include <QPainter>

namespace deskhand {

namespace {

constexpr int pollMs = 40;
constexpr int patienceMs = 20'000;
constexpr QSize tourSize(1280, 800);

QString themeSuffix(ThemeChoice choice)
{
    return choice == ThemeChoice::Dark ? QStringLiteral("dark") : QStringLiteral("light");
}

} // namespace

ScreenshotTour::ScreenshotTour(Program &program, const QString &folder, const QString &deskFile, const QSize &size)
    : m_program(program)
    , m_service(program)
    , m_folder(folder)
    , m_deskFile(deskFile)
    , m_size(size.isEmpty() ? tourSize : size)
{
    m_themes = {ThemeChoice::Light};
    if (program.window().devicePixelRatioF() < 1.5)
        m_themes.append(ThemeChoice::Dark);
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, &ScreenshotTour::poll);
}

void ScreenshotTour::start()
{
    QDir().mkpath(m_folder);
    QApplication::setCursorFlashTime(0); // a picture shall not depend on when it was taken
    m_program.window().resize(m_size);
    addSteps();
    beginStep();
}

void ScreenshotTour::add(const QString &name, std::function<void()> prepare, std::function<bool()> ready,
                         std::function<void()> leave)
{
    m_steps.append({name, std::move(prepare), std::move(ready), std::move(leave)});
}

void ScreenshotTour::beginStep()
{
    m_program.settings().setValue(QLatin1String(appearance::themeKey), themeSuffix(m_themes[m_theme]));
    if (m_theme == 0)
        m_steps[m_step].prepare();
    m_last = {};
    m_waiting.start();
    m_poll.start();
}

void ScreenshotTour::poll()
{
    if (m_steps[m_step].ready()) {
        const QImage now = picture();
        if (now == m_last)
            return saveStep(now);
        m_last = now;
    }
    if (m_waiting.elapsed() > patienceMs)
        endStep(m_last.isNull() ? QStringLiteral("did not come") : QStringLiteral("does not stand still"));
}

void ScreenshotTour::saveStep(const QImage &picture)
{
    const bool saved = picture.save(fileName(m_steps[m_step].name));
    endStep(saved ? QString() : QStringLiteral("cannot be written"));
}

void ScreenshotTour::endStep(const QString &problem)
{
    m_poll.stop();
    if (!problem.isEmpty())
        m_missing.append(fileName(m_steps[m_step].name) + QStringLiteral(": ") + problem);
    if (m_theme + 1 < m_themes.size()) {
        ++m_theme;
        return beginStep();
    }
    if (m_steps[m_step].leave)
        m_steps[m_step].leave();
    m_theme = 0;
    if (++m_step < m_steps.size())
        return beginStep();
    Q_EMIT finished(m_missing);
}

QString ScreenshotTour::fileName(const QString &step) const
{
    const bool large = m_program.window().devicePixelRatioF() > 1.5;
    return QDir(m_folder).filePath(
        QStringLiteral("%1-%2%3.png")
            .arg(step, themeSuffix(m_themes[m_theme]), large ? QStringLiteral("@2x") : QString()));
}

QWidget *ScreenshotTour::child(const char *name) const
{
    return m_program.window().findChild<QWidget *>(QLatin1String(name));
}

bool ScreenshotTour::isShown(const char *name) const
{
    const QWidget *widget = child(name);
    return widget && widget->isVisible();
}

void ScreenshotTour::trigger(const char *actionId)
{
    if (!m_program.actions().trigger(QLatin1String(actionId)))
        m_missing.append(QLatin1String(actionId) + QStringLiteral(": cannot be done here"));
}

QImage ScreenshotTour::picture() const
{
    // What floats is a window of its own; it is put where it stands over the main one.
    MainWindow &window = m_program.window();
    QPixmap all = window.grab();
    QPainter painter(&all);
    for (QWidget *other : QApplication::topLevelWidgets()) {
        if (other == &window || !other->isVisible() || other->testAttribute(Qt::WA_DontShowOnScreen))
            continue;
        QPoint place = window.mapFromGlobal(other->mapToGlobal(QPoint(0, 0)));
        if (other->windowType() == Qt::Dialog
            || other->windowType() == Qt::Window) // there is no window manager to do it
            place = QPoint((window.width() - other->width()) / 2, (window.height() - other->height()) / 2);
        QColor shade = m_program.theme().color(Token::Shadow);
        shade.setAlphaF(0.012F);
        for (int i = 10; i > 0; --i)
            painter.fillRect(QRect(place, other->size()).adjusted(-i, -i + 4, i, i + 2), shade);
        painter.drawPixmap(place, other->grab());
        painter.setPen(m_program.theme().color(Token::Border));
        painter.drawRect(QRect(place, other->size()).adjusted(0, 0, -1, -1));
    }
    painter.end();
    return all.toImage();
}

} // namespace deskhand
