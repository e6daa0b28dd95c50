import ArgumentParser
import CaseStore
import Casework

/// What time has brought about and a person may act on.
struct TodayCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "today", abstract: "今日提示：到期、逾期、该通知的 · what time has brought about")
  @OptionGroup var global: GlobalOptions

  func perform() throws {
    let (store, _) = try global.signIn()
    let printer = global.printer
    var table = TextTable(
      [
        Phrase("自", "since"), Phrase("业务或证件", "case or certificate"), Phrase("姓名", "name"), Phrase("提示", "proposal"),
        Phrase("依据", "ground"),
      ], in: printer.language)
    for proposal in try store.proposals() {
      if printer.isJSON {
        printer.out(proposal.json(in: printer.language).text)
      } else {
        table.append([
          proposal.due.iso, proposal.shownSubject, proposal.name, proposal.kind.name(in: printer.language),
          proposal.kind.ground(in: printer.language),
        ])
      }
    }
    if !printer.isJSON { printer.out(table.text) }
  }
}

extension Proposal {
  fileprivate var shownSubject: String {
    switch subject {
    case .application(_, let number): number
    case .certificate(let number): Masking.certificate(number)
    }
  }

  fileprivate func json(in language: Language) -> JSON {
    var pairs: [(String, JSON)] = [("proposal", .string(kind.rawValue)), ("since", .string(due.iso))]
    switch subject {
    case .application(_, let number): pairs += [("case", .string(number)), ("certificate", .null)]
    case .certificate(let number): pairs += [("case", .null), ("certificate", .string(number))]
    }
    pairs.append(("name", .string(name)))
    switch action {
    case .move(let move): pairs += [("event", .string(move.rawValue)), ("service", .null), ("contact", .null)]
    case .open(let service, let fields):
      pairs += [
        ("event", .null), ("service", .string(service.rawValue)), ("contact", .null), ("fields", .entries(fields)),
      ]
    case .contact(let topic): pairs += [("event", .null), ("service", .null), ("contact", .string(topic.rawValue))]
    }
    pairs += [("reason", .string(kind.name(in: language))), ("ground", .string(kind.ground(in: language)))]
    return .pairs(pairs)
  }
}
