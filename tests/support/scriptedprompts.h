// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/userprompts.h"

#include <QList>

namespace lb::test
{

/// Answers prompts as the test says and remembers what was asked.
class ScriptedPrompts final : public ui::UserPrompts
{
public:
    bool accept = true; ///< every question
    QString path; ///< every file; empty = cancelled
    QList<ui::Question> questions;
    QList<ui::FileQuestion> fileQuestions;
    QList<QUrl> opened;

    void confirm(QWidget* parent, const ui::Question& question, Answer answer) override
    {
        Q_UNUSED(parent)
        questions.append(question);
        answer(accept);
    }
    void chooseSaveFile(QWidget* parent, const ui::FileQuestion& question, Chosen chosen) override
    {
        choose(parent, question, chosen);
    }
    void chooseOpenFile(QWidget* parent, const ui::FileQuestion& question, Chosen chosen) override
    {
        choose(parent, question, chosen);
    }
    void chooseFolder(QWidget* parent, const ui::FileQuestion& question, Chosen chosen) override
    {
        choose(parent, question, chosen);
    }
    void openExternally(const QUrl& url) override { opened.append(url); }

private:
    void choose(QWidget* parent, const ui::FileQuestion& question, const Chosen& chosen)
    {
        Q_UNUSED(parent)
        fileQuestions.append(question);
        if (!path.isEmpty())
            chosen(path);
    }
};

} // namespace lb::test
