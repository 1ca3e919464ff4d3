// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/claimrender.h"

#include "summary/claimnames.h"
#include "summary/claimwording.h"
#include "summary/digestphrases.h"
#include "summary/digestwords.h"
#include "thread/ownwords.h"
#include "thread/people.h"
#include "thread/safetext.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

constexpr qsizetype mostNames = 12; ///< of one position

/// A model's words inside a line of Markdown: nothing in them is markup, a citation or a mark of ours.
QString safeText(const QString& words)
{
    static const QRegularExpression citation(
        u"[\\[【［]\\s*((?:mails?|邮件|引用|#|m)?\\s*[0-9０-９][^\\[\\]【】［］]{0,60})[\\]】］]"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString text = thread::plainLine(words);
    text.replace(citation, u"(\\1)"_s);
    text.removeIf([](QChar c) { return store::doubtMarks.contains(c); });
    return thread::escapeMarkdown(text.trimmed());
}

class Renderer
{
public:
    Renderer(const CheckedSummary& checked, const thread::Listing& listing, Language language)
        : m_checked(checked), m_listing(listing), m_say(claimWording(language)), m_language(language)
    {
    }

    SummaryText run(const thread::Facts* facts)
    {
        sortClaims();
        section(m_say.what, m_what);
        section(m_say.earlier, m_earlier);
        section(m_say.fresh, m_fresh);
        addPositions();
        addOpen();
        addState(facts);
        m_made.markdown = m_sections.join(u"\n\n"_s);
        return std::move(m_made);
    }

private:
    [[nodiscard]] const thread::ListedMail* mail(int number) const
    {
        return number >= 1 && number <= m_listing.count()
            ? &m_listing.mails[static_cast<std::size_t>(number - 1)]
            : nullptr;
    }

    [[nodiscard]] QString nameOf(int number) const
    {
        const thread::ListedMail* found = mail(number);
        return found == nullptr ? QString() : thread::shownName(found->mail.from);
    }

    [[nodiscard]] bool isByAuthor(const ModelClaim& claim) const
    {
        const QString author = nameOf(m_listing.rootIndex + 1);
        return std::all_of(claim.cites.begin(), claim.cites.end(), [&](int number) {
            const thread::ListedMail* found = mail(number);
            return found != nullptr && nameOf(number) == author && !found->subject.isReply;
        });
    }

    void sortClaims()
    {
        for (qsizetype i = 0; i < m_checked.summary.claims.size(); ++i) {
            const ModelClaim& claim = m_checked.summary.claims.at(i);
            const bool tells = claim.kind == ClaimKind::Change || claim.kind == ClaimKind::Problem;
            if (tells && !claim.cites.isEmpty() && isByAuthor(claim))
                m_what.append(i);
            else if (claim.window == ClaimWindow::Old)
                m_earlier.append(i);
            else if (claim.kind == ClaimKind::Status)
                m_state.append(i);
            else
                m_fresh.append(i);
        }
        // In the order of the mails that they rest on; decisions and objections before the rest.
        const auto weight = [this](qsizetype index) {
            const ModelClaim& claim = m_checked.summary.claims.at(index);
            const int rank = claim.kind == ClaimKind::Decision ? 0
                : claim.kind == ClaimKind::Objection           ? 1
                                                               : 2;
            return std::pair(rank, claim.cites.isEmpty() ? m_listing.count() + 1 : claim.cites.first());
        };
        for (QList<qsizetype>* claims : {&m_what, &m_earlier, &m_fresh, &m_state})
            std::stable_sort(claims->begin(), claims->end(),
                             [&](qsizetype a, qsizetype b) { return weight(a) < weight(b); });
    }

    void section(const QString& heading, const QList<qsizetype>& claims)
    {
        QStringList lines;
        for (const qsizetype index : claims)
            lines.append(claimLine(index));
        add(heading, lines);
    }

    void add(const QString& heading, const QStringList& lines)
    {
        if (!lines.isEmpty())
            m_sections.append(u"**"_s + heading + u"**\n\n"_s + lines.join(u'\n'));
    }

    QString claimLine(qsizetype index)
    {
        const ModelClaim& claim = m_checked.summary.claims.at(index);
        QString text = safeText(claim.text);
        const QString name = speaker(claim);
        if (!name.isEmpty() && !text.contains(name))
            text = name + m_say.colon + text;
        return line(claimKindName(claim.kind), text, claim.cites, m_checked.claims.value(index));
    }

    /// Who speaks, where that tells something: not of what the author says of his own work.
    [[nodiscard]] QString speaker(const ModelClaim& claim) const
    {
        if (claim.kind == ClaimKind::Change || claim.kind == ClaimKind::Problem)
            return {};
        QStringList names;
        for (const int number : claim.who) {
            const QString name = thread::escapeMarkdown(nameOf(number));
            if (!name.isEmpty() && !names.contains(name) && names.size() < mostNames)
                names.append(name);
        }
        return names.join(m_say.comma);
    }

    QString line(const QString& kind, const QString& text, const QList<int>& cites, const Finding& finding)
    {
        QList<int> known;
        for (const int number : cites) {
            if (mail(number) != nullptr)
                known.append(number);
        }
        std::sort(known.begin(), known.end());
        store::Claim claim;
        claim.text = text;
        claim.kind = kind;
        claim.citations = known;
        claim.verified = finding.isVerified();
        QStringList reasons;
        for (const Doubt& doubt : finding.doubts) {
            reasons.append(doubtText(doubt, m_language));
            claim.flaws.append(flawCode(doubt.flaw));
        }
        claim.reason = reasons.join(m_say.semicolon);
        m_made.claims.append(claim);
        QString mark;
        if (finding.verdict != Verdict::Verified)
            mark = QString(store::doubtMarks.at(finding.verdict == Verdict::Contradicted ? 1 : 0)) + u' ';
        return u"- "_s + mark + text + (known.isEmpty() ? QString() : QString(u' ' + citations(known)));
    }

    void addPositions()
    {
        if (m_listing.people < 2)
            return;
        QStringList lines;
        for (const Stance stance : {Stance::Ack, Stance::Nack, Stance::Concern, Stance::Question}) {
            QStringList people;
            QList<int> mails;
            Finding finding;
            for (qsizetype i = 0; i < m_checked.summary.positions.size(); ++i) {
                const Position& position = m_checked.summary.positions.at(i);
                const QString name = thread::escapeMarkdown(nameOf(position.mail));
                if (position.stance != stance || name.isEmpty() || mails.contains(position.mail))
                    continue;
                mails.append(position.mail);
                if (!people.contains(name) && people.size() < mostNames)
                    people.append(name);
                const Finding one = m_checked.positions.value(i);
                if (one.verdict != Verdict::Verified)
                    finding = one;
            }
            if (!people.isEmpty())
                lines.append(line(u"stance"_s, m_say.stance(stance) + m_say.colon + people.join(m_say.comma),
                                  mails, finding));
        }
        add(m_say.positions, lines);
    }

    void addOpen()
    {
        QStringList lines;
        for (qsizetype i = 0; i < m_checked.summary.open.size(); ++i) {
            const OpenPoint& point = m_checked.summary.open.at(i);
            if (point.answeredBy != 0 && mail(point.answeredBy) != nullptr)
                continue; // answered: not open
            QString text = safeText(point.text);
            const QString name = thread::escapeMarkdown(nameOf(point.raised));
            if (!name.isEmpty() && !text.contains(name))
                text = name + m_say.colon + text;
            lines.append(line(u"open"_s, text, {point.raised}, m_checked.open.value(i)));
        }
        add(m_say.open, lines);
    }

    void addState(const thread::Facts* facts)
    {
        QStringList lines;
        for (const qsizetype index : std::as_const(m_state))
            lines.append(claimLine(index));
        if (facts != nullptr) {
            for (const thread::Statement& one : facts->applied)
                lines.append(u"- "_s + filled(m_say.applied, {thread::escapeMarkdown(nameOf(one.mail))})
                             + u' ' + citations({one.mail}));
            if (const QString closing = m_say.closing(*facts); !closing.isEmpty())
                lines.append(u"- "_s + closing);
        }
        add(m_say.state, lines);
    }

    const CheckedSummary& m_checked;
    const thread::Listing& m_listing;
    const ClaimWording& m_say;
    Language m_language;
    QList<qsizetype> m_what;
    QList<qsizetype> m_earlier;
    QList<qsizetype> m_fresh;
    QList<qsizetype> m_state;
    QStringList m_sections;
    SummaryText m_made;
};

} // namespace

