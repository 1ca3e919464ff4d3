// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/textcheck.h"

#include "summary/claimanchors.h"
#include "summary/claimpeople.h"
#include "summary/claimphrases.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

using Kind = Anchor::Kind;

class TextCheck
{
public:
    TextCheck(const QString& text, const Grounds& grounds, QList<Doubt>& doubts)
        : m_text(text), m_grounds(grounds), m_index(grounds.index), m_doubts(doubts)
    {
        for (const IndexedMail& mail : m_index.mails()) {
            if (grounds.mails.isEmpty() || grounds.mails.contains(mail.number))
                m_mails.append(&mail);
        }
    }

    void run()
    {
        checkTone();
        checkPeople();
        checkAnchors();
        checkTrailers();
        checkApplied();
        checkDiscussion();
        checkTerms();
        if (m_index.repeatsOrder(m_text))
            doubt(Flaw::ObeysOrder, {});
    }

private:
    void doubt(Flaw flaw, const QString& what)
    {
        const Doubt made{flaw, what.left(80)};
        if (!m_doubts.contains(made))
            m_doubts.append(made);
    }

    template <typename Test>
    [[nodiscard]] bool anyMail(const Test& test) const
    {
        return std::any_of(m_mails.begin(), m_mails.end(),
                           [&test](const IndexedMail* mail) { return test(*mail); });
    }

    void checkTone()
    {
        if (isOtherLanguage(withoutNames(), m_grounds.options.language))
            doubt(Flaw::WrongLanguage, {});
        if (const QString words = boilerplateIn(m_text); !words.isEmpty())
            doubt(Flaw::Boilerplate, words);
        if (const QString words = leakIn(m_text, m_grounds.options.prompts); !words.isEmpty())
            doubt(Flaw::PromptLeak, words);
        if (m_grounds.context != ThreadContext::Complete)
            return; // what is missing may be said to be
        const QString words = hedgeIn(m_text);
        if (!words.isEmpty() && !anyMail([](const IndexedMail& mail) { return guesses(mail.own); }))
            doubt(Flaw::Hedge, words);
    }

    /// Names in Chinese characters stand in English texts, too.
    [[nodiscard]] QString withoutNames() const
    {
        QString text = m_text;
        for (const QString& name : m_index.chineseNames())
            text.remove(name);
        return text;
    }

    void checkPeople()
    {
        if (const QString name = strangerIn(m_text, m_index, m_grounds.options.glossary); !name.isEmpty())
            doubt(Flaw::UnknownName, name);
        if (m_grounds.mails.isEmpty())
            return;
        m_named = peopleNamedIn(m_text, m_index);
        for (const int person : std::as_const(m_named)) {
            const bool fits = anyMail([&](const IndexedMail& mail) {
                return namesPerson(mail, person, m_index)
                    || (mail.parent > 0 && m_index.mail(mail.parent).person == person);
            });
            if (!fits)
                doubt(Flaw::WrongSpeaker, {});
        }
    }

    void checkAnchors()
    {
        for (const Anchor& anchor : anchorsIn(m_text)) {
            switch (anchor.kind) {
            case Kind::Link:
                if (!m_index.holds(anchor.text, Qt::CaseInsensitive))
                    doubt(Flaw::ForeignLink, anchor.text);
                break;
            case Kind::Version:
                if (!isVersion(anchor.value))
                    doubt(Flaw::WrongVersion, anchor.text);
                break;
            case Kind::Patch:
                if (!isAboutPatch(anchor.value, anchor.total, m_grounds) && !isCited(anchor))
                    doubt(Flaw::WrongPatch, anchor.text);
                break;
            case Kind::PatchCount:
                if (!isPatchCount(anchor.value))
                    doubt(Flaw::WrongCount, anchor.text);
                break;
            case Kind::MailCount:
                if (anchor.value != m_index.listing().count() && anchor.value != m_index.listing().newMails
                    && !isCitedNumber(anchor.value))
                    doubt(Flaw::WrongCount, anchor.text);
                break;
            case Kind::ReplyCount:
                if (anchor.value != m_index.listing().count() - 1 && !isCitedNumber(anchor.value))
                    doubt(Flaw::WrongCount, anchor.text);
                break;
            case Kind::Acronym:
                if (!isTerm(anchor.text))
                    doubt(Flaw::UnknownAnchor, anchor.text);
                break;
            default:
                if (!isCited(anchor))
                    doubt(Flaw::UnknownAnchor, anchor.text);
            }
        }
    }

