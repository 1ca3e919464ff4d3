// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/addlistdialog.h"

#include "archive/location.h"
#include "archive/publicinboxfetch.h"
#include "core/onresult.h"
#include "store/store.h"
#include "ui/banner.h"
#include "ui/icons.h"
#include "ui/userprompts.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct KnownList {
    QString name;
    QString address;
    QString about;
};

/// Offered to begin with; all of them at lore.kernel.org.
QList<KnownList> knownLists()
{
    return {
        {u"kvmarm"_s, u"kvmarm@lists.linux.dev"_s, AddListDialog::tr("KVM on Arm")},
        {u"linux-arm-kernel"_s, u"linux-arm-kernel@lists.infradead.org"_s, AddListDialog::tr("Linux on Arm")},
        {u"kvm"_s, u"kvm@vger.kernel.org"_s, AddListDialog::tr("Kernel virtual machine")},
        {u"lkml"_s, u"linux-kernel@vger.kernel.org"_s,
         AddListDialog::tr("The Linux kernel, all of it: very large")},
        {u"netdev"_s, u"netdev@vger.kernel.org"_s, AddListDialog::tr("Linux networking")}};
}

QString urlOf(const KnownList& known)
{
    return QString(u"https://lore.kernel.org/"_s + known.name + u'/');
}

} // namespace

struct AddListDialog::Parts {
    Parts(Services& windowServices, UserPrompts& windowPrompts)
        : services(windowServices), prompts(windowPrompts)
    {
    }

    Services& services;
    UserPrompts& prompts;
    Banner* banner = nullptr;
    QListWidget* known = nullptr;
    QLineEdit* location = nullptr;
    QLineEdit* name = nullptr;
    QPushButton* file = nullptr;
    QPushButton* folder = nullptr;
    QPushButton* add = nullptr;
    QWidget* busy = nullptr;
    QLabel* busyText = nullptr;
    QPointer<archive::PublicInboxProbe> probe;
    bool checking = false;
    quint64 ticket = 0; ///< of the check that counts
};

AddListDialog::AddListDialog(Services& services, UserPrompts& prompts, QWidget* parent)
    : QDialog(parent), m_parts(std::make_unique<Parts>(services, prompts))
{
    setObjectName(u"addListDialog"_s);
    setWindowTitle(tr("Add a list"));
    m_parts->banner = new Banner(this);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_parts->banner);
    buildFields();
    buildKnownLists();
    buildBusyRow();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_parts->add = buttons->addButton(tr("&Add"), QDialogButtonBox::AcceptRole);
    m_parts->add->setObjectName(u"addListButton"_s);
    m_parts->add->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancelAddListButton"_s);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &AddListDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &AddListDialog::reject);
    setChecking(false);
    m_parts->location->setFocus();
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 24);
}

AddListDialog::~AddListDialog() = default;

