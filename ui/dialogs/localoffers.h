// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/localservers.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace lb::ui
{

/// Offers the model servers that answer on this computer, a row each; takes no room while there are none.
/// Looks for them when it is shown for the first time: the user has opened the page. GUI thread.
class LocalOffers final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalOffers)
public:
    explicit LocalOffers(net::HttpClient& http, QWidget* parent = nullptr);

    void setPorts(const QList<quint16>& ports) { m_ports = ports; }
    /// Rows for which this is true are not offered.
    void setKnown(std::function<bool(const llm::Provider&)> known) { m_known = std::move(known); }
    void refresh(); ///< what is known has changed

Q_SIGNALS:
    void chosen(const lb::llm::Provider& provider);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void addRow(const llm::LocalServer& server);

    net::HttpClient& m_http;
    QList<quint16> m_ports = llm::LocalServers::usualPorts();
    std::function<bool(const llm::Provider&)> m_known;
    llm::LocalServers* m_search = nullptr;
    QList<llm::LocalServer> m_found;
    QVBoxLayout* m_rows;
};

} // namespace lb::ui
