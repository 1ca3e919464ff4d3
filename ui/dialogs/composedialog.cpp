// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/composedialog.h"

#include "core/onresult.h"
#include "ui/dialogs/exporttarget.h"
#include "ui/markdownview.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds typingRests{300};

QPushButton* newButton(const QString& name, const QString& text, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

ComposeDialog::ComposeDialog(UserPrompts& prompts, const Subject& subject,
                             std::vector<ComposeModel::Row> rows, QWidget* parent)
    : QDialog(parent)
    , m_model(std::move(rows))
    , m_target(new ExportTarget(prompts, ExportTarget::Kind::File, subject.file, subject.language, this))
    , m_threads(new QListView(this))
    , m_count(new QLabel(this))
    , m_remark(new QPlainTextEdit(this))
    , m_notes(new QPlainTextEdit(this))
    , m_preview(new MarkdownView(prompts, this))
    , m_export(nullptr)
    , m_language(subject.language)
{
    setObjectName(u"composeDialog"_s);
    setWindowTitle(tr("Compose Report"));
    auto* about = new QLabel(subject.sentence, this);
    about->setWordWrap(true);
    about->setTextFormat(Qt::PlainText);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildThreads());
    splitter->addWidget(buildWords());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    m_export = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(u"composeExportButton"_s);
    m_export->setDefault(true);
    m_export->setEnabled(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_target);
    layout->addWidget(buttons);

    m_later.setSingleShot(true);
    m_later.setInterval(typingRests);
    connect(&m_later, &QTimer::timeout, this, &ComposeDialog::preview);
    connect(&m_model, &ComposeModel::changed, this, &ComposeDialog::count);
    connect(&m_model, &ComposeModel::changed, &m_later, qOverload<>(&QTimer::start));
    connect(m_notes, &QPlainTextEdit::textChanged, &m_later, qOverload<>(&QTimer::start));
    connect(m_target, &ExportTarget::changed, this, [this] {
        if (m_target->language() == m_language && m_target->omitsDoubtful() == m_omits) {
            m_later.start();
            return;
        }
        m_language = m_target->language();
        m_omits = m_target->omitsDoubtful();
        m_report.reset();
        m_export->setEnabled(false);
        Q_EMIT gatherRequested();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &ComposeDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ComposeDialog::reject);
    const QFontMetrics metrics = fontMetrics();
    resize(metrics.averageCharWidth() * 150, metrics.height() * 40);
    count();
    if (m_model.rowCount() > 0)
        m_threads->setCurrentIndex(m_model.index(0));
    sayTrouble(tr("The report is being gathered."));
    m_threads->setFocus();
}

ComposeDialog::~ComposeDialog()
{
    m_threads->setModel(nullptr); // the model goes first
}

QWidget* ComposeDialog::buildThreads()
{
    auto* side = new QWidget(this);
    m_threads->setObjectName(u"composeThreads"_s);
    m_threads->setAccessibleName(tr("Threads of the report"));
    m_threads->setModel(&m_model);
    m_threads->setUniformItemSizes(true);
    m_threads->setTextElideMode(Qt::ElideRight);
    m_threads->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QPushButton* up = newButton(u"composeUpButton"_s, tr("Move &Up"), side);
    QPushButton* down = newButton(u"composeDownButton"_s, tr("Move &Down"), side);
    QPushButton* all = newButton(u"composeAllButton"_s, tr("&All"), side);
    QPushButton* none = newButton(u"composeNoneButton"_s, tr("&None"), side);
    up->setToolTip(tr("Move the thread up within its category (%1)")
                       .arg(QKeySequence(Qt::ALT | Qt::Key_Up).toString(QKeySequence::NativeText)));
    down->setToolTip(tr("Move the thread down within its category (%1)")
                         .arg(QKeySequence(Qt::ALT | Qt::Key_Down).toString(QKeySequence::NativeText)));
    m_remark->setObjectName(u"composeRemark"_s);
    m_remark->setTabChangesFocus(true);
    m_remark->setPlaceholderText(tr("Your words about this thread (Markdown)"));
    auto* caption = new QLabel(tr("&Remark on this thread:"), side);
    caption->setBuddy(m_remark);

    auto* row = new QHBoxLayout;
    for (QPushButton* button : {up, down, all, none})
        row->addWidget(button);
    row->addStretch(1);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_count);
    column->addWidget(m_threads, 3);
    column->addLayout(row);
    column->addWidget(caption);
    column->addWidget(m_remark, 1);

    connect(up, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(down, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    connect(all, &QPushButton::clicked, this, [this] { m_model.chooseAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { m_model.chooseAll(false); });
    for (const auto& [key, by] : {std::pair(Qt::Key_Up, -1), std::pair(Qt::Key_Down, 1)}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::ALT | key), m_threads);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step = by] { moveCurrent(step); });
    }
    connect(m_threads->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ComposeDialog::showRemark);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_threads->setCurrentIndex(m_model.index(0));
        showRemark();
    });
    connect(m_remark, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            m_model.setRemark(m_threads->currentIndex().row(), m_remark->toPlainText());
    });
    return side;
}

