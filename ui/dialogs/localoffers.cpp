// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/localoffers.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

QString described(const llm::LocalServer& server)
{
    const QString place = QUrl(server.provider.endpoint).authority();
    if (server.models.isEmpty())
        return LocalOffers::tr("%1 answers at %2 and asks for a key.").arg(server.provider.name, place);
    return LocalOffers::tr("%1 answers at %2 with %n model(s).", nullptr,
                           static_cast<int>(server.models.size()))
        .arg(server.provider.name, place);
}

} // namespace

LocalOffers::LocalOffers(net::HttpClient& http, QWidget* parent)
    : QWidget(parent), m_http(http), m_rows(new QVBoxLayout(this))
{
    setObjectName(u"localOffers"_s);
    m_rows->setContentsMargins(0, 0, 0, 0);
}

void LocalOffers::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_search != nullptr)
        return;
    m_search = new llm::LocalServers(m_http, m_ports, this);
    connect(m_search, &Job::finished, this, [this] {
        m_found = m_search->found();
        refresh();
    });
    m_search->start();
}

void LocalOffers::refresh()
{
    while (const QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const llm::LocalServer& server : std::as_const(m_found)) {
        if (!m_known || !m_known(server.provider))
            addRow(server);
    }
}

void LocalOffers::addRow(const llm::LocalServer& server)
{
    auto* row = new QWidget(this);
    auto* text = new QLabel(described(server), row);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setToolTip(server.models.mid(0, 20).join(u'\n'));
    auto* add = new QPushButton(tr("Add %1").arg(server.provider.name), row);
    add->setObjectName(u"addLocalServerButton"_s);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(text, 1);
    line->addWidget(add);
    m_rows->addWidget(row);
    connect(add, &QPushButton::clicked, this,
            [this, provider = server.provider] { Q_EMIT chosen(provider); });
}

} // namespace lb::ui
