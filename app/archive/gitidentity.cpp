// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/gitidentity.h"

#include <git2.h>

#include <memory>

namespace lb::archive
{

namespace
{

struct ConfigFree {
    void operator()(git_config* config) const { git_config_free(config); }
};

QString valueOf(git_config* config, const char* name)
{
    constexpr qsizetype longest = 300;
    git_buf buffer = {};
    QString value;
    if (git_config_get_string_buf(&buffer, config, name) == 0)
        value = QString::fromUtf8(buffer.ptr, static_cast<qsizetype>(buffer.size)).trimmed().left(longest);
    git_buf_dispose(&buffer);
    return value;
}

} // namespace

mail::Address gitIdentity()
{
    git_libgit2_init();
    mail::Address who;
    git_config* opened = nullptr;
    if (git_config_open_default(&opened) == 0) {
        const std::unique_ptr<git_config, ConfigFree> config(opened);
        who = {valueOf(config.get(), "user.name"), valueOf(config.get(), "user.email")};
    }
    git_libgit2_shutdown();
    return who;
}

} // namespace lb::archive
