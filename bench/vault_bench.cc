// The vault's hot path: token, seal, open. Data: a plate of 7 glyphs, a record of 128 bytes, a
// picture of 256 KiB. Keys and contexts are warm.
#include "vault/keys.h"

#include <benchmark/benchmark.h>

namespace {

using bas::Day;
using bas::vault::Keys;
using bas::vault::SealKind;
using bas::vault::Secret;

constexpr std::string_view kContext = "0123456789abcdef";

const Keys& keys() {
  static const Keys instance(Day{20780}, Secret(std::string(64, 'k')));
  return instance;
}

void token(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(keys().token("plate", "1ABC123").value());
}
BENCHMARK(token)->Threads(1)->Threads(2);

void seal(benchmark::State& state) {
  const std::string plain(static_cast<std::size_t>(state.range(0)), 'p');
  for (auto _ : state) {
    benchmark::DoNotOptimize(keys().seal(SealKind::kRead, kContext, plain).value());
  }
  state.SetBytesProcessed(state.iterations() * state.range(0));
}
BENCHMARK(seal)->Arg(128)->Arg(256 << 10);
BENCHMARK(seal)->Arg(128)->Threads(2);

void open(benchmark::State& state) {
  const std::string plain(static_cast<std::size_t>(state.range(0)), 'p');
  const std::string sealed = keys().seal(SealKind::kRead, kContext, plain).value();
  for (auto _ : state) {
    benchmark::DoNotOptimize(keys().open(SealKind::kRead, kContext, sealed).value());
  }
  state.SetBytesProcessed(state.iterations() * state.range(0));
}
BENCHMARK(open)->Arg(128)->Arg(256 << 10);

}  // namespace
