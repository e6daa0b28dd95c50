import Foundation
import Testing

/// A case walked by commands, one line a command.
///
/// - `@ 2026-06-01`: the business date.
/// - `open renew_dmg certificate=#43`: a new case, on which the lines below act; `#` is the holder's number.
/// - `sunmin approve notice=yes > approved`: who (chenjing where nobody is named), the move, and what it does not give
///   by itself; then the state it leads to.
/// - `accept ! not_too_early 2029-01-01`: the code of the refusal, and words that it says or advises.
/// - `= 43B1 valid 2020-01-05 2030-01-05`: the newest certificate of the holder.
final class ScriptedWalk {
  private var office: Program
  private let identity: String
  private var number = ""
  private var serials = 0
  private static let staff: Set = [
    "chenjing", "liufang", "sunmin", "qianjun", "helizhang", "yangshu", "zhouwei", "qinshu",
  ]

  init(_ office: Program, of identity: String) {
    self.office = office
    self.identity = identity
  }

  func walk(_ script: String) throws {
    for line in script.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) where !line.isEmpty {
      try step(line)
    }
  }

  private func step(_ line: String) throws {
    var words = line.split(separator: " ").map(String.init)
    let expected = words.firstIndex { $0 == ">" || $0 == "!" }.map { place in
      let rest = Array(words[place...])
      words.removeSubrange(place...)
      return rest
    }
    switch words[0] {
    case "@": office.today = words[1]
    case "=": try expectCertificate(words.dropFirst().map { $0 })
    default:
      let who = Self.staff.contains(words[0]) ? words.removeFirst() : "chenjing"
      let move = words.removeFirst()
      try act(move, words, by: who, expecting: expected ?? [">"], line)
    }
  }

  private func act(_ move: String, _ words: [String], by who: String, expecting: [String], _ line: String) throws {
    var words = words
    let second = words.first { $0.hasPrefix("second=") }.map { String($0.dropFirst(7)) }
    words.removeAll { $0.hasPrefix("second=") }
    var arguments = ["case", "do", number, move]
    if move == "open" { arguments = ["case", "open", words.removeFirst()] }
    let given = words.map { $0.replacingOccurrences(of: "#", with: identity) }
    let named = Set(given.map { $0.prefix { $0 != "=" } })
    let usual = usualFields(of: move).filter { field in !named.contains(field.prefix { $0 != "=" }) }
    arguments += (given + usual).filter { !$0.hasSuffix("=") }.flatMap { ["--set", $0] }
    let answer = try office.run(as: who, all: arguments, second: second)
    let told = try answer.json()

    if expecting[0] == "!" {
      let refusal = try #require(told["refusal"] as? [String: Any], "\(line): not refused, \(answer.output)")
      #expect(refusal["code"] as? String == expecting[1], "\(line): \(refusal)")
      let said = "\(refusal["message"] as? String ?? "") \(refusal["remedy"] as? String ?? "")"
      for words in expecting.dropFirst(2) { #expect(said.contains(words), "\(line): \(said)") }
      #expect(answer.status == (expecting[1] == "not_your_role" ? 4 : 3), "\(line)")
    } else {
      try #require(answer.status == 0, "\(line): \(answer.output)\(answer.complaint)")
      if move == "open" { number = try #require(told["case"] as? String) }
      if expecting.count > 1 { #expect(told["state"] as? String == expecting[1], "\(line)") }
    }
  }

  private func expectCertificate(_ words: [String]) throws {
    let holder = try office.run(as: "chenjing", "register", "show", identity).json()
    let held = try #require(holder["certificates"] as? [[String: Any]])
    let last = try #require(held.last { $0["state"] as? String != "spoiled" })
    let told = ["certificate", "state", "valid_from", "valid_to"].map { last[$0] as? String ?? "" }
    #expect(Array(told.prefix(words.count)) == [identity + words[0]] + words.dropFirst())
  }

  /// What a move is given where the script says nothing else.
  private func usualFields(of move: String) -> [String] {
    switch move {
    case "choose_hospital": ["institution=H01"]
    case "record_result":
      ["form=F1", "institution=H01", "doctors=贺医生", "date=\(office.today)", "category=4", "grade=3", "sealed=yes"]
    case "post_notice": ["place=双溪村"]
    case "notice_end": ["evidence=照片"]
    case "approve": ["materials=yes", "procedure=yes", "conclusion=yes", "notice=yes"]
    case "print": ["serial=Z\(nextSerial())"]
    case "seal": ["approval_seal=yes", "steel_seal=yes", "base_entry=yes"]
    case "collect": ["collector=本人", "identity=\(identity)"]
    case "archive": ["pages=9", "shelf=A1"]
    case "finish_without_card": ["delivered=yes"]
    case "withdraw": ["request=本人申请"]
    default: []
    }
  }

  private func nextSerial() -> Int {
    serials += 1
    return serials
  }
}

extension Program {
  func run(as staff: String, all arguments: [String], second: String? = nil) throws -> Answer {
    var all = arguments + ["--as", staff, "--password-file", path("\(staff).password"), "--json"]
    if let second { all += ["--second", second, "--second-password-file", path("\(second).password")] }
    return try run(all: all)
  }

  /// The holder of all walks, who has a certificate since 2024, and a clerk who is related.
  static func officeWithHolder(_ identity: String, today: String, number: String = "43", to: String = "2034-01-05")
    throws
    -> Program
  {
    let office = try Program.office(today: today)
    try office.takeOver("\(identity)\(number),王芳,\(identity),肢体,三级,2024-01-05,\(to),有效", as: "register.csv")
    return office
  }

  /// Takes a certificate over into the register.
  func takeOver(_ line: String, as file: String) throws {
    try keep("残疾人证号,姓名,公民身份号码,残疾类别,残疾等级,发证日期,有效期止,证件状态\n\(line)\n", as: file)
    let answer = try run(as: "chenjing", "register", "import", path(file))
    try #require(answer.status == 0, "\(answer.output)\(answer.complaint)")
  }
}
