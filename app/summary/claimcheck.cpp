// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/claimcheck.h"

#include "summary/prompts.h"
#include "summary/textcheck.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

bool contradicts(Flaw flaw)
{
    switch (flaw) {
    case Flaw::QuoteElsewhere:
    case Flaw::WrongSpeaker:
    case Flaw::WrongVersion:
    case Flaw::WrongPatch:
    case Flaw::WrongCount:
    case Flaw::WrongTrailer:
    case Flaw::WrongWindow:
    case Flaw::WrongExpansion:
    case Flaw::NobodyAnswered:
        return true;
    default:
        return false;
    }
}

Finding concluded(Finding finding)
{
    if (finding.doubts.isEmpty())
        finding.verdict = Verdict::Verified;
    else if (std::any_of(finding.doubts.begin(), finding.doubts.end(),
                         [](const Doubt& doubt) { return contradicts(doubt.flaw); }))
        finding.verdict = Verdict::Contradicted;
    else
        finding.verdict = Verdict::Unsupported;
    return finding;
}

class Checker
{
public:
    Checker(const ModelSummary& summary, const ThreadIndex& index, const CheckOptions& options)
        : m_summary(summary), m_index(index), m_options(options)
    {
    }

    CheckedSummary run()
    {
        CheckedSummary checked;
        checked.summary = m_summary;
        if (!m_summary.gist.isEmpty()) {
            const Grounds grounds = groundsFor({});
            checkText(m_summary.gist, grounds, checked.gist.doubts);
            checked.gist = concluded(std::move(checked.gist));
        }
        for (const ModelClaim& claim : m_summary.claims)
            checked.claims.append(concluded(check(claim)));
        for (const OpenPoint& point : m_summary.open)
            checked.open.append(concluded(check(point)));
        for (const Position& position : m_summary.positions)
            checked.positions.append(concluded(check(position)));
        return checked;
    }

private:
    [[nodiscard]] Grounds groundsFor(const QList<int>& mails) const
    {
        return {m_index, m_options, m_summary.context, mails, {}, {}, {}};
    }

    /// The mails that exist; a doubt for each that does not.
    QList<int> existing(const QList<int>& mails, Finding& finding) const
    {
        QList<int> found;
        for (const int mail : mails) {
            if (m_index.has(mail))
                found.append(mail);
            else
                finding.doubts.append({Flaw::UnknownMail, QString::number(mail)});
        }
        return found;
    }

    Finding check(const ModelClaim& claim) const
    {
        Finding finding;
        const QList<int> cites = existing(claim.cites, finding);
        const QList<int> who = existing(claim.who, finding);
        if (claim.cites.isEmpty())
            finding.doubts.append({Flaw::NoCitation, {}});
        checkQuote(claim, cites, finding);
        checkSpeaker(cites, who, finding);
        checkWindow(claim, cites, finding);
        Grounds grounds = groundsFor(cites);
        for (const int mail : who)
            grounds.who.append(m_index.mail(mail).person);
        grounds.quote = finding.mail > 0 ? foldedWords(claim.quote) : QString();
        grounds.patch = claim.patch;
        if (!cites.isEmpty()) {
            checkPatch(claim.patch, grounds, finding);
            checkText(claim.text, grounds, finding.doubts);
        }
        return finding;
    }

    void checkQuote(const ModelClaim& claim, const QList<int>& cites, Finding& finding) const
    {
        if (claim.quote.isEmpty()) {
            finding.doubts.append({Flaw::NoQuote, {}});
            return;
        }
        std::optional<ThreadIndex::Place> place;
        for (const int mail : cites) {
            const auto found = m_index.find(claim.quote, mail);
            if (found && (!place || place->inOrder))
                place = found;
        }
        if (place) {
            finding.mail = place->mail;
            finding.line = place->line;
            if (place->inOrder)
                finding.doubts.append({Flaw::ObeysOrder, {}});
            return;
        }
        const auto elsewhere = m_index.findAnywhere(claim.quote);
        finding.doubts.append({elsewhere ? Flaw::QuoteElsewhere : Flaw::QuoteNotFound,
                               elsewhere ? QString::number(elsewhere->mail) : claim.quote.left(80)});
    }

    /// Who is said to speak wrote the words quoted; others may be named beside him if they are cited.
    void checkSpeaker(const QList<int>& cites, const QList<int>& who, Finding& finding) const
    {
        if (who.isEmpty())
            return;
        const auto person = [this](int mail) { return m_index.mail(mail).person; };
        bool speaks = finding.mail == 0;
        for (const int mail : who) {
            speaks = speaks || person(mail) == person(finding.mail);
            const bool isCited = std::any_of(cites.begin(), cites.end(),
                                             [&](int cited) { return person(cited) == person(mail); });
            if (!isCited && finding.mail > 0)
                speaks = false;
        }
        if (!speaks)
            finding.doubts.append({Flaw::WrongSpeaker, QString::number(finding.mail)});
    }

