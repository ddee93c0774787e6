// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/deskhand/screenshot_service.h"
#include "base/ids.h"
#include "widgets/theme/theme.h"

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QSize>
#include <QTimer>
#include <QVector>

#include <functional>

namespace deskhand {

class Program;
struct Options;

/// Walks through the main screens and leaves a picture of each, in light and dark; started with a scale of 2 (the
/// environment variable QT_SCALE_FACTOR) in light only, named "…@2x.png". Waits until what a picture is of is there
/// and stands still; never for a time.
class ScreenshotTour final : public QObject
{
    Q_OBJECT

public:
    /// `deskFile`: the desk to show; it exists. The program shows its first-start page already. `size`: of the window;
    /// empty: the usual one.
    ScreenshotTour(Program &program, const QString &folder, const QString &deskFile, const QSize &size);

    void start();

Q_SIGNALS:
    /// `missing`: pictures that could not be taken, with the reason. Empty: all are there.
    void finished(const QStringList &missing);

private:
    struct Step {
        QString name;
        std::function<void()> prepare; ///< before the first of its pictures
        std::function<bool()> ready;
        std::function<void()> leave; ///< after the last; may be empty
    };

    void addSteps();
    void addDeskSteps();
    void addServiceSteps();
    void addTicketSteps();
    void add(const QString &name, std::function<void()> prepare, std::function<bool()> ready,
             std::function<void()> leave = {});
    void beginStep();
    void poll();
    void endStep(const QString &problem);
    void saveStep(const QImage &picture);
    void findLongThread();
    void addSlaSteps();
    void addReportSteps();
    void addSurgerySteps();
    void findPromised(bool any);
    [[nodiscard]] QImage picture() const;
    [[nodiscard]] QString fileName(const QString &step) const;
    [[nodiscard]] QWidget *child(const char *name) const;
    [[nodiscard]] bool isShown(const char *name) const;
    void trigger(const char *actionId);

    Program &m_program;
    ScreenshotService m_service;
    QString m_folder;
    QString m_deskFile;
    QSize m_size;
    QVector<Step> m_steps;
    QVector<ThemeChoice> m_themes;
    int m_step = 0;
    int m_theme = 0;
    TicketId m_longThread; ///< the ticket with the most articles; invalid: not known yet
    TicketId m_promised;   ///< one whose clock runs; invalid: not known yet
    QTimer m_poll;
    QElapsedTimer m_waiting;
    QImage m_last;
    QStringList m_missing;
};

/// Takes all pictures: the tour in this process, then, unless `options` name a size of the window, once more in a
/// second one with scale 2. Ends the application with 0, or 1 when a picture is missing.
void runScreenshotTour(Program &program, const Options &options, const QString &deskFile,
                       const QString &settingsFolder);

} // namespace deskhand
