// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gmime/gmime.h>

#include <memory>
#include <utility>

namespace lb::mail
{

/// Owns one reference to a GObject. Whether a C function gives a reference away or only lends it
/// is said where the handle is made, because that is what one gets wrong: adopt() or share().
template <typename T>
class GObjectPtr
{
public:
    GObjectPtr() = default;
    /// Takes the reference that the caller owns ("transfer full").
    [[nodiscard]] static GObjectPtr adopt(T* object) { return GObjectPtr(object); }
    /// Adds a reference to a borrowed object ("transfer none").
    [[nodiscard]] static GObjectPtr share(T* object)
    {
        if (object)
            g_object_ref(object);
        return GObjectPtr(object);
    }

    GObjectPtr(GObjectPtr&& other) noexcept : m_object(std::exchange(other.m_object, nullptr)) { }
    GObjectPtr& operator=(GObjectPtr&& other) noexcept
    {
        std::swap(m_object, other.m_object);
        return *this;
    }
    GObjectPtr(const GObjectPtr&) = delete;
    GObjectPtr& operator=(const GObjectPtr&) = delete;
    ~GObjectPtr()
    {
        if (m_object)
            g_object_unref(m_object);
    }

    [[nodiscard]] T* borrow() const { return m_object; }
    explicit operator bool() const { return m_object != nullptr; }

private:
    explicit GObjectPtr(T* object) : m_object(object) { }
    T* m_object = nullptr;
};

struct DateTimeUnref {
    void operator()(GDateTime* date) const { g_date_time_unref(date); }
};
using DateTimePtr = std::unique_ptr<GDateTime, DateTimeUnref>;

struct OptionsFree {
    void operator()(GMimeParserOptions* options) const { g_mime_parser_options_free(options); }
};
using OptionsPtr = std::unique_ptr<GMimeParserOptions, OptionsFree>;

/// GMime wants g_mime_init() once before anything else. It is never shut down: mails are parsed on
/// many threads until the program ends.
inline void ensureGMime()
{
    static const bool ready = [] {
        g_mime_init();
        return true;
    }();
    (void)ready;
}

} // namespace lb::mail
