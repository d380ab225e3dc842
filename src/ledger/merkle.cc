#include "ledger/merkle.h"

#include <algorithm>
#include <bit>

#include "base/encode.h"

namespace bas::ledger {

namespace {

Hash hashed(std::initializer_list<std::string_view> parts) {
  const std::string digest = sha256(parts);
  Hash hash;
  std::copy(digest.begin(), digest.end(), hash.begin());
  return hash;
}

std::string_view bytes_of(const Hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

// The largest power of two below `size`, which is at least 2: where a tree is split.
std::uint64_t split_of(std::uint64_t size) { return std::bit_floor(size - 1); }

// Leaves [first, first + size).
struct Span {
  std::uint64_t first = 0;
  std::uint64_t size = 0;
};

std::optional<Hash> root_of_span(const Span& span, const NodeAt& node_at) {
  if (std::has_single_bit(span.size)) {
    const auto level = static_cast<unsigned>(std::countr_zero(span.size));
    return node_at({level, span.first >> level});
  }
  const std::uint64_t split = split_of(span.size);
  const auto left = root_of_span({span.first, split}, node_at);
  const auto right = root_of_span({span.first + split, span.size - split}, node_at);
  if (!left || !right) return std::nullopt;
  return node_hash(*left, *right);
}

// Puts the roots of what is left aside on the way down to a leaf or subtree, deepest first.
bool add_root(const Span& span, const NodeAt& node_at, Proof& proof) {
  const auto root = root_of_span(span, node_at);
  if (root) proof.push_back(*root);
  return root.has_value();
}

bool add_path(std::uint64_t index, const Span& span, const NodeAt& node_at, Proof& proof) {
  if (span.size == 1) return true;
  const std::uint64_t split = split_of(span.size);
  const Span left{span.first, split};
  const Span right{span.first + split, span.size - split};
  if (index < split) {
    return add_path(index, left, node_at, proof) && add_root(right, node_at, proof);
  }
  return add_path(index - split, right, node_at, proof) && add_root(left, node_at, proof);
}

// A subtree on the way of a consistency proof; `is_known`: the verifier has its root.
struct Part {
  Span span;
  bool is_known = false;
};

// RFC 6962 section 2.1.2.
bool add_growth(std::uint64_t first, const Part& part, const NodeAt& node_at, Proof& proof) {
  const Span& span = part.span;
  if (first == span.size) return part.is_known || add_root(span, node_at, proof);
  const std::uint64_t split = split_of(span.size);
  const Span left{span.first, split};
  const Span right{span.first + split, span.size - split};
  if (first <= split) {
    return add_growth(first, {left, part.is_known}, node_at, proof) &&
           add_root(right, node_at, proof);
  }
  return add_growth(first - split, {right, false}, node_at, proof) &&
         add_root(left, node_at, proof);
}

}  // namespace

Hash leaf_hash(std::string_view entry) { return hashed({std::string_view("\0", 1), entry}); }

Hash node_hash(const Hash& left, const Hash& right) {
  return hashed({"\1", bytes_of(left), bytes_of(right)});
}

void Frontier::append(const Hash& leaf) {
  subtrees_.push_back(leaf);
  for (std::uint64_t left = size_; left % 2 == 1; left /= 2) {
    const Hash joined = node_hash(subtrees_[subtrees_.size() - 2], subtrees_.back());
    subtrees_.pop_back();
    subtrees_.back() = joined;
  }
  ++size_;
}

Hash Frontier::root() const {
  if (subtrees_.empty()) return hashed({std::string_view()});
  Hash root = subtrees_.back();
  for (std::size_t i = subtrees_.size() - 1; i > 0; --i) root = node_hash(subtrees_[i - 1], root);
  return root;
}

std::optional<Hash> root_of(std::uint64_t size, const NodeAt& node_at) {
  if (size == 0) return hashed({std::string_view()});
  return root_of_span({0, size}, node_at);
}

std::optional<Proof> inclusion_proof(const LeafPlace& place, const NodeAt& node_at) {
  Proof proof;
  if (place.index >= place.size || !add_path(place.index, {0, place.size}, node_at, proof)) {
    return std::nullopt;
  }
  return proof;
}

// RFC 9162 section 2.1.3.2.
bool is_included(const Hash& leaf, const LeafPlace& place, const Proof& proof, const Hash& root) {
  if (place.index >= place.size) return false;
  std::uint64_t index = place.index;
  std::uint64_t last = place.size - 1;
  Hash hash = leaf;
  for (const Hash& one : proof) {
    if (last == 0) return false;
    if (index % 2 == 1 || index == last) {
      hash = node_hash(one, hash);
      while (index % 2 == 0 && index != 0) {
        index /= 2;
        last /= 2;
      }
    } else {
      hash = node_hash(hash, one);
    }
    index /= 2;
    last /= 2;
  }
  return last == 0 && hash == root;
}

std::optional<Proof> consistency_proof(const Growth& growth, const NodeAt& node_at) {
  if (growth.first > growth.second) return std::nullopt;
  Proof proof;
  if (growth.first == 0 || growth.first == growth.second) return proof;
  if (!add_growth(growth.first, {{0, growth.second}, true}, node_at, proof)) return std::nullopt;
  return proof;
}

// RFC 9162 section 2.1.4.2.
bool is_consistent(const Growth& growth, const Roots& roots, const Proof& proof) {
  if (growth.first > growth.second) return false;
  if (growth.first == growth.second) return proof.empty() && roots.first == roots.second;
  if (growth.first == 0) return proof.empty() && roots.first == hashed({});
  Proof path = proof;
  if (std::has_single_bit(growth.first)) path.insert(path.begin(), roots.first);
  if (path.empty()) return false;
  std::uint64_t first = growth.first - 1;
  std::uint64_t second = growth.second - 1;
  while (first % 2 == 1) {
    first /= 2;
    second /= 2;
  }
  Hash old_root = path.front();
  Hash new_root = path.front();
  for (std::size_t i = 1; i < path.size(); ++i) {
    if (second == 0) return false;
    if (first % 2 == 1 || first == second) {
      old_root = node_hash(path[i], old_root);
      new_root = node_hash(path[i], new_root);
      while (first % 2 == 0 && first != 0) {
        first /= 2;
        second /= 2;
      }
    } else {
      new_root = node_hash(new_root, path[i]);
    }
    first /= 2;
    second /= 2;
  }
  return second == 0 && old_root == roots.first && new_root == roots.second;
}

}  // namespace bas::ledger
