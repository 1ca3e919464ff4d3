// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/authorities.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSslConfiguration>

namespace lb::net
{

using namespace Qt::StringLiterals;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::net)
};

constexpr qint64 largestFile = 4 << 20; ///< the system's whole bundle is a quarter of a megabyte

} // namespace

Result<QList<QSslCertificate>> readAuthorities(const QString& file)
{
    if (!QFileInfo(file).isFile())
        return fail(
            ErrorCode::NetworkTls,
            Texts::tr("There is no certificate file %1. Choose another one in the settings.").arg(file),
            u"no CA file"_s);
    QFile pem(file);
    if (!pem.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NetworkTls,
                    Texts::tr("The certificate file %1 cannot be read: %2").arg(file, pem.errorString()),
                    u"CA file not readable"_s);
    if (pem.size() > largestFile)
        return fail(ErrorCode::NetworkTls,
                    Texts::tr("The certificate file %1 is too large to be one.").arg(file),
                    u"CA file too large"_s);
    const QList<QSslCertificate> own = QSslCertificate::fromData(pem.read(largestFile), QSsl::Pem);
    if (own.isEmpty())
        return fail(
            ErrorCode::NetworkTls,
            Texts::tr("The file %1 holds no certificate. It must be in the PEM form, with lines that say "
                      "BEGIN CERTIFICATE.")
                .arg(file),
            u"no certificate in CA file"_s);
    // Both in full: Qt stops loading the system's on demand once certificates are set.
    return QSslConfiguration::systemCaCertificates() + own;
}

} // namespace lb::net
