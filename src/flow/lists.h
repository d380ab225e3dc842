// Lists: what they are, how they match, and whether they are in force.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "flow/entry_book.h"
#include "ports/desks.h"
#include "ports/list_store.h"

namespace bas::flow {

// Why a list is not in force; empty when it is. Its source is stale, its unit no longer answers, or
// a person suspended it. `manual`: what a person said, empty when nobody did. Pure.
std::string suspension_of(const List& list, UtcTime now, std::string_view manual);

// Threads: any. Changes are durable, and in force, when they return.
class Lists {
 public:
  struct Parts {
    ListStore& store;
    EntryBook& entries;
    Desks& desks;
    const Clock& clock;
    Random& random;
  };
  explicit Lists(Parts parts) : parts_(parts) {}

  // `wanted`: id, creation and suspension are filled in; title and category default to the name.
  Result<List> add(List wanted);
  // Everything but id, name, owner and creation. Entries of a list that begins to match inexactly
  // are indexed again, about 4 µs each.
  Result<List> change(const List& wanted);

  // A person's word; an empty reason takes it back, and what else suspends the list stays.
  Result<List> suspend(const Id& list, std::string because);
  // Its unit answers until then.
  Result<List> confirm_unit(const Id& list, UtcTime until);
  // Its source said just now that the entries are current, in the revision it named.
  Result<List> confirm_source(const Id& list, const std::string& source_revision);

  // Suspends what became stale and resumes what is current again; answers those that changed and
  // tells the desks of each.
  Result<std::vector<List>> review();

  Result<std::vector<List>> plain() { return parts_.store.lists(); }
  Result<List> named(std::string_view name);
  Result<List> with_id(const Id& id);

 private:
  Result<List> store(List list);
  Result<> index_again(const Id& list);

  Parts parts_;
};

}  // namespace bas::flow
