// One question over HTTP, and what an answer's status means for a register.
#pragma once

#include <vector>

#include "base/clock.h"
#include "fetch/fetcher.h"
#include "registers/asked_register.h"

namespace bas::registers {

// A header whose value is the first line of a file, read at each question.
struct SecretHeader {
  std::string name;
  std::string file;
};

struct Question {
  fetch::Request request;
  std::vector<SecretHeader> secret_headers;
  std::vector<int> statuses_taken{200};
};

struct Line {
  fetch::Fetcher& fetcher;
  const Clock& clock;
};

// An answer with one of the statuses taken. What other machines wrote is never in a failure's text,
// and `plate`, which the question holds, neither.
tl::expected<fetch::Answer, Failure> put(const Line& line, const Question& question,
                                         std::string_view plate, std::stop_token stop);

// Whether the answer calls itself by that media type, parameters and case aside.
bool is_of_type(const fetch::Answer& answer, std::string_view media_type);
// What is not of the type is an error page or the like: it may pass.
tl::unexpected<Failure> not_of_type(std::string_view media_type);

// Seconds, or a date as HTTP writes it (RFC 9110, 10.2.3); nothing for anything else.
std::optional<milliseconds> read_retry_after(std::string_view value, UtcTime now);

// The first line of a secret's file. kUnavailable when it cannot be read or is empty.
Result<std::string> read_secret(const std::string& file);

// Every byte but letters, digits, `-`, `.`, `_` and `~` as %XX.
std::string percent_encoded(std::string_view text);

}  // namespace bas::registers
