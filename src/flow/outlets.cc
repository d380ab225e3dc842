#include "flow/outlets.h"

#include <algorithm>

#include "model/outlet_signing.h"

namespace bas::flow {

namespace {

constexpr std::size_t kKeysMost = 4;

tl::unexpected<Error> no_such_outlet() {
  return fail(ErrorCode::kNotFound, "there is no such outlet");
}

const Id& id_of(const KeptOutlet& kept) { return kept.outlet.id; }

}  // namespace

Result<std::unique_ptr<Outlets>> Outlets::open(Parts parts) {
  auto outlets = std::unique_ptr<Outlets>(new Outlets(parts));
  for (const OpenPaper& paper : TRY(parts.papers.all(PaperKind::kOutlet))) {
    KeptOutlet kept = TRY(parse_outlet(paper));
    if (!kept.is_removed) outlets->outlets_.push_back(std::move(kept));
  }
  return outlets;
}

std::vector<Outlet> Outlets::all() const {
  const std::lock_guard lock(mutex_);
  std::vector<Outlet> all;
  for (const KeptOutlet& kept : outlets_) all.push_back(kept.outlet);
  return all;
}

Result<Outlet> Outlets::one(const Id& id) const {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find(outlets_, id, id_of);
  if (found == outlets_.end()) return no_such_outlet();
  return found->outlet;
}

OutletKey Outlets::new_key(OutletSigning signing) {
  return {signing, parts_.random.bytes(kOutletSecretBytes)};
}

Result<Outlets::Made> Outlets::make(OutletWish wish, const Id& by) {
  const std::lock_guard turn(turn_);
  {
    const std::lock_guard lock(mutex_);
    const auto earlier = std::ranges::find_if(outlets_, [&](const KeptOutlet& kept) {
      return !wish.request_key.empty() && kept.request_key == wish.request_key &&
             kept.made_by == by;
    });
    if (earlier != outlets_.end()) return Made{earlier->outlet, false};
    if (outlets_.size() >= kOutletsMost) {
      return fail(ErrorCode::kConflict, "there are as many outlets as the server keeps");
    }
  }
  KeptOutlet kept{.outlet = {}, .made_by = by, .request_key = std::move(wish.request_key)};
  Outlet& outlet = kept.outlet;
  outlet.created_at = parts_.clock.now();
  outlet.id = make_id(outlet.created_at, parts_.random);
  outlet.zone = wish.zone;
  outlet.title = std::move(wish.title);
  outlet.way = wish.way;
  outlet.target = std::move(wish.target);
  outlet.events = std::move(wish.events);
  if (outlet.way == OutletWay::kWebhook) outlet.keys = {new_key(wish.signing)};
  TRY(parts_.sender.check(outlet));
  TRY(parts_.papers.add(PaperKind::kOutlet, outlet.id, paper_text(kept)));
  const std::lock_guard lock(mutex_);
  outlets_.push_back(kept);
  return Made{kept.outlet, true};
}

Result<Outlet> Outlets::edit(const Id& id, const Edit& edit) {
  const std::lock_guard turn(turn_);
  KeptOutlet changed;
  {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find(outlets_, id, id_of);
    if (found == outlets_.end()) return no_such_outlet();
    changed = *found;
  }
  TRY(edit(changed.outlet));
  TRY(parts_.papers.replace(PaperKind::kOutlet, {id, changed.outlet.version, paper_text(changed)}));
  ++changed.outlet.version;
  const std::lock_guard lock(mutex_);
  *std::ranges::find(outlets_, id, id_of) = changed;
  return changed.outlet;
}

Result<Outlet> Outlets::change(const Id& id, const OutletWish& wish) {
  return edit(id, [&](Outlet& outlet) -> Result<> {
    outlet.title = wish.title;
    outlet.target = wish.target;
    outlet.events = wish.events;
    return parts_.sender.check(outlet);
  });
}

// Its keys go with it: what is left of the paper says only that it was there.
Result<> Outlets::remove(const Id& id) {
  const std::lock_guard turn(turn_);
  const int version = TRY(one(id)).version;
  KeptOutlet gone;
  gone.is_removed = true;
  TRY(parts_.papers.replace(PaperKind::kOutlet, {id, version, paper_text(gone)}));
  const std::lock_guard lock(mutex_);
  std::erase_if(outlets_, [&](const KeptOutlet& kept) { return kept.outlet.id == id; });
  return {};
}

Result<Outlet> Outlets::rotate(const Id& id) {
  return edit(id, [&](Outlet& outlet) -> Result<> {
    const UtcTime now = parts_.clock.now();
    if (outlet.keys.empty()) return fail(ErrorCode::kConflict, "this outlet signs nothing");
    std::erase_if(outlet.keys,
                  [&](const OutletKey& key) { return key.until && *key.until <= now; });
    if (outlet.keys.size() >= kKeysMost) {
      return fail(ErrorCode::kConflict, "four keys are in use: wait until the oldest is over");
    }
    OutletKey& current = outlet.keys.front();
    current.until = now + kOverlap;
    outlet.keys.insert(outlet.keys.begin(), new_key(current.signing));
    return {};
  });
}

Result<Outlet> Outlets::enable(const Id& id) {
  return edit(id, [&](Outlet& outlet) -> Result<> {
    outlet.disabled_because.clear();
    outlet.disabled_at.reset();
    return parts_.sender.check(outlet);
  });
}

Result<bool> Outlets::disable(const Id& id, const std::string& because) {
  bool is_new = false;
  TRY(edit(id, [&](Outlet& outlet) -> Result<> {
    is_new = !outlet.is_disabled();
    if (!is_new) return {};
    outlet.disabled_because = because;
    outlet.disabled_at = parts_.clock.now();
    return {};
  }));
  return is_new;
}

}  // namespace bas::flow
