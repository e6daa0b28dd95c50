public import Casework

/// Somebody who has given name and password: the only way to act on a store.
public struct Session: Hashable, Sendable {
  public let staff: StaffMember
  /// Whether password or PIN was given for the act at hand, not only at the beginning of a shift.
  public let secretGiven: Bool
  /// Whether what was given is the signing PIN.
  let byPIN: Bool

  init(staff: StaffMember, secretGiven: Bool, byPIN: Bool = false) {
    self.staff = staff
    self.secretGiven = secretGiven
    self.byPIN = byPIN
  }

  /// The same person later in the shift.
  public var continued: Session { Session(staff: staff, secretGiven: false) }

  /// Throws `Refusal` unless the person holds one of the posts.
  public func require(_ roles: [Role]) throws(Refusal) {
    guard staff.isActive else { throw .notActive }
    guard staff.holds(roles) else { throw .notYourRole(roles) }
  }
}

/// A name and password that do not fit, and how long to wait before the next try.
public struct SignInProblem: Error, Hashable, Sendable {
  public let waitMilliseconds: Int
  public let message: Phrase
  /// What was odd about what was typed; empty where nothing was.
  let hint: Phrase
  /// Whether it was a signing PIN that was asked for.
  let isAboutPIN: Bool

  /// The same where the name was not asked for.
  public var aboutPassword: SignInProblem {
    if isAboutPIN { return self }
    return SignInProblem(waitMilliseconds: waitMilliseconds, asks: Phrase("密码不对", "The password is wrong"), hint: hint)
  }

  init(waitMilliseconds: Int, asks: Phrase, hint: Phrase, isAboutPIN: Bool = false) {
    self.waitMilliseconds = waitMilliseconds
    message = asks + hint
    self.hint = hint
    self.isAboutPIN = isAboutPIN
  }
}
