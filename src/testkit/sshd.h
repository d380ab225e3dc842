// A real OpenSSH server for a test: one `sshd -i` for each connection, with throw-away keys, so
// that no daemon and no guessed port is needed. It lets in the user who runs the test, with a key
// or with a password that holds for this server only: libnss-wrapper shows it its own accounts.
#pragma once

#include <pwd.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cstdlib>
#include <iterator>
#include <string>

#include "base/file.h"
#include "fetch/fetcher.h"
#include "testkit/peer.h"
#include "testkit/scratch.h"

namespace bas::testkit {

class Sshd {
 public:
  Sshd() : peer_([this](Talk& talk) { serve(talk.socket()); }) {
    scratch_.file("known_hosts", known_host("host"));
  }

  // Of a file by its absolute path.
  std::string url(const std::string& path) const { return "sftp://" + peer_.place() + path; }

  static std::string user() { return ::getpwuid(::getuid())->pw_name; }

  // How a client gets in: with the key that the server knows.
  fetch::Access access() const {
    fetch::Access access;
    access.user = user();
    access.ssh_private_key_file = scratch_.path("client");
    access.ssh_known_hosts_file = scratch_.path("known_hosts");
    return access;
  }

  static constexpr char kPassword[] = "Rue de la Loi 16";

  // Makes a key pair; the path of its private half.
  std::string make_key(const std::string& name) const {
    run("ssh-keygen -q -N '' -C '' -t ed25519 -f " + name);
    return scratch_.path(name);
  }

  // The line of known_hosts that says: this server has that key.
  std::string known_host(const std::string& key) const {
    return "[127.0.0.1]:" + std::to_string(peer_.port()) + " " + text_of(key + ".pub");
  }

  void let_in(const std::string& key) const {
    scratch_.file("authorized_keys", text_of(key + ".pub"));
  }

  std::string log() const { return text_of("log"); }
  const Scratch& scratch() const { return scratch_; }

 private:
  void run(const std::string& command) const {
    check(std::system(("cd '" + scratch_.folder().string() + "' && " + command).c_str()) == 0);
  }
  std::string text_of(const std::string& name) const {
    auto text = read_file(scratch_.path(name), std::size_t{1} << 20);
    return text ? *text : std::string{};
  }

  // The path of the server's settings.
  std::string configure() const {
    // sshd insists on this folder when root runs it; a package's start script makes it elsewhere.
    if (::getuid() == 0) ::mkdir("/run/sshd", 0755);
    make_key("host");
    make_key("client");
    let_in("client");
    run("cp /etc/passwd passwd && cp /etc/group group");
    run("echo '" + user() + "':$(openssl passwd -6 '" + kPassword +
        "'):20000:0:99999:7::: >shadow");
    return scratch_.file("config", "HostKey " + scratch_.path("host") + "\nAuthorizedKeysFile " +
                                       scratch_.path("authorized_keys") +
                                       "\nPidFile none\nStrictModes no\nUsePAM no\n"
                                       "PermitRootLogin yes\nPasswordAuthentication yes\n"
                                       "LogLevel VERBOSE\nSubsystem sftp internal-sftp\n");
  }

  void serve(int socket) const {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, socket, 0);
    posix_spawn_file_actions_adddup2(&actions, socket, 1);
    std::string words[] = {"/usr/sbin/sshd", "-i", "-f", config_, "-E", scratch_.path("log")};
    std::string variables[] = {"LD_PRELOAD=libnss_wrapper.so",
                               "NSS_WRAPPER_PASSWD=" + scratch_.path("passwd"),
                               "NSS_WRAPPER_GROUP=" + scratch_.path("group"),
                               "NSS_WRAPPER_SHADOW=" + scratch_.path("shadow")};
    char* arguments[std::size(words) + 1] = {};
    char* environment[std::size(variables) + 1] = {};
    for (std::size_t i = 0; i < std::size(words); ++i) arguments[i] = words[i].data();
    for (std::size_t i = 0; i < std::size(variables); ++i) environment[i] = variables[i].data();
    pid_t child = 0;
    check(::posix_spawn(&child, arguments[0], &actions, nullptr, arguments, environment) == 0);
    posix_spawn_file_actions_destroy(&actions);
    ::waitpid(child, nullptr, 0);
  }

  Scratch scratch_;
  std::string config_ = configure();
  Peer peer_;
};

}  // namespace bas::testkit
