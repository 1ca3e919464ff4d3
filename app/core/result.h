// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <utility>
#include <variant>

namespace lb
{

/// The subset of std::expected<T, Error> that C++20 lacks; it becomes that alias the day the tools
/// can parse it. Made from a T or from fail(...).
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) // NOLINT(google-explicit-constructor): "return value;" is how a Result is made
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error) // NOLINT(google-explicit-constructor): as above
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    /// The value. Asking a failed Result for it is a programming error and ends the program.
    [[nodiscard]] const T& value() const& { return std::get<0>(m_state); }
    [[nodiscard]] T& value() & { return std::get<0>(m_state); }
    [[nodiscard]] T value() && { return std::get<0>(std::move(m_state)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T operator*() && { return std::move(*this).value(); } // by value: "for (x : f().value())" must not dangle
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    [[nodiscard]] const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// A Result without a value.
class [[nodiscard]] Status
{
public:
    Status() = default;
    Status(Error error) // NOLINT(google-explicit-constructor): "return fail(...);"
        : m_failed(true), m_error(std::move(error))
    {
    }
    [[nodiscard]] bool has_value() const { return !m_failed; }
    explicit operator bool() const { return has_value(); }
    [[nodiscard]] const Error& error() const { return m_error; }

private:
    bool m_failed = false;
    Error m_error;
};

[[nodiscard]] inline Error fail(ErrorCode code, QString text, QString detail = {})
{
    return Error{code, std::move(text), std::move(detail), {}};
}

[[nodiscard]] inline Status success()
{
    return {};
}

} // namespace lb
