import Casework

@testable import CaseStore
@testable import Screens

/// A police file of four rows: one exact death, one doubtful, one move, one stranger.
extension TestOffice {
  static let policeRows = [
    PoliceRow(
      row: 1, identity: identities[2], name: "张伟", birth: .day(birth(2)), kind: "户口迁出", eventDate: .day(day(6)),
      address: "林城镇"),
    PoliceRow(
      row: 2, identity: identities[2], name: "张炜", birth: .day(birth(2)), kind: "死亡注销", eventDate: .day(day(6)),
      note: "医院证明"),
    PoliceRow(row: 3, identity: identities[0], name: "陌生人", kind: "死亡注销", eventDate: .day(day(6))),
    PoliceRow(row: 4, identity: "43122519", name: "残缺", kind: "死亡注销", eventDate: .missing),
  ]

  private static func birth(_ index: Int) -> Day {
    guard let number = IdentityNumber(identities[index]) else { preconditionFailure("the identities are valid") }
    return number.birth
  }

  private static func day(_ day: Int) -> Day {
    guard let day = Day(year: 2026, month: 10, day: day) else { preconditionFailure("October has that day") }
    return day
  }

  func policeFile(at path: String) throws -> PoliceFile {
    guard path.hasSuffix(".csv") else { throw Refusal.noFile }
    return PoliceFile(received: ReceivedFile(name: path, bytes: Array(path.utf8))) { take in
      for row in Self.policeRows { try take(row) }
      return FileReading(format: "csv", encoding: "gb18030", passedOver: 1)
    }
  }

  func sweep() throws -> Sweep {
    let file = try policeFile(at: "police.csv")
    guard let quarter = Quarter("2026Q3") else { throw Refusal.noFile }
    return try store.importSweep(file.received, quarter: quarter, by: session("zheng"), feed: file.feed)
  }

  func decideAll(of sweep: Sweep) throws {
    _ = try store.decide(.rows([1...1]), .accept, reason: "", on: sweep.id, by: session("zheng"))
    _ = try store.decide(.rows([2...2]), .accept, reason: "电话核实", on: sweep.id, by: session("zheng"))
    _ = try store.decide(.rows([4...4]), .reject, reason: "号码无法核实", on: sweep.id, by: session("zheng"))
    _ = try store.record(.submit, onSweep: sweep.id, by: session("zheng"))
  }
}
