// Received bytes that wait to be parsed: filled behind, consumed in front.
#pragma once

#include <cstring>
#include <memory>
#include <span>
#include <string_view>

#include "base/check.h"

namespace bas::net {

class ByteBuffer {
 public:
  std::string_view view() const { return {bytes_.get() + begin_, end_ - begin_}; }
  std::size_t size() const { return end_ - begin_; }

  // Room for at least `count` further bytes; moves what is held to the front when that helps.
  std::span<char> prepare(std::size_t count) {
    if (capacity_ - end_ < count) grow(count);
    return {bytes_.get() + end_, capacity_ - end_};
  }
  void commit(std::size_t count) {
    check(count <= capacity_ - end_);
    end_ += count;
  }
  void consume(std::size_t count) {
    check(count <= size());
    begin_ += count;
    if (begin_ == end_) begin_ = end_ = 0;
  }
  // Gives the memory back when it is empty and more than `keep` bytes.
  void shrink(std::size_t keep) {
    if (size() > 0 || capacity_ <= keep) return;
    bytes_.reset();
    capacity_ = 0;
  }

 private:
  void grow(std::size_t count) {
    const std::size_t held = size();
    if (capacity_ < held + count) {
      const std::size_t larger = held + count;
      std::unique_ptr<char[]> bytes{new char[larger]};
      if (held > 0) std::memcpy(bytes.get(), bytes_.get() + begin_, held);
      bytes_ = std::move(bytes);
      capacity_ = larger;
    } else if (held > 0) {
      std::memmove(bytes_.get(), bytes_.get() + begin_, held);
    }
    begin_ = 0;
    end_ = held;
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace bas::net
