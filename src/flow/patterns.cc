#include "flow/patterns.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

namespace bas::flow {

namespace {

constexpr std::size_t kHours = 24;

std::size_t digest_of(std::string_view text) {
  return text.empty() ? 0 : std::hash<std::string_view>{}(text) | 1U;
}

// Letter case and spaces do not make another reason.
std::string plain_reason(std::string_view reason) {
  std::string plain;
  for (const char c : reason) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (is_space && (plain.empty() || plain.back() == ' ')) continue;
    plain += is_space ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (plain.ends_with(' ')) plain.pop_back();
  return plain;
}

std::size_t distinct_words(const std::string& plain) {
  std::set<std::string_view> words;
  std::string_view rest = plain;
  while (!rest.empty()) {
    const std::size_t space = std::min(rest.find(' '), rest.size());
    if (space > 0) words.insert(rest.substr(0, space));
    rest.remove_prefix(std::min(space + 1, rest.size()));
  }
  return words.size();
}

std::size_t hour_of(UtcTime at) {
  const auto since = at - start_of(brussels_day(at));
  return static_cast<std::size_t>(std::chrono::duration_cast<std::chrono::hours>(since).count()) %
         kHours;
}

}  // namespace

bool is_search(const UseFacts& facts) {
  return facts.what == "search" || facts.what == "look back";
}

AskedFor asked_for(const std::string& predicate) {
  const auto json = nlohmann::json::parse(predicate, nullptr, false);
  if (!json.is_object()) return {};
  AskedFor asked;
  const auto plate = json.find("plate");
  if (plate != json.end() && plate->is_string()) asked.plate = plate->get<std::string>();
  asked.is_next_page = json.contains("after");
  return asked;
}

// The findings about one person.
class PatternWatch::Finder {
 public:
  Finder(const PatternLimits& limits, const std::string& actor, const Person& person)
      : limits_(limits), actor_(actor), person_(person) {}

  void same_plate() {
    std::map<std::size_t, std::vector<const Seen*>> by_plate;
    for (const Seen& one : person_.seen) {
      if (one.is_search && one.plate != 0) by_plate[one.plate].push_back(&one);
    }
    for (const auto& [plate, seen] : by_plate) {
      std::set<Day> days;
      for (const Seen* one : seen) days.insert(brussels_day(one->at));
      const bool is_watching =
          seen.size() >= limits_.same_plate_least && days.size() >= limits_.same_plate_days;
      if (is_watching || seen.size() >= limits_.same_plate_often) {
        tell(PatternKind::kSamePlate, seen);
      }
    }
  }

  void off_duty() {
    std::array<std::set<Day>, kHours> days_of;
    std::set<Day> days;
    for (const Seen& one : person_.seen) {
      const std::size_t hour = hour_of(one.at);
      days.insert(brussels_day(one.at));
      for (const std::size_t beside : {kHours - 1, kHours, kHours + 1}) {
        days_of[(hour + beside) % kHours].insert(brussels_day(one.at));
      }
    }
    if (days.size() < limits_.habit_days_least) return;
    const double usual = limits_.usual_share * static_cast<double>(days.size());
    std::vector<const Seen*> off;
    for (const Seen& one : person_.seen) {
      const bool is_usual = static_cast<double>(days_of[hour_of(one.at)].size()) >= usual;
      if (one.is_search && !is_usual) off.push_back(&one);
    }
    if (off.size() >= limits_.off_duty_least) tell(PatternKind::kOffDuty, off);
  }

  void weak_reasons() {
    std::map<std::size_t, std::set<std::size_t>> cases_of;
    for (const Seen& one : person_.seen) {
      if (one.is_search && one.is_permitted) cases_of[one.reason].insert(one.case_number);
    }
    std::vector<const Seen*> weak;
    for (const Seen& one : person_.seen) {
      if (!one.is_search || !one.is_permitted) continue;
      const bool is_repeated = cases_of[one.reason].size() >= limits_.same_reason_cases;
      if (one.says_little || is_repeated) weak.push_back(&one);
    }
    if (weak.size() >= limits_.weak_reasons_least) tell(PatternKind::kWeakReason, weak);
  }