    /// A revision that a cited mail posts, answers or speaks of.
    [[nodiscard]] bool isVersion(int version) const
    {
        const QString token = u'v' + QString::number(version);
        const QString spelt = "version "_L1 + QString::number(version);
        return anyMail([&](const IndexedMail& mail) {
            const thread::Subject& subject = mail.listed->subject;
            return ((subject.isPatch || subject.isRfc) && subject.revision == version)
                || holdsToken(mail.all, token, Qt::CaseInsensitive)
                || holdsToken(mail.all, spelt, Qt::CaseInsensitive);
        });
    }

    [[nodiscard]] bool isPatchCount(int count) const
    {
        const auto& series = m_index.facts().series;
        if (series) {
            const auto patches
                = std::count_if(series->present.begin(), series->present.end(), [](int n) { return n > 0; });
            if (count == series->total || (count > 1 && count == patches))
                return true;
        }
        return anyMail([count](const IndexedMail& mail) { return mail.listed->subject.total == count; })
            || isCitedNumber(count);
    }

    [[nodiscard]] bool isCitedNumber(int value) const
    {
        static const QStringList words{QString(), u"one"_s,    u"two"_s,   u"three"_s, u"four"_s,
                                       u"five"_s, u"six"_s,    u"seven"_s, u"eight"_s, u"nine"_s,
                                       u"ten"_s,  u"eleven"_s, u"twelve"_s};
        return m_grounds.mails.size() > 0 && anyMail([&](const IndexedMail& mail) {
                   return (value >= 10 && holdsToken(mail.own, QString::number(value), Qt::CaseSensitive))
                       || (value > 0 && value < words.size()
                           && holdsToken(mail.own, words.at(value), Qt::CaseInsensitive));
               });
    }

    /// In a cited mail or in the one that it answers, which it may refer to without repeating it.
    [[nodiscard]] bool isCited(const Anchor& anchor) const
    {
        return anyMail([&](const IndexedMail& mail) {
            return holds(mail, anchor) || (mail.parent > 0 && holds(m_index.mail(mail.parent), anchor));
        });
    }

    static bool holds(const IndexedMail& mail, const Anchor& anchor)
    {
        QString token = anchor.text;
        if (token.endsWith("()"_L1))
            token.chop(2);
        if (holdsToken(mail.all, token, Qt::CaseSensitive, anchor.kind == Kind::Hash))
            return true;
        if (anchor.kind == Kind::Number && token.contains(u','))
            return holdsToken(mail.all, token.remove(u','), Qt::CaseSensitive);
        if (anchor.kind == Kind::Number && token.size() > 3 && !token.contains(u'.')) // "1,234" there
            return holdsToken(mail.all, QString(token).insert(token.size() - 3, u','), Qt::CaseSensitive);
        return false;
    }

    /// Terms are common to a thread: it is enough that it has them.
    [[nodiscard]] bool isTerm(const QString& term) const
    {
        if (m_grounds.options.glossary.knows(term) || m_index.holds(term, Qt::CaseInsensitive))
            return true;
        if (term.endsWith(u's'))
            return isTerm(term.chopped(1));
        static const QSet<QString> common{u"KVM"_s,  u"CPU"_s, u"API"_s, u"ID"_s, u"OK"_s,    u"RFC"_s,
                                          u"NULL"_s, u"IRQ"_s, u"BUG"_s, u"CI"_s, u"ARM64"_s, u"ARM"_s};
        return common.contains(term.toUpper());
    }

