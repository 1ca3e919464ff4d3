// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/involvement.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

constexpr qsizetype mostAsked = 100;
constexpr qsizetype mostPatterns = 500;
constexpr qsizetype longestPath = 400;

QStringList touchedPaths(const Material& material)
{
    QStringList paths;
    QSet<QString> seen;
    for (const mail::BodyText& body : material.bodies) {
        const QString files = mail::touchedFiles(body);
        for (const QStringView path : QStringView(files).split(u'\n', Qt::SkipEmptyParts)) {
            const QString name = path.toString();
            if (path.size() > longestPath || seen.contains(name))
                continue;
            seen.insert(name);
            paths.append(name);
            if (paths.size() >= mostPaths)
                return paths;
        }
    }
    return paths;
}

QString expressionOf(const QString& pattern)
{
    QString expression;
    for (const QChar c : pattern) {
        if (c == u'*')
            expression += u"[^/]*"_s;
        else if (c == u'?')
            expression += u"[^/]"_s;
        else
            expression += QRegularExpression::escape(QString(c));
    }
    if (!pattern.contains(u'/'))
        expression.prepend(u"(?:.*/)?"_s);
    if (pattern.endsWith(u'/'))
        expression += u".*"_s;
    return expression;
}

} // namespace

Involvement involvementOf(const Material& material, const Facts& facts, const QStringList& recipients)
{
    Involvement involvement;
    for (const Question& question : facts.questions) {
        const bool known = !question.to.address.isEmpty() || !question.to.name.isEmpty();
        if (question.state == QuestionState::Open && known && !involvement.asked.contains(question.to)
            && involvement.asked.size() < mostAsked)
            involvement.asked.append(question.to);
    }
    involvement.awaited = facts.grounds.people;
    involvement.recipients = recipients.first(qMin(recipients.size(), mostRecipients));
    involvement.paths = touchedPaths(material);
    return involvement;
}

PathPatterns::PathPatterns(const QStringList& patterns)
{
    QStringList expressions;
    for (const QString& pattern : patterns) {
        const QString trimmed = pattern.trimmed();
        if (!trimmed.isEmpty() && trimmed.size() <= longestPath && expressions.size() < mostPatterns)
            expressions.append(expressionOf(trimmed));
    }
    if (!expressions.isEmpty())
        m_any = QRegularExpression(u"\\A(?:%1)\\z"_s.arg(expressions.join(u'|')));
}

QString PathPatterns::firstMatch(const QStringList& paths) const
{
    if (isEmpty())
        return {};
    for (const QString& path : paths) {
        if (m_any.match(path).hasMatch())
            return path;
    }
    return {};
}

} // namespace lb::thread
