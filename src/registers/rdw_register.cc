#include "registers/rdw_register.h"

#include "registers/rdw_answer.h"

namespace bas::registers {

namespace {

constexpr std::string_view kJson = "application/json";

}  // namespace

RdwRegister::RdwRegister(std::string name, RdwSettings settings, Line line)
    : AskedRegister({std::move(name), {"NL"}, {Suspicion::kUninsured, Suspicion::kUninspected}}),
      settings_(std::move(settings)),
      line_(line) {}

Asked RdwRegister::ask(const Plate& plate, std::stop_token stop) {
  Question question;
  question.request.url = settings_.url + "?kenteken=" + percent_encoded(plate.text);
  question.request.headers = {{"Accept", std::string{kJson}}};
  question.request.limits = settings_.limits;
  if (!settings_.app_token_file.empty()) {
    question.secret_headers = {{"X-App-Token", settings_.app_token_file}};
  }
  const fetch::Answer answer = TRY(put(line_, question, plate.text, std::move(stop)));
  if (!is_of_type(answer, kJson)) return not_of_type(kJson);
  VehicleStatus status = TRY(read_rdw(answer.body, plate.text));
  status.answered_at = line_.clock.now();
  return status;
}

}  // namespace bas::registers