SummaryText renderClaims(const CheckedSummary& checked, const thread::Listing& listing,
                         const thread::Facts& facts, Language language)
{
    SummaryText made = Renderer(checked, listing, language).run(&facts);
    made.gist = checked.gist.isVerified() ? boundedGist(checked.summary.gist) : QString();
    return made;
}

QString renderArriving(const ModelSummary& summary, const thread::Listing& listing, Language language)
{
    CheckedSummary unchecked;
    unchecked.summary = summary;
    return Renderer(unchecked, listing, language).run(nullptr).markdown;
}

QString doubtText(const Doubt& doubt, Language language)
{
    QString what = thread::plainLine(doubt.what);
    what.replace(u'[', u'(').replace(u']', u')'); // no citation
    return filled(claimWording(language).doubt(doubt.flaw), {what});
}

QString boundedGist(const QString& gist)
{
    constexpr qsizetype words = 40;
    constexpr qsizetype characters = 60;
    const QString text = thread::plainLine(gist);
    const auto chinese
        = std::count_if(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
    if (chinese * 4 > text.size())
        return thread::shortened(text, characters);
    const QStringList all = text.split(u' ', Qt::SkipEmptyParts);
    return all.size() <= words ? text : all.first(words).join(u' ') + u"…"_s;
}

} // namespace lb::summary
