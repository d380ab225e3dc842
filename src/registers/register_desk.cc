#include "registers/register_desk.h"

#include <fmt/format.h>

#include "registers/mapped_register.h"

namespace bas::registers {

namespace {

Result<> check_secrets(const RegisterSettings& settings) {
  std::vector<std::string> files;
  if (settings.kind == Kind::kRdw && !settings.rdw.app_token_file.empty()) {
    files.push_back(settings.rdw.app_token_file);
  }
  for (const SecretHeader& secret : settings.mapping.question.secret_headers) {
    files.push_back(secret.file);
  }
  for (const std::string& file : files) {
    const auto secret = read_secret(file);
    if (!secret) {
      return fail(ErrorCode::kBadInput, fmt::format("{}: {}", settings.name, secret.error().text));
    }
  }
  return {};
}

std::unique_ptr<AskedRegister> source_of(const RegisterSettings& settings, Line line) {
  if (settings.kind == Kind::kRdw) {
    return std::make_unique<RdwRegister>(settings.name, settings.rdw, line);
  }
  return std::make_unique<MappedRegister>(settings.name, settings.mapping, line);
}

}  // namespace

Conclusion RegisterDesk::check(const Plate& plate, Suspicion suspicion,
                               std::stop_token stop) const {
  AskedRegister* const found = find(plate.country, suspicion);
  if (found == nullptr) {
    return {Confirmation::kUnconfirmed, Ground::kNoAnswer,
            plate.country.empty() ? "The country of the plate is not known; no register was asked."
                                  : "No register is set up for this question and country."};
  }
  const auto answer = found->look_up(plate, std::move(stop));
  return concluded(answer, suspicion, clock_.now());
}

AskedRegister* RegisterDesk::find(std::string_view country, Suspicion suspicion) const {
  for (const OpenRegister& one : registers_) {
    if (one.asked->covers(country) && one.asked->answers(suspicion)) return one.asked.get();
  }
  return nullptr;
}

std::vector<NamedHealth> RegisterDesk::health() const {
  std::vector<NamedHealth> rows;
  for (const OpenRegister& one : registers_) {
    const Identity& identity = one.asked->identity();
    rows.push_back({identity.name, identity.countries, identity.answers, one.health->now()});
  }
  return rows;
}

Result<OpenRegister> make_register(const RegisterSettings& settings, Surroundings with) {
  TRY(check_secrets(settings));
  const auto health = std::make_shared<HealthBook>();
  const Around around{with.clock, with.random, with.pause, health};
  auto asked = source_of(settings, {with.fetcher, with.clock});
  asked = std::make_unique<PacedRegister>(std::move(asked), settings.pace, around);
  asked = std::make_unique<RetriedRegister>(std::move(asked), settings.retry, around);
  asked = std::make_unique<GuardedRegister>(std::move(asked), settings.guard, around);
  asked = std::make_unique<CachedRegister>(std::move(asked), settings.cache, around);
  return OpenRegister{std::move(asked), health};
}

Result<std::unique_ptr<RegisterDesk>> open_desk(const std::vector<RegisterSettings>& settings,
                                                Surroundings around) {
  std::vector<OpenRegister> registers;
  for (const RegisterSettings& one : settings) {
    registers.push_back(TRY(make_register(one, around)));
  }
  return std::make_unique<RegisterDesk>(std::move(registers), around.clock);
}

}  // namespace bas::registers