void AddListDialog::buildFields()
{
    Parts& parts = *m_parts;
    parts.location = new QLineEdit(this);
    parts.location->setObjectName(u"locationLineEdit"_s);
    parts.location->setMaxLength(4000);
    parts.location->setPlaceholderText(u"https://lore.kernel.org/kvmarm/"_s);
    parts.name = new QLineEdit(this);
    parts.name->setObjectName(u"listNameLineEdit"_s);
    parts.name->setMaxLength(100);
    parts.name->setPlaceholderText(tr("Taken from the address"));
    parts.file = new QPushButton(icon(Icon::Mail), tr("&File …"), this);
    parts.file->setObjectName(u"chooseFileButton"_s);
    parts.file->setAccessibleName(tr("Choose an mbox file"));
    parts.folder = new QPushButton(icon(Icon::Folder), tr("F&older …"), this);
    parts.folder->setObjectName(u"chooseFolderButton"_s);
    parts.folder->setAccessibleName(tr("Choose a Maildir, a folder of .eml files or a git mirror"));
    auto* row = new QHBoxLayout;
    row->addWidget(parts.location, 1);
    row->addWidget(parts.file);
    row->addWidget(parts.folder);
    auto* form = new QFormLayout;
    form->addRow(tr("&Where:"), row);
    qobject_cast<QLabel*>(form->labelForField(row))->setBuddy(parts.location);
    auto* explained = new QLabel(
        tr("The web address of a public-inbox list, or an mbox, mbox.gz, Maildir, folder of .eml "
           "files or public-inbox git mirror on this computer."),
        this);
    explained->setWordWrap(true);
    explained->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(QString(), explained);
    form->addRow(tr("&Name:"), parts.name);
    qobject_cast<QVBoxLayout*>(layout())->addLayout(form);
    connect(parts.location, &QLineEdit::textChanged, this, [this] { m_parts->add->setEnabled(canAdd()); });
    connect(parts.file, &QPushButton::clicked, this, [this] {
        m_parts->prompts.chooseOpenFile(
            this,
            {tr("Choose a mail archive"),
             m_parts->location->text(),
             {tr("Mail archives (*.mbox *.mbox.gz *.gz *.mbx)"), tr("All files (*)")}},
            [this](const QString& path) { setLocation(path); });
    });
    connect(parts.folder, &QPushButton::clicked, this, [this] {
        m_parts->prompts.chooseFolder(this, {tr("Choose a folder of mail"), m_parts->location->text(), {}},
                                      [this](const QString& path) { setLocation(path); });
    });
}

void AddListDialog::buildKnownLists()
{
    Parts& parts = *m_parts;
    parts.known = new QListWidget(this);
    parts.known->setObjectName(u"knownListsList"_s);
    for (const KnownList& list : knownLists()) {
        //: a list's name and what it is about
        auto* item = new QListWidgetItem(icon(Icon::List), tr("%1 – %2").arg(list.name, list.about));
        item->setData(Qt::UserRole, urlOf(list));
        item->setToolTip(urlOf(list));
        parts.known->addItem(item);
    }
    parts.known->setAccessibleName(tr("Known lists"));
    parts.known->setMinimumHeight(parts.known->sizeHintForRow(0) * parts.known->count()
                                  + 2 * parts.known->frameWidth());
    auto* caption = new QLabel(tr("Or one of &these:"), this);
    caption->setBuddy(parts.known);
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    column->addWidget(caption);
    column->addWidget(parts.known, 1);
    const auto choose = [this](const QListWidgetItem* item) {
        if (item != nullptr)
            setLocation(item->data(Qt::UserRole).toString());
    };
    connect(parts.known, &QListWidget::currentItemChanged, this, choose);
    connect(parts.known, &QListWidget::itemClicked, this, choose);
    connect(parts.known, &QListWidget::itemActivated, this, [this] { accept(); });
}

void AddListDialog::buildBusyRow()
{
    Parts& parts = *m_parts;
    parts.busy = new QWidget(this);
    auto* row = new QHBoxLayout(parts.busy);
    row->setContentsMargins(0, 0, 0, 0);
    auto* bar = new QProgressBar(parts.busy);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedSize(fontMetrics().height() * 4, fontMetrics().height() * 2 / 3);
    bar->setAccessibleName(tr("Checking"));
    parts.busyText = new QLabel(parts.busy);
    parts.busyText->setTextFormat(Qt::PlainText);
    row->addWidget(bar);
    row->addWidget(parts.busyText, 1);
    QSizePolicy policy = parts.busy->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the dialog does not jump
    parts.busy->setSizePolicy(policy);
    layout()->addWidget(parts.busy);
}

void AddListDialog::setLocation(const QString& argument)
{
    m_parts->location->setText(argument);
}

bool AddListDialog::canAdd() const
{
    return !m_parts->checking && !m_parts->location->text().trimmed().isEmpty();
}

