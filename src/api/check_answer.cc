#include "api/check_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>

#include "api/answers.h"
#include "base/check.h"

namespace bas::api {

namespace {

constexpr std::string_view kRowsType = "application/vnd.bas.listed-rows";
constexpr std::string_view kLinesType = "application/x-ndjson";
constexpr std::string_view kRowsBegin = "BASL";
constexpr std::size_t kRowBytes = 28;
constexpr std::size_t kAnswerBytesMax = 64u << 20;
constexpr std::size_t kRefusedLinesMax = 1'000;

void append_number(std::string& out, std::size_t number) {
  const fmt::format_int digits(number);
  out.append(digits.data(), digits.size());
}

template <typename Value>
char* write_number(char* at, Value value) {
  static_assert(std::endian::native == std::endian::little);
  std::memcpy(at, &value, sizeof value);
  return at + sizeof value;
}

}  // namespace

CheckForm check_form_of(const net::Request& request) {
  return request.header("Accept") == kRowsType ? CheckForm::kRows : CheckForm::kLines;
}

CheckAnswer::CheckAnswer(CheckForm form, flow::PlateChecks::Wanted wanted)
    : form_(form), wanted_(wanted) {
  if (form_ == CheckForm::kRows) body_.append(kRowsBegin).append(sizeof rows_, '\0');
}

bool CheckAnswer::add(const flow::PlateChecks::Portion& portion) {
  const bool is_rows = form_ == CheckForm::kRows;
  for (const flow::CheckedPlate& plate : portion.listed) is_rows ? add_row(plate) : add_line(plate);
  for (const flow::RefusedPlate& line : portion.refused) add_refused(line);
  return body_.size() <= kAnswerBytesMax;
}

net::Response CheckAnswer::finish(const flow::PlateChecks::Totals& totals) && {
  net::Response response;
  Json document = {{"lines", totals.lines}, {"listed", totals.listed}, {"refused", totals.refused}};
  if (form_ == CheckForm::kRows) {
    document["lists"] = lists_;
    write_number(body_.data() + kRowsBegin.size(), rows_);
  }
  response.content_type = form_ == CheckForm::kRows ? kRowsType : kLinesType;
  response.headers.push_back({"Cache-Control", "no-store"});
  response.body = std::move(body_);
  response.body.append(refused_).append(document.dump()).push_back('\n');
  return response;
}

void CheckAnswer::add_row(const flow::CheckedPlate& plate) {
  std::array<char, kRowBytes> row;
  char* at = write_number(row.data(), static_cast<std::uint32_t>(plate.line));
  at = write_number(at, list_number(plate.list));
  at = write_number(at, static_cast<std::uint8_t>(plate.priority));
  at = write_number(at, static_cast<std::uint8_t>(plate.kind));
  at = write_number(at, static_cast<float>(plate.probability));
  std::memcpy(at, plate.entry.bytes.data(), plate.entry.bytes.size());
  body_.append(row.data(), row.size());
  ++rows_;
}

// `[line,"entry","list",priority]`, and of all kinds also `,"kind",probability`. Names of lists
// hold nothing that JSON escapes.
void CheckAnswer::add_line(const flow::CheckedPlate& plate) {
  body_.push_back('[');
  append_number(body_, plate.line);
  body_.append(",\"");
  body_.append(to_string(plate.entry));
  body_.append("\",\"");
  body_.append(plate.list);
  body_.append("\",");
  append_number(body_, static_cast<std::size_t>(plate.priority));
  if (wanted_ == flow::PlateChecks::Wanted::kAll) {
    fmt::format_to(std::back_inserter(body_), ",\"{}\",{:.3f}", match::name_of(plate.kind),
                   plate.probability);
  }
  body_.append("]\n");
}

void CheckAnswer::add_refused(const flow::RefusedPlate& line) {
  if (refusals_++ >= kRefusedLinesMax) return;
  std::string& out = form_ == CheckForm::kRows ? refused_ : body_;
  out += Json{{"line", line.line}, {"error", line.reason}}.dump();
  out.push_back('\n');
}

// Names live as long as the check; mostly the same one as before.
std::uint16_t CheckAnswer::list_number(std::string_view list) {
  const auto found = std::ranges::find_if(
      lists_, [&](std::string_view one) { return one.data() == list.data() || one == list; });
  const auto number = static_cast<std::uint16_t>(found - lists_.begin());
  if (found == lists_.end()) lists_.push_back(list);
  check(lists_.size() <= std::numeric_limits<std::uint16_t>::max());
  return number;
}

}  // namespace bas::api
