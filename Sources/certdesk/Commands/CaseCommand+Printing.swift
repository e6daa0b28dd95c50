import ArgumentParser
import CaseStore
import Casework
import Screens

extension CaseCommand {
  /// A printed text about one case.
  struct Print: DeskCommand {
    static let configuration = CommandConfiguration(abstract: "打印 · a printed text about a case")

    enum Text: String, ExpressibleByArgument, CaseIterable { case referral }

    @Argument(help: "CASE") var number: String
    @Argument(help: "referral 转介单") var text: Text
    @Option(help: "写入文件 · write it to a file") var output: String?
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let (found, _) = try store.look(at: number, by: session)
      switch text {
      case .referral:
        try PrintedText.give(
          try AssessmentPrints.referral(of: found, in: store, global.language), to: output, global.printer)
      }
    }
  }
}
