// A verb that sends one JSON object, or shows one listing.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "app/api_command.h"
#include "app/verbs.h"

namespace bas::app {

// One flag whose value becomes a member of the JSON body.
enum class Member { kText, kNumber, kTexts };  // kTexts: the flag may be repeated
struct MemberFlag {
  const char* flag;
  const char* name;
  const char* help;
  Member kind = Member::kText;
  bool is_required = false;
};

// `body` gets the member once the flag was read.
void add_member(CLI::App& verb, const std::shared_ptr<Json>& body, const MemberFlag& flag);

struct AddVerb {
  const char* name;
  const char* help;
  const char* path;  // where the object is posted; `{id}` in it is given on the command line
  std::vector<MemberFlag> flags;
  std::vector<const char*> shown;  // members of the answer a person needs to see
};
void add_posting(CLI::App& parent, Action& chosen, const AddVerb& verb);

struct ShowVerb {
  const char* name;
  const char* help;
  const char* path;
  std::vector<std::string> columns;
};
void add_showing(CLI::App& parent, Action& chosen, const ShowVerb& verb);

}  // namespace bas::app
