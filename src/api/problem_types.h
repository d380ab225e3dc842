// Generated from api/errors.yaml by tools/generate_errors.py; change it there.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bas::api {

// Every kind of problem the server answers with.
enum class ProblemType : std::uint8_t {
  kBadRequest,
  kUndecodable,
  kUnknownKey,
  kCameraDisabled,
  kCameraUnauthorised,
  kTooLarge,
  kUnsupportedType,
  kHeadersTooLarge,
  kRequestTimeout,
  kHttpVersion,
  kNotFound,
  kMethodNotAllowed,
  kUnauthenticated,
  kCodeNeeded,
  kProofNeeded,
  kTooManyAttempts,
  kForbidden,
  kConflict,
  kVersionChanged,
  kPreconditionRequired,
  kIdempotencyMismatch,
  kBusy,
  kStorageFull,
  kStopping,
  kDestroyed,
  kInternal,
};

// One row of the register. `type` is "/problems/<slug>"; `advice` is one English sentence.
struct ProblemText {
  std::string_view slug;
  std::string_view type;
  std::string_view title;
  int status = 500;
  std::string_view code;
  std::string_view advice;
};

const ProblemText& text_of(ProblemType type);

// In the order of the register.
std::span<const ProblemText> problem_texts();

std::optional<ProblemType> problem_type_from(std::string_view slug);

}  // namespace bas::api
