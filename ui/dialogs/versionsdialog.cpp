// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/versionsdialog.h"

#include "core/onresult.h"
#include "ui/provenance.h"
#include "ui/versionsdocument.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// A text browser that loads nothing and goes nowhere by itself.
class ComparedText final : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;
    QVariant loadResource(int /*type*/, const QUrl& /*name*/) override { return {}; }
};

struct Compared {
    std::shared_ptr<QTextDocument> document;
    int same = 0;
    int changed = 0;
    int onlyOld = 0;
    int onlyNew = 0;
};

Compared compareVersions(QThread* home, const store::SummaryRecord& old, const store::SummaryRecord& fresh,
                         const VersionsLook& look)
{
    const std::vector<summary::ClaimRow> rows = summary::compareClaims(old, fresh);
    Compared made;
    for (const summary::ClaimRow& row : rows) {
        switch (row.change) {
        case summary::ClaimChange::Same:
            ++made.same;
            break;
        case summary::ClaimChange::Changed:
            ++made.changed;
            break;
        case summary::ClaimChange::OnlyOld:
            ++made.onlyOld;
            break;
        case summary::ClaimChange::OnlyNew:
            ++made.onlyNew;
            break;
        }
    }
    made.document = buildVersionsDocument(home, rows, look);
    return made;
}

} // namespace

VersionsDialog::VersionsDialog(const QList<store::SummaryRecord>& versions,
                               const QHash<QString, QString>& providerNames, SummaryId earlier,
                               SummaryId later, QWidget* parent)
    : QDialog(parent)
    , m_versions(versions)
    , m_providerNames(providerNames)
    , m_verdict(new QLabel(this))
    , m_text(new ComparedText(this))
{
    buildSide(m_earlier, u"earlierVersion"_s, earlier);
    buildSide(m_later, u"laterVersion"_s, later);
    buildUi();
    connect(m_text, &QTextBrowser::anchorClicked, this, &VersionsDialog::follow);
    compare();
}

VersionsDialog::~VersionsDialog() = default;

void VersionsDialog::buildSide(Side& side, const QString& name, SummaryId chosen)
{
    side.box = new QComboBox(this);
    side.box->setObjectName(name + u"Box"_s);
    side.box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const store::SummaryRecord& version : std::as_const(m_versions)) {
        const QString line = versionLine(version, m_providerNames);
        //: A version of a summary; it is the one that is shown
        side.box->addItem(version.current ? tr("%1 (shown)").arg(line) : line);
        if (version.id == chosen)
            side.box->setCurrentIndex(side.box->count() - 1);
    }
    side.keep = new QPushButton(tr("Keep This One"), this);
    side.keep->setObjectName(name + u"KeepButton"_s);
    side.keep->setAutoDefault(false);
    connect(side.box, &QComboBox::currentIndexChanged, this, &VersionsDialog::compare);
    connect(side.keep, &QPushButton::clicked, this, [this, &side] { keep(side); });
}

void VersionsDialog::buildUi()
{
    setObjectName(u"versionsDialog"_s);
    setWindowTitle(tr("Compare Versions"));
    m_verdict->setObjectName(u"versionsVerdict"_s);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_text->setObjectName(u"versionsText"_s);
    m_text->setAccessibleName(tr("Both versions, claim by claim"));
    m_text->setOpenLinks(false);
    m_text->setUndoRedoEnabled(false);
    m_earlier.box->setAccessibleName(tr("Earlier version"));
    m_later.box->setAccessibleName(tr("Later version"));
    m_earlier.keep->setAccessibleName(tr("Keep the earlier version"));
    m_later.keep->setAccessibleName(tr("Keep the later version"));
    auto* earlierLabel = new QLabel(tr("&Earlier:"), this);
    earlierLabel->setBuddy(m_earlier.box);
    auto* laterLabel = new QLabel(tr("&Later:"), this);
    laterLabel->setBuddy(m_later.box);
    auto* grid = new QGridLayout;
    grid->addWidget(earlierLabel, 0, 0);
    grid->addWidget(laterLabel, 0, 1);
    grid->addWidget(m_earlier.box, 1, 0);
    grid->addWidget(m_later.box, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    auto* keepRow = new QGridLayout;
    keepRow->addWidget(m_earlier.keep, 0, 0, Qt::AlignHCenter);
    keepRow->addWidget(m_later.keep, 0, 1, Qt::AlignHCenter);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(grid);
    layout->addWidget(m_verdict);
    layout->addWidget(m_text, 1);
    layout->addLayout(keepRow);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 42);
    m_text->setFocus();
}

const store::SummaryRecord& VersionsDialog::chosen(const Side& side) const
{
    return m_versions.at(qMax(0, side.box->currentIndex()));
}

void VersionsDialog::compare()
{
    const quint64 run = ++m_run;
    m_earlier.keep->setEnabled(!chosen(m_earlier).current);
    m_later.keep->setEnabled(!chosen(m_later).current);
    if (chosen(m_earlier).id == chosen(m_later).id) {
        m_verdict->setText(tr("Choose two versions."));
        m_text->clear();
        m_shown.reset();
        return;
    }
    const auto work = [home = thread(), old = chosen(m_earlier), fresh = chosen(m_later),
                       look = versionsLook(m_text->font(), palette())] {
        return compareVersions(home, old, fresh, look);
    };
    onResult(QtConcurrent::run(work), this, [this, run](const Compared& made) {
        if (run != m_run)
            return;
        QStringList parts{tr("%n claim(s) the same", nullptr, made.same),
                          tr("%n changed", nullptr, made.changed),
                          tr("%n only in the earlier version", nullptr, made.onlyOld),
                          tr("%n only in the later version", nullptr, made.onlyNew)};
        m_verdict->setText(QLocale().createSeparatedList(parts));
        m_text->setDocument(made.document.get());
        m_shown = made.document;
        Q_EMIT compared();
    });
}

void VersionsDialog::keep(const Side& side)
{
    Q_EMIT versionKept(chosen(side).id);
    accept();
}

void VersionsDialog::follow(const QUrl& link)
{
    const store::SummaryRecord& version = chosen(link.scheme() == "old"_L1 ? m_earlier : m_later);
    const int number = link.path().toInt();
    if (number >= 1 && number <= version.cited.size())
        Q_EMIT mailRequested(version.cited.at(number - 1));
}

void VersionsDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_shown != nullptr)
        compare();
}

} // namespace lb::ui
