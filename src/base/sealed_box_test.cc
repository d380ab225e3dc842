#include "base/sealed_box.h"

#include <gtest/gtest.h>

namespace bas {
namespace {

TEST(sealed_box, is_opened_by_its_recipient_alone) {
  const BoxKeys keys = make_box_keys(), others = make_box_keys();
  for (const std::string& text : {std::string(), std::string("reads"), std::string(100'000, 'x')}) {
    const std::string sealed = seal_for(keys.public_key, text).value();
    EXPECT_EQ(open_box(keys, sealed).value(), text);
    EXPECT_EQ(open_box(others, sealed).error().code, ErrorCode::kRefused);
    EXPECT_NE(seal_for(keys.public_key, text).value(), sealed) << "each time under a new key";
  }
}

TEST(sealed_box, that_was_changed_or_cut_does_not_open) {
  const BoxKeys keys = make_box_keys();
  const std::string sealed = seal_for(keys.public_key, "reads").value();
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    std::string changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(open_box(keys, changed)) << i;
    EXPECT_FALSE(open_box(keys, sealed.substr(0, i))) << i;
  }
}

TEST(sealed_box, is_made_for_keys_alone) {
  for (const std::string& odd :
       {std::string(), std::string(31, 'k'), std::string(33, 'k'), std::string(32, '\0')}) {
    EXPECT_EQ(seal_for(odd, "reads").error().code, ErrorCode::kBadInput) << odd.size();
  }
}

}  // namespace
}  // namespace bas
