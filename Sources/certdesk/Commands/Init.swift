import ArgumentParser
import CaseStore
import Casework
import Foundation

/// Makes a store and its first administrator.
struct Init: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "init", abstract: "建立档案库 · make a case store")
  @Option(help: "县区代码 · county code, six digits") var county: String
  @Option(help: "办证室名称 · the office's name") var name: String
  @Option(help: "第一位系统管理员 · the first administrator") var admin: String
  @Flag(help: "演练库 · a rehearsal store") var rehearsal = false
  @OptionGroup var global: GlobalOptions

  func perform() throws {
    let password = try Password.new(file: global.passwordFile, for: admin)
    let path = global.storePath
    let clock = try rehearsal ? global.clock : CaseStore.Clock(now: MachineClock.now)
    if !rehearsal, try global.businessDay != nil { throw StoreProblem.notARehearsal }
    let office = Office(county: county, name: name, isRehearsal: rehearsal)
    try CaseStore.checkFounding(office, administrator: admin, password: password)
    try makeFolder(of: path)
    _ = try CaseStore.found(
      office,
      administrator: StaffMember(id: admin, name: admin, roles: [.administrator]), password: password, at: path,
      clock: clock)
    global.printer.answer(
      .object(["store": .string(path), "county": .string(county), "schema": .int(CaseStore.schemaVersion)]),
      Phrase(
        "已建立档案库 \(path)。下一步：certdesk staff add 新增办证人员，certdesk register import 接入现有登记册",
        "Made \(path). Next: certdesk staff add for the people, certdesk register import for the register"))
  }
}

/// Makes the folder a file will lie in, where it is missing, for its owner alone.
func makeFolder(of path: String) throws {
  let folder = URL(filePath: path).deletingLastPathComponent().path
  do {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  } catch {
    throw Unusable(
      "unreachable", Phrase("不能建立文件夹 \(folder)，请检查权限", "The folder \(folder) cannot be made: check its permissions"))
  }
}
