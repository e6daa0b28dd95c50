import ArgumentParser
import CaseStore
import Casework
import Glibc

/// An online copy of the store, opened and verified.
struct Backup: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "backup", abstract: "备份并核验 · an online copy, verified")
  @Argument(help: "FILE") var file: String
  @OptionGroup var global: GlobalOptions

  func perform() throws {
    let (store, session) = try global.signIn()
    let copy = try store.backUp(to: file, by: session)
    global.printer.answer(
      copy.json,
      Phrase(
        "已备份到 \(file)，\(copy.events) 条记录全部相符", "Copied to \(file): \(copy.events.counted("event holds", "events hold"))"
      ))
  }
}

/// Puts a backup where a store should be; never over one.
struct Restore: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "从备份恢复，不覆盖 · restore a backup, never over a store")
  @Argument(help: "FILE") var file: String
  @OptionGroup var global: GlobalOptions

  func perform() throws {
    guard access(file, F_OK) == 0 else {
      throw Unusable("no_backup", Phrase("没有备份文件 \(file)，请核对路径", "There is no backup \(file): check the path"))
    }
    try makeFolder(of: global.storePath)
    let clock = CaseStore.Clock(now: MachineClock.now)
    let copy = try CaseStore.restore(file, to: global.storePath, clock: clock) { copy in
      try global.signIn(to: copy, as: global.staff, passwordFile: global.passwordFile, option: "--as")
    }
    global.printer.answer(
      copy.json,
      Phrase(
        "已恢复到 \(copy.file)，\(copy.events) 条记录全部相符",
        "Restored to \(copy.file): \(copy.events.counted("event holds", "events hold"))"))
  }
}

extension VerifiedCopy {
  fileprivate var json: JSON {
    .object(["file": .string(file), "sha256": .string(sha256), "events": .int(events), "head": .string(head)])
  }
}
