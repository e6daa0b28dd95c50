import Foundation

/// A question to whoever sits at the terminal that a command runs on.
enum Question {
  static var canBeAsked: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Anything but a yes is a no.
  static func isAnsweredYes(_ text: String) -> Bool {
    ErrorStream.write("\(text) [y/N] ")
    return ["y", "yes", "是"].contains((readLine() ?? "").lowercased())
  }
}
