#include "flow/close_plates.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/encode.h"
#include "model/plate.h"

namespace bas::flow {

// Of one account, in hexadecimal.
struct ClosePlates::Digests {
  std::vector<std::string> own, relatives;

  static Result<Digests> parse(const OpenPaper& paper) {
    const auto json = nlohmann::json::parse(paper.text, nullptr, false);
    const auto take = [&](const char* name, std::vector<std::string>& into) {
      if (!json.is_object() || !json.contains(name) || !json[name].is_array()) return false;
      for (const auto& one : json[name]) {
        if (one.is_string()) into.push_back(one.get<std::string>());
      }
      return into.size() == json[name].size();
    };
    Digests digests;
    if (take("own", digests.own) && take("relatives", digests.relatives)) return digests;
    return fail(ErrorCode::kCorrupt, "what was told of an account's plates cannot be read");
  }
  std::string text() const { return nlohmann::json{{"own", own}, {"relatives", relatives}}.dump(); }
  ClosePlatesCount count() const { return {own.size(), relatives.size()}; }
};

Result<std::string> ClosePlates::digest(std::string_view plate) {
  const auto keys = TRY(parts_.vault.standing_keys());
  return to_hex(TRY(keys->token("close", canonical_plate(plate))));
}

Result<std::vector<std::string>> ClosePlates::digests(const std::vector<std::string>& plates) {
  if (plates.size() > kMost) {
    return fail(ErrorCode::kTooLarge, fmt::format("at most {} plates of each kind", kMost));
  }
  std::vector<std::string> all;
  for (const std::string& plate : plates) {
    if (canonical_plate(plate).empty() || is_pattern(plate)) {
      return fail(ErrorCode::kBadInput, "a whole plate is needed");
    }
    all.push_back(TRY(digest(plate)));
  }
  return all;
}

Result<ClosePlatesCount> ClosePlates::set(const Id& account, const ClosePlatesOf& plates,
                                          const Person& who) {
  const auto user = TRY(parts_.accounts.user(account));
  if (!user) return fail(ErrorCode::kNotFound, "there is no such account");
  const Digests told{TRY(digests(plates.own)), TRY(digests(plates.relatives))};
  Use use;
  use.facts.what = "close plates";
  use.facts.results = told.own.size() + told.relatives.size();
  use.details.predicate = nlohmann::json{{"account", to_string(account)}}.dump();
  TRY(parts_.gate.change(policy::Act::kManagePeople, std::move(use), who));
  auto paper = TRY(parts_.papers.find(PaperKind::kClosePlates, account));
  if (!paper) {
    TRY(parts_.papers.add(PaperKind::kClosePlates, account, told.text()));
  } else {
    paper->text = told.text();
    TRY(parts_.papers.replace(PaperKind::kClosePlates, *paper));
  }
  return told.count();
}

Result<ClosePlatesCount> ClosePlates::of(const Id& account) {
  const auto paper = TRY(parts_.papers.find(PaperKind::kClosePlates, account));
  if (!paper) return ClosePlatesCount{};
  return TRY(Digests::parse(*paper)).count();
}

Result<policy::WatchedPlate> ClosePlates::relation(std::string_view plate, const User& user) {
  const std::string wanted = TRY(digest(plate));
  const auto holds = [&](const std::vector<std::string>& digests) {
    return std::ranges::count(digests, wanted) > 0;
  };
  auto nearest = policy::WatchedPlate::kNone;
  for (const OpenPaper& paper : TRY(parts_.papers.all(PaperKind::kClosePlates))) {
    const Digests told = TRY(Digests::parse(paper));
    if (paper.id == user.id) {
      if (holds(told.own)) return policy::WatchedPlate::kOwn;
      if (holds(told.relatives)) return policy::WatchedPlate::kFamily;
    } else if (holds(told.own)) {
      const auto other = TRY(parts_.accounts.user(paper.id));
      if (other && other->zone == user.zone) nearest = policy::WatchedPlate::kColleague;
    }
  }
  return nearest;
}

}  // namespace bas::flow