  void refused_again() {
    std::vector<const Seen*> run;
    const auto end_run = [&] {
      if (run.size() >= limits_.refusals_least) tell(PatternKind::kRefusedAgain, run);
      run.clear();
    };
    for (const Seen& one : person_.seen) {
      if (one.is_permitted) {
        end_run();
      } else {
        run.push_back(&one);
      }
    }
    end_run();
  }

  // Once is enough to be told.
  void close_plates() {
    std::vector<const Seen*> close;
    for (const Seen& one : person_.seen) {
      if (one.is_close) close.push_back(&one);
    }
    if (!close.empty()) tell(PatternKind::kClosePlate, close);
  }

  void many_searches(const People& people) {
    std::size_t others = 0, theirs = 0;
    for (const auto& [actor, other] : people) {
      if (actor == actor_ || other.zone != person_.zone || other.searches == 0) continue;
      ++others;
      theirs += other.searches;
    }
    if (others < limits_.others_least || person_.searches < limits_.many_least) return;
    const double usual = static_cast<double>(theirs) / static_cast<double>(others);
    if (static_cast<double>(person_.searches) < limits_.many_times * usual) return;
    std::vector<const Seen*> searches;
    for (const Seen& one : person_.seen) {
      if (one.is_search) searches.push_back(&one);
    }
    tell(PatternKind::kManySearches, searches);
    found_.back().usual = usual;
  }

  std::vector<Finding> take() { return std::move(found_); }

 private:
  void tell(PatternKind kind, const std::vector<const Seen*>& seen) {
    Finding& finding = found_.emplace_back();
    finding.kind = kind;
    finding.actor = actor_;
    finding.zone = person_.zone;
    finding.count = seen.size();
    finding.first = seen.front()->at;
    finding.last = seen.back()->at;
    for (const Seen* one : seen) {
      if (finding.numbers.size() == kNumbersMost) break;
      finding.numbers.push_back(one->number);
    }
  }

  const PatternLimits& limits_;
  const std::string& actor_;
  const Person& person_;
  std::vector<Finding> found_;
};

void PatternWatch::note(const LoggedUse& use) {
  if (!use.details || use.details->actor.empty()) return;
  const UseDetails& details = *use.details;
  Person& person = people_[details.actor];
  person.zone = use.facts.zone;
  Seen seen;
  seen.number = use.number;
  seen.at = use.facts.at;
  seen.is_permitted = use.facts.is_permitted;
  seen.is_close = use.facts.reason == "E_WATCHED";
  if (is_search(use.facts)) {
    const AskedFor asked = asked_for(details.predicate);
    const std::string reason = plain_reason(details.justification);
    const auto letters =
        static_cast<std::size_t>(std::ranges::count_if(reason, [](char c) { return c != ' '; }));
    seen.is_search = !asked.is_next_page;
    seen.plate = digest_of(asked.plate);
    seen.reason = digest_of(reason);
    seen.case_number = digest_of(details.case_number);
    seen.says_little = letters < limits_.reason_letters_least ||
                       distinct_words(reason) < limits_.reason_words_least;
  }
  if (seen.is_search) ++person.searches;
  person.seen.push_back(seen);
}

std::vector<Finding> PatternWatch::findings() const {
  std::vector<Finding> findings;
  for (const auto& [actor, person] : people_) {
    Finder finder(limits_, actor, person);
    finder.same_plate();
    finder.off_duty();
    finder.weak_reasons();
    finder.refused_again();
    finder.many_searches(people_);
    finder.close_plates();
    std::ranges::move(finder.take(), std::back_inserter(findings));
  }
  std::ranges::stable_sort(findings, std::greater<>(), &Finding::last);
  if (findings.size() > kFindingsMost) findings.resize(kFindingsMost);
  return findings;
}

}  // namespace bas::flow
