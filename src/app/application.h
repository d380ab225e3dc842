// The whole server, wired: the only place that names concrete stores.
#pragma once

#include <filesystem>
#include <memory>

#include "app/application_settings.h"
#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "net/router.h"

namespace bas::app {

// Threads: open, listen and stop from one thread; router() may be used from any.
class Application {
 public:
  // Opens keys and stores, checks the schema, matches again what a crash left untold. Nothing
  // listens yet. A wrong start is one sentence with the cure.
  static Result<std::unique_ptr<Application>> open(ApplicationSettings settings);
  ~Application();

  // Takes requests from here on; the port that was taken (0 in the settings: any free one).
  // Leaves the address in `<data>/address` for the command line of this machine.
  Result<std::uint16_t> listen();

  // Ends in order: no new requests, reads in hand durable and answered, streams told.
  void stop();

  const net::Router& router() const;

 private:
  struct Parts;
  explicit Application(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace bas::app
