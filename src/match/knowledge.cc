#include "match/knowledge.h"

#include "plates/standard_data.h"

namespace bas::match {

std::shared_ptr<const Knowledge> Knowledge::standard() {
  static const auto knowledge = std::make_shared<const Knowledge>(standard_copy(0));
  return knowledge;
}

// The texts are part of the program and tested with it: one that does not parse stops it here.
Knowledge Knowledge::standard_copy(std::uint64_t seed) {
  Knowledge knowledge{
      .grammars = plates::Grammars::parse(plates::grammars()).value(),
      .folding = plates::Folding::parse(plates::look_alikes()).value(),
      .misreads = plates::MisreadModel::parse(plates::misreads()).value(),
      .known = KnownPlates(seed),
      .coverage = 0,
      .vehicles = VehicleEvidence::parse(VehicleWords::parse(plates::vehicle_words()).value(),
                                         plates::vehicle_evidence())
                      .value()};
  knowledge.misreads.keep_at_hand(knowledge.grammars.sets());
  return knowledge;
}

}  // namespace bas::match
