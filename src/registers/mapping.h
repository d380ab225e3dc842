// How a register of any interface is asked and its answer read, as its settings say it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "registers/http_question.h"

namespace bas::registers {

// Where a value stands. A required one that is missing or null makes the whole answer of another
// form; an optional one says nothing then.
struct Place {
  std::string pointer;  // RFC 6901
  bool is_required = true;
};

// Without words the value is JSON's true or false. With them its text has to be among them; one
// without a meaning says nothing.
struct TruthFact {
  Place place;
  std::map<std::string, std::optional<bool>> words;
};

// A text by a pattern of date_pattern.h, whose end of day counts, or kRfc3339, an instant.
struct DateFact {
  Place place;
  std::string pattern;
  std::vector<std::string> empty_words;  // such as "0000-00-00": says nothing
};
inline constexpr std::string_view kRfc3339 = "RFC 3339";

// A word of the vehicle; `words` translates, what is not among them stays.
struct WordFact {
  Place place;
  std::map<std::string, std::string> words;
};

// The plate is unknown when the answer has this status, or this value at this pointer.
struct UnknownSign {
  int status = 0;
  std::string pointer;
  std::string value;  // a string, number or truth value as JSON
};

struct AnswerMapping {
  std::string media_type = "application/json";
  std::vector<UnknownSign> unknown;
  // An array with a row a vehicle; other pointers start at a row. Empty: unknown plate; rows that
  // differ: no answer. Without it they start at the whole answer.
  std::optional<std::string> rows;
  std::optional<Place> plate;  // the plate the answer is of, which has to be the one asked for
  std::optional<TruthFact> is_insured;
  std::optional<DateFact> inspected_until;
  std::optional<TruthFact> holder_is_disqualified;
  std::optional<WordFact> make;
  std::optional<WordFact> model;
  std::optional<WordFact> colour;
  std::optional<WordFact> vehicle_class;
};

enum class BodyForm { kJson, kForm };

// {plate} and {country} stand in the URL's path or query and in the body.
struct QuestionMapping {
  std::string method = "GET";
  std::string url;
  std::vector<fetch::Header> headers;
  std::vector<SecretHeader> secret_headers;
  std::string body;
  BodyForm body_form = BodyForm::kJson;
  fetch::Access access;
  fetch::Limits limits{.bytes_max = 64 << 10,
                       .connect_timeout = milliseconds{2'000},
                       .total_timeout = milliseconds{3'000}};
};

struct Mapping {
  std::vector<std::string> countries;
  QuestionMapping question;
  AnswerMapping answer;
};

// What its facts speak to.
std::vector<Suspicion> suspicions_of(const AnswerMapping& answer);

// The question for one plate: escaped for where it stands.
Question question_for(const QuestionMapping& mapping, const Plate& plate);

// Fails unless the answer has the mapped form. Pure; leaves answered_at to the caller.
Asked read_mapped(const AnswerMapping& mapping, std::string_view body, const Plate& plate);

}  // namespace bas::registers
