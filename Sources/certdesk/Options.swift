import ArgumentParser
import CaseStore
import Casework
import Foundation

/// The options that every command takes after its own.
struct GlobalOptions: ParsableArguments {
  @Option(help: "档案库文件 · the case store") var store: String?
  @Option(name: .customLong("as"), help: "办理人 · who acts") var staff: String?
  @Option(help: "密码文件，他人不可读 · a file with the password, unreadable to others") var passwordFile: String?
  @Option(help: "业务日期，仅演练库 · the business date, rehearsal stores only") var today: String?
  @Option(help: "zh|en") var lang: String?
  @Flag(help: "输出 JSON · print JSON") var json = false

  /// The language asked for, else English where the locale names it, else Chinese.
  var language: Language {
    if let lang, let language = Language(rawValue: lang) { return language }
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale.hasPrefix("en") ? .english : .chinese
  }

  var printer: Printer { Printer(language: language, isJSON: json) }

  func validate() throws {
    if let lang, Language(rawValue: lang) == nil { throw ValidationError("--lang zh|en") }
    // A script whose variable is not set must not act on the office's own store.
    if store?.isEmpty == true { throw ValidationError("--store FILE") }
  }

  var storePath: String {
    let environment = ProcessInfo.processInfo.environment
    if let store { return store }
    if let path = environment["CERTDESK_STORE"], !path.isEmpty { return path }
    let home = environment["HOME"] ?? "."
    let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "\(home)/.local/share"
    return "\(data)/certdesk/office.sqlite"
  }

  /// The business date asked for.
  ///
  /// Throws `Unusable` for a date that cannot be read.
  var businessDay: Day? {
    get throws {
      guard let text = today ?? ProcessInfo.processInfo.environment["CERTDESK_TODAY"], !text.isEmpty else { return nil }
      guard let day = Day(iso: text) else {
        throw Unusable("bad_date", Phrase("--today 应写作 2026-09-30", "Write --today as 2026-09-30"))
      }
      return day
    }
  }

  var clock: CaseStore.Clock {
    get throws {
      CaseStore.Clock(now: MachineClock.now, rehearsalDay: try businessDay, terminal: ThisTerminal.name)
    }
  }

  func openStore(servesDesk: Bool = false) throws -> CaseStore {
    try CaseStore.open(at: storePath, clock: clock, servesDesk: servesDesk)
  }

  /// The store to be looked at only; a backup is left as it is.
  func openToLook() throws -> CaseStore { try CaseStore.openToLook(at: storePath, clock: clock) }

  /// The store with somebody signed in to it.
  func signIn() throws -> (store: CaseStore, session: Session) {
    let store = try openStore()
    let session = try signIn(to: store, as: staff, passwordFile: passwordFile, option: "--as")
    try askAboutTheDate(of: store)
    return (store, session)
  }

  /// A clock far ahead of the last event is said before anything is written; somebody at a terminal is asked.
  private func askAboutTheDate(of store: CaseStore) throws {
    let standing = try store.clockStanding()
    guard standing.isAhead, let words = standing.words else { return }
    printer.complain(words(in: language))
    guard isatty(STDIN_FILENO) == 1 else { return }
    printer.complain(Phrase("日期对吗？对的输入 y：", "Is the date right? Type y if it is:")(in: language))
    guard readLine()?.trimmingCharacters(in: .whitespaces).lowercased() == "y" else {
      throw Unusable("clock_ahead", Phrase("没有办理。请先校准本机时钟", "Nothing was done. Set the clock first"))
    }
  }

  func signIn(to store: CaseStore, as name: String?, passwordFile: String?, option: String) throws -> Session {
    guard let name, !name.isEmpty else {
      throw NotSignedIn(message: Phrase("请用 \(option) 指明办理人", "Say who acts, with \(option)"))
    }
    return try signIn(to: store, as: name, password: try Password.read(file: passwordFile, for: name))
  }

  /// Signs in; a wrong password takes its time.
  func signIn(to store: CaseStore, as name: String, password: String) throws -> Session {
    try slowed { try store.signIn(name, password: password) }
  }

  /// Somebody's session by the secret that signs: the PIN of whoever has one, else the password.
  func proving(_ name: String, secret: String, on store: CaseStore) throws -> Session {
    try slowed { try store.prove(name, secret: secret) }
  }

  private func slowed(_ opening: () throws -> Session) throws -> Session {
    do {
      return try opening()
    } catch let problem as SignInProblem {
      MachineClock.wait(milliseconds: problem.waitMilliseconds)
      throw problem
    }
  }
}

/// The own secret of whoever acts, where that is a PIN apart from the password.
struct PINOptions: ParsableArguments {
  @Option(help: "签字密码文件，设有签字密码的才用 · a file with the signing PIN, for whoever has set one") var pinFile: String?

  /// The session as it is for an act that takes the own secret: of whoever has a PIN, by that PIN.
  ///
  /// Without a file somebody at a terminal is asked; a script goes on, and the act itself says what it lacks.
  func signing(_ session: Session, on store: CaseStore, _ global: GlobalOptions) throws -> Session {
    let named = ProcessInfo.processInfo.environment["CERTDESK_PIN_FILE"].flatMap { $0.isEmpty ? nil : $0 }
    guard session.staff.hasPIN else {
      if pinFile != nil { throw Refusal.noPIN(session.staff) }
      if let giver = try store.passwordGiver(of: session.staff.id) {
        global.printer.complain((Phrase.toCheck + giver.hasSetYourPassword)(in: global.language))
      }
      return session
    }
    guard pinFile != nil || named != nil || isatty(STDIN_FILENO) == 1 else { return session }
    let name = session.staff.id
    let pin = try (pinFile ?? named).map { try Password.contents(of: $0) } ?? Password.prompt(.secret(.pin, of: name))
    return try global.proving(name, secret: pin, on: store)
  }
}

/// A second person for acts that need one (SOD-7).
struct SecondPersonOptions: ParsableArguments {
  @Option(help: "第二人 · the second person") var second: String?
  @Option(help: "第二人的密码文件，设有签字密码的放签字密码 · the second person's password, or PIN where one is set")
  var secondPasswordFile: String?

  func session(on store: CaseStore, _ global: GlobalOptions) throws -> Session? {
    guard let second else { return nil }
    let password =
      try secondPasswordFile.map { try Password.contents(of: $0) }
      ?? Password.prompt(.secret(store.pinHolders().contains(second) ? .pin : .password, of: second))
    return try global.proving(second, secret: password, on: store)
  }
}

/// The machine's clock: the one place that reads it.
enum MachineClock {
  static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  static func wait(milliseconds: Int) { usleep(UInt32(milliseconds) * 1000) }
}
