public import Casework
import GRDB

extension CaseStore {
  /// Makes a store with its office and first administrator, who is signed in.
  ///
  /// Throws `StoreProblem`, `Refusal`.
  public static func found(
    _ office: Office, administrator: StaffMember, password: String, at path: String, clock: Clock
  ) throws -> (CaseStore, Session) {
    try checkFounding(office, administrator: administrator.id, password: password)
    let store = try create(at: path, clock: clock)
    do {
      try store.write { db in
        try store.change(
          .office, "office", move: "init", by: administrator.id,
          data: ["county": office.county, "name": office.name, "rehearsal": office.isRehearsal ? "yes" : "no"], in: db)
        try store.add(administrator, password: password, by: administrator.id, in: db)
      }
    } catch {
      discard(path)
      throw error
    }
    return (store, Session(staff: administrator, secretGiven: true))
  }

  /// Whether a store could be founded so.
  ///
  /// Throws `Refusal`.
  public static func checkFounding(_ office: Office, administrator: StaffMember.ID, password: String) throws {
    try StaffMember.check(id: administrator, password: password)
    guard office.county.utf8.count == 6, office.county.utf8.allSatisfy({ (48...57).contains($0) }), !office.name.isEmpty
    else {
      throw Refusal(
        "bad_office", Phrase("县区代码须为 6 位数字，名称不能为空", "A county code has six digits, and the office needs a name"))
    }
  }

  /// Adds an account.
  ///
  /// Throws `Refusal` where the name is taken or cannot be used, where a chair serves already, and where somebody of
  /// the same name works or worked here and nobody has said that this is another person: what somebody took in stays the
  /// own hands of one account for ever (SOD-1).
  public func add(
    _ member: StaffMember, password: String, isAnotherPerson: Bool = false, by session: Session
  ) throws {
    try StaffMember.check(id: member.id, password: password)
    try write { db in
      try require([.administrator], of: session, in: db)
      guard try MasterRecord.find(.staff, member.id, in: db) == nil else {
        throw Refusal("staff_exists", Phrase("已有账号「\(member.id)」", "The account “\(member.id)” exists"))
      }
      let others = try MasterRecord.all(.staff, in: db).map(StaffMember.init(record:))
      try Self.requireOneChair(member, among: others)
      let name = Cleaning.name(member.name).text
      if !isAnotherPerson, let other = others.first(where: { Cleaning.name($0.name).text == name }) {
        throw Refusal.sameName(other)
      }
      try add(member, password: password, by: session.staff.id, in: db)
    }
  }

  static func requireOneChair(_ member: StaffMember, among staff: [StaffMember]) throws(Refusal) {
    guard member.holds([.chair]) else { return }
    if let chair = staff.first(where: { $0.isActive && $0.servesAsChair && $0.id != member.id }) {
      throw .chairServes(chair)
    }
  }

  func add(_ member: StaffMember, password: String, by staff: StaffMember.ID, in db: Database) throws {
    let hash = PasswordHash.make(password)
    try db.execute(
      sql: "INSERT INTO secret(staff, hash) VALUES (?, ?) ON CONFLICT(staff) DO UPDATE SET hash = excluded.hash",
      arguments: [member.id, hash])
    try change(
      .staff, member.id, move: "add", by: staff,
      data: [
        "name": member.name, "roles": member.roles.map(\.rawValue).joined(separator: ","), "active": "yes",
        "recusals": member.recusals.joined(separator: ","), "address": member.address, "secret": Digest.sha256Hex(hash),
        "secret_by": staff == member.id ? "" : staff,
      ], in: db)
  }

  /// Who else set the password by which somebody signs in, and so may know it; `nil` where it was chosen by that person, and
  /// where a rehearsal office shows it to everybody.
  public func passwordGiver(of id: StaffMember.ID) throws -> StaffMember? {
    try read { try passwordGiver(of: id, in: $0) }
  }

  func passwordGiver(of id: StaffMember.ID, in db: Database) throws -> StaffMember? {
    guard let giver = try MasterRecord.find(.staff, id, in: db)?.entries["secret_by"],
      try MasterRecord.find(.office, "office", in: db)?.entries["account.\(id)"] == nil
    else { return nil }
    return try Self.staffMember(giver, in: db)
  }

