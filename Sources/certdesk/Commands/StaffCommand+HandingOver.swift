import ArgumentParser
import CaseStore
import Casework

extension StaffCommand {
  struct HandOver: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "handover", abstract: "名下未办结的业务全部移交 · give all cases under way to a colleague")
    @Argument(help: "STAFF") var staff: String
    @Option(help: "接办人 · who takes them over") var to: String
    @Option(help: "理由 · reason") var reason: String
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      try store.handOver(casesOf: staff, to: to, reason: reason, by: session).say(on: global.printer)
    }
  }
}
