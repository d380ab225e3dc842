#include "sim/outbox.h"

#include <utility>

#include "model/plate.h"

namespace bas::sim {

Outbox::Outbox(const ProvincePlan& plan, const SimulateSettings& settings,
               std::vector<CameraKey> keys)
    : plan_(plan),
      settings_(settings),
      keys_(std::move(keys)),
      painter_(plan),
      bodies_(plan.cameras.size()) {
  WantedSettings listed;
  listed.seed = settings.seed;
  listed.driving = listed_cars_for(settings.rate_per_s);
  for (const Wanted& entry : wanted(listed)) listed_.insert(canonical_plate(entry.plate));
}

Outgoing Outbox::message_of(const Passage& passage, SteadyTime due_at) {
  const PictureSet pictures = settings_.with_pictures ? painter_.draw(passage) : PictureSet{};
  Outgoing outgoing = address(passage.camera, encode(plan_, passage, pictures));
  outgoing.due_at = due_at;
  await(passage, outgoing.awaited);
  return outgoing;
}

void Outbox::collect(const Passage& passage, SteadyTime due_at) {
  Body& body = bodies_[static_cast<std::size_t>(passage.camera)];
  if (body.reads.is_empty()) {
    body.due_at = due_at + settings_.batch_wait;
    waiting_.emplace_back(body.due_at, passage.camera);
  }
  body.reads.add(plan_, passage);
  await(passage, body.awaited);
  if (body.reads.reads() >= settings_.batch) full_.push_back(close(passage.camera, due_at));
}

std::vector<Outgoing> Outbox::take_due(SteadyTime now) {
  std::vector<Outgoing> due = std::exchange(full_, {});
  for (; waiting_from_ < waiting_.size() && waiting_[waiting_from_].first <= now; ++waiting_from_) {
    const auto [due_at, camera] = waiting_[waiting_from_];
    const Body& body = bodies_[static_cast<std::size_t>(camera)];
    const bool was_closed = body.reads.is_empty() || body.due_at != due_at;
    if (!was_closed) due.push_back(close(camera, due_at));
  }
  if (waiting_from_ > 10'000) {
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(waiting_from_));
    waiting_from_ = 0;
  }
  return due;
}

SteadyTime Outbox::next_due() const {
  return waiting_from_ < waiting_.size() ? waiting_[waiting_from_].first : SteadyTime::max();
}

Outgoing Outbox::close(int camera, SteadyTime due_at) {
  Body& body = bodies_[static_cast<std::size_t>(camera)];
  const int reads = body.reads.reads();
  Outgoing outgoing = address(camera, body.reads.take());
  outgoing.reads = reads;
  outgoing.due_at = due_at;
  outgoing.awaited = std::exchange(body.awaited, {});
  body.due_at = SteadyTime::max();
  return outgoing;
}

Outgoing Outbox::address(int camera, WireMessage message) const {
  Outgoing outgoing;
  outgoing.url = settings_.url + "/ingest/" + keys_[static_cast<std::size_t>(camera)].ingest_key;
  outgoing.content_type = std::move(message.content_type);
  outgoing.body = std::make_shared<const std::string>(std::move(message.body));
  return outgoing;
}

void Outbox::await(const Passage& passage, std::vector<std::string>& awaited) const {
  if (settings_.desks <= 0) return;
  if (!listed_.contains(passage.read_plate) && !listed_.contains(passage.true_plate)) return;
  const CameraKey& camera = keys_[static_cast<std::size_t>(passage.camera)];
  awaited.push_back(read_key(camera.camera_id, passage.at));
}

}  // namespace bas::sim
