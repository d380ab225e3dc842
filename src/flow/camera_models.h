// What was learned of single cameras and approved.
#pragma once

#include <map>
#include <optional>

#include "base/id.h"
#include "match/calibration.h"
#include "plates/misread_model.h"

namespace bas::flow {

// How a camera misreads; and what its confidences are worth, where they are worth something.
struct CameraModel {
  plates::MisreadModel misreads;
  std::optional<match::Calibration> calibration;
};
using CameraModels = std::map<Id, CameraModel>;

}  // namespace bas::flow
