// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QSslCertificate>

namespace lb::net
{

/// The system's certificates and those of a PEM file. Reads files: on the pool. An error where the file
/// cannot be read or holds no certificate; never fewer certificates without a word.
[[nodiscard]] Result<QList<QSslCertificate>> readAuthorities(const QString& file);

} // namespace lb::net
