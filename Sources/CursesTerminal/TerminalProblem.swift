/// Why there is no screen to work on.
public enum TerminalProblem: Error, Hashable, Sendable {
  /// Input or output is not a terminal.
  case noTerminal
  /// `TERM` names nothing that is known here, or something on which nothing can be placed.
  case unknownTerm(String)

  /// A stable name for scripts.
  public var code: String {
    switch self {
    case .noTerminal: "no_terminal"
    case .unknownTerm: "unknown_term"
    }
  }
}

extension TerminalProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noTerminal: "input and output are not both a terminal"
    case .unknownTerm(""): "TERM is not set"
    case .unknownTerm(let name): "the terminal \"\(name)\" is not known here or cannot place text"
    }
  }
}
