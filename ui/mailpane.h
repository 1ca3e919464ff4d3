// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "thread/listing.h"
#include "ui/services.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace lb::ui
{

class UserPrompts;
struct MailView;

/// One mail: decoded headers, text with quotes folded and diffs coloured, attachments by name, or its
/// raw source. Nothing that a mail names is ever loaded. The mail is read by the store and parsed on the
/// pool; an answer that comes after another mail was asked for is dropped. GUI thread.
class MailPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MailPane)
public:
    MailPane(Services& services, UserPrompts& prompts, QWidget* parent = nullptr);
    ~MailPane() override;

    /// `permalink` is empty for archives without one.
    void showMail(const thread::ListedMail& mail, const QString& permalink);
    /// A mail that is at hand already.
    void showBytes(const QByteArray& rawMail, const QString& permalink);
    void clear();
    bool turnPage(int step); ///< false = there is no more to read that way
    [[nodiscard]] QWidget* textView() const;

    void setRawShown(bool shown); ///< Ctrl+U
    void setQuotesShown(bool shown); ///< all of them
    void find(); ///< opens the find bar: Ctrl+F

Q_SIGNALS:
    void shown(); ///< the mail asked for last can be read

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Parts;
    void buildPage();
    void connectTools();
    void take(const QByteArray& raw, const std::optional<mail::MailDate>& date, const QString& permalink);
    void parse();
    void present(const MailView& view);
    void showText();
    void showSource();
    void fail(const Error& error);

    std::unique_ptr<Parts> m_parts;
};

} // namespace lb::ui
