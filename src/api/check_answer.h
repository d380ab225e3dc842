// What is told of plates that were checked: as lines for people, or as rows for programs in a
// hurry.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "flow/plate_checks.h"
#include "net/http.h"

namespace bas::api {

// kLines: NDJSON, an array for each entry, 50 to 70 bytes. kRows: 28 bytes for each, numbers little
// endian; docs/protocols/checks.md draws both.
enum class CheckForm { kLines, kRows };

// What the request accepts; lines unless it asks for rows.
CheckForm check_form_of(const net::Request& request);

// One answer, written while it is found. Threads: one. Cost: 5 ns a row, 50 ns a line.
class CheckAnswer {
 public:
  CheckAnswer(CheckForm form, flow::PlateChecks::Wanted wanted);

  // False when the answer has become too large.
  bool add(const flow::PlateChecks::Portion& portion);
  net::Response finish(const flow::PlateChecks::Totals& totals) &&;

 private:
  void add_row(const flow::CheckedPlate& plate);
  void add_line(const flow::CheckedPlate& plate);
  void add_refused(const flow::RefusedPlate& line);
  std::uint16_t list_number(std::string_view list);

  CheckForm form_;
  flow::PlateChecks::Wanted wanted_;
  std::string body_;
  std::string refused_;  // lines of JSON, told behind the rows
  std::size_t refusals_ = 0;
  std::uint32_t rows_ = 0;
  std::vector<std::string_view> lists_;  // by the numbers in the rows
};

}  // namespace bas::api
