// One accepted connection: reads requests, has them answered, writes the answers, one at a time.
// For .cc files of this folder only.
#pragma once

#include <memory>
#include <string>

#include "net/answer_head.h"
#include "net/answer_slot.h"
#include "net/byte_buffer.h"
#include "net/exchange.h"
#include "net/server_shared.h"
#include "net/transport.h"

namespace bas::net {

// Threads: everything on its loop's. Kept alive by its own coroutine.
class Connection final : public LoopMember, public std::enable_shared_from_this<Connection> {
 public:
  Connection(std::shared_ptr<ServerShared> shared, std::shared_ptr<Loop> loop,
             std::unique_ptr<Transport> transport, Peer peer);
  ~Connection() override;

  // Call once, on the loop's thread.
  void start();

  void sweep(SteadyTime now) override;
  void stop_softly() override;
  void stop_now() override;

 private:
  // What it is doing, which decides what its deadline means.
  enum class Phase {
    kHandshake,
    kIdle,
    kHead,
    kBody,
    kRoom,
    kHandling,
    kWriting,
    kStreaming,
    kClosing
  };
  enum class Received { kWhole, kRefused, kClosed };

  Task<void> run();
  Task<void> serve();
  Task<Received> receive();
  Task<bool> read_more();
  Task<bool> wait_for_room();
  Task<bool> answer();
  Task<bool> send(const Response& response);
  Task<bool> stream(const Response& response);
  Task<bool> stream_batch(std::size_t& bytes_out);
  Task<void> watch_peer();
  Task<bool> write_all(std::span<asio::const_buffer> buffers);
  Task<void> finish();

  void enter(Phase phase, std::chrono::milliseconds at_most);
  void expire();
  void note_progress();
  bool has_room();
  void call_handler(const Route& route, Request request);
  bool is_too_slow(SteadyTime now) const;
  void append_head_of(const Response& response, Framing framing, std::size_t length);
  void observe(int status, std::size_t bytes_out);

  const std::shared_ptr<ServerShared> shared_;
  const std::shared_ptr<Loop> loop_;
  const std::unique_ptr<Transport> transport_;
  const std::string address_;
  const std::uint64_t number_;
  ConnectionFacts facts_;
  Exchange exchange_;
  ByteBuffer buffer_;
  const std::shared_ptr<AnswerSlot> slot_;
  const std::shared_ptr<Signal> stream_signal_;
  const std::shared_ptr<Signal> room_signal_;
  BodyShare body_share_;
  std::shared_ptr<EventFeed> feed_;
  std::string request_id_;
  std::string head_;  // reused for every answer
  std::uint64_t requests_ = 0;
  Phase phase_ = Phase::kHandshake;
  SteadyTime deadline_ = SteadyTime::max();
  SteadyTime body_began_at_;
  SteadyTime last_byte_at_;
  std::size_t bytes_before_body_ = 0;
  bool expired_ = false;
  bool stopping_ = false;
  bool closed_ = false;
  bool say_goodbye_ = false;
  bool has_unread_bytes_ = false;
};

}  // namespace bas::net
