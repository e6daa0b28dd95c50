import ArgumentParser
import CaseStore
import Casework
import Foundation

/// The proof that nothing was changed behind the log's back.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "留痕核验 · the log and its proof", subcommands: [Verify.self, Export.self])

  struct Verify: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify", abstract: "重放全部记录并核对 · replay the log and compare")
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let report = try global.openToLook().verify()
      global.printer.answer(
        .object([
          "events": .int(report.events), "ok": .bool(report.holds),
          "first_problem": report.firstProblem.map {
            .object(["seq": .int(Int($0.seq)), "problem": .string($0.problem)])
          } ?? .null,
        ]), report.text)
      if !report.holds { throw DoesNotHold() }
    }
  }

  struct Export: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "导出全部记录 · export the log as JSON Lines")
    @Option(help: "FILE") var output: String
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let (events, head) = try NewFile.write(to: output) { append in
        try store.exportLog(by: session) { try append($0 + "\n") }
      }
      global.printer.answer(
        .object(["events": .int(events), "head": .string(head)]),
        Phrase("已导出 \(events) 条记录，末条摘要 \(head)", "Exported \(events.counted("event")), head \(head)"))
    }
  }
}

extension AuditReport {
  fileprivate var text: Phrase {
    guard let problem = firstProblem else {
      return Phrase("\(events) 条记录全部相符", "All \(events.counted("event holds", "events hold"))")
    }
    return Phrase(
      "第 \(problem.seq) 条记录起不符：\(problem.problem)。请停止使用，保留现场，从备份恢复",
      "Damage at event \(problem.seq): \(problem.problem). Stop using the store, keep it as it is, restore a backup")
  }
}

/// A file that is whole or not there at all.
enum NewFile {
  static func write<Value>(to path: String, _ body: ((String) throws -> Void) throws -> Value) throws -> Value {
    let partial = path + ".part"
    guard access(path, F_OK) != 0 else {
      throw Unusable.alreadyExists(path)
    }
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0, let handle = fdopen(descriptor, "wb") else { throw cannotWrite(path) }
    do {
      let value = try body { text in
        let bytes = Array(text.utf8)
        guard fwrite(bytes, 1, bytes.count, handle) == bytes.count else { throw cannotWrite(path) }
      }
      guard fflush(handle) == 0, fsync(descriptor) == 0, fclose(handle) == 0, rename(partial, path) == 0 else {
        throw cannotWrite(path)
      }
      return value
    } catch {
      unlink(partial)
      throw error
    }
  }

  private static func cannotWrite(_ path: String) -> Unusable {
    Unusable(
      "cannot_write",
      Phrase("不能写入 \(path)：", "\(path) cannot be written: ") + .lastSystemCause
        + Phrase("。请检查文件夹、权限和剩余空间", ". Check the folder, its permissions and the free space"))
  }
}