    void checkTrailers()
    {
        for (const QString& kind : trailersNamedIn(m_text)) {
            QList<const IndexedTrailer*> given;
            for (const IndexedTrailer& one : m_index.trailers()) {
                if (one.trailer->kind == kind
                    && (m_grounds.mails.isEmpty() || m_grounds.mails.contains(one.trailer->mail)))
                    given.append(&one);
            }
            const bool isQuoted = m_grounds.quote.contains(kind, Qt::CaseInsensitive);
            if (given.isEmpty()) {
                const bool isSpokenOf = anyMail([&kind](const IndexedMail& mail) {
                    return mail.own.contains(kind, Qt::CaseInsensitive);
                });
                if (!isQuoted && !isSpokenOf)
                    doubt(Flaw::WrongTrailer, kind);
            } else if (!fitsPeople(given) || !fitsPatch(given)) {
                doubt(Flaw::WrongTrailer, kind);
            }
        }
    }

    /// One of those who gave it speaks or is named; where nobody is, it is nobody's in particular.
    [[nodiscard]] bool fitsPeople(const QList<const IndexedTrailer*>& given) const
    {
        if (m_grounds.who.isEmpty() && m_named.isEmpty())
            return true;
        return std::any_of(given.begin(), given.end(), [this](const IndexedTrailer* one) {
            return m_grounds.who.contains(one->person) || m_named.contains(one->person);
        });
    }

    [[nodiscard]] bool fitsPatch(const QList<const IndexedTrailer*>& given) const
    {
        const int number = m_grounds.patch.section(u'/', 0, 0).toInt();
        const auto& series = m_index.facts().series;
        return std::any_of(given.begin(), given.end(), [&](const IndexedTrailer* one) {
            const QList<int>& patches = one->trailer->appliesTo;
            if (patches.isEmpty() || m_grounds.patch.isEmpty())
                return true;
            if (m_grounds.patch == "all"_L1)
                return !series
                    || patches.size() >= std::min(qsizetype(series->total), series->present.size());
            return number == 0 || patches.contains(number);
        });
    }

    void checkApplied()
    {
        const QString words = appliedIn(m_text);
        if (words.isEmpty())
            return;
        const auto& applied = m_index.facts().applied;
        const bool isFact = std::any_of(applied.begin(), applied.end(), [this](const thread::Statement& one) {
            return m_grounds.mails.isEmpty() || m_grounds.mails.contains(one.mail);
        });
        if (!isFact && appliedIn(m_grounds.quote).isEmpty())
            doubt(Flaw::NotApplied, words);
    }

    void checkDiscussion()
    {
        if (!m_index.isMonologue())
            return;
        const QString words = discussionIn(m_text);
        if (!words.isEmpty()
            && !anyMail([](const IndexedMail& mail) { return speaksOfDiscussion(mail.own); }))
            doubt(Flaw::NobodyAnswered, words);
    }

    /// "NV (Nested Virtualization)", "Nested Virtualization (NV)", "NV stands for ...", "NV 即嵌套虚拟化".
    void checkTerms()
    {
        static const QRegularExpression behind(
            u"(?<!\\w)([A-Za-z][\\w-]{1,11})\\s*(?:[(（]([^()（）]{2,80})[)）]"
            "|,?\\s*(?:which )?stands for\\s+([^,.;()]{2,80})|\\s*(?:即|是指|指的是|全称(?:为|是)?)\\s*[“\"]?([^，。；、”\"]{2,40}))"_s);
        for (auto all = behind.globalMatch(m_text); all.hasNext();) {
            const auto match = all.next();
            const QString expansion = match.captured(2) + match.captured(3) + match.captured(4);
            const bool said = match.capturedLength(2) == 0;
            checkTerm(match.captured(1), expansion.trimmed(), said);
        }
        static const QRegularExpression before(
            u"((?:[A-Za-z][A-Za-z-]*\\s+){1,6}|[\\x{4e00}-\\x{9fff}]{2,16}\\s*)[(（]([A-Za-z][\\w-]{1,11})[)）]"_s);
        for (auto all = before.globalMatch(m_text); all.hasNext();) {
            const auto match = all.next();
            checkBefore(match.captured(1).trimmed(), match.captured(2));
        }
    }

