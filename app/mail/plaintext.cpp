// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/plaintext.h"

#include <algorithm>

namespace lb::mail
{

using namespace Qt::StringLiterals;

namespace
{

/// Goes through the lines of a text without copying them.
class Lines
{
public:
    explicit Lines(const QString& text) : m_text(text) { }

    /// The next line without its end; false after the last one.
    bool next(QStringView& line)
    {
        if (m_at >= m_text.size())
            return false;
        qsizetype end = m_text.indexOf(u'\n', m_at);
        if (end < 0)
            end = m_text.size();
        line = m_text.sliced(m_at, end - m_at);
        m_at = end + 1;
        return true;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

bool looksLikePatch(const QString& text)
{
    Lines lines(text);
    QStringView line;
    while (lines.next(line)) {
        if (line.startsWith("diff --git "_L1) || line.startsWith("@@ -"_L1) || line.startsWith("--- a/"_L1))
            return true;
    }
    return false;
}

} // namespace

QString normalizedLines(const QString& text)
{
    if (!text.contains(u'\r') && !text.contains(QChar(u'\0')))
        return text;
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\r') {
            if (i + 1 >= text.size() || text[i + 1] != u'\n')
                result += u'\n';
        } else if (c != QChar(u'\0')) {
            result += c;
        }
    }
    return result;
}

QString unflowed(const QString& text, bool deleteSpace)
{
    if (looksLikePatch(text))
        return text;
    QString result;
    result.reserve(text.size());
    Lines lines(text);
    QStringView line;
    bool flowing = false; // the line before goes on with this one
    while (lines.next(line)) {
        const bool isQuote = line.startsWith(u'>');
        if (!isQuote && line.startsWith(u' ')) // space-stuffed, section 4.4
            line = line.sliced(1);
        const bool isSignatureMark = line == "-- "_L1;
        if (flowing && (isQuote || isSignatureMark))
            result += u'\n';
        flowing = !isQuote && !isSignatureMark && line.endsWith(u' ');
        if (flowing && deleteSpace)
            line.chop(1);
        result += line;
        if (!flowing)
            result += u'\n';
    }
    if (flowing)
        result += u'\n';
    return result;
}

QString withoutArmour(const QString& text)
{
    constexpr auto SignatureEnd = "-----END PGP SIGNATURE-----"_L1;
    if (!text.contains("-----BEGIN PGP SIGNED MESSAGE-----"_L1) || !text.contains(SignatureEnd))
        return text;
    enum class Place { Outside, Headers, Signed, Signature } place = Place::Outside;
    QString result;
    result.reserve(text.size());
    Lines lines(text);
    QStringView line;
    while (lines.next(line)) {
        const QStringView bare = line.trimmed();
        if (place == Place::Outside && bare == "-----BEGIN PGP SIGNED MESSAGE-----"_L1) {
            place = Place::Headers;
        } else if (place == Place::Headers && (bare.isEmpty() || !bare.contains(": "_L1))) {
            place = Place::Signed;
        } else if (place == Place::Signed && bare == "-----BEGIN PGP SIGNATURE-----"_L1) {
            place = Place::Signature;
        } else if (place == Place::Signature && bare == SignatureEnd) {
            place = Place::Outside;
        } else if (place == Place::Outside || place == Place::Signed) {
            if (place == Place::Signed && line.startsWith("- "_L1))
                line = line.sliced(2);
            result += line;
            result += u'\n';
        }
    }
    return place == Place::Signature ? text : result; // a signature without an end frames nothing
}

} // namespace lb::mail
