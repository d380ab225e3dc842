// What somebody looks for among stored reads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "policy/request.h"

namespace bas::flow {

// A whole plate, or every read of some sites. Captured in [from, until). `after`: behind the last
// read of the page before; newest first.
struct SearchWish {
  std::string purpose;
  std::string case_number;
  std::string reason;
  std::string plate;  // canonical; empty: every plate of the sites
  std::vector<Id> sites;
  UtcTime from, until;
  std::optional<Id> after;
  std::size_t limit = 100;
  std::optional<Id> authorisation{};       // on which older reads are opened
  std::optional<Id> agreement{};           // of somebody else, to a wide question
  std::optional<policy::Danger> danger{};  // of a missing person: who saw it, when
  bool is_young_only = false;              // leave out what needs an authorisation
  policy::Act act = policy::Act::kSearch;  // or kLookBack, of who keeps a list
};

// The question without its paging: the same for all pages, and for whoever is asked about it. JSON.
std::string question_of(const SearchWish& wish);

}  // namespace bas::flow
