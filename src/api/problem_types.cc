// Generated from api/errors.yaml by tools/generate_errors.py; change it there.
#include "api/problem_types.h"

#include <array>

namespace bas::api {

namespace {

// clang-format off
constexpr std::array<ProblemText, 26> kProblems{{
    {"bad-request", "/problems/bad-request",
     "The request is not well formed",
     400, "E_BAD_REQUEST",
     "Correct what the detail names and send it again."},
    {"undecodable", "/problems/undecodable",
     "The message of the camera could not be decoded",
     422, "E_UNDECODABLE",
     "The message is kept in quarantine; compare the camera's settings with its page in docs/protocols and replay it after the cure."},
    {"unknown-key", "/problems/unknown-key",
     "No camera has this key",
     404, "E_UNKNOWN_KEY",
     "Copy the ingest address again from where the camera was added, or add the camera."},
    {"camera-disabled", "/problems/camera-disabled",
     "The camera is disabled",
     403, "E_CAMERA_DISABLED",
     "Enable the camera again if its authorisation is in force, or switch its deliveries off."},
    {"camera-unauthorised", "/problems/camera-unauthorised",
     "The camera stands without authorisation",
     403, "E_CAMERA",
     "Enter the council's decision that is in force on the page of the camera, or switch its deliveries off."},
    {"too-large", "/problems/too-large",
     "The body is too large",
     413, "E_TOO_LARGE",
     "Send less at once - smaller pictures, or the batch in parts."},
    {"unsupported-type", "/problems/unsupported-type",
     "The content type is not supported",
     415, "E_UNSUPPORTED_TYPE",
     "Send one of the content types the API description names for this address."},
    {"headers-too-large", "/problems/headers-too-large",
     "The header fields are too large",
     431, "E_HEADERS_TOO_LARGE",
     "Send fewer or shorter header fields; a browser may need its cookies for this site cleared."},
    {"request-timeout", "/problems/request-timeout",
     "The request did not arrive in time",
     408, "E_REQUEST_TIMEOUT",
     "Send the whole request without long pauses; look at the network if it happens again."},
    {"http-version", "/problems/http-version",
     "This version of HTTP is not spoken here",
     505, "E_HTTP_VERSION",
     "Use HTTP/1.1, which every camera and browser can speak."},
    {"not-found", "/problems/not-found",
     "There is nothing here",
     404, "E_NOT_FOUND",
     "Check the address; what it named may be gone, or not for you to see."},
    {"method-not-allowed", "/problems/method-not-allowed",
     "This address does not take that method",
     405, "E_METHOD_NOT_ALLOWED",
     "Use a method named in the Allow header."},
    {"unauthenticated", "/problems/unauthenticated",
     "Nobody is signed in",
     401, "E_UNAUTHENTICATED",
     "Sign in, or send a valid token as Authorization Bearer."},
    {"code-needed", "/problems/code-needed",
     "Name and password did not suffice",
     401, "E_CODE_NEEDED",
     "The name or the password is wrong, or this account asks for a code as well; type all of them again."},
    {"proof-needed", "/problems/proof-needed",
     "This act asks again who you are",
     403, "E_PROOF_NEEDED",
     "Give your password or a code once more, then repeat what you did."},
    {"too-many-attempts", "/problems/too-many-attempts",
     "Too many attempts failed",
     429, "E_TOO_MANY_ATTEMPTS",
     "Wait as long as Retry-After says; from a device where you signed in before there is no wait."},
    {"forbidden", "/problems/forbidden",
     "This account may not do that",
     403, "E_FORBIDDEN",
     "Ask someone whose role allows it, or have your role extended by an administrator."},
    {"conflict", "/problems/conflict",
     "The present state does not allow this",
     409, "E_CONFLICT",
     "Load the present state, and decide again with it in view."},
    {"version-changed", "/problems/version-changed",
     "Someone else changed this first",
     412, "E_VERSION_CHANGED",
     "Load the new version, look at what changed, and repeat your act if it still holds."},
    {"precondition-required", "/problems/precondition-required",
     "A write to an existing thing must say which version it saw",
     428, "E_PRECONDITION_REQUIRED",
     "Send If-Match with the ETag you were given when you loaded it."},
    {"idempotency-mismatch", "/problems/idempotency-mismatch",
     "This idempotency key was used for another content",
     422, "E_IDEMPOTENCY_MISMATCH",
     "Use a new Idempotency-Key for a new request; repeat an old one unchanged."},
    {"busy", "/problems/busy",
     "The server is busy",
     503, "E_BUSY",
     "Wait as long as Retry-After says, then send it again."},
    {"storage-full", "/problems/storage-full",
     "The disk of the server is full",
     507, "E_STORAGE_FULL",
     "Tell the technician to free or add disk space; cameras keep their backlog until then."},
    {"stopping", "/problems/stopping",
     "The server is stopping",
     503, "E_STOPPING",
     "Send it again in a few seconds, when the server is back."},
    {"destroyed", "/problems/destroyed",
     "The data of that day have been destroyed",
     410, "E_DESTROYED",
     "Nothing can bring them back; the key of that day was destroyed when its time was over."},
    {"internal", "/problems/internal",
     "The server failed",
     500, "E_INTERNAL",
     "Try again; if it stays, give the request id to the technician, who finds the cause in the log."},
}};
// clang-format on

}  // namespace

const ProblemText& text_of(ProblemType type) {
  return kProblems.at(static_cast<std::size_t>(type));
}

std::span<const ProblemText> problem_texts() { return kProblems; }

std::optional<ProblemType> problem_type_from(std::string_view slug) {
  for (std::size_t i = 0; i < kProblems.size(); ++i) {
    if (kProblems[i].slug == slug) return static_cast<ProblemType>(i);
  }
  return std::nullopt;
}

}  // namespace bas::api
