import Casework
import Foundation

/// How far long work has come: a bar on standard error where that is a terminal, nothing in a pipe.
final class ProgressBar {
  private let name: String
  private let isShown = isatty(STDERR_FILENO) == 1
  private var shown = -1
  private static let width = 40

  init(_ name: Phrase, in language: Language) { self.name = name(in: language) }

  /// - Parameter share: 0 to 1.
  func show(_ share: Double) {
    let percent = Int(min(1, max(0, share)) * 100)
    guard isShown, percent != shown else { return }
    shown = percent
    let filled = percent * Self.width / 100
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: Self.width - filled)
    write("\r\(name) [\(bar)] \(percent)%")
  }

  /// Takes the bar away again, so that the answer stands alone.
  func end() {
    guard isShown, shown >= 0 else { return }
    write("\r\u{1B}[K")
    shown = -1
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