  /// Retires an account; its acts and signatures stay.
  ///
  /// The last administrator stays: nobody retires the own account.
  /// - Parameter leavingEmpty: whether it was confirmed that a post or a seat stays without anybody.
  ///
  /// Throws `Refusal`.
  public func retire(_ id: StaffMember.ID, leavingEmpty: Bool = false, by session: Session) throws {
    guard id != session.staff.id else {
      throw Refusal("own_account", Phrase("不能停用自己的账号", "You cannot retire your own account"))
    }
    try write { db in
      try require([.administrator], of: session, in: db)
      let leaving = try leaving(id, in: db)
      if !leavingEmpty, !leaving.isNothing { throw leaving.refusal }
      try change(.staff, id, move: "retire", by: session.staff.id, data: ["active": "no"], in: db)
    }
  }

  /// Sets a password: one's own by the present one, given now, or anybody's by an administrator.
  ///
  /// Throws `Refusal`.
  public func setPassword(_ password: String, of id: StaffMember.ID, by session: Session) throws {
    try StaffMember.check(id: id, password: password)
    let hash = PasswordHash.make(password)
    try write { db in
      let isOwn = id == session.staff.id
      try require(isOwn ? Role.allCases : [.administrator], of: session, in: db)
      // Else whoever finds a desk open signs by a password of his own making.
      if isOwn, !session.secretGiven || session.byPIN { throw Refusal.presentPassword }
      guard let record = try MasterRecord.find(.staff, id, in: db) else { throw Refusal.noSuchStaff(id) }
      // Nobody else may learn from a refusal what somebody signs by.
      if isOwn, let pin = try Self.pin(of: id, in: db), PasswordHash.verify(password, against: pin) {
        throw Refusal.pinIsPassword
      }
      // Only the administrator's new password opens a seat that wrong ones have locked.
      var data = isOwn ? [:] : Self.unlockedSeats(of: record)
      data["secret"] = Digest.sha256Hex(hash)
      data["secret_by"] = isOwn ? "" : session.staff.id
      try db.execute(sql: "UPDATE secret SET hash = ? WHERE staff = ?", arguments: [hash, id])
      try change(.staff, id, move: "password", by: session.staff.id, data: data, in: db)
      // A rehearsal office shows passwords that work: one that somebody has chosen is that person's own.
      if try MasterRecord.find(.office, "office", in: db)?.entries["account.\(id)"] != nil {
        try change(
          .office, "office", move: "rehearsal_account", by: session.staff.id, data: ["account.\(id)": ""], in: db)
      }
    }
  }

  /// Writes the register of a member's own number and relatives anew, as the declaration (承诺书) now reads (SOD-6).
  ///
  /// Throws `Refusal` for a number that does not pass the checks.
  public func setRecusals(_ numbers: [String], of id: StaffMember.ID, by session: Session) throws {
    let cleaned = numbers.map { Cleaning.number($0).text }.filter { !$0.isEmpty }
    if let wrong = cleaned.first(where: { IdentityNumber($0) == nil }) { throw Refusal.badRecusal(wrong) }
    try write { db in
      try require([.administrator], of: session, in: db)
      guard try MasterRecord.find(.staff, id, in: db) != nil else { throw Refusal.noSuchStaff(id) }
      try change(
        .staff, id, move: "recusals", by: session.staff.id, data: ["recusals": cleaned.joined(separator: ",")], in: db)
    }
  }

  /// What the members of the office are called, those retired as well.
  public func staffNames() throws -> [StaffMember.ID: String] {
    try staff().reduce(into: [:]) { $0[$1.id] = $1.name }
  }

  public func staff() throws -> [StaffMember] {
    try read { db in
      let delegations = try runningDelegations(in: db)
      return try MasterRecord.all(.staff, in: db).map { record in
        StaffMember(record: record).with(delegations.filter { $0.to == record.code })
      }
    }
  }

  static func staffMember(_ id: StaffMember.ID, in db: Database) throws -> StaffMember? {
    try MasterRecord.find(.staff, id, in: db).map(StaffMember.init(record:))
  }

  /// Checks name and password.
  ///
  /// A wrong one is logged and throws `SignInProblem` with a wait that grows.
  public func signIn(_ id: StaffMember.ID, password: String) throws -> Session {
    let (record, hash) = try read { (try MasterRecord.find(.staff, id, in: $0), try Self.password(of: id, in: $0)) }
    let fits = PasswordHash.verify(password, against: hash ?? PasswordHash.decoy)
    guard let record, fits, record.entries.text("active") == "yes" else {
      throw try noteFailure(of: id, record, typed: password)
    }
    try forgetFailures(of: record)
    return Session(staff: StaffMember(record: record), secretGiven: true)
  }
}

