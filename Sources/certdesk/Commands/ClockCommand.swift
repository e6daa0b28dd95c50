import ArgumentParser
import CaseStore
import Casework

/// How the machine's clock stands to the log, and the way out where a wrong clock has written ahead.
struct ClockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clock", abstract: "时钟与记录 · the machine's clock and the log", subcommands: [Show.self, Declare.self],
    defaultSubcommand: Show.self)

  struct Show: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "对照 · compare the clock with the last event")
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let store = try global.openStore()
      let (standing, last) = (try store.clockStanding(), try store.lastEventTime()?.day)
      global.printer.answer(
        .object([
          "today": .string(store.now.day.iso), "last": .optional(last?.iso),
          "behind": .bool(standing.isBehind), "ahead": .bool(standing.isAhead),
        ]), standing.words ?? Phrase("本机日期与记录相符", "The clock agrees with the log"))
    }
  }

  struct Declare: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "declare",
      abstract: "声明最后的记录日期有误（系统管理员与第二人） · declare that the last events bear a wrong day")
    @Option(help: "理由 · why") var reason: String
    @OptionGroup var secondPerson: SecondPersonOptions
    @OptionGroup var pin: PINOptions
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      try store.declareClock(
        reason: reason, by: pin.signing(session, on: store, global), second: try secondPerson.session(on: store, global)
      )
      global.printer.answer(
        .object(["today": .string(store.now.day.iso)]),
        Phrase(
          "已声明并记录。可以继续办公；错误日期下办过的业务请逐件核对", "Declared and logged. Go on; look at what was done under the wrong day"))
    }
  }
}
