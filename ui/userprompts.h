// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <functional>

class QWidget;

namespace lb::ui
{

/// A yes-or-no question. The texts are translated; `text` is one sentence, `detail` what it means.
struct Question {
    QString title;
    QString text;
    QString detail;
    QString accept; ///< "Remove the list": what the button does, never "Yes"
    bool dangerous = false; ///< something is lost: refusing is the default button
};

struct FileQuestion {
    QString title;
    QString start; ///< folder or file to begin with; may be empty
    QStringList filters; ///< "Markdown (*.md)"
};

/// Everything modal goes through here, so that tests can answer. Answers come asynchronously, at most
/// once, and not at all if `parent` dies first. GUI thread.
class UserPrompts
{
public:
    UserPrompts() = default;
    virtual ~UserPrompts() = default;
    Q_DISABLE_COPY_MOVE(UserPrompts)

    using Answer = std::function<void(bool accepted)>;
    using Chosen = std::function<void(const QString& path)>; ///< not called when the user cancels

    virtual void confirm(QWidget* parent, const Question& question, Answer answer) = 0;
    virtual void chooseSaveFile(QWidget* parent, const FileQuestion& question, Chosen chosen) = 0;
    virtual void chooseOpenFile(QWidget* parent, const FileQuestion& question, Chosen chosen) = 0;
    virtual void chooseFolder(QWidget* parent, const FileQuestion& question, Chosen chosen) = 0;
    /// Hands a link to the desktop. Callers have shown the target before.
    virtual void openExternally(const QUrl& url) = 0;

    /// True for what may be handed to the desktop at all: http, https (with a host) and mailto.
    [[nodiscard]] static bool mayOpen(const QUrl& url);
    /// Shows the whole target, asks, and opens it; refuses every other scheme silently.
    void confirmAndOpen(QWidget* parent, const QUrl& url);
};

/// The real dialogs, shown with open(): no nested event loop.
class QtUserPrompts final : public UserPrompts
{
public:
    void confirm(QWidget* parent, const Question& question, Answer answer) override;
    void chooseSaveFile(QWidget* parent, const FileQuestion& question, Chosen chosen) override;
    void chooseOpenFile(QWidget* parent, const FileQuestion& question, Chosen chosen) override;
    void chooseFolder(QWidget* parent, const FileQuestion& question, Chosen chosen) override;
    void openExternally(const QUrl& url) override;
};

} // namespace lb::ui
