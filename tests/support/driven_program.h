// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace deskhand::test {

/// A screen that nobody sees (Xvfb). One that does not start ends the test program.
class HiddenScreen
{
public:
    HiddenScreen();
    ~HiddenScreen();
    HiddenScreen(const HiddenScreen &) = delete;
    HiddenScreen &operator=(const HiddenScreen &) = delete;

    [[nodiscard]] static bool isInstalled();
    [[nodiscard]] QString name() const { return m_name; }

private:
    QProcess m_process;
    QString m_name;
};

/// One person at one desk: the program in a process and on a screen of its own; its orders are those of
/// gui/driven_client.cpp. Who uses it depends on the target deskhand_driven_client.
class DrivenProgram
{
public:
    /// `place`: the desk, as on the program's command line.
    DrivenProgram(const QString &person, const QString &place);
    ~DrivenProgram();
    DrivenProgram(const DrivenProgram &) = delete;
    DrivenProgram &operator=(const DrivenProgram &) = delete;

    /// Gives an order without waiting for what comes of it.
    void begin(const QStringList &order, int patience = 0);
    /// What came of it; null and problem() when it could not be done.
    QString finish();
    bool tell(const QStringList &order, int patience = 0);
    [[nodiscard]] QString text(const QString &name);
    [[nodiscard]] QByteArray problem() const { return m_problem.toUtf8(); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    QString m_person;
    QTemporaryDir m_folder;
    HiddenScreen m_screen;
    QProcess m_process;
    QString m_last;
    QString m_problem;
};

} // namespace deskhand::test

/// An order to a DrivenProgram that must succeed.
#define TELL(client, ...) QVERIFY2((client).tell(__VA_ARGS__), (client).problem().constData())
