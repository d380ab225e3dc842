#include "flow/misread_book.h"

#include <fmt/format.h>

#include "base/file.h"
#include "flow/misread_codec.h"
#include "model/plate.h"

namespace bas::flow {

using match::VerifiedRead;
using plates::MisreadModel;
using plates::PackedPlate;

namespace {

constexpr std::size_t kFileBytesMax = 64U << 20;

// What a text of verified reads holds, a fifth of its vehicles set aside.
struct Verified {
  std::vector<VerifiedRead> to_learn;
  std::vector<VerifiedRead> held_out;
  std::size_t right = 0;
  std::size_t refused = 0;
};

std::optional<PackedPlate> plate_in(std::string_view text) {
  auto plate = PackedPlate::of(canonical_plate(text));
  if (plate && plate->length() == 0) plate.reset();
  return plate;
}

Verified verified_in(std::string_view text, std::uint64_t seed) {
  Verified verified;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::size_t comma = line.find(',');
    const auto truth = plate_in(line.substr(0, comma));
    const auto read =
        comma == std::string_view::npos ? std::nullopt : plate_in(line.substr(comma + 1));
    if (truth && read) {
      if (*truth == *read) ++verified.right;
      (match::is_held_out(*truth, seed) ? verified.held_out : verified.to_learn)
          .push_back({*truth, *read});
    } else if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      ++verified.refused;
    }
  }
  return verified;
}

}  // namespace

Result<> MisreadBook::load() {
  const auto text = read_file(parts_.file, kFileBytesMax);
  if (!text && text.error().code == ErrorCode::kNotFound) return {};
  if (!text) return tl::make_unexpected(text.error());
  auto cameras = TRY(parse_misreads(*text));
  const std::lock_guard lock(mutex_);
  cameras_ = std::move(cameras);
  return put_in_force();
}

Result<CameraMisreads> MisreadBook::learn(const Id& camera, std::string_view text, const Id& who) {
  const Verified verified = verified_in(text, parts_.random.next());
  if (verified.to_learn.size() < kLearnedLeast || verified.held_out.size() < kHeldOutLeast) {
    return fail(
        ErrorCode::kBadInput,
        fmt::format("{} reads to learn from and {} to judge by, of at least {} and {}: bring "
                    "more verified reads, a line `plate,read` each",
                    verified.to_learn.size(), verified.held_out.size(), kLearnedLeast,
                    kHeldOutLeast));
  }
  if (verified.right * 2 < verified.to_learn.size() + verified.held_out.size()) {
    return fail(ErrorCode::kBadInput,
                "most of these reads are wrong: does the true plate stand first, and was no read "
                "left out because it was right?");
  }
  const MisreadModel& prior = parts_.entries.knowledge()->misreads;
  match::MisreadCounts counts;
  for (const VerifiedRead& one : verified.to_learn) counts.add(prior, one);
  const MisreadModel model(match::learn(counts, prior));
  LearnedMisreads draft;
  draft.learned_at = parts_.clock.now();
  draft.learned_by = who;
  draft.learned_from = verified.to_learn.size();
  draft.refused = verified.refused;
  draft.evaluation = match::evaluate(model, prior, verified.held_out);
  draft.model = model.text();
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
    if (camera.in_force) models->emplace(id, TRY(MisreadModel::parse(camera.in_force->model)));
  }
  parts_.entries.set_camera_models(std::move(models));
  return {};
}

}  // namespace bas::flow
