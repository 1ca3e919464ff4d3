// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace lb::test
{

/// A language in which every text is two fifths longer than in English and shows what was not translated:
/// "Fetch" is "[Ƒétçh~~]". What %1, %n, mnemonics and dots stand for stays.
class PseudoLocale final : public QTranslator
{
public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char* disambiguation,
                                    int count) const override
    {
        Q_UNUSED(context)
        Q_UNUSED(disambiguation)
        const QString text = QString::fromUtf8(source);
        if (text.isEmpty() || text.contains(u'<')) // markup
            return {};
        QString changed;
        qsizetype letters = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text.at(i);
            if (c == u'%' && i + 1 < text.size()) { // a placeholder
                changed += c;
                changed += text.at(++i);
                continue;
            }
            letters += c.isLetter() ? 1 : 0;
            changed += accented(c);
        }
        if (count >= 0)
            changed.replace(QStringLiteral("%n"), QString::number(count));
        // Behind the text, so that "Name:" ends with a colon still and "Open..." with dots.
        qsizetype end = changed.size();
        while (end > 0 && (changed.at(end - 1).isPunct() || changed.at(end - 1).isSpace()))
            --end;
        changed.insert(end, QString(letters * 2 / 5, u'~'));
        return changed;
    }

private:
    [[nodiscard]] static QChar accented(QChar c)
    {
        static const QString plain = QStringLiteral("aeiouAEIOU");
        static const QString marked = QStringLiteral("áéíóúÁÉÍÓÚ");
        const qsizetype at = plain.indexOf(c);
        return at < 0 ? c : marked.at(at);
    }
};

} // namespace lb::test
