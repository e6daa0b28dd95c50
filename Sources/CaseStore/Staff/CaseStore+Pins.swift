public import Casework
import GRDB

/// A signing PIN apart from the password of the sign-in, for whoever wants one (features: 21).
///
/// Whoever has set one gives it wherever an act takes the own secret; everybody else gives the password.
extension CaseStore {
  /// Proves who acts, by the secret that this person signs with.
  ///
  /// Throws `SignInProblem`; a password in the place of a PIN counts as a wrong one.
  public func prove(_ id: StaffMember.ID, secret: String) throws -> Session {
    let (record, password, pin) = try read { db in
      (try MasterRecord.find(.staff, id, in: db), try Self.password(of: id, in: db), try Self.pin(of: id, in: db))
    }
    guard let record, record.entries.text("active") == "yes", let password, let pin else {
      return try signIn(id, password: secret)
    }
    guard PasswordHash.verify(secret, against: pin) else {
      let isPassword = PasswordHash.verify(secret, against: password)
      throw try noteFailure(of: id, record, typed: secret, aboutPIN: isPassword ? .passwordForPIN : .wrongPIN)
    }
    try forgetFailures(of: record)
    return Session(staff: StaffMember(record: record), secretGiven: true, byPIN: true)
  }

  /// Whether the secret given for the act at hand is the one that the person signs with.
  func secretGiven(_ session: Session, in db: Database) throws -> Bool {
    guard session.secretGiven else { return false }
    return try session.byPIN == (Self.staffMember(session.staff.id, in: db)?.hasPIN ?? false)
  }

  /// Sets one's own PIN: by the password for the first time, later by the PIN that it takes the place of.
  ///
  /// Throws `Refusal`.
  public func setPIN(_ pin: String, by session: Session) throws {
    guard pin.count >= Self.shortestPIN else { throw Refusal.weakPIN(Self.shortestPIN) }
    let hash = PasswordHash.make(pin)
    try write { db in
      try requireOwnSecret(of: session, in: db)
      if let password = try Self.password(of: session.staff.id, in: db), PasswordHash.verify(pin, against: password) {
        throw Refusal.pinIsPassword
      }
      try keepPIN(hash, of: session.staff.id, move: "pin", adding: [:], by: session, in: db)
    }
  }

  /// Takes a PIN away: one's own by that PIN, a forgotten one by an administrator, who never sets one.
  ///
  /// Throws `Refusal`.
  public func takePINAway(of id: StaffMember.ID, by session: Session) throws {
    try write { db in
      let isOwn = id == session.staff.id
      if isOwn { try requireOwnSecret(of: session, in: db) } else { try require([.administrator], of: session, in: db) }
      guard let record = try MasterRecord.find(.staff, id, in: db) else { throw Refusal.noSuchStaff(id) }
      guard try Self.pin(of: id, in: db) != nil else { throw Refusal.noPIN(StaffMember(record: record)) }
      // As a new password by the administrator does, it opens the seats that wrong tries have locked.
      let opened = isOwn ? [:] : Self.unlockedSeats(of: record)
      try keepPIN(nil, of: id, move: "pin_taken_away", adding: opened, by: session, in: db)
    }
  }

  /// Who signs with a PIN.
  public func pinHolders() throws -> Set<StaffMember.ID> { Set(try staff().filter(\.hasPIN).map(\.id)) }

  /// The fields in which the log-in's password of somebody stands who signs with a PIN: a form that asks for the PIN does
  /// not know it, and what is recorded stands for ever.
  ///
  /// What nobody would take for a password is not tried, because each try takes time.
  public func fieldsWithPassword(of id: StaffMember.ID, among entries: Entries) throws -> [String] {
    let password = try read { db in try Self.pin(of: id, in: db) == nil ? nil : try Self.password(of: id, in: db) }
    guard let password else { return [] }
    return entries.pairs.filter { _, text in
      text.count >= StaffMember.shortestPassword && Day(iso: text) == nil && text.allSatisfy(\.isASCII)
        && PasswordHash.verify(text, against: password)
    }.map(\.code)
  }

  static let shortestPIN = 6

  static func pin(of id: StaffMember.ID, in db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT pin FROM secret WHERE staff = ?", arguments: [id])
  }

  private func requireOwnSecret(of session: Session, in db: Database) throws {
    let staff = try current(session, in: db)
    guard try secretGiven(session, in: db) else {
      throw Refusal.giveOwnSecret("own_secret", to: Phrase("更改签字密码", "Changing the signing PIN"), staff)
    }
  }

  private func keepPIN(
    _ hash: String?, of id: StaffMember.ID, move: String, adding more: Entries, by session: Session, in db: Database
  ) throws {
    var data = more
    data["pin"] = hash.map(Digest.sha256Hex) ?? ""
    try db.execute(sql: "UPDATE secret SET pin = ? WHERE staff = ?", arguments: [hash, id])
    try change(.staff, id, move: move, by: session.staff.id, data: data, in: db)
  }
}

extension Phrase {
  fileprivate static let wrongPIN = Phrase("签字密码不对", "The signing PIN is wrong")
  fileprivate static let passwordForPIN = Phrase(
    "这是登录密码；此处只收签字密码（PIN）", "That is the log-in's password; only the signing PIN counts here")
}

extension Refusal {
  static let presentPassword = Refusal(
    "own_secret", Phrase("改自己的密码须先输入现在的登录密码", "Changing the own password takes the present one, now"),
    remedy: Phrase("请输入现在的登录密码", "Give the present password"), fields: ["present_password"])

  /// A password stands where it would be read for ever.
  public static func passwordInText(_ fields: [String]) -> Refusal {
    Refusal(
      "password_in_text", Phrase("登录密码写进了这一栏，没有存", "The log-in's password stands in this field: nothing was kept"),
      remedy: Phrase("请清掉，重写这一栏", "Empty it and write the field anew"), fields: fields)
  }

  static let pinIsPassword = Refusal(
    "pin_is_password", Phrase("签字密码不能与登录密码相同", "The signing PIN and the log-in's password must differ"),
    remedy: Phrase("请另取一个", "Choose another"), fields: ["pin", "password"])

  static func weakPIN(_ shortest: Int) -> Refusal {
    Refusal(
      "weak_pin", Phrase("签字密码至少 \(shortest) 个字符", "A signing PIN has at least \(shortest) characters"),
      fields: ["pin"])
  }

  /// Somebody has no PIN that could be given or taken away.
  public static func noPIN(_ staff: StaffMember) -> Refusal {
    Refusal(
      "no_pin",
      Phrase("「\(staff.name)」没有设签字密码，签字用登录密码", "“\(staff.name)” has no signing PIN: the password signs"),
      remedy: Phrase("设定用 staff pin", "staff pin sets one"))
  }
}
