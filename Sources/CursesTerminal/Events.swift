import Glibc

/// Wakes the terminal from any thread: the next input is `.posted`.
///
/// Work beside the loop leaves its result where the loop can fetch it, then wakes the loop.
public struct Waker: Sendable {
  init() {}

  public func wake() { EventPipe.shared.post(EventPipe.posted) }
}

/// Signals and wakes as bytes in a pipe, so that one `poll` waits for them and for keys, and none is missed.
///
/// One for the process and never closed: a signal or a late worker can always write to it.
struct EventPipe: Sendable {
  static let shared = EventPipe()
  static let posted: UInt8 = 0

  let readEnd: Int32
  private let writeEnd: Int32

  private init() {
    var ends: [Int32] = [-1, -1]
    precondition(pipe(&ends) == 0, "a process needs a pipe to hear its signals")
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  /// Writes one byte; only calls that are allowed in a signal handler.
  func post(_ byte: UInt8) {
    let saved = errno
    var byte = byte
    _ = write(writeEnd, &byte, 1)
    errno = saved
  }

  /// All that was posted since the last time.
  func drain() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(readEnd, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }
}

/// The signals a terminal program must hear, posted to the pipe for as long as this is in place.
struct SignalWatch {
  static let heard = [SIGWINCH, SIGHUP, SIGTERM, SIGINT]
  private let before: [sigaction]

  init() {
    _ = EventPipe.shared.drain()
    before = Self.heard.map { signal in
      var ours = sigaction()
      ours.__sigaction_handler.sa_handler = { EventPipe.shared.post(UInt8(truncatingIfNeeded: $0)) }
      ours.sa_flags = SA_RESTART
      var theirs = sigaction()
      sigaction(signal, &ours, &theirs)
      return theirs
    }
  }

  /// Gives the signals back.
  func end() {
    for (signal, theirs) in zip(Self.heard, before) {
      var theirs = theirs
      sigaction(signal, &theirs, nil)
    }
  }
}
