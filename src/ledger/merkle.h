// Merkle trees over an append-only log: hashes, roots and proofs as in RFC 6962 and RFC 9162.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bas::ledger {

// SHA-256.
using Hash = std::array<unsigned char, 32>;

// RFC 6962 section 2.1: H(0x00 || entry) and H(0x01 || left || right).
Hash leaf_hash(std::string_view entry);
Hash node_hash(const Hash& left, const Hash& right);

// What is kept of a log to go on with it: the roots of its full subtrees, largest first.
// Threads: one at a time. Cost: append() one hash on average, root() one a level.
class Frontier {
 public:
  void append(const Hash& leaf);
  std::uint64_t size() const { return size_; }
  // Of no leaf: the hash of nothing.
  Hash root() const;

 private:
  std::uint64_t size_ = 0;
  std::vector<Hash> subtrees_;
};

// The root of the full subtree of 2^level leaves that begins at leaf index * 2^level; none where it
// cannot be had.
struct Node {
  unsigned level = 0;
  std::uint64_t index = 0;
};
using NodeAt = std::function<std::optional<Hash>(const Node&)>;

// Root of the first `size` leaves; none where a node is missing.
std::optional<Hash> root_of(std::uint64_t size, const NodeAt& node_at);

using Proof = std::vector<Hash>;

// That leaf `index` stands in the tree of `size` leaves. Nearest node first.
struct LeafPlace {
  std::uint64_t index = 0;
  std::uint64_t size = 0;
};
std::optional<Proof> inclusion_proof(const LeafPlace& place, const NodeAt& node_at);
bool is_included(const Hash& leaf, const LeafPlace& place, const Proof& proof, const Hash& root);

// That the tree of `first` leaves is the beginning of that of `second`.
struct Growth {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
};
std::optional<Proof> consistency_proof(const Growth& growth, const NodeAt& node_at);
struct Roots {
  Hash first, second;
};
bool is_consistent(const Growth& growth, const Roots& roots, const Proof& proof);

}  // namespace bas::ledger