QWidget* ComposeDialog::buildWords()
{
    auto* tabs = new QTabWidget(this);
    tabs->setObjectName(u"composeTabs"_s);
    tabs->setAccessibleName(tr("Preview and notes"));
    m_preview->setObjectName(u"composePreview"_s);
    m_preview->setAccessibleName(tr("Preview of the report"));
    m_notes->setObjectName(u"composeNotes"_s);
    m_notes->setAccessibleName(tr("Your notes"));
    m_notes->setTabChangesFocus(true);
    m_notes->setPlaceholderText(tr("A section of your own before the threads (Markdown)"));
    tabs->addTab(m_preview, tr("&Preview"));
    tabs->addTab(m_notes, tr("Your N&otes"));
    return tabs;
}

void ComposeDialog::moveCurrent(int by)
{
    (void)m_model.move(m_threads->currentIndex().row(), by);
    m_threads->scrollTo(m_threads->currentIndex());
}

void ComposeDialog::showRemark()
{
    m_showing = true;
    m_remark->setPlainText(m_model.remark(m_threads->currentIndex().row()));
    m_remark->setEnabled(m_threads->currentIndex().isValid());
    m_showing = false;
}

void ComposeDialog::count()
{
    const int chosen = m_model.chosen();
    m_count->setText(chosen == 0
                         ? tr("None is chosen: the report holds all %n.", nullptr, m_model.rowCount())
                         : tr("%1 of %n thread(s) are chosen.", nullptr, m_model.rowCount()).arg(chosen));
}

void ComposeDialog::setReport(std::shared_ptr<const report::Report> report)
{
    m_report = std::move(report);
    m_export->setEnabled(true);
    preview();
}

void ComposeDialog::sayTrouble(const QString& sentence)
{
    m_preview->showMarkdown(report::escapeMarkdown(sentence));
}

void ComposeDialog::apply(const report::Composition& earlier)
{
    m_notes->setPlainText(earlier.notes);
    m_model.apply(earlier);
}

report::Composition ComposeDialog::composition() const
{
    return m_model.composition(m_notes->toPlainText());
}

/// As Markdown, whatever the format: that is what all formats say.
void ComposeDialog::preview()
{
    m_later.stop();
    if (m_report == nullptr)
        return;
    const quint64 ticket = ++m_ticket;
    const auto write = [whole = m_report, composition = composition(), style = m_target->style()] {
        report::Report report = *whole;
        report::compose(report, composition);
        return QString::fromUtf8(report::write(report, report::Format::Markdown, style));
    };
    onResult(QtConcurrent::run(write), this, [this, ticket](const QString& markdown) {
        if (ticket == m_ticket)
            m_preview->showMarkdown(markdown);
    });
}

void ComposeDialog::accept()
{
    if (m_report != nullptr)
        m_target->confirm([this] { QDialog::accept(); });
}

} // namespace lb::ui
