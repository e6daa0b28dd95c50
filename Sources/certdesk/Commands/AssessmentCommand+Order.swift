import ArgumentParser
import CaseStore
import Casework

extension AssessmentCommand {
  struct Order: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "order", abstract: "调整名单次序 · put a case at another place of the list")
    @Argument(help: "DAY") var day: String
    @Argument(help: "CASE") var number: String
    @Option(help: "第几位 · the place, from 1") var to: Int
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let number = try store.application(numbered: number).number
      try store.move(number, to: to, on: day, by: session)
      let changed = try store.assessmentDay(day)
      global.printer.answer(
        changed.json, Phrase("\(number) 排在第 \(to) 位", "\(number) is at place \(to)"))
    }
  }

  struct TakeOff: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "移出名单 · take a case off the list")
    @Argument(help: "DAY") var day: String
    @Argument(help: "CASE") var number: String
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let number = try store.application(numbered: number).number
      try store.takeOff(number, from: day, by: session)
      let changed = try store.assessmentDay(day)
      global.printer.answer(
        changed.json, Phrase("\(number) 已移出 \(day)", "\(number) is off \(day)"))
    }
  }
}
