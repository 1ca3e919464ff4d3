// SPDX-License-Identifier: GPL-3.0-or-later
// From text to a query: operator precedence with a stack of its own (Dijkstra's shunting yard).
#include "query/lexer.h"
#include "query/termreader.h"

#include <algorithm>

namespace lb::query
{

namespace
{

/// In the order of how strongly they bind.
enum class Binding { Group, Or, And, AnyOf, Not };

struct Pending {
    Binding binding = Binding::Group;
    Token token;
};

class Parser
{
public:
    Parser(const QString& text, QDate today) : m_text(text), m_today(today) { }

    Parsed run()
    {
        if (m_text.size() > longestQuery)
            return {{}, Problem{Problem::Kind::TooLong, longestQuery, m_text.size() - longestQuery}};
        for (const Token& token : tokens(m_text)) {
            take(token);
            if (m_problem)
                return {{}, m_problem};
        }
        finish();
        return m_problem ? Parsed{{}, m_problem} : Parsed{std::move(m_query), {}};
    }

private:
    void fail(Problem::Kind kind, const Token& token)
    {
        m_problem = Problem{kind, token.start, token.length, m_text.mid(token.start, token.length)};
    }

    void take(const Token& token)
    {
        switch (token.kind) {
        case TokenKind::Word:
            word(token);
            break;
        case TokenKind::Open:
            open(token);
            break;
        case TokenKind::Close:
            close(token);
            break;
        case TokenKind::And:
        case TokenKind::Or:
            if (m_wantsOperand)
                fail(Problem::Kind::NothingBefore, token);
            else
                push(token.kind == TokenKind::And ? Binding::And : Binding::Or, token);
            break;
        case TokenKind::Not:
            joinImplicitly(token, false);
            m_pending.push_back({Binding::Not, token});
            break;
        }
    }

    void word(const Token& token)
    {
        auto read = readTerm(m_text, token, m_today);
        if (auto* const problem = std::get_if<Problem>(&read)) {
            m_problem = std::move(*problem);
            return;
        }
        if (m_query.terms.size() >= mostTerms) {
            fail(Problem::Kind::TooManyTerms, token);
            return;
        }
        const bool awaits = token.field == Field::Awaiting;
        joinImplicitly(token, awaits && m_afterAwaiting);
        m_afterAwaiting = awaits && (m_pending.empty() || m_pending.back().binding != Binding::Not);
        m_query.steps.push_back({Operation::Term, static_cast<int>(m_query.terms.size())});
        m_query.terms.push_back(std::get<Term>(std::move(read)));
        m_wantsOperand = false;
    }

    void open(const Token& token)
    {
        if (++m_depth > deepestGroup) {
            fail(Problem::Kind::TooDeep, token);
            return;
        }
        joinImplicitly(token, false);
        m_pending.push_back({Binding::Group, token});
        m_wantsOperand = true;
    }

    void close(const Token& token)
    {
        if (m_depth == 0) {
            fail(Problem::Kind::NotOpened, token);
            return;
        }
        if (m_wantsOperand) {
            const Pending& last = m_pending.back();
            if (last.binding == Binding::Group)
                fail(Problem::Kind::EmptyGroup,
                     {.start = last.token.start, .length = token.end() - last.token.start});
            else
                fail(Problem::Kind::NothingAfter, last.token);
            return;
        }
        reduce(Binding::Or);
        m_pending.pop_back(); // the group
        --m_depth;
        m_afterAwaiting = false;
    }

    /// What stands side by side must all hold.
    void joinImplicitly(const Token& token, bool anyOf)
    {
        if (!m_wantsOperand)
            push(anyOf ? Binding::AnyOf : Binding::And, token);
    }

    void push(Binding binding, const Token& token)
    {
        reduce(binding);
        m_pending.push_back({binding, token});
        m_wantsOperand = true;
        m_afterAwaiting = false;
    }

    /// Writes what binds at least as strongly, down to the group that is open.
    void reduce(Binding binding)
    {
        while (!m_pending.empty() && m_pending.back().binding != Binding::Group
               && m_pending.back().binding >= binding) {
            const Binding top = m_pending.back().binding;
            m_pending.pop_back();
            m_query.steps.push_back({top == Binding::Not       ? Operation::Not
                                         : top == Binding::And ? Operation::And
                                                               : Operation::Or});
        }
    }

    void finish()
    {
        if (m_wantsOperand && !m_pending.empty()) {
            const Pending& last = m_pending.back();
            fail(last.binding == Binding::Group ? Problem::Kind::NotClosed : Problem::Kind::NothingAfter,
                 last.token);
            return;
        }
        reduce(Binding::Or);
        if (!m_pending.empty())
            fail(Problem::Kind::NotClosed, m_pending.back().token);
    }

    const QString& m_text;
    QDate m_today;
    Query m_query;
    std::vector<Pending> m_pending;
    std::optional<Problem> m_problem;
    int m_depth = 0;
    bool m_wantsOperand = true;
    bool m_afterAwaiting = false; ///< the operand before is an awaiting: term that is wanted
};

} // namespace

Parsed parse(const QString& text, QDate today)
{
    return Parser(text, today).run();
}

} // namespace lb::query
