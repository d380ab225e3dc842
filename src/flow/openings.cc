#include "flow/openings.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/encode.h"
#include "policy/clip.h"

namespace bas::flow {

namespace {

constexpr const char* kNotOpen = "there is no such read, or it is not open for this purpose";

Result<Read> read_in(Reads& reads, const Id& id) {
  auto read = reads.read(id);
  if (!read && read.error().code == ErrorCode::kNotFound) {
    return fail(ErrorCode::kNotFound, kNotOpen);
  }
  return read;
}

Use use_for(const StatedPurpose& purpose) {
  Use use;
  use.details.purpose = purpose.why.code;
  use.details.case_number = purpose.why.case_number;
  use.details.justification = purpose.why.reason;
  return use;
}

std::string question_of(const StatedPurpose& purpose) {
  return purpose.question.empty() ? "purpose " + to_string(purpose.id) : purpose.question;
}

}  // namespace

Result<Read> Openings::read(const Id& id, const Id& purpose, const Person& who) {
  const Question question{policy::Act::kOpenRead, "read",
                          nlohmann::json{{"read", to_string(id)}}.dump()};
  return opened(id, purpose, question, who);
}

Result<Read> Openings::held(const AskedHold& asked, const Person& who) {
  const nlohmann::json predicate{{"read", to_string(asked.read)},
                                 {"report", asked.hold.report_number}};
  Question question{policy::Act::kHold, "read for a hold", predicate.dump()};
  question.hold = asked.hold;
  return opened(asked.read, asked.purpose, question, who);
}

Result<Read> Openings::opened(const Id& id, const Id& purpose, const Question& question,
                              const Person& who) {
  const auto stated = TRY(purpose_of(purpose, question, who));
  Read found = TRY(read_in(parts_.reads, id));
  TRY(open(found, stated, question, who));
  return found;
}

Result<std::string> Openings::picture(const AskedPicture& asked, const Person& who) {
  const bool is_unblurred = !asked.unblur_reason.empty();
  nlohmann::json predicate{{"read", to_string(asked.read)}, {"picture", asked.number}};
  if (is_unblurred) predicate["unblur"] = asked.unblur_reason;
  Question question{is_unblurred ? policy::Act::kUnblur : policy::Act::kOpenPicture,
                    is_unblurred ? "picture with people" : "picture", predicate.dump()};
  question.picture = policy::Picture{true, asked.unblur_reason};
  const auto stated = TRY(purpose_of(asked.purpose, question, who));
  const Read found = TRY(read_in(parts_.reads, asked.read));
  question.picture->shows_occupants = shows_people(found, asked.number);
  const policy::Decision decision = TRY(open(found, stated, question, who));
  return policy::has_obligation(decision, "blur_occupants")
             ? parts_.reads.concealed_picture(found, asked.number)
             : parts_.reads.picture(found, asked.number);
}

// Without one the question is asked all the same: policy says what is missing, and it is written.
Result<StatedPurpose> Openings::purpose_of(const Id& purpose, const Question& question,
                                           const Person& who) {
  if (auto stated = parts_.purposes.find(purpose, who.user.id)) return *std::move(stated);
  policy::Request request;
  request.act = question.act;
  Use use;
  use.facts.what = question.what;
  use.details.predicate = question.predicate;
  TRY(parts_.gate.pass(std::move(request), std::move(use), who));
  return fail(ErrorCode::kRefused, "state a purpose first");
}

Result<policy::Decision> Openings::open(const Read& read, const StatedPurpose& purpose,
                                        const Question& question, const Person& who) {
  const std::string zone = parts_.gate.zone_code(read.zone);
  const UtcTime at = read.facts.captured_at;
  policy::Request request;
  request.act = question.act;
  request.purpose = purpose.why;
  request.source.emplace();
  request.source->controller_zone = zone;
  request.source->legal_source = read.source == LegalSource::kPoliceAct
                                     ? policy::LegalSource::kWpa
                                     : policy::LegalSource::kCamerawet;
  request.source->is_designated_place = read.source == LegalSource::kDesignatedPlace;
  request.picture = question.picture;
  request.hold = question.hold;
  request.predicate.emplace();
  request.predicate->watched = TRY(parts_.close_plates.relation(read.plate, who.user));
  request.range = policy::Range{at, at + std::chrono::milliseconds{1}, false};
  request.grants = TRY(parts_.grants.in_words_of_policy());
  Use use = use_for(purpose);
  if (purpose.authorisation) {
    const auto document = TRY(parts_.authorisations.find(*purpose.authorisation, who.user));
    request.authorisation =
        parts_.authorisations.in_words_of_policy(document, question_of(purpose), who.user);
    use.details.authorisation_sha256 = document.document_sha256;
  }
  policy::Decision decision = parts_.gate.ask(std::move(request), who.user);
  const bool is_clipped =
      decision.clip && !policy::is_within(*decision.clip, {read.plate, zone, at});
  use.facts.what = question.what;
  use.details.predicate = question.predicate;
  if (!decision.permit || is_clipped) {
    if (is_clipped) {
      decision.permit = false;
      decision.reason = "E_AUTHORISATION";
      decision.rules = {"R12"};
    }
    TRY(parts_.gate.write(std::move(use), decision, who));
    // The read is open to this person, and only the people in the picture are not.
    if (decision.reason == "E_UNBLUR") return tl::make_unexpected(refusal_of(decision));
    return fail(ErrorCode::kNotFound, kNotOpen);
  }
  if (purpose.authorisation && policy::has_obligation(decision, "count_use_of_authorisation")) {
    TRY(parts_.authorisations.count_use(*purpose.authorisation, question_of(purpose), who.user));
  }
  use.facts.results = 1;
  use.facts.results_sha256 = to_hex(sha256(read.id.view()));
  TRY(parts_.gate.write(std::move(use), decision, who));
  return decision;
}

}  // namespace bas::flow
