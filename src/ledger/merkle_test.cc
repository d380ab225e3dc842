#include "ledger/merkle.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/encode.h"

namespace bas::ledger {
namespace {

std::string hex(const Hash& hash) {
  return to_hex({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

// The leaves of the reference tree of Certificate Transparency, and its roots of 1 to 8 of them.
const std::vector<std::string> kLeaves = {"",
                                          "00",
                                          "10",
                                          "2021",
                                          "3031",
                                          "40414243",
                                          "5051525354555657",
                                          "606162636465666768696a6b6c6d6e6f"};
const std::vector<std::string> kRoots = {
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

// A log in memory that knows every node of its full subtrees.
class Log {
 public:
  explicit Log(std::size_t size) {
    for (std::size_t i = 0; i < size; ++i)
      leaves_.push_back(leaf_hash("entry " + std::to_string(i)));
  }
  NodeAt node_at() const {
    return [this](const Node& node) { return at(node); };
  }
  const Hash& leaf(std::size_t index) const { return leaves_[index]; }
  Hash root(std::size_t size) const {
    Frontier frontier;
    for (std::size_t i = 0; i < size; ++i) frontier.append(leaves_[i]);
    return frontier.root();
  }

 private:
  std::optional<Hash> at(const Node& node) const {
    const std::uint64_t size = std::uint64_t{1} << node.level;
    if ((node.index + 1) * size > leaves_.size()) return std::nullopt;
    if (node.level == 0) return leaves_[node.index];
    return node_hash(*at({node.level - 1, 2 * node.index}),
                     *at({node.level - 1, 2 * node.index + 1}));
  }
  std::vector<Hash> leaves_;
};

TEST(merkle, has_the_roots_of_the_reference_tree) {
  Frontier frontier;
  EXPECT_EQ(hex(frontier.root()),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  for (std::size_t i = 0; i < kLeaves.size(); ++i) {
    frontier.append(leaf_hash(from_hex(kLeaves[i]).value()));
    EXPECT_EQ(hex(frontier.root()), kRoots[i]) << i;
  }
}

TEST(merkle, proves_every_leaf_of_every_small_tree_and_nothing_else) {
  const Log log(40);
  for (std::uint64_t size = 1; size <= 40; ++size) {
    const Hash root = log.root(size);
    EXPECT_EQ(root_of(size, log.node_at()), root);
    for (std::uint64_t index = 0; index < size; ++index) {
      const auto proof = inclusion_proof({index, size}, log.node_at());
      ASSERT_TRUE(proof);
      EXPECT_TRUE(is_included(log.leaf(index), {index, size}, *proof, root));
      EXPECT_FALSE(is_included(log.leaf((index + 1) % 40), {index, size}, *proof, root));
      if (size > 1) {
        EXPECT_FALSE(is_included(log.leaf(index), {(index + 1) % size, size}, *proof, root));
      }
    }
    EXPECT_FALSE(inclusion_proof({size, size}, log.node_at()));
  }
}

TEST(merkle, proves_that_every_tree_is_the_beginning_of_every_later_one) {
  const Log log(40);
  for (std::uint64_t second = 0; second <= 40; ++second) {
    for (std::uint64_t first = 0; first <= second; ++first) {
      const auto proof = consistency_proof({first, second}, log.node_at());
      ASSERT_TRUE(proof) << first << " of " << second;
      EXPECT_TRUE(is_consistent({first, second}, {log.root(first), log.root(second)}, *proof))
          << first << " of " << second;
    }
  }
  EXPECT_FALSE(consistency_proof({3, 2}, log.node_at()));
}

TEST(merkle, has_no_proof_where_a_node_is_missing) {
  const Log log(10);
  EXPECT_FALSE(inclusion_proof({3, 20}, log.node_at()));
  EXPECT_FALSE(consistency_proof({3, 20}, log.node_at()));
  EXPECT_FALSE(root_of(11, log.node_at()));
}

void damage(Proof& proof, std::size_t at) { proof[at % proof.size()][at % 32] ^= 1U; }

RC_GTEST_PROP(merkle, believes_no_proof_that_was_changed, ()) {
  const Log log(200);
  const auto second = *rc::gen::inRange<std::uint64_t>(2, 200);
  const auto first = *rc::gen::inRange<std::uint64_t>(1, second);
  const Roots roots{log.root(first), log.root(second)};
  Proof growth = consistency_proof({first, second}, log.node_at()).value();
  Proof inclusion = inclusion_proof({first, second}, log.node_at()).value();
  RC_ASSERT(is_consistent({first, second}, roots, growth));
  RC_ASSERT(!is_consistent({first, second}, {roots.second, roots.first}, growth));
  RC_ASSERT(is_included(log.leaf(first), {first, second}, inclusion, roots.second));
  const auto at = *rc::gen::inRange<std::size_t>(0, 1'000);
  Proof longer = growth;
  longer.push_back(roots.first);
  RC_ASSERT(!is_consistent({first, second}, roots, longer));
  damage(growth, at);
  RC_ASSERT(!is_consistent({first, second}, roots, growth));
  damage(inclusion, at);
  RC_ASSERT(!is_included(log.leaf(first), {first, second}, inclusion, roots.second));
}

}  // namespace
}  // namespace bas::ledger
