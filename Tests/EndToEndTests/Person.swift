import PtyKit
import TerminalKit

/// Somebody of the rehearsal office, with a password that only this person has.
struct Person: Sendable {
  let name: String
  /// Written in letters that nothing else in the program uses, so that one of them anywhere is a leak.
  var password: String { "щъ\(name)юя" }

  static let secretLetters: Set<Character> = ["щ", "ъ", "ю", "я"]

  static let clerk = Person(name: "chenjing")
  static let otherClerk = Person(name: "liufang")
  static let panel = [Person(name: "zhouwei"), Person(name: "wuqiang"), Person(name: "helizhang")]
  static let supervisor = Person(name: "sunmin")
  static let liaison = Person(name: "fengjie")
  static let all = [clerk, otherClerk, supervisor, liaison] + panel
}

extension Program {
  /// A rehearsal office in which everybody has chosen a password that the sign-in does not show.
  static func officeWithOwnPasswords(today: String) throws -> Program {
    let office = try Program.office(today: today)
    for person in Person.all {
      try office.keep(person.password, as: "\(person.name).new")
      try office.run(
        as: "admin", "staff", "password", person.name, "--new-password-file", office.path("\(person.name).new"))
      try office.keep(person.password, as: "\(person.name).password")
    }
    return office
  }

  /// Sits down at the desk of this office, on its business date.
  func desk(columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]) throws -> DeskOnTerminal {
    let own = ["CERTDESK_STORE": store, "CERTDESK_TODAY": today, "HOME": folder]
    return DeskOnTerminal(
      terminal: try PtySession(
        [Self.executable], environment: own.merging(environment) { _, given in given }, columns: columns, rows: rows))
  }
}