    void checkTerm(const QString& term, const QString& expansion, bool said)
    {
        const Glossary& glossary = m_grounds.options.glossary;
        if (!glossary.knows(term) || glossary.isRight(term, expansion))
            return;
        if (said || looksLikeExpansion(term, expansion))
            doubt(Flaw::WrongExpansion, term + u" = "_s + expansion);
    }

    /// An expansion, not a remark: words alone, begun by the term's letter or each by a capital; or Chinese
    /// that is no sentence.
    static bool looksLikeExpansion(const QString& term, const QString& words)
    {
        static const QRegularExpression latin(u"^[A-Za-z][A-Za-z/-]*(?:[ -][A-Za-z/]+){0,6}$"_s);
        static const QRegularExpression chinese(u"^[\\x{4e00}-\\x{9fff}A-Za-z ]{2,20}$"_s);
        static const QRegularExpression remark(
            u"未|没|不|已|见|如|仅|等|由|将|被|会|在|了|和|或|但|另|例|原|新|旧|该|此|可"_s);
        static const QRegularExpression capitals(
            u"^[A-Z][A-Za-z-]*(?: (?:[A-Z][A-Za-z-]*|of|and|for|the))+$"_s);
        if (latin.match(words).hasMatch())
            return capitals.match(words).hasMatch()
                || (words.front().toCaseFolded() == term.front().toCaseFolded()
                    && words.size() > term.size());
        return chinese.match(words).hasMatch() && !remark.match(words).hasMatch();
    }

    /// Words before "(TERM)": only where their letters spell the term they are meant as its expansion.
    void checkBefore(const QString& words, const QString& term)
    {
        const Glossary& glossary = m_grounds.options.glossary;
        if (!glossary.knows(term))
            return;
        const QStringList all = words.split(QRegularExpression(u"[\\s-]+"_s), Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < all.size(); ++i) {
            const QStringList tail = all.sliced(i);
            if (glossary.isRight(term, tail.join(u' ')))
                return;
            QString letters;
            for (const QString& word : tail)
                letters += word.front().toCaseFolded();
            if (letters == term.toCaseFolded())
                return doubt(Flaw::WrongExpansion, term + u" = "_s + tail.join(u' '));
        }
    }

    const QString& m_text;
    const Grounds& m_grounds;
    const ThreadIndex& m_index;
    QList<Doubt>& m_doubts;
    QList<const IndexedMail*> m_mails; ///< that may bear the text out
    QList<int> m_named; ///< persons
};

} // namespace

void checkText(const QString& text, const Grounds& grounds, QList<Doubt>& doubts)
{
    TextCheck(text, grounds, doubts).run();
}

bool isAboutPatch(int number, int total, const Grounds& grounds)
{
    const QString plain = QString::number(number);
    const QRegularExpression said(
        u"\\bpatch(?:es)?\\s+#?0*%1\\b|补丁\\s*%1(?![0-9])|(?<![\\w/])0*%1/0*%2(?![\\w/])"_s.arg(
            plain, total > 0 ? QString::number(total) : u"[0-9]{1,4}"_s),
        QRegularExpression::CaseInsensitiveOption);
    return std::any_of(
        grounds.index.mails().begin(), grounds.index.mails().end(), [&](const IndexedMail& mail) {
            if (!grounds.mails.isEmpty() && !grounds.mails.contains(mail.number))
                return false;
            const thread::Subject& subject = mail.listed->subject;
            const bool isIt = subject.number == number && (total == 0 || subject.total == total);
            const bool isLone = subject.isPatch && !subject.number && number == 1 && total <= 1;
            return isIt || isLone || mail.all.contains(said);
        });
}

} // namespace lb::summary
