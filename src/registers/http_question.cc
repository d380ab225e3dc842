#include "registers/http_question.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/file.h"

namespace bas::registers {

namespace {

constexpr std::size_t kSecretBytesMax = 4096;
constexpr int kRetrySecondsMax = 7 * 24 * 3600;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool contains_ignoring_case(std::string_view text, std::string_view sought) {
  const auto is_same = [](char a, char b) { return lower(a) == lower(b); };
  return !std::ranges::search(text, sought, is_same).empty();
}

// Why there is no answer, in the fetcher's words unless they speak of the plate.
Failure unfetched(const Error& error, std::string_view plate) {
  const bool is_passing = error.code == ErrorCode::kUnavailable;
  const bool tells = contains_ignoring_case(error.text, plate) ||
                     contains_ignoring_case(error.text, percent_encoded(plate));
  return {is_passing ? Trouble::kPassing : Trouble::kLasting,
          tells ? fmt::format("no answer ({})", name_of(error.code)) : error.text, std::nullopt};
}

Failure unexpected_status(const fetch::Answer& answer, UtcTime now) {
  const int status = answer.status;
  const auto after = read_retry_after(answer.header("retry-after"), now);
  if (status == 429) {
    return {Trouble::kPassing, "it has been asked too much (HTTP status 429)", after};
  }
  if (status == 401 || status == 403) {
    return {Trouble::kLasting, fmt::format("it refuses our key (HTTP status {})", status), after};
  }
  const bool is_passing = status >= 500 || status == 408 || status == 202;
  return {is_passing ? Trouble::kPassing : Trouble::kLasting,
          fmt::format("it answers with HTTP status {}", status), after};
}

std::optional<int> read_whole(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || number < 0) {
    return std::nullopt;
  }
  return number;
}

// "Wed, 25 Nov 2026 08:49:37 GMT" as "2026-11-25T08:49:37Z"; empty for another form.
std::string rfc3339_of(std::string_view http_date) {
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (http_date.size() != 29 || !http_date.ends_with(" GMT")) return {};
  const auto month = std::ranges::find(kMonths, http_date.substr(8, 3));
  if (month == kMonths.end()) return {};
  return fmt::format("{}-{:02}-{}T{}Z", http_date.substr(12, 4), month - kMonths.begin() + 1,
                     http_date.substr(5, 2), http_date.substr(17, 8));
}

}  // namespace

tl::expected<fetch::Answer, Failure> put(const Line& line, const Question& question,
                                         std::string_view plate, std::stop_token stop) {
  fetch::Request request = question.request;
  for (const SecretHeader& secret : question.secret_headers) {
    auto value = read_secret(secret.file);
    if (!value) return failed(Trouble::kLasting, value.error().text);
    request.headers.push_back({secret.name, *std::move(value)});
  }
  if (stop.stop_requested()) return stopped();
  auto answer = line.fetcher.fetch(request, stop);
  if (!answer && stop.stop_requested()) return stopped();
  if (!answer) return tl::make_unexpected(unfetched(answer.error(), plate));
  if (std::ranges::find(question.statuses_taken, answer->status) == question.statuses_taken.end()) {
    return tl::make_unexpected(unexpected_status(*answer, line.clock.now()));
  }
  return *std::move(answer);
}

bool is_of_type(const fetch::Answer& answer, std::string_view media_type) {
  std::string_view type = answer.header("content-type");
  type = type.substr(0, type.find(';'));
  while (type.ends_with(' ')) type.remove_suffix(1);
  return std::ranges::equal(type, media_type, [](char a, char b) { return lower(a) == lower(b); });
}

tl::unexpected<Failure> not_of_type(std::string_view media_type) {
  return failed(
      Trouble::kPassing,
      fmt::format("it answers with something that is not {}, such as an error page", media_type));
}

std::optional<milliseconds> read_retry_after(std::string_view value, UtcTime now) {
  if (const auto seconds = read_whole(value)) {
    return std::chrono::seconds{std::min(*seconds, kRetrySecondsMax)};
  }
  const auto moment = parse_rfc3339(rfc3339_of(value));
  if (!moment) return std::nullopt;
  const milliseconds longest = std::chrono::seconds{kRetrySecondsMax};
  return std::clamp<milliseconds>(*moment - now, milliseconds{0}, longest);
}

Result<std::string> read_secret(const std::string& file) {
  auto secret = read_file(file, kSecretBytesMax);
  if (!secret) {
    return fail(ErrorCode::kUnavailable, fmt::format("the secret in {} cannot be read", file));
  }
  secret->resize(std::min(secret->size(), secret->find_first_of("\r\n")));
  if (secret->empty()) {
    return fail(ErrorCode::kUnavailable, fmt::format("the secret in {} is empty", file));
  }
  return *std::move(secret);
}

std::string percent_encoded(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const bool is_plain = (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') ||
                          std::string_view{"-._~"}.find(c) != std::string_view::npos;
    if (is_plain) {
      encoded += c;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

}  // namespace bas::registers
