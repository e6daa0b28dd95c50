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
          proposal.due.iso, proposal.shownSubject, proposal.name, proposal.inAll(in: printer.language),
          proposal.kind.ground(in: printer.language),
        ])
      }
    }
    let ending = try store.renewalCounts()
    let (half, month) = (ending[.first] ?? 0, ending[.last] ?? 0)
    if printer.isJSON {
      printer.out(
        JSON.object([
          "proposal": .string("renewal_reminder"), "since": .string(store.today.iso), "count": .int(half),
          "final_notice": .int(month), "ground": .string(Phrase.subsidyRule(in: printer.language)),
        ]).text)
    } else {
      printer.out(table.text)
      let reminder = Phrase(
        "证件将到期、须提醒换领 \(half) 人，其中最后提醒期内 \(month) 人：certdesk renewal list",
        "\(half.counted("card ends", "cards end")) soon, \(month) of them within the last reminder: certdesk renewal list"
      )
      printer.out(reminder(in: printer.language))
    }
  }
}

extension Proposal {
  fileprivate var shownSubject: String {
    switch subject {
    case .application(_, let number): number
    case .certificate(let number): Masking.certificate(number)
    case .sweepRow(_, let row, let number): "\(number):\(row)"
    case .quarter(_, _, let number): number
    }
  }

  fileprivate var inAll: Phrase { words + (term.map { Phrase("，", ", ") + $0.words } ?? Phrase("", "")) }

  fileprivate func json(in language: Language) -> JSON {
    var pairs: [(String, JSON)] = [("proposal", .string(kind.rawValue)), ("since", .string(due.iso))]
    switch subject {
    case .application(_, let number): pairs += [("case", .string(number)), ("certificate", .null)]
    case .certificate(let number): pairs += [("case", .null), ("certificate", .string(number))]
    case .sweepRow(_, let row, let number):
      pairs += [("case", .null), ("certificate", .null), ("sweep", .string(number)), ("row", .int(row))]
    case .quarter(let quarter, let sweep, let number):
      pairs += [
        ("case", .null), ("certificate", .null), ("quarter", .string(quarter.text)),
        ("sweep", sweep == nil ? .null : .string(number)),
      ]
    }
    if let term {
      pairs += [
        ("latest", .string(term.last.iso)), ("working_days_left", .int(term.left)),
        ("provisional", .bool(term.isProvisional)),
      ]
    }
    pairs.append(("name", .string(name)))
    switch action {
    case .move(let move): pairs += [("event", .string(move.rawValue)), ("service", .null), ("contact", .null)]
    case .open(let service, let fields):
      pairs += [
        ("event", .null), ("service", .string(service.rawValue)), ("contact", .null), ("fields", .entries(fields)),
      ]
    case .verify, .look: pairs += [("event", .null), ("service", .null), ("contact", .null)]
    case .sweep(let move): pairs += [("event", .string(move.rawValue)), ("service", .null), ("contact", .null)]
    case .contact(let topic): pairs += [("event", .null), ("service", .null), ("contact", .string(topic.rawValue))]
    }
    pairs.append(("detail", .optional(detail.chinese.isEmpty ? nil : detail(in: language))))
    pairs += [("reason", .string(kind.name(in: language))), ("ground", .string(kind.ground(in: language)))]
    return .pairs(pairs)
  }
}
