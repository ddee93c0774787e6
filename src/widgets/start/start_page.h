// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace Ui {
class StartPage;
}

namespace deskhand {

class ErrorBanner;
class Prompt;
class Theme;

/// What a person wants a new desk to be.
struct NewDeskWish {
    QString deskName;
    QString personName;
    QString mailAddress; ///< may be empty
    QString path;        ///< file to make
};

/// The one question of a first start: a demo desk, or one's own on this computer. Asks, shows progress and errors;
/// whoever listens does the work.
class StartPage final : public QWidget
{
    Q_OBJECT

public:
    /// `folder`: where desks are kept unless the person chooses another place.
    StartPage(const Theme &theme, Prompt &prompt, const QString &folder, const QString &personName,
              QWidget *parent = nullptr);
    ~StartPage() override;

    /// Work goes on: the question is replaced by `what`, a bar and a way to stop. Permille -1: not known.
    void showProgress(const QString &what, int permille, const QString &detail = {});
    /// The question again, with what went wrong above it.
    void showFailure(const QString &what, const Error &error, std::function<void()> retry = {});
    void showQuestion();
    /// There are desks to choose from already.
    void setKnowsDesks(bool knows);

    /// The form of one's own desk, for the screenshot tour and tests.
    void showOwnDeskForm();

Q_SIGNALS:
    void demoRequested();
    void ownDeskRequested(const deskhand::NewDeskWish &wish);
    void openRequested(const QString &path);
    void connectRequested(); ///< to a team's desk
    void desksRequested();   ///< those that were used before
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setUpCards();
    void updateForm();
    [[nodiscard]] QString proposedPath() const;

    const Theme &m_theme;
    Prompt &m_prompt;
    QString m_folder;
    QString m_chosenPath; // empty: as proposed
    std::unique_ptr<Ui::StartPage> m_ui;
    ErrorBanner *m_banner;
};

} // namespace deskhand
