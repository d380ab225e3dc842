// What matching knows of plates, beside the lists.
#pragma once

#include <memory>

#include "base/result.h"
#include "match/known_plates.h"
#include "match/vehicle_evidence.h"
#include "plates/folding.h"
#include "plates/grammar.h"
#include "plates/misread_model.h"

namespace bas::match {

// `coverage` 0..1: the share of the vehicles on the road whose plates are in `known`, of the
// countries of which any are.
struct Knowledge {
  plates::Grammars grammars;
  plates::Folding folding;
  plates::MisreadModel misreads;
  KnownPlates known;
  double coverage = 0;
  VehicleEvidence vehicles;

  // From the files in data/plates that are built in, with no plate known. The same for ever.
  static std::shared_ptr<const Knowledge> standard();
  // The same, to be changed.
  static Knowledge standard_copy(std::uint64_t seed);
};

}  // namespace bas::match
