// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/snoozedialog.h"

#include "ui/models/standingtexts.h"

#include <QCompleter>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;
using Until = thread::Snooze::Until;

namespace
{

constexpr int daysInWeek = 7;
constexpr int morning = 8; ///< o'clock when a day begins on which a thread comes back

QDate nextMonday(QDate today)
{
    return today.addDays(daysInWeek + 1 - today.dayOfWeek());
}

qint64 morningOf(QDate day)
{
    return day.startOfDay().addSecs(qint64{morning} * 3600).toSecsSinceEpoch();
}

} // namespace

SnoozeDialog::SnoozeDialog(const Subject& subject, QWidget* parent) : QDialog(parent), m_subject(subject)
{
    setObjectName(u"snoozeDialog"_s);
    setWindowTitle(tr("Snooze"));
    auto* title = new QLabel(subject.now.isSet()
                                 ? tr("Put off %1. Put it off until:").arg(StandingTexts::until(subject.now))
                                 : tr("Put %n thread(s) off until:", nullptr, subject.threads),
                             this);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    auto* grid = new QGridLayout;
    buildChoices(grid); // the order of making is the order of Tab
    buildFields(grid);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* accept = m_buttons->addButton(tr("&Snooze"), QDialogButtonBox::AcceptRole);
    accept->setObjectName(u"acceptSnoozeButton"_s);
    accept->setDefault(true);
    if (subject.now.isSet()) {
        QPushButton* end = m_buttons->addButton(tr("&End Snooze"), QDialogButtonBox::ResetRole);
        end->setObjectName(u"endSnoozeButton"_s);
        connect(end, &QPushButton::clicked, this, [this] { choose({}); });
    }
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SnoozeDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SnoozeDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(title);
    column->addLayout(grid);
    column->addWidget(m_buttons);
    resize(fontMetrics().averageCharWidth() * 62, sizeHint().height());
}

void SnoozeDialog::buildChoices(QGridLayout* grid)
{
    const auto add
        = [this, grid](int row, int column, QChar key, const QString& text, const QString& name, auto act) {
              //: A key and what it chooses: "1  Tomorrow"
              auto* button = new QPushButton(tr("%1  %2").arg(key).arg(text), this);
              button->setObjectName(name);
              button->setAccessibleName(text);
              button->setAutoDefault(false);
              button->setStyleSheet(u"text-align: left; padding: 4px 8px;"_s);
              connect(button, &QPushButton::clicked, this, act);
              auto* shortcut = new QShortcut(QKeySequence(QString(key)), button);
              shortcut->setContext(Qt::WindowShortcut);
              connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
              grid->addWidget(button, row, column);
              return button;
          };
    const QDate today = m_subject.today;
    QPushButton* first = add(0, 0, u'1', tr("Tomorrow"), u"snoozeTomorrowButton"_s,
                             [this, today] { chooseDay(today.addDays(1)); });
    add(1, 0, u'2', tr("Monday"), u"snoozeMondayButton"_s, [this, today] { chooseDay(nextMonday(today)); });
    add(2, 0, u'3', tr("In a week"), u"snoozeWeekButton"_s,
        [this, today] { chooseDay(today.addDays(daysInWeek)); });
    add(0, 1, u'V', tr("A new revision is posted"), u"snoozeRevisionButton"_s, [this] {
        choose({Until::Revision, 0, {}, 0});
    });
    add(1, 1, u'A', tr("Any new mail"), u"snoozeMailButton"_s, [this] { choose({Until::Mail, 0, {}, 0}); });
    add(2, 1, u'R', tr("Somebody replies ..."), u"snoozeReplyButton"_s, [this] {
        m_person->setFocus(Qt::ShortcutFocusReason);
        m_person->selectAll();
    });
    first->setFocus();
}

void SnoozeDialog::buildFields(QGridLayout* grid)
{
    m_date = new QDateEdit(this);
    m_person = new QLineEdit(this);
    m_date->setObjectName(u"snoozeDateEdit"_s);
    m_date->setCalendarPopup(true);
    m_date->setMinimumDate(m_subject.today.addDays(1));
    m_date->setDate(m_subject.today.addDays(daysInWeek));
    m_person->setObjectName(u"snoozePersonLine"_s);
    m_person->setPlaceholderText(tr("Name or address"));
    auto* completer = new QCompleter(m_subject.people, m_person);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_person->setCompleter(completer);
    auto* dateLabel = new QLabel(tr("A &day:"), this);
    dateLabel->setBuddy(m_date);
    m_date->setAccessibleName(tr("A day"));
    auto* personLabel = new QLabel(tr("A reply &by:"), this);
    personLabel->setBuddy(m_person);
    m_person->setAccessibleName(tr("A reply by"));
    constexpr int below = 3;
    grid->addWidget(dateLabel, below, 0);
    grid->addWidget(m_date, below, 1);
    grid->addWidget(personLabel, below + 1, 0);
    grid->addWidget(m_person, below + 1, 1);
    grid->setColumnStretch(1, 1);
}

void SnoozeDialog::chooseDay(QDate day)
{
    choose({Until::Date, morningOf(day), {}, 0});
}

void SnoozeDialog::choose(const thread::Snooze& until)
{
    Q_EMIT chosen(until);
    QDialog::accept();
}

void SnoozeDialog::accept()
{
    const QString person = m_person->text().simplified();
    if (!person.isEmpty())
        choose({Until::Reply, 0, person, 0});
    else
        chooseDay(m_date->date());
}

} // namespace lb::ui
