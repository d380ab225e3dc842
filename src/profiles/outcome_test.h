// What comes out of a whole file of a list.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "profiles/file_reader.h"

namespace bas::profiles {

struct Outcome {
  std::vector<Line> lines;
  std::vector<Reject> rejects;
  Passed passed;
  FileFacts facts;
  bool is_cut = false;
  std::size_t bytes_left = 0;
};

inline Outcome read_whole(const Profile& profile, const ListFile& file, ListDefaults defaults) {
  Outcome outcome;
  auto reader = FileReader::open(profile, file, std::move(defaults));
  EXPECT_TRUE(reader) << reader.error().text;
  if (!reader) return outcome;
  while (auto each = reader->next()) {
    if (*each) {
      outcome.lines.push_back(std::move(**each));
    } else {
      outcome.rejects.push_back(std::move(each->error()));
    }
  }
  outcome.bytes_left = reader->bytes() - reader->bytes_taken();
  outcome.passed = reader->passed();
  outcome.facts = reader->facts();
  outcome.is_cut = reader->is_cut();
  return outcome;
}

inline std::vector<std::string> plates(const Outcome& outcome) {
  std::vector<std::string> all;
  for (const Line& line : outcome.lines) all.push_back(line.entry.plate.text);
  return all;
}

}  // namespace bas::profiles
