import ArgumentParser
import CaseStore
import Casework

/// What follows once a sweep has been carried out.
extension SweepCommand {
  struct Undo: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "undo",
      abstract: "撤销整批或一行，须两人 · take a sweep or one row of it back; two people")
    @Argument(help: "SWEEP") var sweep: String
    @Option(help: "只撤销这一行 · only this row") var row: Int?
    @Option(help: "理由 · reason") var reason: String
    @OptionGroup var secondPerson: SecondPersonOptions
    @OptionGroup var pin: PINOptions
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, signedIn) = try global.signIn()
      let session = try pin.signing(signedIn, on: store, global)
      let printer = global.printer
      let found = try store.sweep(numbered: sweep)
      let bar = ProgressBar(Phrase("撤销", "undoing"), in: printer.language)
      let undoing = try store.undo(
        sweep: found.id, row: row, reason: reason, by: session, second: try secondPerson.session(on: store, global),
        progress: { bar.show(Double($0) / Double($1)) })
      bar.end()
      printer.answer(undoing.json(in: printer.language), undoing.text(in: printer.language))
    }
  }

  struct Corrections: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "corrections",
      abstract: "须向谁更正 · who was told of something that no longer holds")
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let printer = global.printer
      let due = try store.dueCorrections(by: session)
      if printer.isJSON {
        for line in due { printer.out(line.json.text) }
      } else {
        printer.out(due.table(printer.language))
      }
    }
  }

  struct Sent: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "sent",
      abstract: "登记已送出或收回的材料 · note what has left the house or come back")
    @Argument(help: "SWEEP") var sweep: String
    @Option(help: "feed|list|letter|card_returned|correction") var what: String
    @Option(help: "civil_affairs,insurance,transport,employment,holder") var to: String
    @Option(help: "行，如 3,7-12 · rows") var rows: String
    @Option(help: "文件名 · file") var file: String = ""
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      guard let kind = Dispatch.What(rawValue: what) else {
        throw Unusable("bad_what", Phrase("--what 可选：\(Self.kinds)", "--what is one of: \(Self.kinds)"))
      }
      let receivers = to.split(separator: ",").compactMap { Receiver(rawValue: String($0)) }
      guard !receivers.isEmpty, receivers.count == to.split(separator: ",").count else {
        let known = Receiver.allCases.map(\.rawValue).joined(separator: " ")
        throw Unusable("bad_receiver", Phrase("--to 可选：\(known)", "--to is one of: \(known)"))
      }
      guard let ranges = RowRanges.ranges(rows) else {
        throw Unusable("bad_rows", Phrase("--rows 写作 3,7-12", "Write --rows as 3,7-12"))
      }
      let (store, session) = try global.signIn()
      let found = try store.sweep(numbered: sweep)
      try store.noteSent(kind, to: receivers, about: .sweep(found.number, rows: ranges), file: file, by: session)
      global.printer.answer(
        .object(["sweep": .string(found.number), "what": .string(kind.rawValue)]),
        Phrase("已登记：\(kind.name.chinese)", "Noted: \(kind.name.english)"))
    }

    private static let kinds = Dispatch.What.allCases.map(\.rawValue).joined(separator: " ")
  }
}
