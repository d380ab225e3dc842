#include "registers/settings.h"

#include <fmt/format.h>

#include <set>

#include "registers/conclusion.h"
#include "registers/mapping_settings.h"

namespace bas::registers {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

void read(SettingsReader at, CacheSettings& cache) {
  const Range<milliseconds> life{milliseconds{0}, kAnswerAgeMax};
  at.whole("entries_max", cache.entries_max, {1, 10'000'000});
  at.duration("good_life", cache.good_life, life);
  at.duration("adverse_life", cache.adverse_life, life);
  at.duration("unknown_life", cache.unknown_life, life);
  at.finish();
}

void read(SettingsReader at, PaceSettings& pace) {
  at.whole("per_minute", pace.per_minute, {1, 600'000});
  at.whole("burst", pace.burst, {1, 10'000});
  at.duration("wait_max", pace.wait_max, {milliseconds{0}, minutes{1}});
  at.finish();
}

void read(SettingsReader at, RetrySettings& retry) {
  at.whole("attempts_max", retry.attempts_max, {1, 10});
  at.duration("wait_first", retry.wait_first, {milliseconds{1}, minutes{1}});
  at.duration("wait_longest", retry.wait_longest, {milliseconds{1}, minutes{1}});
  at.duration("total_max", retry.total_max, {milliseconds{100}, minutes{5}});
  at.finish();
}

void read(SettingsReader at, GuardSettings& guard) {
  at.whole("failures_max", guard.failures_max, {1, 1000});
  at.duration("open_for", guard.open_for, {seconds{1}, hours{1}});
  at.duration("open_longest", guard.open_longest, {seconds{1}, hours{24}});
  at.finish();
}

void read(SettingsReader at, RdwSettings& rdw) {
  at.text("url", rdw.url);
  check_address(at, rdw.url);
  if (rdw.url.find_first_of("?{") != std::string::npos) {
    at.wrong("url", "has to be without a query; the plate is added to it");
  }
  at.text("app_token_file", rdw.app_token_file);
  read_limits(at, rdw.limits);
  at.finish();
}

void read_kind(SettingsReader& at, RegisterSettings& settings) {
  std::string kind;
  at.text("kind", kind, Presence::kRequired);
  if (kind == "rdw") {
    settings.kind = Kind::kRdw;
    if (const auto question = at.object("question")) read(*question, settings.rdw);
  } else if (kind == "mapped") {
    settings.kind = Kind::kMapped;
    settings.mapping = read_mapping(at);
  } else {
    at.wrong("kind", "has to be rdw or mapped");
  }
}

RegisterSettings read_register(SettingsReader& at) {
  RegisterSettings settings;
  at.text("name", settings.name, Presence::kRequired);
  read_kind(at, settings);
  if (const auto cache = at.object("cache")) read(*cache, settings.cache);
  if (const auto pace = at.object("pace")) read(*pace, settings.pace);
  if (const auto retry = at.object("retry")) read(*retry, settings.retry);
  if (const auto guard = at.object("guard")) read(*guard, settings.guard);
  const bool is_rdw = settings.kind == Kind::kRdw;
  const fetch::Limits& limits = is_rdw ? settings.rdw.limits : settings.mapping.question.limits;
  settings.retry.attempt_max = limits.total_timeout + settings.pace.wait_max;
  if (settings.retry.total_max < settings.retry.attempt_max) {
    at.wrong("retry", "total_max is less than timeout and pace.wait_max together");
  }
  at.finish();
  return settings;
}

}  // namespace

Result<std::vector<RegisterSettings>> parse_settings(std::string_view json) {
  const auto parsed = JsonAnswer::parse(json);
  simdjson::dom::object object;
  if (!parsed || parsed->root().get(object) != simdjson::SUCCESS) {
    return fail(ErrorCode::kBadInput,
                "the settings of registers are no JSON object, or one of its keys stands twice");
  }
  std::vector<std::string> findings;
  SettingsReader at(object, "", findings);
  std::vector<RegisterSettings> registers;
  std::set<std::string> names;
  for (SettingsReader& one : at.objects("registers", Presence::kRequired)) {
    registers.push_back(read_register(one));
    const std::string& name = registers.back().name;
    if (!name.empty() && !names.insert(name).second) one.wrong("name", "stands before already");
  }
  at.finish();
  if (!findings.empty()) {
    return fail(ErrorCode::kBadInput, fmt::format("{}", fmt::join(findings, "\n")));
  }
  return registers;
}

}  // namespace bas::registers
