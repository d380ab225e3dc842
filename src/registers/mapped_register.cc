#include "registers/mapped_register.h"

#include <algorithm>

namespace bas::registers {

MappedRegister::MappedRegister(std::string name, Mapping mapping, Line line)
    : AskedRegister({std::move(name), mapping.countries, suspicions_of(mapping.answer)}),
      mapping_(std::move(mapping)),
      line_(line) {}

Asked MappedRegister::ask(const Plate& plate, std::stop_token stop) {
  const AnswerMapping& form = mapping_.answer;
  Question question = question_for(mapping_.question, plate);
  for (const UnknownSign& sign : form.unknown) {
    if (sign.status != 0) question.statuses_taken.push_back(sign.status);
  }
  const fetch::Answer answer = TRY(put(line_, question, plate.text, std::move(stop)));
  const bool is_unknown = std::ranges::any_of(
      form.unknown, [&](const UnknownSign& sign) { return sign.status == answer.status; });
  VehicleStatus status;
  if (!is_unknown) {
    if (!is_of_type(answer, form.media_type)) return not_of_type(form.media_type);
    status = TRY(read_mapped(form, answer.body, plate));
  }
  status.answered_at = line_.clock.now();
  return status;
}

}  // namespace bas::registers
