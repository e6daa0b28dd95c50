import ArgumentParser
import CaseStore
import Casework

/// The settings under which the office works.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "设置 · settings", subcommands: [List.self, Set.self])

  struct List: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "全部设置，或一项设置的沿革 · every setting, or the history of one")
    @Argument(help: "KEY") var key: String?
    @Option(help: "哪一天的设置 · as they hold on this day") var on: String?
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let key = try key.map(PolicyKey.named)
      let day = try on.map { try Day.option($0, "--on") }
      let (store, _) = try global.signIn()
      let book = try store.policyBook()
      let printer = global.printer
      if let key, day == nil {
        printer.say(PolicyLine.history(of: key, in: book), \.historyJSON)
      } else {
        let keys = key.map { [$0] } ?? PolicyKey.all
        printer.say(keys.map { PolicyLine($0, on: day ?? store.today, in: book) }) { $0.json(in: printer.language) }
      }
    }
  }

  struct Set: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "set", abstract: "更改一项设置 · change a setting")
    @Argument(help: "KEY") var key: String
    // Also a value that begins like an option, as -5, so that the rule refuses it and says what is allowed.
    @Argument(parsing: .allUnrecognized, help: "VALUE") var value: [String] = []
    @Option(help: "生效日期，默认当天 · the day from which it holds, else today") var from: String?
    @Option(help: "依据 · the document or decision") var reason: String
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let key = try PolicyKey.named(key)
      let day = try from.map { try Day.option($0, "--from") }
      let value = try onlyValue
      let (store, session) = try global.signIn()
      let change = try store.set(key, to: value, from: day, reason: reason, by: session)
      let line = PolicyLine(change, in: try store.policyBook())
      let kept = key.value.words(change.value)
      global.printer.answer(
        line.historyJSON,
        Phrase(
          "\(key.name.chinese)：自 \(change.from) 起为 \(kept.chinese)",
          "\(key.name.english): \(kept.english) from \(change.from)"))
    }

    private var onlyValue: String {
      get throws {
        let given = value.filter { $0 != "--" }
        let help = Phrase("。用法见 certdesk help policy set", ". See certdesk help policy set")
        if let option = given.first(where: { $0.hasPrefix("--") }) {
          throw Unusable("usage", Phrase("没有选项「\(option)」", "There is no option “\(option)”") + help)
        }
        guard let only = given.first, given.count == 1 else {
          throw Unusable("usage", Phrase("须写一个值", "One value is needed") + help)
        }
        return only
      }
    }
  }
}

extension Printer {
  fileprivate func say(_ lines: [PolicyLine], _ json: (PolicyLine) -> JSON) {
    if !isJSON { return out(PolicyLine.table(lines, in: language)) }
    for line in lines { out(json(line).text) }
  }
}

extension PolicyKey {
  fileprivate static func named(_ code: String) throws -> PolicyKey {
    guard let key = PolicyKey(code: code) else {
      let known = PolicyKey.all.map(\.code).joined(separator: " ")
      throw Unusable("unknown_key", Phrase("没有设置「\(code)」，可选：\(known)", "No setting “\(code)”; one of: \(known)"))
    }
    return key
  }
}

extension Day {
  fileprivate static func option(_ text: String, _ option: String) throws -> Day {
    guard let day = Day(iso: text) else {
      throw Unusable("bad_date", Phrase("\(option) 应写作 2026-09-30", "Write \(option) as 2026-09-30"))
    }
    return day
  }
}
