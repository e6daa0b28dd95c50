import TerminalKit

/// Why a session could not go on as the test wanted.
public enum PtyProblem: Error, Equatable, CustomStringConvertible {
  case notStarted
  case notSeen(String, screen: String)

  public var description: String {
    switch self {
    case .notStarted: "the program could not be started"
    case .notSeen(let what, let screen): "did not come: \(what); the screen shows:\n\(screen)"
    }
  }
}

extension TerminalScreen {
  /// The screen and the cursor, for whoever reads why a test failed.
  var described: String { "\(text)\ncursor: column \(cursor.column), row \(cursor.row)" }
}