    void checkWindow(const ModelClaim& claim, const QList<int>& cites, Finding& finding) const
    {
        if (claim.window == ClaimWindow::Unsaid || cites.isEmpty())
            return;
        const auto isNew = [this](int mail) { return m_index.mail(mail).isNew; };
        const bool anyNew = std::any_of(cites.begin(), cites.end(), isNew);
        const bool quotesNew = finding.mail > 0 ? isNew(finding.mail) : anyNew;
        if (claim.window == ClaimWindow::New ? !quotesNew : anyNew)
            finding.doubts.append({Flaw::WrongWindow, {}});
    }

    static void checkPatch(const QString& patch, const Grounds& grounds, Finding& finding)
    {
        if (patch.isEmpty() || patch == "all"_L1)
            return;
        const int number = patch.section(u'/', 0, 0).toInt();
        const int total = patch.section(u'/', 1, 1).toInt();
        if (!isAboutPatch(number, total, grounds))
            finding.doubts.append({Flaw::WrongPatch, patch});
    }

    Finding check(const OpenPoint& point) const
    {
        Finding finding;
        const QList<int> mails = existing({point.raised}, finding);
        if (point.answeredBy != 0)
            existing({point.answeredBy}, finding);
        if (!mails.isEmpty()) {
            finding.mail = point.raised;
            checkText(point.text, groundsFor(mails), finding.doubts);
        }
        if (finding.doubts.isEmpty() && point.answeredBy != 0
            && m_index.mail(point.answeredBy).person == m_index.mail(point.raised).person)
            finding.doubts.append({Flaw::WrongSpeaker, QString::number(point.answeredBy)});
        return finding;
    }

    Finding check(const Position& position) const
    {
        Finding finding;
        const QList<int> mails = existing({position.mail}, finding);
        if (mails.isEmpty())
            return finding;
        finding.mail = position.mail;
        checkPatch(position.on, groundsFor(mails), finding);
        const QString& own = m_index.mail(position.mail).own;
        static const QRegularExpression favour(
            u"\\b(?:reviewed|acked|tested)(?:-by)?\\b|\\back\\b|lgtm|\\blooks? "
            u"(?:good|fine|ok|sane|great|nice)|\\bagree|\\+1"
            "|\\bapplied\\b|\\bqueued\\b|\\bfine\\b|\\bnice\\b|\\bgreat\\b|\\bgood\\b|\\bhappy\\b|\\bthanks\\b|赞成|同意|支持|没问题|看起来不错"_s);
        static const QRegularExpression refusal(
            u"\\bnac?ke?d?\\b|\\bnacked-by\\b|\\bno\\b|\\bnot\\b|n't\\b|\\bwrong\\b|\\bbroken\\b|"
            u"\\bbreaks\\b|\\bobject|\\bdisagree"
            "|\\breject|\\bnever\\b|\\bdrop\\b|\\brevert\\b|\\bbad\\b|\\bcannot\\b|反对|不同意|不行|不应|不能|不要|错误|有问题"_s);
        const bool fits = position.stance == Stance::Ack ? favour.match(own).hasMatch()
            : position.stance == Stance::Nack            ? refusal.match(own).hasMatch()
                                                         : true;
        if (!fits)
            finding.doubts.append({Flaw::QuoteNotFound, {}});
        return finding;
    }

    const ModelSummary& m_summary;
    const ThreadIndex& m_index;
    const CheckOptions& m_options;
};

} // namespace

CheckOptions checkOptions(Language language, const Glossary& glossary)
{
    QStringList prompts;
    for (const Language told : {Language::English, Language::Chinese})
        prompts << foldedWords(threadPrompt(told).system) << foldedWords(updatePrompt(told).system)
                << foldedWords(translatePrompt(told).system);
    return {language, glossary, prompts};
}

CheckedSummary checkClaims(const ModelSummary& summary, const thread::Material& material,
                           const thread::Facts& facts, const CheckOptions& options)
{
    return checkClaims(summary, ThreadIndex(material, facts), options);
}

CheckedSummary checkClaims(const ModelSummary& summary, const ThreadIndex& index, const CheckOptions& options)
{
    return Checker(summary, index, options).run();
}

} // namespace lb::summary
