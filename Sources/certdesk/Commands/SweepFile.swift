import ArgumentParser
import CaseStore
import Casework
import Exchange

/// The file of a sweep, as it came.
struct SweepFile: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "file", abstract: "取出名单原件，一字不改，记入日志 · the kept file, byte by byte; that is logged")
  @Argument(help: "SWEEP") var sweep: String
  @Option(help: "FILE") var output: String
  @OptionGroup var global: GlobalOptions

  func perform() throws {
    let (store, session) = try global.signIn()
    let found = try store.sweep(numbered: sweep)
    let file = try store.keptFile(of: found, for: FileNames.last(of: output), by: session)
    try naming(output) { try KeptBytes.write(file.bytes, to: output) }
    global.printer.answer(
      .object([
        "sweep": .string(found.number), "file": .string(output), "name": .string(file.name),
        "bytes": .int(file.bytes.count), "sha256": .string(found.sha256),
      ]),
      Phrase(
        "已写入 \(output)（原名 \(file.name.printable())），校验码 \(found.sha256)",
        "Written to \(output) (it was \(file.name.printable())), digest \(found.sha256)"))
  }
}
