// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/lexer.h"

namespace lb::query
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longestName = 16;

/// Input methods for Chinese type these while they are on.
bool isQuote(QChar c)
{
    return c == u'"' || c == u'\u201c' || c == u'\u201d';
}

bool isColon(QChar c)
{
    return c == u':' || c == u'\uff1a';
}

bool isBlank(QChar c)
{
    return c.isSpace() || c.isNull();
}

class Lexer
{
public:
    explicit Lexer(QStringView text) : m_text(text) { }

    std::vector<Token> run()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (isBlank(c))
                ++m_at;
            else if (c == u'(')
                sign(TokenKind::Open);
            else if (c == u')')
                sign(TokenKind::Close);
            else if (c == u'-' && m_at + 1 < m_text.size() && !endsWord(m_text[m_at + 1]))
                sign(TokenKind::Not);
            else
                word();
        }
        return std::move(m_tokens);
    }

private:
    static bool endsWord(QChar c) { return isBlank(c) || c == u')'; }

    void sign(TokenKind kind)
    {
        m_tokens.push_back({.kind = kind, .start = m_at, .length = 1});
        ++m_at;
    }

    /// The field that a name and a colon here mean.
    std::optional<Field> field(qsizetype& colon) const
    {
        for (colon = m_at; colon < m_text.size() && colon - m_at <= longestName; ++colon) {
            if (isColon(m_text[colon]))
                return fieldNamed(m_text.mid(m_at, colon - m_at));
            if (!m_text[colon].isLetter())
                break;
        }
        return std::nullopt;
    }

    void word()
    {
        Token token{.start = m_at};
        qsizetype colon = 0;
        if (const std::optional<Field> known = field(colon)) {
            token.field = *known;
            m_at = colon + 1;
        }
        if (m_at < m_text.size() && isQuote(m_text[m_at]))
            phrase(token);
        else
            plain(token);
        token.length = m_at - token.start;
        if (token.field == Field::Text && !token.phrase)
            token.kind = kindOf(m_text.mid(token.start, token.length));
        m_tokens.push_back(token);
    }

    void phrase(Token& token)
    {
        token.phrase = true;
        token.valueStart = ++m_at;
        while (m_at < m_text.size() && !isQuote(m_text[m_at]))
            ++m_at;
        token.valueLength = m_at - token.valueStart;
        token.closed = m_at < m_text.size();
        if (token.closed)
            ++m_at;
    }

    void plain(Token& token)
    {
        token.valueStart = m_at;
        int open = 0;
        for (; m_at < m_text.size() && !isBlank(m_text[m_at]) && !isQuote(m_text[m_at]); ++m_at) {
            if (m_text[m_at] == u'(')
                ++open;
            else if (m_text[m_at] == u')' && --open < 0)
                break;
        }
        token.valueLength = m_at - token.valueStart;
    }

    static TokenKind kindOf(QStringView word)
    {
        const auto is = [word](QLatin1String name) { return word.compare(name, Qt::CaseInsensitive) == 0; };
        return is("and"_L1) ? TokenKind::And
            : is("or"_L1)   ? TokenKind::Or
            : is("not"_L1)  ? TokenKind::Not
                            : TokenKind::Word;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    std::vector<Token> m_tokens;
};

} // namespace

std::vector<Token> tokens(QStringView text)
{
    return Lexer(text).run();
}

} // namespace lb::query
