#include "flow/misread_tally.h"

#include <algorithm>
#include <utility>

#include "base/file.h"
#include "base/log.h"
#include "flow/directory.h"
#include "flow/prompt_reads.h"
#include "flow/tally_codec.h"
#include "match/learning.h"

namespace bas::flow {

using match::LikelyTruth;
using match::PassingRead;
using plates::PackedPlate;

namespace {

constexpr std::size_t kWaitingMost = 10'000;
constexpr std::size_t kTallyBytesMax = 256U << 20;
constexpr std::chrono::minutes kSavePause{10};
constexpr std::chrono::milliseconds kCountPause{200};

const LikelyTruth* likeliest(const std::vector<LikelyTruth>& truths) {
  const auto most = std::ranges::max_element(truths, {}, &LikelyTruth::probability);
  return most == truths.end() ? nullptr : &*most;
}

}  // namespace

Result<std::unique_ptr<MisreadTally>> MisreadTally::open(Parts parts, Random& random) {
  std::unique_ptr<MisreadTally> tally(new MisreadTally(std::move(parts)));
  const auto text = read_file(tally->parts_.file, kTallyBytesMax);
  if (text) {
    StoredTally stored = TRY(parse_tally(*text));
    tally->seed_ = stored.seed;
    tally->cameras_ = std::move(stored.cameras);
  } else if (text.error().code == ErrorCode::kNotFound) {
    tally->seed_ = random.next();
  } else {
    return tl::make_unexpected(text.error());
  }
  tally->saved_at_ = tally->parts_.clock.steady_now();
  tally->thread_ = std::thread([raw = tally.get()] { raw->run(); });
  return tally;
}

MisreadTally::~MisreadTally() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  wake_.notify_all();
  if (!thread_.joinable()) return;
  thread_.join();
  if (const auto saved = save(); !saved) {
    log(LogLevel::kWarning, "flow", "what was counted of misreads could not be kept",
        {{"reason", saved.error().text}});
  }
}

std::optional<PassingRead> MisreadTally::remembered(const Read& read) const {
  const auto plate = PackedPlate::of(read.plate);
  const Site* site = parts_.directory.view()->site(read.site);
  if (!plate || plate->length() == 0 || site == nullptr) return std::nullopt;
  PassingRead passing;
  passing.plate = *plate;
  passing.country = read.facts.country;
  passing.camera = read.camera;
  passing.captured_at = read.facts.captured_at;
  passing.latitude = site->latitude;
  passing.longitude = site->longitude;
  const auto& said = read.facts.glyph_confidences;
  if (said.size() == static_cast<std::size_t>(plate->length())) {
    std::ranges::copy(said, passing.confidences.begin());
    passing.confidence_count = said.size();
  }
  return passing;
}

void MisreadTally::passed(const Read& read) {
  if (!tells_when(read)) return;
  auto passing = remembered(read);
  if (!passing) return;
  const std::lock_guard lock(mutex_);
  if (waiting_.size() < kWaitingMost) waiting_.push_back(std::move(*passing));
}

void MisreadTally::confirmed(const HitWithRead& hit) {
  const auto truth = PackedPlate::of(hit.hit.entry_plate.text);
  const auto read = remembered(hit.read);
  if (!truth || truth->length() == 0 || !read) return;
  const auto lists = parts_.lists.lists();
  if (!lists) return;
  const auto list = std::ranges::find(*lists, hit.hit.list, &List::id);
  if (list == lists->end() || list->match.inexact == InexactUse::kNothing) return;
  const std::lock_guard lock(counting_);
  count(*read, {*truth, 1}, match::is_held_out(*truth, seed_));
  camera(read->camera).by_verdict += 1;
}

std::optional<TalliedCamera> MisreadTally::of(const Id& camera) {
  const std::lock_guard lock(counting_);
  const auto found = cameras_.find(camera);
  return found == cameras_.end() ? std::nullopt : std::optional(found->second);
}

void MisreadTally::forget(const Id& camera) {
  const std::lock_guard lock(counting_);
  cameras_.erase(camera);
}

Result<> MisreadTally::save() {
  {
    std::unique_lock lock(mutex_);
    wake_.notify_all();
    wake_.wait(lock, [&] { return is_stopping_ || (waiting_.empty() && !is_counting_); });
  }
  return write();
}

Result<> MisreadTally::write() {
  std::string text;
  {
    const std::lock_guard lock(counting_);
    text = tally_text(seed_, cameras_);
  }
  return write_file(parts_.file, text, FileMode::kSecret);
}

TalliedCamera& MisreadTally::camera(const Id& id) {
  const auto [place, is_new] = cameras_.try_emplace(id);
  if (is_new) place->second.since = parts_.clock.now();
  return place->second;
}

void MisreadTally::count(const PassingRead& read, const LikelyTruth& truth, bool is_held_out) {
  TalliedCamera& own = camera(read.camera);
  match::CameraCounts& counts = is_held_out ? own.held_out : own.learned_from;
  counts.add(parts_.entries.knowledge()->misreads, read.rated(), truth);
}

void MisreadTally::count_passage(const PassingRead& read) {
  const auto repeated = passages_.next(read);
  if (!repeated) return;
  const auto& [first, second, same] = *repeated;
  const auto knowledge = parts_.entries.knowledge();
  const match::PassagePair pair{first.plate, second.plate,
                                first.country.empty() ? second.country : first.country, same};
  const auto truths =
      match::truths_behind(knowledge->grammars, pair, knowledge->misreads, knowledge->misreads);
  const LikelyTruth* most = likeliest(truths);
  if (most == nullptr) return;
  const bool is_held_out = match::is_held_out(most->plate, seed_);
  for (const LikelyTruth& truth : truths) {
    for (const PassingRead* one : {&first, &second}) {
      count(*one, truth, is_held_out);
      camera(one->camera).by_passage += truth.probability;
    }
  }
}

void MisreadTally::run() {
  std::unique_lock lock(mutex_);
  while (!is_stopping_) {
    wake_.wait_for(lock, kCountPause, [&] { return is_stopping_; });
    const auto reads = std::exchange(waiting_, {});
    is_counting_ = true;
    lock.unlock();
    for (const PassingRead& read : reads) {
      const std::lock_guard counting(counting_);
      count_passage(read);
    }
    lock.lock();
    is_counting_ = false;
    wake_.notify_all();
    lock.unlock();
    save_if_due();
    lock.lock();
  }
}

void MisreadTally::save_if_due() {
  const auto now = parts_.clock.steady_now();
  if (now - saved_at_ < kSavePause) return;
  saved_at_ = now;
  if (const auto saved = write(); !saved) {
    log(LogLevel::kWarning, "flow", "what was counted of misreads is kept in memory alone",
        {{"reason", saved.error().text}});
  }
}

}  // namespace bas::flow
