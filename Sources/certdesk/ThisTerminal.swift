import Foundation

/// Where whoever acts sits: the machine, the terminal of it, and from where it was reached.
enum ThisTerminal {
  /// `desk2 pts/3`, with ` ← 10.0.0.7` where somebody came in over the network.
  static var name: String {
    var buffer = [CChar](repeating: 0, count: 256)
    let host = gethostname(&buffer, buffer.count - 1) == 0 ? text(buffer) : ""
    let line = ttyname_r(STDIN_FILENO, &buffer, buffer.count) == 0 ? text(buffer) : ""
    let from = ProcessInfo.processInfo.environment["SSH_CLIENT"]?.split(separator: " ").first.map { "← \($0)" } ?? ""
    let tty = line.hasPrefix("/dev/") ? String(line.dropFirst(5)) : line
    return [host, tty, from].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func text(_ buffer: [CChar]) -> String {
    String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
