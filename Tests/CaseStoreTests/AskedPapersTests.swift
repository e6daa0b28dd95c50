import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// A paper that a notice of correction asked for is not forgotten, though no rule demands it (features: 4).
@Suite struct AskedPapersTests {
  @Test func whatWasAskedForAndNotBroughtIsToldUntilItComes() throws {
    let desk = try Desk()
    let id = try desk.submitted()
    try desk.act(.sendBack, ["items": "MR", "reason": "请带病历", "deadline": "2026-04-20"], on: id)
    let again = try desk.act(.submit, on: id)
    #expect(try told(again, at: desk) == ["补正通知要求过、没有收到：病历、诊断证明"])

    let accepted = try desk.act(.accept, on: id)
    #expect(accepted.value("warned", of: .accept).contains("asked_not_brought"))
    #expect(try told(accepted, at: desk).count == 1)
  }

  @Test(arguments: [["materials": "MR"], ["waived": "MR:医院已寄来"]])
  func whatCameOrWasWaivedIsNot(_ fields: Entries) throws {
    let desk = try Desk()
    let id = try desk.submitted()
    try desk.act(.sendBack, ["items": "MR", "reason": "请带病历", "deadline": "2026-04-20"], on: id)
    #expect(try told(try desk.act(.submit, fields, on: id), at: desk).isEmpty)
  }

  private func told(_ application: Application, at desk: Desk) throws -> [String] {
    try desk.store.allWarnings(of: application).filter { $0.code == .askedNotBrought }.map(\.sentence.chinese)
  }
}
