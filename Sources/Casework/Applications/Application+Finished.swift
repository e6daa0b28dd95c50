extension Application.State {
  /// The states in which nobody has accepted the application yet.
  public static let notYetAccepted: Set<Self> = [.draft, .submitted, .returned]

  /// The states in which nothing is left to be done for the applicant: filing at most.
  public static let finished: Set<Self> = Application.terminal.union([.refused, .collected])
}
