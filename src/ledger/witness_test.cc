#include "ledger/witness.h"

#include <gtest/gtest.h>

#include <vector>

#include "base/encode.h"

namespace bas::ledger {
namespace {

NoteSigner made_signer(const char* name, char seed, NoteKind kind = NoteKind::kText) {
  return NoteSigner::create(name, SigningKey::from_seed(std::string(32, seed)).value(), kind)
      .value();
}

// A log of leaves that say their number; from `fork_at` on they say something else.
class WatchedLog {
 public:
  explicit WatchedLog(std::uint64_t fork_at = ~std::uint64_t{0}) : fork_at_(fork_at) {}

  NodeAt node_at() const {
    return [this](const Node& node) -> std::optional<Hash> {
      Frontier part;
      for (std::uint64_t i = node.index << node.level; i < (node.index + 1) << node.level; ++i) {
        part.append(leaf_hash((i < fork_at_ ? "leaf " : "fork ") + std::to_string(i)));
      }
      return part.root();
    };
  }
  std::string note(std::uint64_t size, const NoteSigner& signer) const {
    const Hash root = size == 0 ? Frontier().root() : root_of(size, node_at()).value();
    const std::string text = Checkpoint{"bas.example/log", size, root}.text();
    const std::string line = signer.sign(text);
    return note_bytes(text, {&line, 1});
  }
  AddCheckpoint grown(std::uint64_t from, std::uint64_t to) const {
    AddCheckpoint asked{from, {}, note(to, signer_)};
    if (from > 0 && from < to) asked.proof = consistency_proof({from, to}, node_at()).value();
    return asked;
  }

  const NoteSigner signer_ = made_signer("bas.example/log", 'l');

 private:
  std::uint64_t fork_at_;
};

class WitnessTest : public testing::Test {
 protected:
  int send(const AddCheckpoint& asked) {
    const auto parsed = AddCheckpoint::parse(asked.body());
    EXPECT_TRUE(parsed) << parsed.error().text;
    last_ = judge(*parsed, logs_, [&](const std::string&) { return seen_; });
    if (last_.seen) seen_ = last_.seen;
    return last_.status;
  }

  const WatchedLog log_;
  std::vector<NoteVerifier> logs_{log_.signer_.verifier()};
  std::optional<Checkpoint> seen_;
  WitnessAnswer last_;
};

TEST_F(WitnessTest, follows_a_log_that_only_grows) {
  EXPECT_EQ(send(log_.grown(0, 0)), 200);
  EXPECT_EQ(send(log_.grown(0, 5)), 200);
  EXPECT_EQ(send(log_.grown(5, 5)), 200) << "the same again";
  EXPECT_EQ(send(log_.grown(5, 8)), 200);
  EXPECT_EQ(send(log_.grown(8, 300)), 200);
  EXPECT_EQ(seen_->size, 300U);
  EXPECT_EQ(last_.text, seen_->text());
}

TEST_F(WitnessTest, tells_who_is_behind_what_it_saw_last) {
  EXPECT_EQ(send(log_.grown(0, 8)), 200);
  EXPECT_EQ(send(log_.grown(5, 9)), 409);
  EXPECT_EQ(last_.size, 8U);
  EXPECT_EQ(send(log_.grown(0, 9)), 409);
  EXPECT_EQ(seen_->size, 8U) << "nothing is undone";
}

TEST_F(WitnessTest, cosigns_no_fork) {
  const WatchedLog fork(3);
  EXPECT_EQ(send(log_.grown(0, 8)), 200);
  EXPECT_EQ(send(fork.grown(8, 8)), 409) << "another root of the same size";
  EXPECT_EQ(send(fork.grown(8, 12)), 422);
  AddCheckpoint without = log_.grown(8, 12);
  without.proof.clear();
  EXPECT_EQ(send(without), 422);
  AddCheckpoint with_more = log_.grown(8, 8);
  with_more.proof.push_back(leaf_hash("more"));
  EXPECT_EQ(send(with_more), 422);
  EXPECT_EQ(seen_->size, 8U);
  EXPECT_EQ(send(log_.grown(8, 12)), 200);
}

TEST_F(WitnessTest, cosigns_nothing_that_its_log_did_not_sign) {
  const NoteSigner stranger = made_signer("bas.example/log", 'x');
  EXPECT_EQ(send({0, {}, log_.note(5, stranger)}), 403);
  logs_ = {made_signer("bas.example/other", 'l').verifier()};
  EXPECT_EQ(send(log_.grown(0, 5)), 404);
  EXPECT_EQ(send({0, {}, "no note\n"}), 400);
  logs_ = {log_.signer_.verifier()};
  AddCheckpoint shrunk = log_.grown(0, 5);
  shrunk.old_size = 9;
  EXPECT_EQ(send(shrunk), 400);
  EXPECT_FALSE(seen_);
}

TEST(witness, requests_are_written_in_one_way) {
  const std::string body = WatchedLog().grown(3, 8).body();
  EXPECT_EQ(AddCheckpoint::parse(body)->body(), body);
  std::size_t taken = 0;
  for (std::size_t size = 0; size < body.size(); ++size) {
    const auto cut = AddCheckpoint::parse(body.substr(0, size));
    if (!cut) continue;
    ++taken;
    EXPECT_EQ(cut->body(), body.substr(0, size));
  }
  EXPECT_LE(taken, body.size() - body.find("\n\n")) << "only behind the empty line";
  const std::string many = "old 1\n" + [] {
    std::string lines;
    for (int i = 0; i < 64; ++i) lines += to_base64(std::string(32, 'h')) + "\n";
    return lines;
  }() + "\nnote";
  for (const std::string& wrong :
       {std::string("old 01\n\n"), std::string("old -1\n\n"), std::string("old 1\nAAAA\n\n"),
        std::string("new 1\n\n"), many}) {
    EXPECT_FALSE(AddCheckpoint::parse(wrong)) << wrong.substr(0, 20);
  }
}

TEST(cosignature, vouches_with_the_time_it_was_made) {
  const NoteSigner witness = made_signer("coc.example/w", 'w', NoteKind::kCosignature);
  const std::string text = "bas.example/log\n1\nAAAA\n";
  const std::vector<std::string> lines{witness.sign(text, 1'700'000'000),
                                       witness.sign(text, 1'700'000'060)};
  const Note note = Note::parse(note_bytes(text, lines)).value();
  EXPECT_TRUE(is_vouched_for(note, witness.verifier()));
  EXPECT_EQ(seen_at(note, witness.verifier()), 1'700'000'060U);
  const auto back = NoteVerifier::parse(witness.verifier().text()).value();
  EXPECT_EQ(back.kind, NoteKind::kCosignature);
  EXPECT_TRUE(is_vouched_for(note, back));

  // The same key as one that signs texts has another name and signs something else.
  const NoteSigner plain = made_signer("coc.example/w", 'w');
  EXPECT_NE(plain.verifier().key.id, witness.verifier().key.id);
  EXPECT_FALSE(is_vouched_for(note, plain.verifier()));
  Note moved = note;
  moved.signatures[0].signature[7] ^= 1;
  EXPECT_FALSE(is_vouched_for(moved, witness.verifier())) << "the time is signed too";
  EXPECT_FALSE(seen_at(moved, witness.verifier()));
}

}  // namespace
}  // namespace bas::ledger
