#include "ledger/note.h"

#include <gtest/gtest.h>

#include "ledger/checkpoint.h"

namespace bas::ledger {
namespace {

// The published example of the format (golang.org/x/mod/sumdb/note).
constexpr std::string_view kVerifier =
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr std::string_view kSecret =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
constexpr std::string_view kText =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n";
const std::string kNote = std::string(kText) +
                          "\n\xE2\x80\x94 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZIn"
                          "NIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

NoteSigner signer(std::string name, char seed) {
  return NoteSigner::create(std::move(name), SigningKey::from_seed(std::string(32, seed)).value())
      .value();
}

TEST(note, is_the_published_one) {
  const auto verifier = NoteVerifier::parse(kVerifier);
  ASSERT_TRUE(verifier);
  EXPECT_EQ(verifier->text(), kVerifier);
  const auto note = Note::parse(kNote);
  ASSERT_TRUE(note);
  EXPECT_EQ(note->text, kText);
  EXPECT_TRUE(is_vouched_for(*note, *verifier));
  const auto secret = NoteSigner::parse(kSecret);
  ASSERT_TRUE(secret);
  EXPECT_EQ(secret->verifier().text(), kVerifier);
  EXPECT_EQ(note_bytes(kText, std::vector{secret->sign(kText)}), kNote);
}

TEST(note, is_believed_of_its_own_key_alone) {
  const NoteSigner log = signer("bas.example/log", 'a');
  const NoteSigner witness = signer("bas.example/witness", 'b');
  const NoteSigner impostor = signer("bas.example/log", 'c');
  const std::string text = "one\n";
  const auto note =
      Note::parse(note_bytes(text, std::vector{log.sign(text), witness.sign(text)})).value();
  EXPECT_TRUE(is_vouched_for(note, log.verifier()));
  EXPECT_TRUE(is_vouched_for(note, witness.verifier()));
  EXPECT_FALSE(is_vouched_for(note, impostor.verifier()));
  Note other = note;
  other.text = "two\n";
  EXPECT_FALSE(is_vouched_for(other, log.verifier()));
}

TEST(note, is_spoilt_by_a_signature_that_does_not_hold) {
  const NoteSigner log = signer("bas.example/log", 'a');
  const std::string text = "one\n";
  const auto note =
      Note::parse(note_bytes(text, std::vector{log.sign(text), log.sign("two\n")})).value();
  EXPECT_FALSE(is_vouched_for(note, log.verifier()));
}

TEST(note, of_another_form_is_refused) {
  const std::string dash = "\xE2\x80\x94 ";
  const std::string line = dash + "name AAAAAAA=\n";
  EXPECT_TRUE(Note::parse("text\n\n" + line));
  for (const std::string& bytes : std::vector<std::string>{
           std::string(), std::string("text\n"), std::string("text\n\n"), "text\n" + line,
           "text\n\n" + line + "\n", "te\txt\n\n" + line, "te\xFFxt\n\n" + line,
           "text\n\n- name AAAAAAA=\n", "text\n\n" + dash + "name\n",
           "text\n\n" + dash + "na+me AAAAAAA=\n", "text\n\n" + dash + "name AAAAAAA\n",
           "text\n\n" + dash + "name AAAA\n", "text\n\n" + dash + "name AAAAAAA= x\n",
           "text\n\n" + line.substr(0, line.size() - 1),
           std::string(70'000, 'x') + "\n\n" + line}) {
    EXPECT_FALSE(Note::parse(bytes)) << bytes.substr(0, 60);
  }
  std::string many = "text\n\n";
  for (int i = 0; i < 101; ++i) many += line;
  EXPECT_FALSE(Note::parse(many));
}

TEST(note, cut_off_anywhere_is_not_believed) {
  const auto verifier = NoteVerifier::parse(kVerifier).value();
  for (std::size_t length = 0; length < kNote.size(); ++length) {
    const auto note = Note::parse(kNote.substr(0, length));
    EXPECT_FALSE(note && is_vouched_for(*note, verifier)) << length;
  }
}

TEST(note, keys_that_do_not_belong_together_are_refused) {
  for (const std::string_view text :
       {"", "PeterNeumann", "PeterNeumann+c74f20a3",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpcAAcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"}) {
    EXPECT_FALSE(NoteVerifier::parse(text)) << text;
    EXPECT_FALSE(NoteSigner::parse(text)) << text;
  }
  EXPECT_FALSE(
      NoteSigner::create("two words", SigningKey::from_seed(std::string(32, 'a')).value()));
}

TEST(checkpoint, has_three_lines_and_one_way_to_be_written) {
  Checkpoint checkpoint{"bas.example/log", 20'852'163, leaf_hash("x")};
  EXPECT_EQ(Checkpoint::parse(checkpoint.text()).value(), checkpoint);
  const std::string whole = checkpoint.text();
  const std::string root = whole.substr(whole.find("163\n") + 4);
  for (const std::string& text : std::vector<std::string>{
           std::string(), "origin\n5\n", "origin\n05\n" + root, "origin\n-5\n" + root,
           "origin\n5 \n" + root, "\n5\n" + root, "origin\n5\n" + root + "more\n",
           "origin\n5\nAAAA\n", "origin\n99999999999999999999\n" + root}) {
    EXPECT_FALSE(Checkpoint::parse(text)) << text;
  }
}

}  // namespace
}  // namespace bas::ledger
