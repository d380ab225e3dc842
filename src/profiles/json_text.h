// A JSON text walked without being held in memory as a tree, so that a large one costs nothing and
// a cut one is read up to the cut.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "profiles/records.h"

namespace bas::profiles {

// Where the value that begins at `at` ends; npos where the text ends first. Brackets and strings
// are followed, nothing is judged.
std::size_t json_value_end(std::string_view text, std::size_t at);

// The parts of a JSON pointer (RFC 6901); kBadInput when it neither is empty nor begins with `/`.
Result<std::vector<std::string>> json_pointer_parts(std::string_view pointer);

// Where the value that a pointer leads to begins. kNotFound when nothing is there. Names with
// escapes are not understood.
Result<std::size_t> find_json(std::string_view text, std::string_view pointer);

// The elements of an array, one after another. The text must outlive it.
class JsonRecords : public Records {
 public:
  // kBadInput when the pointer leads to no array.
  static Result<JsonRecords> open(std::string_view text, std::string_view pointer);

  std::optional<Record> next() override;
  std::size_t bytes_taken() const override { return at_; }
  bool is_cut() const override { return is_cut_; }

 private:
  JsonRecords(std::string_view text, std::size_t at) : text_(text), at_(at) {}
  void finish();

  std::string_view text_;
  std::size_t at_;
  std::size_t number_ = 0;
  bool is_cut_ = false;
  bool is_done_ = false;
};

}  // namespace bas::profiles
