// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/signals.h"

#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>

namespace lb::cli
{

namespace
{

// A handler can reach nothing but what has static storage.
std::atomic<int> wakeSocket{-1};

extern "C" void wake(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(wakeSocket.load(), &byte, 1);
}

void handle(int number, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(number, &action, nullptr);
}

} // namespace

Signals::Signals(QObject* parent) : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, m_sockets.data()) != 0)
        return;
    m_notifier = new QSocketNotifier(m_sockets[1], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        [[maybe_unused]] const ssize_t taken = ::read(m_sockets[1], &byte, 1);
        Q_EMIT interrupted();
    });
    wakeSocket = m_sockets[0];
    handle(SIGINT, wake);
    handle(SIGTERM, wake);
}

Signals::~Signals()
{
    if (m_notifier == nullptr)
        return;
    handle(SIGINT, SIG_DFL);
    handle(SIGTERM, SIG_DFL);
    wakeSocket = -1;
    ::close(m_sockets[0]);
    ::close(m_sockets[1]);
}

} // namespace lb::cli