void AddListDialog::setChecking(bool checking)
{
    Parts& parts = *m_parts;
    parts.checking = checking;
    parts.busy->setVisible(checking);
    for (QWidget* field : {static_cast<QWidget*>(parts.location), static_cast<QWidget*>(parts.name),
                           static_cast<QWidget*>(parts.known), static_cast<QWidget*>(parts.file),
                           static_cast<QWidget*>(parts.folder)})
        field->setEnabled(!checking);
    parts.add->setEnabled(canAdd());
}

void AddListDialog::accept()
{
    if (!canAdd())
        return;
    Parts& parts = *m_parts;
    parts.banner->dismiss();
    parts.busyText->setText(tr("Looking at %1 …").arg(parts.location->text().trimmed().left(200)));
    setChecking(true);
    // Looking at files may block on a slow disk: not here.
    onResult(QtConcurrent::run(archive::locate, parts.location->text().trimmed()), this,
             [this, ticket = ++parts.ticket](const Result<archive::Location>& found) {
                 if (ticket != m_parts->ticket)
                     return;
                 if (!found)
                     showFailure(found.error());
                 else
                     checkKnown(*found);
             });
}

void AddListDialog::checkKnown(const archive::Location& location)
{
    onResult(m_parts->services.store.lists(), this,
             [this, location, ticket = m_parts->ticket](const Result<QList<store::ListRecord>>& lists) {
                 if (ticket != m_parts->ticket)
                     return;
                 if (!lists) {
                     showFailure(lists.error());
                     return;
                 }
                 for (const store::ListRecord& list : *lists) {
                     const bool same = std::ranges::any_of(list.archives, [&location](const auto& archive) {
                         return archive.location == location.text();
                     });
                     if (same) {
                         showFailure(fail(
                             ErrorCode::Usage,
                             tr("%1 is in the library already, as %2.").arg(location.text(), list.name)));
                         return;
                     }
                 }
                 if (location.isRemote())
                     probe(location);
                 else
                     save(location);
             });
}

void AddListDialog::probe(const archive::Location& location)
{
    Parts& parts = *m_parts;
    parts.probe = new archive::PublicInboxProbe(parts.services.http, location, this);
    connect(parts.probe, &Job::finished, this,
            [this, location, ticket = parts.ticket](const Status& outcome) {
                if (m_parts->probe)
                    m_parts->probe->deleteLater();
                m_parts->probe = nullptr;
                if (ticket != m_parts->ticket)
                    return;
                if (!outcome)
                    showFailure(outcome.error());
                else
                    save(location);
            });
    parts.probe->start();
}

void AddListDialog::save(const archive::Location& location)
{
    Parts& parts = *m_parts;
    store::ListRecord list;
    list.name = parts.name->text().simplified();
    if (list.name.isEmpty())
        list.name = location.listName;
    for (const KnownList& known : knownLists()) {
        if (location.isRemote() && urlOf(known) == location.text())
            list.address = known.address;
    }
    store::ArchiveRecord archive;
    archive.location = location.text();
    list.archives.append(archive);
    onResult(parts.services.store.saveList(list), this, [this](const Result<store::ListRecord>& saved) {
        if (!saved) {
            showFailure(saved.error());
            return;
        }
        setChecking(false);
        Q_EMIT listAdded(*saved);
        QDialog::accept();
    });
}

void AddListDialog::showFailure(const Error& error)
{
    setChecking(false);
    m_parts->location->setFocus();
    m_parts->location->selectAll();
    m_parts->banner->showError(error);
    // The banner takes its room from nobody: what wraps would be cut.
    layout()->activate();
    resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
}

void AddListDialog::reject()
{
    Parts& parts = *m_parts;
    if (!parts.checking) {
        QDialog::reject();
        return;
    }
    ++parts.ticket; // the first Escape stops the check, the second closes
    if (parts.probe)
        parts.probe->cancel();
    setChecking(false);
}

} // namespace lb::ui
