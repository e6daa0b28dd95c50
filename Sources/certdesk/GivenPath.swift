import Casework
import Foundation

/// A path as somebody typed or pasted it.
///
/// File managers paste paths in quotes, with spaces escaped or as `file://`, and only a shell knows what `~` is.
struct GivenPath {
  let text: String

  init(_ text: String) { self.text = text }

  /// The path of the file that is meant; a file of exactly this name goes before all readings.
  ///
  /// Throws `Unusable` where there is none and an input method has meddled with the signs of the path.
  var meant: String {
    get throws {
      let plain = atHome(withoutScheme(withoutQuotes(text.trimmingCharacters(in: .whitespaces))))
      let readings = [text, plain, plain.replacing(/\\(.)/) { $0.output.1 }]
      if let found = readings.first(where: exists) { return found }
      if plain.unicodeScalars.contains(where: Self.isOfInputMethod) {
        throw Unusable(
          "full_width_path",
          Phrase(
            "找不到 \(plain.printable())：路径里有全角字符（如 ／ ．），请关掉输入法重输",
            "There is no \(plain.printable()): the path has full-width characters (as ／ or ．); turn the input method off and type it anew"
          ))
      }
      return plain
    }
  }

  private func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private func withoutQuotes(_ path: String) -> String {
    for (open, close) in [("'", "'"), ("\"", "\""), ("‘", "’"), ("“", "”")]
    where path.count > 2 && path.hasPrefix(open) && path.hasSuffix(close) {
      return String(path.dropFirst().dropLast())
    }
    return path
  }

  private func withoutScheme(_ path: String) -> String {
    guard let scheme = path.prefixMatch(of: /file:\/\/(?:localhost)?/) else { return path }
    let rest = String(path[scheme.range.upperBound...])
    return rest.removingPercentEncoding ?? rest
  }

  private func atHome(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = ProcessInfo.processInfo.environment["HOME"] else { return path }
    return home + path.dropFirst()
  }

  /// What an input method makes of the signs of a path: brackets stand in many names and are not meant.
  private static func isOfInputMethod(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3001, 0x3002, 0xFF0D...0xFF1A, 0xFF21...0xFF3A, 0xFF3C, 0xFF41...0xFF5A, 0xFF5E: true
    default: false
    }
  }
}
