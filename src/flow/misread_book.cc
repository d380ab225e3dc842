#include "flow/misread_book.h"

#include <fmt/format.h>

#include "base/file.h"
#include "flow/misread_codec.h"
#include "model/plate.h"
#include "plates/lines.h"

namespace bas::flow {

using plates::MisreadModel;
using plates::PackedPlate;

namespace {

constexpr std::size_t kBookBytesMax = 64U << 20;

std::optional<PackedPlate> plate_in(std::string_view text) {
  auto plate = PackedPlate::of(canonical_plate(text));
  if (plate && plate->length() == 0) plate.reset();
  return plate;
}

// Numbers with spaces between them; nothing when one is none.
std::vector<double> confidences_in(std::string_view text) {
  std::vector<double> confidences;
  for (const std::string_view word : plates::words_of(text)) {
    const auto number = plates::number_in(word);
    if (!number || *number > 1) return {};
    confidences.push_back(*number);
  }
  return confidences;
}

// What a text of verified reads holds, a fifth of its vehicles set aside.
struct Verified {
  match::CameraCounts to_learn;
  match::CameraCounts held_out;
  double right = 0;
  std::size_t refused = 0;
};

class VerifiedText {
 public:
  VerifiedText(const MisreadModel& prior, std::uint64_t seed) : prior_(prior), seed_(seed) {}

  Verified read(std::string_view text) {
    while (!text.empty()) {
      const std::string_view line = text.substr(0, text.find('\n'));
      text.remove_prefix(std::min(line.size() + 1, text.size()));
      if (!take(line) && line.find_first_not_of(" \t\r") != std::string_view::npos) {
        ++verified_.refused;
      }
    }
    return verified_;
  }

 private:
  bool take(std::string_view line) {
    const std::size_t comma = line.find(',');
    if (comma == std::string_view::npos) return false;
    const std::size_t second = std::min(line.find(',', comma + 1), line.size());
    const auto truth = plate_in(line.substr(0, comma));
    const auto read = plate_in(line.substr(comma + 1, second - comma - 1));
    if (!truth || !read) return false;
    const auto confidences = confidences_in(line.substr(std::min(second + 1, line.size())));
    if (*truth == *read) ++verified_.right;
    auto& counts = match::is_held_out(*truth, seed_) ? verified_.held_out : verified_.to_learn;
    counts.add(prior_, {*read, confidences}, {*truth, 1});
    return true;
  }

