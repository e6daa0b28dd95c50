import Testing

/// What remains of the only case of an office, as `case show --json` tells it.
struct WorkedCase {
  struct Step: Equatable {
    let event: String
    let day: String
  }

  /// The events and their days; the desk saves field by field, so a run of edits counts as one.
  let folded: [Step]
  let certificate: String
  /// Who found what, and on which day.
  let findings: [[String]]
  let fields: [String: String]

  init(in office: Program) throws {
    let shown = try office.run(as: "chenjing", "case", "show", "1").json()
    let steps = try #require(shown["events"] as? [[String: Any]]).map { event in
      Step(event: event["event"] as? String ?? "", day: event["day"] as? String ?? "")
    }
    folded = steps.enumerated().filter { index, step in
      index == 0 || step.event != "edit" || steps[index - 1] != step
    }.map(\.element)
    certificate = try #require(shown["certificate"] as? String)
    findings = try #require(shown["signatures"] as? [[String: Any]]).map { signature in
      ["staff", "state", "on", "category", "grade"].map { signature[$0] as? String ?? "" }
    }
    fields = try #require(shown["fields"] as? [String: String])
  }
}

/// Two more holders, of whom the police knows one by another name.
struct Neighbour {
  let identity: String
  let name: String

  static let all = [
    Neighbour(identity: "440524196001010014", name: "赵强"), Neighbour(identity: "110105194912310038", name: "李莉"),
  ]
}

extension Program {
  func keepNeighbours() throws {
    let lines = Neighbour.all.map { "\($0.identity)43,\($0.name),\($0.identity),肢体,三级,2024-01-05,2034-01-05,有效" }
    try keep(
      "残疾人证号,姓名,公民身份号码,残疾类别,残疾等级,发证日期,有效期止,证件状态\n" + lines.joined(separator: "\n") + "\n", as: "register.csv")
    let answer = try run(as: "chenjing", "register", "import", path("register.csv"))
    try #require(answer.status == 0, "\(answer.output)\(answer.complaint)")
  }

  /// One death that agrees, one under another name, one of somebody unknown.
  func keepPoliceFile() throws {
    try keep(
      """
      姓名,公民身份号码,出生日期,变动类型,变动日期
      王芳,11010519491231002X,1949-12-31,死亡注销,2026-06-01
      李梅,\(Neighbour.all[1].identity),1949-12-31,死亡注销,2026-06-02
      路人,110105194912310433,1949-12-31,死亡注销,2026-06-03

      """, as: "police.csv")
  }

  func certificateState(of identity: String) throws -> String {
    let holder = try run(as: "chenjing", "register", "show", identity).json()
    let certificate = try #require((holder["certificates"] as? [[String: Any]])?.last)
    return try #require(certificate["state"] as? String)
  }
}
