import CPty
import Glibc
public import TerminalKit

/// A program on a pseudo-terminal, worked as a person would: keys in, screen out.
///
/// A class, so that tests can look at it within `#expect`; letting go of it ends the program.
public final class PtySession {
  /// What the program has shown so far.
  public private(set) var screen: TerminalScreen
  /// All bytes it sent, for tests that count or compare them.
  public private(set) var output: [UInt8] = []
  /// When the last of them came in, before anybody looked at them.
  public private(set) var lastArrival = ContinuousClock.now
  public let processID: Int32
  private let terminal: Int32
  private var status: Int32?
  private var isClosed = false
  private var isHungUp = false

  /// Starts a program, given by its path and arguments, on a terminal of its own.
  ///
  /// The environment holds only what is needed for a terminal and what is given here.
  public init(
    _ arguments: [String], environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws(PtyProblem) {
    var variables = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    variables.merge(environment) { _, given in given }
    var process: Int32 = 0
    terminal = withCStrings(arguments) { argv in
      withCStrings(variables.map { "\($0.key)=\($0.value)" }) { envp in
        pty_spawn(argv, envp, Int32(rows), Int32(columns), &process)
      }
    }
    guard terminal >= 0 else { throw .notStarted }
    processID = process
    screen = TerminalScreen(columns: columns, rows: rows)
  }

  deinit {
    hangUp()
    if status == nil {
      Glibc.kill(processID, SIGKILL)
      waitpid(processID, nil, 0)
    }
  }

  /// Types text as it is, in one go.
  public func type(_ text: String) { send(Array(text.utf8)) }

  /// Presses keys one after the other, as xterm sends them to a program that asked for application keys.
  public func press(_ keys: Key...) { for key in keys { send(key.bytes) } }

  /// Pastes as terminals do that were asked to say so.
  public func paste(_ text: String) { type("\u{1B}[200~\(text)\u{1B}[201~") }

  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  public func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    _ = pty_resize(terminal, Int32(rows), Int32(columns))
  }

  /// Sends the program a signal; hanging up a real terminal is SIGHUP.
  public func kill(_ signal: Int32) { Glibc.kill(processID, signal) }

  /// Takes the terminal away, as a closed window or a lost line does.
  public func hangUp() {
    if !isHungUp { close(terminal) }
    (isHungUp, isClosed) = (true, true)
  }

  /// Whether keys reach the program unchanged: no line editing, no signals from Ctrl+C.
  public var isRaw: Bool { pty_is_raw(terminal) == 1 }

  /// Follows the program until the screen holds a text and, where that matters, the cursor stands in its place.
  ///
  /// A screen arrives in pieces and the cursor's place comes last, so what is not waited for may not be there yet.
  public func wait(
    for text: String, cursorAt cursor: Position? = nil, within milliseconds: Int = 20_000
  ) throws(PtyProblem) {
    let place = cursor.map { " with the cursor in column \($0.column), row \($0.row)" } ?? ""
    try wait(within: milliseconds, for: "\"\(text)\"\(place)") { screen in
      screen.text.contains(text) && (cursor == nil || screen.cursor == cursor)
    }
  }

  /// Follows the program until the screen is as wanted; it is looked at after whatever arrives.
  public func wait(
    within milliseconds: Int = 20_000, for what: String = "a condition", until isReached: (TerminalScreen) -> Bool
  ) throws(PtyProblem) {
    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
    while !isReached(screen) {
      guard follow(until: deadline) else { throw .notSeen(what, screen: screen.described) }
    }
  }

  /// Follows the program to its end; gives its exit status, or 128 and the signal that ended it.
  public func waitForEnd(within milliseconds: Int = 20_000) throws(PtyProblem) -> Int32 {
    if let status { return status }
    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
    while !isClosed {
      guard follow(until: deadline) || isClosed else { throw .notSeen("its end", screen: screen.described) }
    }
    var raw: Int32 = 0
    waitpid(processID, &raw, 0)
    let ended = raw & 0x7F == 0 ? raw >> 8 & 0xFF : 128 + raw & 0x7F
    status = ended
    return ended
  }

  /// Waits for output and takes it in; false when the time is over or the program has let go of the terminal.
  private func follow(until deadline: ContinuousClock.Instant) -> Bool {
    let left = deadline - ContinuousClock.now
    guard left > .zero, !isClosed else { return false }
    var source = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
    guard poll(&source, 1, Int32(clamping: milliseconds + 1)) > 0 else { return errno == EINTR }
    // All of it before any of it is looked at: a program that waits to go on writing would be slowed down by that. A
    // picture is longer than what the line holds, so that a moment is waited for its second half.
    let start = output.count
    repeat {
      var bytes = [UInt8](repeating: 0, count: 16_384)
      let count = read(terminal, &bytes, bytes.count)
      guard count > 0 else {
        isClosed = true
        break
      }
      lastArrival = .now
      output += bytes.prefix(count)
    } while poll(&source, 1, 1) > 0
    if output.count == start { return false }
    screen.feed(output[start...])
    return true
  }
}

/// Lends strings to C as an array that ends with a null pointer.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let copies: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
  defer { for copy in copies { free(copy) } }
  return copies.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { preconditionFailure("an array with a null pointer in it has a place") }
    return body(base)
  }
}
