import ArgumentParser
import CaseStore
import Casework
import Screens

/// Households that have moved, and their two clocks.
extension SweepCommand {
  struct Period: ParsableArguments {
    @Option(help: "季度，默认本季 · quarter, by default this one") var quarter: String?

    func quarter(on today: Day) throws -> Quarter {
      guard let quarter else { return Quarter(of: today) }
      guard let wanted = Quarter(quarter) else {
        throw Unusable("bad_quarter", Phrase("季度写作 2026Q3", "Write the quarter as 2026Q3"))
      }
      return wanted
    }
  }

  struct Due: DeskCommand {
    static let configuration = CommandConfiguration(
      abstract: "迁出计时本季到期 · moved households whose clocks run out in a quarter")
    @OptionGroup var period: Period
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let printer = global.printer
      let due = try store.movesDue(
        in: try period.quarter(on: store.today), isLogged: printer.isJSON, by: session)
      if printer.isJSON {
        for line in due { printer.out(line.json(on: store.today).text) }
        return
      }
      var table = TextTable(
        [
          Phrase("到期", "due"), Phrase("事项", "what"), Phrase("姓名", "name"), Phrase("残疾人证号", "certificate"),
          Phrase("迁出", "moved"), Phrase("通知", "letter"),
        ], in: printer.language)
      for line in due {
        table.append([
          line.on.iso, line.what.name(in: printer.language), line.certificate.name,
          Masking.certificate(line.certificate.number), line.movedOn,
          line.letter.map { "\($0.day) \($0.result.name(in: printer.language))" } ?? "",
        ])
      }
      printer.out(table.text)
      printer.out(Phrase("到期 \(due.count) 项", "\(due.count) due")(in: printer.language))
    }
  }

  struct Letters: DeskCommand {
    static let configuration = CommandConfiguration(
      abstract: "迁出通知书：本季到期而尚未通知的 · letters about the clocks of a quarter that nobody was told of")
    @Option(help: "写入文件 · write them to a file") var output: String
    @OptionGroup var period: Period
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let due = try store.movesDue(in: try period.quarter(on: store.today), by: session)
        .filter { $0.letter == nil && $0.on > store.today }
      let text = try due.map { try MovePrints.letter($0, in: store, global.language) }.joined(separator: "\u{0C}")
      // Noted before the file has its name, so that no letter lies there that nobody is said to have sent.
      try NewFile.write(to: output) { append in
        try append(text)
        try store.notePosted(due, file: output, sha256: CaseStore.digest(of: Array(text.utf8)), by: session)
      }
      global.printer.answer(
        .object(["file": .string(output), "letters": .int(due.count)]),
        Phrase("\(due.count) 封已写入 \(output)，并记为已寄", "\(due.count) letters in \(output), noted as posted"))
    }
  }
}