  const MisreadModel& prior_;
  std::uint64_t seed_;
  Verified verified_;
};

bool is_enough(const match::CameraCounts& learned_from, const match::CameraCounts& held_out) {
  return learned_from.misreads.reads >= MisreadBook::kLearnedLeast &&
         held_out.misreads.reads >= MisreadBook::kHeldOutLeast;
}

std::string so_few(const match::CameraCounts& learned_from, const match::CameraCounts& held_out) {
  return fmt::format("{:.0f} reads to learn from and {:.0f} to judge by, of at least {} and {}",
                     learned_from.misreads.reads, held_out.misreads.reads,
                     MisreadBook::kLearnedLeast, MisreadBook::kHeldOutLeast);
}

}  // namespace

Result<> MisreadBook::load() {
  const auto text = read_file(parts_.file, kBookBytesMax);
  if (!text && text.error().code == ErrorCode::kNotFound) return {};
  if (!text) return tl::make_unexpected(text.error());
  auto cameras = TRY(parse_misreads(*text));
  const std::lock_guard lock(mutex_);
  cameras_ = std::move(cameras);
  return put_in_force();
}

Result<CameraMisreads> MisreadBook::learn(const Id& camera, std::string_view text, const Id& who) {
  const auto knowledge = parts_.entries.knowledge();
  const Verified verified = VerifiedText(knowledge->misreads, parts_.random.next()).read(text);
  if (!is_enough(verified.to_learn, verified.held_out)) {
    return fail(ErrorCode::kBadInput, so_few(verified.to_learn, verified.held_out) +
                                          ": bring more verified reads, a line `plate,read` each");
  }
  const double reads = verified.to_learn.misreads.reads + verified.held_out.misreads.reads;
  if (verified.right * 2 < reads) {
    return fail(ErrorCode::kBadInput,
                "most of these reads are wrong: does the true plate stand first, and was no read "
                "left out because it was right?");
  }
  return draft(camera, {verified.to_learn, verified.held_out, verified.refused}, who);
}

Result<CameraMisreads> MisreadBook::learn_tallied(const Id& camera, const Id& who) {
  const TalliedCamera tallied = parts_.tally.of(camera).value_or(TalliedCamera{});
  if (!is_enough(tallied.learned_from, tallied.held_out)) {
    return fail(ErrorCode::kConflict,
                so_few(tallied.learned_from, tallied.held_out) +
                    ": wait for more confirmed hits and repeated passages, or bring verified "
                    "reads");
  }
  return draft(camera, {tallied.learned_from, tallied.held_out}, who);
}

Result<CameraMisreads> MisreadBook::draft(const Id& camera, const Lesson& lesson, const Id& who) {
  const auto knowledge = parts_.entries.knowledge();
  const MisreadModel& prior = knowledge->misreads;
  const MisreadModel model(match::learn(lesson.learned_from.misreads, prior));
  LearnedMisreads draft;
  draft.learned_at = parts_.clock.now();
  draft.learned_by = who;
  draft.learned_from = static_cast<std::size_t>(lesson.learned_from.misreads.reads);
  draft.refused = lesson.refused;
  draft.evaluation = match::evaluate(model, prior, lesson.held_out.misreads);
  draft.model = model.text();
  if (const auto calibration = match::Calibration::fit(lesson.learned_from.confidences)) {
    draft.calibration_gain = calibration->gain(lesson.held_out.confidences);
    if (draft.calibration_gain > 0) draft.calibration = calibration->text();
  }
  const std::lock_guard lock(mutex_);
  auto cameras = cameras_;
  CameraMisreads& now = cameras[camera];
  draft.version =
      1 + std::max(now.draft ? now.draft->version : 0, now.in_force ? now.in_force->version : 0);
  now.draft = std::move(draft);
  TRY(keep(std::move(cameras)));
  return cameras_[camera];
}

Result<CameraMisreads> MisreadBook::approve(const Id& camera, int version, const Id& who) {
  const std::lock_guard lock(mutex_);
  auto cameras = cameras_;
  CameraMisreads& now = cameras[camera];
  if (!now.draft || now.draft->version != version) {
    return fail(ErrorCode::kConflict, "that version does not wait for approval: look again");
  }
  if (now.draft->learned_by == who) {
    return fail(ErrorCode::kConflict, "another person approves what you have learned");
  }
  if (!(now.draft->evaluation.gain > 0)) {
    return fail(ErrorCode::kConflict,
                "it foretells the reads held out no better than the model for all cameras");
  }
  now.draft->approved_at = parts_.clock.now();
  now.draft->approved_by = who;
  now.in_force = std::move(now.draft);
  now.draft.reset();
  TRY(keep(std::move(cameras)));
  return cameras_[camera];
}

Result<CameraMisreads> MisreadBook::forget(const Id& camera) {
  parts_.tally.forget(camera);
  const std::lock_guard lock(mutex_);
  auto cameras = cameras_;
  cameras.erase(camera);
  TRY(keep(std::move(cameras)));
  return CameraMisreads{};
}

CameraMisreads MisreadBook::of(const Id& camera) const {
  const std::lock_guard lock(mutex_);
  const auto found = cameras_.find(camera);
  return found == cameras_.end() ? CameraMisreads{} : found->second;
}

Result<> MisreadBook::keep(std::map<Id, CameraMisreads> cameras) {
  TRY(write_file(parts_.file, misreads_text(cameras), FileMode::kSecret));
  cameras_ = std::move(cameras);
  return put_in_force();
}

Result<> MisreadBook::put_in_force() const {
  auto models = std::make_shared<CameraModels>();
  for (const auto& [id, camera] : cameras_) {
    if (!camera.in_force) continue;
    CameraModel model{TRY(MisreadModel::parse(camera.in_force->model)), {}};
    const std::string& calibration = camera.in_force->calibration;
    if (!calibration.empty()) model.calibration = TRY(match::Calibration::parse(calibration));
    models->emplace(id, std::move(model));
  }
  parts_.entries.set_camera_models(std::move(models));
  return {};
}

}  // namespace bas::flow
