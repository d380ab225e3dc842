// What may fail returns Result<T>: a value, or an Error that says what happened and what to do.
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace bas {

// The kinds of failure a caller can act on. The edge (api, app) maps them to answers.
enum class ErrorCode {
  kBadInput,     // the bytes or arguments are wrong; repeating them does not help
  kNotFound,     // the thing named does not exist
  kConflict,     // the state does not allow it now (already there, version changed)
  kRefused,      // known and understood, but not allowed
  kTooLarge,     // over a stated limit
  kUnavailable,  // a part of the system is down or full; repeating later may help
  kCorrupt,      // stored bytes do not pass their check
  kDestroyed,    // the key of that day is destroyed: gone on purpose, for good
};

// One failure. `text` is one sentence for a person, without plate, name or secret.
struct Error {
  ErrorCode code = ErrorCode::kBadInput;
  std::string text;
};

template <typename T = void>
using Result = tl::expected<T, Error>;

// Shorthand for returning a failure: `return fail(ErrorCode::kBadInput, "…")`.
inline tl::unexpected<Error> fail(ErrorCode code, std::string text) {
  return tl::make_unexpected(Error{code, std::move(text)});
}

// The stable lower-case name of a code ("bad_input"), for logs and JSON.
std::string_view name_of(ErrorCode code);

}  // namespace bas

// TRY(expression): the value, or return its error from this function, which has the same kind.
#define TRY(expression)                                                           \
  __extension__({                                                                 \
    auto&& try_result_ = (expression);                                            \
    if (!try_result_) return tl::make_unexpected(std::move(try_result_).error()); \
    bas::detail::take(std::move(try_result_));                                    \
  })

namespace bas::detail {
template <typename T, typename E>
T take(tl::expected<T, E>&& result) {
  return std::move(*result);
}
inline void take(tl::expected<void, Error>&&) {}
}  // namespace bas::detail
