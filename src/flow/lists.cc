#include "flow/lists.h"

#include <fmt/format.h>

namespace bas::flow {

namespace {

// What a person said begins so, so that it is told apart from what the clock said.
constexpr std::string_view kByPerson = "suspended by a person: ";
constexpr std::size_t kPage = 1'000;

std::string manual_part(const List& list) {
  return list.suspended_because.starts_with(kByPerson) ? list.suspended_because : std::string();
}

std::string hours_text(std::chrono::milliseconds age) {
  return fmt::format("{} hours", std::chrono::duration_cast<std::chrono::hours>(age).count());
}

}  // namespace

std::string suspension_of(const List& list, UtcTime now, std::string_view manual) {
  if (!manual.empty()) return std::string(manual);
  if (list.max_age) {
    const UtcTime since = list.confirmed_at.value_or(list.created_at);
    if (now - since > *list.max_age) {
      return fmt::format("its source has not confirmed it for {}", hours_text(now - since));
    }
  }
  if (!list.unit.empty() && list.unit_until && *list.unit_until <= now) {
    return fmt::format("no unit answers for it since {}", format_rfc3339(*list.unit_until));
  }
  return {};
}

Result<List> Lists::add(List wanted) {
  const UtcTime now = parts_.clock.now();
  wanted.id = make_id(now, parts_.random);
  wanted.created_at = now;
  if (wanted.title.empty()) wanted.title = wanted.name;
  if (wanted.category.empty()) wanted.category = wanted.name;
  wanted.suspended_because = suspension_of(wanted, now, {});
  wanted.is_suspended = !wanted.suspended_because.empty();
  TRY(parts_.store.add_list(wanted));
  parts_.entries.apply_settings(wanted);
  parts_.desks.list_changed(wanted);
  return wanted;
}

Result<List> Lists::change(const List& wanted) {
  const List before = TRY(with_id(wanted.id));
  const List after = TRY(store(wanted));
  const bool finds_more =
      before.match.inexact == InexactUse::kNothing && after.match.inexact != InexactUse::kNothing;
  if (finds_more) TRY(index_again(after.id));
  return after;
}

Result<List> Lists::suspend(const Id& id, std::string because) {
  List list = TRY(with_id(id));
  list.suspended_because = because.empty() ? std::string() : std::string(kByPerson) + because;
  return store(std::move(list));
}

Result<List> Lists::confirm_unit(const Id& id, UtcTime until) {
  List list = TRY(with_id(id));
  list.unit_until = until;
  return store(std::move(list));
}

Result<List> Lists::confirm_source(const Id& id, const std::string& source_revision) {
  List list = TRY(with_id(id));
  list.confirmed_at = parts_.clock.now();
  if (!source_revision.empty()) list.source_revision = source_revision;
  return store(std::move(list));
}

Result<std::vector<List>> Lists::review() {
  std::vector<List> changed;
  const UtcTime now = parts_.clock.now();
  for (List& list : TRY(parts_.store.lists())) {
    const std::string because = suspension_of(list, now, manual_part(list));
    if (because.empty() == !list.is_suspended) continue;
    changed.push_back(TRY(store(std::move(list))));
  }
  return changed;
}

// Says anew whether the list is in force, keeps it, and lets matching and desks know.
Result<List> Lists::store(List list) {
  list.suspended_because = suspension_of(list, parts_.clock.now(), manual_part(list));
  list.is_suspended = !list.suspended_because.empty();
  TRY(parts_.store.update_list(list));
  parts_.entries.apply_settings(list);
  parts_.desks.list_changed(list);
  return list;
}

Result<> Lists::index_again(const Id& list) {
  EntryPage page{{}, kPage};
  while (true) {
    const auto entries = TRY(parts_.entries.page(list, page));
    parts_.entries.index_again(entries);
    if (entries.size() < kPage) return {};
    page.after = entries.back().id;
  }
}

Result<List> Lists::named(std::string_view name) {
  for (List& list : TRY(parts_.store.lists())) {
    if (list.name == name) return list;
  }
  return fail(ErrorCode::kNotFound, fmt::format("there is no list named {}", name));
}

Result<List> Lists::with_id(const Id& id) {
  for (List& list : TRY(parts_.store.lists())) {
    if (list.id == id) return list;
  }
  return fail(ErrorCode::kNotFound, "there is no such list");
}

}  // namespace bas::flow
