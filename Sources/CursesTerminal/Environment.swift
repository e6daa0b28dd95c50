import CNcurses
import Glibc
import TerminalKit

/// Takes the user's locale for characters, and UTF-8 where that is none.
func useUTF8() {
  setlocale(LC_CTYPE, "")
  if !codeset_is_utf8() { setlocale(LC_CTYPE, "C.UTF-8") }
}

func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

func termName() -> String { variable("TERM") ?? "" }

/// Asks the terminal to send what is pasted between marks; only those that speak ECMA-48 are asked.
func pasteBrackets(_ on: Bool) -> String? {
  guard let up = curses_capability("kcuu1"), up[0] == 0x1B else { return nil }
  return on ? "\u{1B}[?2004h" : "\u{1B}[?2004l"
}

/// The keys as the terminal's description has them.
func terminfoKeys() -> [[UInt8]: Key] {
  var keys: [[UInt8]: Key] = [:]
  for (name, key) in capabilities {
    if let sequence = curses_capability(name) { keys[Array(String(cString: sequence).utf8)] = key }
  }
  return keys
}

private let capabilities: [(name: String, key: Key)] =
  [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
    ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
  ] + (1...12).map { ("kf\($0)", .function($0)) }
