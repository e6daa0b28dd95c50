import ArgumentParser
import CaseStore
import Casework

extension StaffCommand {
  struct Delegate: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "delegate",
      abstract: "授权他人代签，理事长本人办，或由其作第二人 · put the chair's signature into another hand for a time")
    @Option(help: "授权的理事长 · the chair") var from: String
    @Option(help: "受权人 · the substitute") var to: String
    @Option(help: "自 · first day") var start: String
    @Option(help: "至 · last day") var end: String
    @Option(help: "文号 · document number") var document: String
    @Option(help: "事由 · ground") var ground: String
    @Option(help: "可签：seat,decision · what may be signed") var may = "seat"
    @OptionGroup var secondPerson: SecondPersonOptions
    @OptionGroup var pin: PINOptions
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let scopes = StaffList.ids(may).map(Delegation.Scope.init(rawValue:))
      guard !scopes.isEmpty, !scopes.contains(nil) else {
        throw Unusable("bad_may", Phrase("--may 可选 seat,decision", "--may is seat, decision or both"))
      }
      guard let first = try writtenDay(start, "--start"), let last = try writtenDay(end, "--end") else { return }
      let (store, signedIn) = try global.signIn()
      let session = signedIn.staff.id == from ? try pin.signing(signedIn, on: store, global) : signedIn
      let made = try store.delegate(
        Delegation(
          from: from, to: to, start: first, end: last, document: document, ground: ground,
          scopes: scopes.compactMap { $0 }), by: session, second: try secondPerson.session(on: store, global))
      global.printer.answer(made.json(on: store.today), .verbatim("\(made.code) \(made.to)：\(made.line)"))
    }
  }

  struct Delegations: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "delegations", abstract: "授权清单 · all delegations")
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, _) = try global.signIn()
      let printer = global.printer
      var table = TextTable(
        [
          Phrase("授权", "delegation"), Phrase("受权人", "to"), Phrase("代", "for"), Phrase("期限", "days"),
          Phrase("可签", "may sign"), Phrase("文号", "document"), Phrase("有效", "runs"),
        ], in: printer.language)
      for delegation in try store.delegations() {
        if printer.isJSON { printer.out(delegation.json(on: store.today).text) }
        table.append([
          delegation.code, delegation.to, delegation.from, delegation.term,
          delegation.scopes.map { $0.name(in: printer.language) }.joined(separator: " "), delegation.document,
          delegation.runs(on: store.today) ? "✓" : "–",
        ])
      }
      if !printer.isJSON { printer.out(table.text) }
    }
  }

  struct Recall: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "recall", abstract: "收回授权 · take a delegation back")
    @Argument(help: "DELEGATION") var code: String
    @Option(help: "理由 · reason") var reason: String
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      try store.recall(code, reason: reason, by: session)
      guard let ended = try store.delegations().first(where: { $0.code == code }) else { return }
      global.printer.answer(ended.json(on: store.today), Phrase("已收回 \(code)", "Took back \(code)"))
    }
  }
}

extension Delegation {
  func json(on today: Day) -> JSON {
    .object([
      "delegation": .string(code), "from": .string(from), "to": .string(to), "start": .string(start.iso),
      "end": .string(end.iso), "recalled": .optional(recalled?.iso), "document": .string(document),
      "ground": .string(ground),
      "may": .strings(scopes.map(\.rawValue)), "runs": .bool(runs(on: today)),
    ])
  }
}
