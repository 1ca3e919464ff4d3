// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>

namespace lb::test
{

/// An authority and a certificate it gave to `host`, made by the openssl program in a folder of its own.
class TlsFiles
{
public:
    explicit TlsFiles(const QString& host)
    {
        const QString dir = m_folder.path();
        const QStringList made{QStringLiteral("req"),
                               QStringLiteral("-x509"),
                               QStringLiteral("-nodes"),
                               QStringLiteral("-days"),
                               QStringLiteral("2"),
                               QStringLiteral("-newkey"),
                               QStringLiteral("ec"),
                               QStringLiteral("-pkeyopt"),
                               QStringLiteral("ec_paramgen_curve:prime256v1")};
        run(made
            + QStringList{QStringLiteral("-subj"), QStringLiteral("/CN=Invented Authority"),
                          QStringLiteral("-keyout"), dir + QStringLiteral("/ca.key"), QStringLiteral("-out"),
                          authority()});
        run(made
            + QStringList{QStringLiteral("-subj"), QStringLiteral("/CN=Invented Server"),
                          QStringLiteral("-addext"), QStringLiteral("basicConstraints=critical,CA:FALSE"),
                          QStringLiteral("-addext"), QStringLiteral("subjectAltName=") + host,
                          QStringLiteral("-CA"), authority(), QStringLiteral("-CAkey"),
                          dir + QStringLiteral("/ca.key"), QStringLiteral("-keyout"), key(),
                          QStringLiteral("-out"), certificate()});
    }

    [[nodiscard]] bool isMade() const { return QFile::exists(certificate()); }
    [[nodiscard]] QString authority() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    [[nodiscard]] QString certificate() const { return m_folder.filePath(QStringLiteral("server.pem")); }
    [[nodiscard]] QString key() const { return m_folder.filePath(QStringLiteral("server.key")); }

private:
    static void run(const QStringList& arguments)
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("openssl"));
        if (!program.isEmpty())
            QProcess::execute(program, arguments);
    }
    QTemporaryDir m_folder;
};

/// An https server on 127.0.0.1 that answers every request with "ok".
class TlsServer final : public QTcpServer
{
public:
    explicit TlsServer(const TlsFiles& files)
    {
        QFile key(files.key());
        if (key.open(QIODevice::ReadOnly))
            m_key = QSslKey(&key, QSsl::Ec);
        m_chain = QSslCertificate::fromPath(files.certificate());
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(serverPort())); }
    [[nodiscard]] int answered() const { return m_answered; }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto* socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setLocalCertificateChain(m_chain);
        socket->setPrivateKey(m_key);
        connect(socket, &QSslSocket::readyRead, this, [this, socket] {
            if (!socket->peek(64 * 1024).contains("\r\n\r\n"))
                return;
            socket->readAll();
            ++m_answered;
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n"
                          "Connection: close\r\n\r\nok");
            socket->disconnectFromHost();
        });
        socket->startServerEncryption();
    }

private:
    QSslKey m_key;
    QList<QSslCertificate> m_chain;
    int m_answered = 0;
};

} // namespace lb::test
