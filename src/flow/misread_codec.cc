#include "flow/misread_codec.h"

#include <nlohmann/json.hpp>

namespace bas::flow {

namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson json_of(const match::Evaluation& one) {
  return {{"reads", one.reads},
          {"mean_log_likelihood", one.mean_log_likelihood},
          {"perplexity", one.perplexity},
          {"prior_perplexity", one.prior_perplexity},
          {"gain", one.gain}};
}

OrderedJson json_of(const LearnedMisreads& one) {
  OrderedJson json = {{"version", one.version},
                      {"learned_at", format_rfc3339(one.learned_at)},
                      {"learned_by", to_string(one.learned_by)},
                      {"learned_from", one.learned_from},
                      {"refused", one.refused},
                      {"evaluation", json_of(one.evaluation)},
                      {"model", one.model},
                      {"calibration", one.calibration},
                      {"calibration_gain", one.calibration_gain}};
  if (one.approved_at) {
    json["approved_at"] = format_rfc3339(*one.approved_at);
    json["approved_by"] = to_string(one.approved_by);
  }
  return json;
}

Result<LearnedMisreads> learned_from(const OrderedJson& json) {
  LearnedMisreads one;
  json.at("version").get_to(one.version);
  one.learned_at = TRY(parse_rfc3339(json.at("learned_at").get<std::string>()));
  one.learned_by = TRY(parse_id(json.at("learned_by").get<std::string>()));
  json.at("learned_from").get_to(one.learned_from);
  json.at("refused").get_to(one.refused);
  const OrderedJson& evaluation = json.at("evaluation");
  evaluation.at("reads").get_to(one.evaluation.reads);
  evaluation.at("mean_log_likelihood").get_to(one.evaluation.mean_log_likelihood);
  evaluation.at("perplexity").get_to(one.evaluation.perplexity);
  evaluation.at("prior_perplexity").get_to(one.evaluation.prior_perplexity);
  evaluation.at("gain").get_to(one.evaluation.gain);
  json.at("model").get_to(one.model);
  TRY(plates::MisreadModel::parse(one.model));
  one.calibration = json.value("calibration", "");
  one.calibration_gain = json.value("calibration_gain", 0.0);
  if (!one.calibration.empty()) TRY(match::Calibration::parse(one.calibration));
  if (json.contains("approved_at")) {
    one.approved_at = TRY(parse_rfc3339(json.at("approved_at").get<std::string>()));
    one.approved_by = TRY(parse_id(json.at("approved_by").get<std::string>()));
  }
  return one;
}

Result<std::map<Id, CameraMisreads>> cameras_from(const OrderedJson& json) {
  std::map<Id, CameraMisreads> cameras;
  for (const auto& [name, one] : json.at("cameras").items()) {
    CameraMisreads& camera = cameras[TRY(parse_id(name))];
    if (one.contains("draft")) camera.draft = TRY(learned_from(one.at("draft")));
    if (one.contains("in_force")) camera.in_force = TRY(learned_from(one.at("in_force")));
  }
  return cameras;
}

}  // namespace

std::string misreads_text(const std::map<Id, CameraMisreads>& cameras) {
  OrderedJson all = OrderedJson::object();
  for (const auto& [id, camera] : cameras) {
    OrderedJson one = OrderedJson::object();
    if (camera.draft) one["draft"] = json_of(*camera.draft);
    if (camera.in_force) one["in_force"] = json_of(*camera.in_force);
    all[to_string(id)] = std::move(one);
  }
  return OrderedJson{{"cameras", std::move(all)}}.dump(1) + "\n";
}

Result<std::map<Id, CameraMisreads>> parse_misreads(std::string_view text) {
  constexpr std::string_view kNotSo = "the file of learned misreads is not as it was written";
  try {
    auto cameras = cameras_from(OrderedJson::parse(text));
    if (!cameras) return fail(ErrorCode::kCorrupt, std::string(kNotSo));
    return cameras;
  } catch (const OrderedJson::exception&) {
    return fail(ErrorCode::kCorrupt, std::string(kNotSo));
  }
}

}  // namespace bas::flow
