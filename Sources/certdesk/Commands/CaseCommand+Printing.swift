import ArgumentParser
import CaseStore
import Casework
import Screens

extension CaseCommand {
  /// A printed text about one case.
  struct Print: DeskCommand {
    static let configuration = CommandConfiguration(abstract: "打印 · a printed text about a case")

    @Argument(help: "CASE") var number: String
    @Argument(help: "\(CasePrint.allCases.map { "\($0.rawValue) \($0.name.chinese)" }.joined(separator: "|"))")
    var text: CasePrint
    @Option(help: "写入文件 · write it to a file") var output: String?
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let printed = try text.text(of: try store.visible(number, by: session), in: store, global.language)
      _ = try store.look(at: number, by: session)
      try PrintedText.give(printed, to: output, global.printer)
    }
  }
}

extension CasePrint: ExpressibleByArgument {}
