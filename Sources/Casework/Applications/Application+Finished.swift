extension Application.State {
  /// The states in which nothing is left to be done for the applicant: filing at most.
  public static let finished: Set<Self> = Application.terminal.union([.refused, .collected])
}
