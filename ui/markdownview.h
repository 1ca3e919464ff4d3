// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>
#include <QTimer>

#include <memory>

namespace lb::ui
{

class UserPrompts;

/// Shows Markdown that a model or a mail may have written. Nothing is ever loaded: no images, no style
/// sheets, no raw HTML. Citations [n] are links that ask for the mail; other links open only through
/// UserPrompts, after their target was shown. The text is converted and built on the pool; a newer text
/// replaces one that is still being built.
class MarkdownView final : public QTextBrowser
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarkdownView)
public:
    explicit MarkdownView(UserPrompts& prompts, QWidget* parent = nullptr);
    ~MarkdownView() override;

    /// `doubts`: what is told of the marks of unverified claims, one after the other.
    void showMarkdown(const QString& markdown, const QStringList& doubts = {});
    void clearText(); ///< at once
    [[nodiscard]] QString markdown() const { return m_markdown; } ///< what was asked to be shown

    QVariant loadResource(int type, const QUrl& name) override;

Q_SIGNALS:
    void mailRequested(int number); ///< a citation was followed
    void rendered(); ///< what was asked for last can be seen, to its end

protected:
    void changeEvent(QEvent* event) override;

private:
    void render();
    void take(const std::shared_ptr<QTextDocument>& document, quint64 ticket);
    void reveal();
    void follow(const QUrl& link);
    void showTarget(const QUrl& link);

    UserPrompts& m_prompts;
    QString m_markdown;
    QStringList m_doubts;
    std::shared_ptr<QTextDocument> m_shown;
    QTimer m_revealing;
    int m_nextHidden = -1;
    quint64 m_ticket = 0; ///< of the newest text asked for
    bool m_building = false;
    bool m_again = false; ///< something newer came while building
};

} // namespace lb::ui
