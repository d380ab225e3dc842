// Redis: MGET of real keys, whose values hold what BAS answers; hiredis, commands laid out before.
#include <hiredis/hiredis.h>

#include <cstdlib>
#include <cstring>

#include "base/check.h"
#include "match_sides.h"

namespace bas::bench {

namespace {

constexpr std::size_t kIdBytes = 16;

struct Close {
  void operator()(redisContext* context) const { redisFree(context); }
};
using Context = std::unique_ptr<redisContext, Close>;

Context connect(const std::string& port) {
  Context context(redisConnect("127.0.0.1", std::atoi(port.c_str())));
  check(context != nullptr && context->err == 0);
  redisEnableKeepAlive(context.get());
  return context;
}

void expect_ok(redisContext* context) {
  void* reply = nullptr;
  check(redisGetReply(context, &reply) == REDIS_OK);
  check(static_cast<redisReply*>(reply)->type != REDIS_REPLY_ERROR);
  freeReplyObject(reply);
}

class Redis final : public Side {
 public:
  Redis(const Plan& plan, std::span<const Wanted> wanted) : context_(connect(plan.port)) {
    check(plan.form == Form::kExact);
    for (std::size_t first = 0; first < wanted.size(); first += plan.batch) {
      std::vector<std::string> keys{"MGET"};
      for (const Wanted& one : wanted.subspan(first, plan.batch)) {
        keys.push_back(key_of(one.country, one.plate));
      }
      std::vector<const char*> words;
      std::vector<std::size_t> lengths;
      for (const std::string& key : keys) {
        words.push_back(key.data());
        lengths.push_back(key.size());
      }
      char* command = nullptr;
      const int bytes = redisFormatCommandArgv(&command, static_cast<int>(words.size()),
                                               words.data(), lengths.data());
      check(bytes > 0);
      commands_.emplace_back(command, static_cast<std::size_t>(bytes));
      redisFreeCommand(command);
    }
  }

  void send(std::size_t batch) override {
    check(redisAppendFormattedCommand(context_.get(), commands_[batch].data(),
                                      commands_[batch].size()) == REDIS_OK);
    for (int is_done = 0; is_done == 0;) {
      check(redisBufferWrite(context_.get(), &is_done) == REDIS_OK);
    }
  }

  void receive(std::size_t, const Take& take) override {
    void* raw = nullptr;
    check(redisGetReply(context_.get(), &raw) == REDIS_OK);
    const auto* reply = static_cast<redisReply*>(raw);
    check(reply->type == REDIS_REPLY_ARRAY);
    for (std::size_t i = 0; i < reply->elements; ++i) {
      const redisReply* one = reply->element[i];
      if (one->type == REDIS_REPLY_STRING) take(hash_of({one->str, kIdBytes}));
    }
    freeReplyObject(raw);
  }

 private:
  Context context_;
  std::vector<std::string> commands_;
};

}  // namespace

std::unique_ptr<Side> make_redis(const Plan& plan, std::span<const Wanted> wanted) {
  return std::make_unique<Redis>(plan, wanted);
}

int load_redis(const std::string& file, const std::string& port) {
  const Context context = connect(port);
  std::size_t waiting = 0;
  for (const Listed& one : read_entries(file)) {
    // As our rows: id, number of the list, priority.
    std::string value = one.entry;
    value.append(2, '\0').push_back(one.priority);
    const std::string key = key_of(one.country, one.plate);
    redisAppendCommand(context.get(), "SET %b %b", key.data(), key.size(), value.data(),
                       value.size());
    if (++waiting == 10'000) {
      for (; waiting > 0; --waiting) expect_ok(context.get());
    }
  }
  for (; waiting > 0; --waiting) expect_ok(context.get());
  return 0;
}

}  // namespace bas::bench
