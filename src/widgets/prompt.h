// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace deskhand {

/// A question with one safe answer and others.
struct Question {
    QString title;
    QString text;          ///< one sentence, plain text
    QString detail;        ///< what happens; plain text, may be empty
    QStringList answers;   ///< button texts; the first is what Enter does
    int cancelAnswer = -1; ///< index of what Escape does; -1: a Cancel button is added
    bool danger = false;   ///< the first answer destroys something
};

/// Asks people. Never waits: the answer comes to the callback, -1 for Cancel, not at all if `parent` dies before.
/// Injected, so that tests answer.
class Prompt
{
public:
    virtual ~Prompt() = default;
    virtual void ask(QWidget *parent, const Question &question, std::function<void(int answer)> answered) = 0;
    /// One line of text; `answered` is not called on Cancel.
    virtual void askText(QWidget *parent, const QString &title, const QString &label, const QString &initial,
                         std::function<void(const QString &text)> answered) = 0;
    /// Existing files to open; not called on Cancel.
    virtual void askOpenFiles(QWidget *parent, const QString &title, const QString &filter,
                              std::function<void(const QStringList &paths)> answered) = 0;
    virtual void askSaveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                             std::function<void(const QString &path)> answered) = 0;
};

/// The Prompt of the running program: window-modal dialogs, opened and never exec()uted.
class DialogPrompt final : public Prompt
{
public:
    void ask(QWidget *parent, const Question &question, std::function<void(int answer)> answered) override;
    void askText(QWidget *parent, const QString &title, const QString &label, const QString &initial,
                 std::function<void(const QString &text)> answered) override;
    void askOpenFiles(QWidget *parent, const QString &title, const QString &filter,
                      std::function<void(const QStringList &paths)> answered) override;
    void askSaveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                     std::function<void(const QString &path)> answered) override;
};

} // namespace deskhand
