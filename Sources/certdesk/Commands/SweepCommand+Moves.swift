import ArgumentParser
import CaseStore
import Casework
import Screens

/// Households that have moved, and their two clocks.
extension SweepCommand {
  struct Period: ParsableArguments {
    @Option(help: "季度，默认本季 · quarter, by default this one") var quarter: String?

    func quarter(on today: Day) throws -> Quarter { try quarter.map { try Quarter.named($0) } ?? Quarter(of: today) }
  }

  struct Due: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "due",
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
      printer.out(
        Phrase(
          "到期 \(due.byHolder.count) 人 \(due.count) 项",
          "\(due.byHolder.count.counted("person", "people")), \(due.count) due")(
            in: printer.language))
    }
  }

  struct Letters: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "letters",
      abstract: "迁出通知书：到了该通知的日子、尚未通知的 · letters of which it is time and that nobody was sent",
      discussion: """
        每项到期只通知一次，误了的这次补寄，同一人并作一封。--quarter 提前写该季度内到期的；--again 已通知的也再写。
        Each clock is told of once, also late; a person gets one letter. --quarter writes ahead, --again once more.
        """)
    @Option(help: "写入文件 · write them to a file") var output: String
    @Option(help: "提前写到这一季度末，如 2026Q3 · ahead to the end of a quarter") var quarter: String?
    @Flag(help: "已通知的也再写 · also those that were sent") var again = false
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let wanted = try quarter.map { try Quarter.named($0) }
      let due = try store.lettersDue(to: wanted, again: again, by: session)
      guard !due.isEmpty else {
        return global.printer.answer(
          .object(["file": .null, "letters": .int(0)]),
          Phrase("没有该寄而未寄的通知书，没有写文件", "No letter is due that was not sent; no file was written"))
      }
      let text = try MovePrints.text(of: due, in: store, global.language)
      // Noted before the file has its name, so that no letter lies there that nobody is said to have sent.
      try NewFile.write(to: output) { append in
        try append(text)
        try store.notePosted(due, file: output, sha256: CaseStore.digest(of: Array(text.utf8)), by: session)
      }
      let letters = due.byHolder.count
      global.printer.answer(
        .object(["file": .string(output), "letters": .int(letters)]),
        Phrase("\(letters) 封已写入 \(output)，并记为已寄", "\(letters.counted("letter")) in \(output), noted as posted"))
    }
  }
}
