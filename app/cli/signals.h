// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>

namespace lb::cli
{

/// SIGINT and SIGTERM as a Qt signal, by a socket pair: a signal handler may do nothing else. One at a time.
class Signals final : public QObject
{
    Q_OBJECT
public:
    explicit Signals(QObject* parent = nullptr);
    ~Signals() override;

Q_SIGNALS:
    void interrupted();

private:
    std::array<int, 2> m_sockets{-1, -1};
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace lb::cli
