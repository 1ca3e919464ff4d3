// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/completion.h"

#include "query/lexer.h"
#include "query/texts.h"

#include <algorithm>

namespace lb::query
{

using namespace Qt::StringLiterals;

namespace
{

/// Collects candidates for a value, each written with its field.
class Candidates
{
public:
    Candidates(Field field, const QString& begun) : m_name(ruleOf(field).name), m_begun(begun.toCaseFolded())
    {
    }

    void offer(const QString& value, const QString& meaning)
    {
        add(value, meaning, value.toCaseFolded().startsWith(m_begun));
    }
    /// Any of a person's words may have been begun.
    void offer(const Vocabulary::Person& person)
    {
        const QString name = person.name.toCaseFolded();
        const bool begins = name.startsWith(m_begun) || name.contains(QString(u' ' + m_begun))
            || person.address.toCaseFolded().startsWith(m_begun);
        add(person.name.isEmpty() ? person.address : person.name,
            person.name.isEmpty() ? QString() : person.address, begins);
    }
    [[nodiscard]] QList<Candidate> take() { return std::move(m_list); }

private:
    void add(QString value, const QString& meaning, bool fits)
    {
        value.remove(u'"');
        if (!fits || m_list.size() >= mostCandidates || value.trimmed().isEmpty())
            return;
        QString text = QString(m_name + u':' + quoted(value.simplified()));
        const bool known = std::any_of(m_list.begin(), m_list.end(),
                                       [&text](const Candidate& one) { return one.text == text; });
        if (!known)
            m_list.append({std::move(text), meaning});
    }

    QString m_name;
    QString m_begun;
    QList<Candidate> m_list;
};

QStringList dateWords()
{
    return {u"today"_s, u"yesterday"_s, u"7d"_s, u"2w"_s, u"1m"_s};
}

QList<Candidate> values(Field field, const QString& begun, const Vocabulary& vocabulary)
{
    Candidates candidates(field, begun);
    for (const Choice& choice : choices()) {
        if (choice.field == field)
            candidates.offer(choice.word, Texts::meaning(choice.flag));
    }
    if (field == Field::From || field == Field::To || field == Field::Starter) {
        candidates.offer(meWord, Texts::meaning(Flag::AwaitsMe));
        for (const Vocabulary::Person& person : vocabulary.people)
            candidates.offer(person);
    } else if (field == Field::Tag || field == Field::List) {
        for (const QString& value : field == Field::Tag ? vocabulary.tags : vocabulary.lists)
            candidates.offer(value, {});
    } else if (field == Field::Trailer) {
        for (const QString& kind : {u"reviewed-by"_s, u"acked-by"_s, u"tested-by"_s, u"reported-by"_s,
                                    u"suggested-by"_s, u"fixes"_s, u"closes"_s, u"link"_s})
            candidates.offer(kind, {});
    } else if (ruleOf(field).kind == ValueKind::Date) {
        for (const QString& word : dateWords())
            candidates.offer(word, {});
    }
    return candidates.take();
}

/// Fields, and choices by their own name: "unr" leads to is:unread.
QList<Candidate> fields(const QString& begun, const Vocabulary& vocabulary)
{
    QList<Candidate> list;
    const QString folded = begun.toCaseFolded();
    for (const FieldRule& rule : fieldRules()) {
        const bool useless = (rule.field == Field::Tag && vocabulary.tags.isEmpty())
            || (rule.field == Field::List && vocabulary.lists.isEmpty());
        if (!rule.name.isEmpty() && !useless && QString(rule.name).startsWith(folded))
            list.append({QString(rule.name + u':'), Texts::meaning(rule.field)});
    }
    constexpr qsizetype enough = 2; // letters that say what is meant
    for (const Choice& choice : choices()) {
        if (folded.size() >= enough && QString(choice.word).startsWith(folded))
            list.append({wordOf(choice.flag), Texts::meaning(choice.flag)});
    }
    return list.mid(0, mostCandidates);
}

} // namespace

Completion complete(const QString& text, qsizetype cursor, const Vocabulary& vocabulary, bool unasked)
{
    if (text.size() > longestQuery)
        return {};
    Completion completion{cursor, 0, {}};
    for (const Token& token : tokens(text)) {
        if (token.start >= cursor || token.end() < cursor || token.kind == TokenKind::Open
            || token.kind == TokenKind::Close || (token.phrase && token.closed && token.end() == cursor))
            continue;
        completion.start = token.start;
        completion.length = token.length;
        if (token.kind == TokenKind::Not && token.length == 1) { // "-": the word after it
            completion.start = token.end();
            completion.length = 0;
            continue;
        }
        if (token.field != Field::Text) {
            const qsizetype typed = std::clamp<qsizetype>(cursor - token.valueStart, 0, token.valueLength);
            completion.candidates = values(token.field, text.mid(token.valueStart, typed), vocabulary);
        } else if (!token.phrase) {
            completion.candidates = fields(text.mid(token.start, cursor - token.start), vocabulary);
        }
        return completion;
    }
    if (unasked)
        completion.candidates = fields({}, vocabulary);
    return completion;
}

} // namespace lb::query
