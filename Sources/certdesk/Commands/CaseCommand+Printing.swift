import ArgumentParser
import CaseStore
import Casework
import Screens

extension CaseCommand {
  /// A printed text about one case.
  struct Print: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "print", abstract: "打印 · a printed text about a case")

    @Argument(help: "CASE") var number: String
    @Argument(help: "\(CasePrint.allCases.map { "\($0.rawValue) \($0.name.chinese)" }.joined(separator: "|"))")
    var text: CasePrint
    @Flag(help: "大字 · in large type") var large = false
    @Option(help: "写入文件 · write it to a file") var output: String?
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let printed = try text.text(
        of: try store.visible(number, by: session), in: store, global.language, inFull: true, isLarge: large)
      let (found, _) = try store.look(at: number, by: session)
      if text.writesNumbersOut(for: found) {
        try store.noteReveal(text.numberWritten(for: found), for: .work(found.ground), by: session)
      }
      try PrintedText.give(printed, to: output, global.printer)
      if let output { try text.noteSent(of: found, as: output, in: store, by: session) }
    }
  }
}

extension CasePrint: ExpressibleByArgument {}
