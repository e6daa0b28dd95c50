import CaseStore
import Casework
import Exchange
import Foundation

/// Stores and files that the bench measures with, all made in this run.
struct BenchOffice {
  let folder: String
  let certdesk: String
  /// 50,000 holders, and a police file of 5,000 rows in GB18030.
  let sweepStore: String
  let policeFile: String
  /// 100,000 holders.
  let deskStore: String
  let password = "lianxi-01"
  let staff = "chenjing"

  /// - Parameter isEmpty: whether nothing is to be made, because a part makes its own.
  init(in folder: String, isEmpty: Bool) throws {
    self.folder = folder
    certdesk = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "certdesk").path
    sweepStore = "\(folder)/sweep.sqlite"
    deskStore = "\(folder)/desk.sqlite"
    policeFile = "\(folder)/police.csv"
    if isEmpty { return }
    let made = try milliseconds {
      try Self.demo(certdesk, sweepStore, holders: 50_000)
      try Self.demo(certdesk, deskStore, holders: 100_000)
    }
    Bench.say("  made two rehearsal offices of 50,000 and 100,000 holders in \((made / 1000).shown(1)) s")
    try writePoliceFile()
  }

  static func clock() -> CaseStore.Clock {
    CaseStore.Clock(now: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) })
  }

  private static func demo(_ certdesk: String, _ store: String, holders: Int) throws {
    let status = try runProgram(certdesk, ["demo", "--store", store, "--holders", String(holders)])
    guard status == 0 else { throw BenchProblem("certdesk demo ended with \(status)") }
  }

  /// 5,000 rows: three in five about holders, some of them written oddly, the rest strangers.
  private func writePoliceFile() throws {
    let store = try CaseStore.open(at: sweepStore, clock: Self.clock())
    var holders: [(name: String, identity: String, birth: String, address: String)] = []
    try store.forEachCertificate { holders.append(($0.name, $0.identity, $0[.birth], $0[.address])) }
    let headings = ["序号", "姓名", "公民身份号码", "出生日期", "户籍地址", "变动类型", "变动日期", "备注"]
    let writer = TableWriter(
      path: policeFile, format: .csvGB18030, columns: headings.map { TableWriter.Column($0) }, sheet: "",
      replacesExisting: true)
    _ = try writer.write { table in
      for row in 0..<5000 {
        let holder = holders[(row * 7919) % holders.count]
        var identity = holder.identity
        if row % 5 >= 3 { identity = stranger(row) }
        if row % 17 == 0 { identity = String(identity.prefix(6)) + " " + identity.dropFirst(6) }
        if row % 41 == 0 { identity = identity.lowercased() }
        try table.append([
          String(row + 1), holder.name, identity, holder.birth, holder.address, row % 4 == 0 ? "户口迁出" : "死亡注销",
          "2026-08-\(10 + row % 20)", "",
        ])
      }
    }
  }

  private func stranger(_ row: Int) -> String {
    let serial = String(100 + row % 900)
    let body = "51010119\(50 + row % 49)0\(1 + row % 9)1\(row % 9)" + serial
    return body + (IdentityNumber.checkDigit(for: body).map(String.init) ?? "0")
  }
}

/// Something the bench needs is missing.
struct BenchProblem: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
