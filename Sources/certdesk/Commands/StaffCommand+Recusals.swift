import ArgumentParser
import CaseStore
import Casework

extension StaffCommand {
  struct Recusals: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "recusals",
      abstract: "更新回避登记（承诺书），写全部号码 · the register of relatives, all numbers anew")
    @Argument(help: "STAFF") var staff: String
    @Option(help: "本人及亲属身份号码，可写多次；不写即清空 · own and relatives' numbers, repeated; none empties it")
    var recusal: [String] = []
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let numbers = recusal.flatMap(StaffList.ids)
      try store.setRecusals(numbers, of: staff, by: session)
      let changed = try member(staff, in: store)
      global.printer.answer(
        changed.json,
        Phrase(
          "\(changed.name) 的回避号码现有 \(changed.recusals.count) 个",
          "\(changed.recusals.count.counted("number")) for \(changed.name)"
        ))
    }
  }
}