extension CaseStore {
  /// Logs a wrong password or PIN, and tells how long to wait before the next try.
  ///
  /// - Parameter asks: what is said of a PIN; `nil` for name and password.
  func noteFailure(
    of id: StaffMember.ID, _ record: MasterRecord?, typed secret: String, aboutPIN asks: Phrase? = nil
  ) throws -> SignInProblem {
    let failures = try countFailure(of: id, record, move: asks == nil ? "sign_in_failed" : "pin_wrong")
    let hint =
      (id + secret).hasFullWidthSigns
      ? Phrase("：输入里有全角字符，请关掉输入法重输", ": full-width characters were typed; turn the input method off and type anew")
      : Phrase("", "")
    return SignInProblem(
      waitMilliseconds: min(250 << min(failures, Self.mostFailures), 15_000),
      asks: asks ?? Phrase("用户名或密码不对", "The name or the password is wrong"), hint: hint, isAboutPIN: asks != nil)
  }

  /// A right secret makes the wrong ones before it forgotten.
  func forgetFailures(of record: MasterRecord) throws {
    // A clock that lies behind keeps nobody from signing in to put it right.
    guard record.entries["failures"] != nil, try !clockStanding().isBehind else { return }
    try write { try change(.staff, record.code, move: "sign_in", by: record.code, data: ["failures": ""], in: $0) }
  }

  static func password(of id: StaffMember.ID, in db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT hash FROM secret WHERE staff = ?", arguments: [id])
  }

  /// Logs a wrong secret and tells how many there were; with a clock that lies behind nothing can be logged.
  private func countFailure(of id: StaffMember.ID, _ record: MasterRecord?, move: String) throws -> Int {
    if try clockStanding().isBehind { return Self.mostFailures }
    return try write { db in
      guard record != nil else {
        let name = String(id.prefix(64))
        try logAccess("sign_in_failed", by: "", data: ["name": name], in: db)
        return try Self.failures(of: name, in: db)
      }
      let before = try MasterRecord.find(.staff, id, in: db)?.entries.text("failures") ?? ""
      let failures = (Int(before) ?? 0) + 1
      try change(.staff, id, move: move, by: id, data: ["failures": String(failures)], in: db)
      return failures
    }
  }

  /// After so many wrong passwords the wait grows no more.
  private static let mostFailures = 6

  /// How often a name without an account has been tried, so that it slows down like one that has an account.
  private static func failures(of name: String, in db: Database) throws -> Int {
    let sql = """
      SELECT count(*) FROM event
      WHERE kind = 'access' AND subject = 0 AND move = 'sign_in_failed' AND json_extract(data, '$.name') = ?
      """
    return try Int.fetchOne(db, sql: sql, arguments: [name]) ?? 0
  }

  /// Throws `Refusal` unless the person holds one of the posts now, not only when the shift began.
  func require(_ roles: [Role], of session: Session, in db: Database) throws {
    let staff = try current(session, in: db)
    guard staff.holds(roles) else { throw Refusal.notYourRole(roles) }
  }
}

extension StaffMember {
  init(record: MasterRecord) {
    let entries = record.entries
    self.init(
      id: record.code, name: entries.text("name"),
      roles: entries.text("roles").split(separator: ",").compactMap { Role(rawValue: String($0)) },
      isActive: entries.text("active") == "yes",
      recusals: entries.text("recusals").split(separator: ",").map(String.init), address: entries.text("address"),
      hasPIN: entries["pin"] != nil)
  }

  /// Throws `Refusal` for a name or password that cannot be used.
  static let shortestPassword = 8

  static func check(id: String, password: String) throws(Refusal) {
    let odd = id.isEmpty || id.count > 32 || id.contains { ",，、;|\"".contains($0) || $0.isWhitespace || $0.isNewline }
    if odd || id.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
      throw Refusal(
        "bad_staff_name",
        Phrase("用户名为 1 至 32 个字，不含空格和逗号", "A sign-in name has 1 to 32 characters without blanks or commas"))
    }
    if password.count < shortestPassword {
      throw Refusal(
        "weak_password",
        Phrase(
          "密码至少 \(shortestPassword) 个字符", "A password has at least \(shortestPassword) characters"))
    }
  }
}

extension Refusal {
  fileprivate static func badRecusal(_ number: String) -> Refusal {
    Refusal(
      "bad_recusal",
      Phrase("回避号码「\(Masking.identity(number))」未通过校验", "A number for recusal does not pass the checks"),
      remedy: Phrase("请对照承诺书更正", "Correct it from the declaration"), fields: ["recusals"])
  }

  static func noSuchStaff(_ id: String) -> Refusal {
    Refusal(
      "no_such_staff", Phrase("没有账号「\(id)」", "There is no account “\(id)”"),
      remedy: Phrase("用 staff list 查看", "See staff list"))
  }
}
