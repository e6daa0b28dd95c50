import Foundation

/// Where complaints, questions and progress go.
enum ErrorStream {
  /// Writes; where nobody listens any more (`2>&1 | head`), nothing is said, and the command ends as it would have.
  static func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }
}
