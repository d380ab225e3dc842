// A folder and variables of the environment that a test sets, and that are as before afterwards.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <optional>
#include <string>
#include <vector>

#include "control_sql/scratch_folder_test.h"

namespace bas::app {

class ScratchEnvironment : public testing::Test {
 protected:
  void TearDown() override {
    for (const auto& [name, value] : before_) {
      if (value) {
        ::setenv(name.c_str(), value->c_str(), 1);
      } else {
        ::unsetenv(name.c_str());
      }
    }
  }

  void set(const std::string& name, const std::string& value) {
    remember(name);
    ::setenv(name.c_str(), value.c_str(), 1);
  }
  void unset(const std::string& name) {
    remember(name);
    ::unsetenv(name.c_str());
  }

  control_sql::ScratchFolder folder_;

 private:
  void remember(const std::string& name) {
    const char* value = ::getenv(name.c_str());
    before_.insert(before_.begin(), {name, value ? std::optional<std::string>(value)
                                                 : std::optional<std::string>()});
  }

  std::vector<std::pair<std::string, std::optional<std::string>>> before_;  // latest first
};

}  // namespace bas::app
