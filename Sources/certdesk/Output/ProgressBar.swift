import Casework
import Foundation
import Synchronization

/// How far long work has come and how long it still takes: a bar on standard error where that is a terminal, nothing
/// in a pipe.
final class ProgressBar: Sendable {
  private let name: String
  private let isShown = isatty(STDERR_FILENO) == 1
  private let begun = ContinuousClock.now
  /// The percent that stands on the terminal.
  private let shown = Mutex(-1)
  private static let width = 40

  init(_ name: Phrase, in language: Language) { self.name = name(in: language) }

  /// - Parameter share: 0 to 1.
  func show(_ share: Double) {
    let percent = Int(min(1, max(0, share)) * 100)
    guard isShown, percent != shown.withLock({ $0 }) else { return }
    shown.withLock { $0 = percent }
    let filled = percent * Self.width / 100
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: Self.width - filled)
    write("\r\(name) [\(bar)] \(percent)% \(left(at: share))\u{1B}[K")
  }

  /// Takes the bar away again, so that the answer stands alone.
  func end() {
    guard isShown, shown.withLock({ $0 }) >= 0 else { return }
    write("\r\u{1B}[K")
    shown.withLock { $0 = -1 }
  }

  /// What is left at the pace so far, as `-1:05`; nothing in the first seconds, which tell little.
  private func left(at share: Double) -> String {
    let spent = (ContinuousClock.now - begun).components.seconds
    guard spent >= 2, share > 0 else { return "" }
    let seconds = Int(Double(spent) * (1 - share) / share)
    return "-\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
  }

  private func write(_ text: String) { ErrorStream.write(text) }
}
