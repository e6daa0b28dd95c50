import ArgumentParser
import CaseStore
import Casework
import Exchange

/// The register of holders and certificates.
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "登记册 · the register",
    subcommands: [Import.self, Search.self, Show.self, Export.self])

  struct Import: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "接入现有登记册 · take over an existing register")
    @Argument(help: "FILE (CSV, XLSX)") var file: String
    @Option(name: .customLong("map"), help: "COLUMN=FIELD") var mappings: [String] = []
    @Option(help: "auto|utf-8|gb18030|utf-16") var encoding: String = "auto"
    @Option(help: "工作表名 · sheet") var sheet: String?
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let received = try receivedFile(file)
      var source = try TableSource(file, .register, mappings: mappings, encoding: encoding, sheet: sheet)
      source.progress = ProgressBar(Phrase("读取", "reading"), in: global.language)
      var lines: [RegisterLine] = []
      var startsIn1904 = false
      try source.forEachRow { row in
        var cells: [String: String] = [:]
        var numberCells: Set<String> = []
        for field in HeadingVocabulary.register.fields.map(\.code) {
          let cell = row[field]
          if !cell.text.isEmpty { cells[field] = cell.text }
          if cell.isNumberCell { numberCells.insert(field) }
          if cell.startsIn1904 { startsIn1904 = true }
        }
        lines.append(RegisterLine(row: row.number, cells: cells, numberCells: numberCells))
      }
      let report = try store.importRegister(lines, of: received, by: session) {
        PoliceDate.parse(Cell(text: $0, isNumberCell: $1, startsIn1904: startsIn1904))
      }
      global.printer.answer(report.json, report.text)
    }
  }

  struct Search: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "search",
      abstract: "按姓名、拼音、首字母、号码、电话、村或街查找 · find by name, pinyin, initials, number, phone, village or street")
    @Argument(help: "TEXT") var text: String
    @Option(help: "最多几条 · at most") var limit: Int = 40
    @OptionGroup var purpose: PurposeOption
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let printer = global.printer
      var table = TextTable(
        [
          Phrase("残疾人证号", "certificate"), Phrase("姓名", "name"), Phrase("类别", "category"), Phrase("等级", "grade"),
          Phrase("状态", "state"), Phrase("有效期止", "valid to"), Phrase("地址", "address"),
        ], in: printer.language)
      guard limit > 0 else { throw Unusable("bad_limit", Phrase("--limit 从 1 起", "--limit is 1 or more")) }
      let found = try store.find(
        text, limit: limit, logged: printer.isJSON, for: purpose.text, by: session)
      for certificate in found {
        if printer.isJSON { printer.out(certificate.line(on: store.today).text) }
        table.append([
          Masking.certificate(certificate.number), certificate.name,
          certificate.category?.name(in: printer.language) ?? "", certificate.grade?.name(in: printer.language) ?? "",
          certificate.state(on: store.today).name(in: printer.language), certificate[.validTo], certificate[.address],
        ])
      }
      if !printer.isJSON {
        printer.out(found.isEmpty ? Phrase("没有找到", "Nobody found")(in: printer.language) : table.text)
      }
      if found.count == limit {
        printer.complain(
          Phrase("只列前 \(limit) 条；多输几个字，或用 --limit 多列", "The first \(limit) only: type more, or raise --limit")(
            in: printer.language))
      }
    }
  }

  struct Show: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "一位持证人的全部 · all of one holder")
    @Argument(help: "NUMBER") var number: String
    @OptionGroup var purpose: PurposeOption
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let holder = try store.holder(number, by: session, for: global.json ? purpose.text : nil)
      let printer = global.printer
      printer.answer(holder.json(on: store.today), holder.text(on: store.today, in: printer.language))
    }
  }

  struct Export: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "导出登记册，留痕 · export the register, which is logged")
    @Option(help: "csv|xlsx") var format: String
    @Option(help: "FILE") var output: String
    @Option(help: "列，用逗号 · columns, with commas") var columns: String?
    @Option(help: "交给谁 · to whom it goes") var receiver: String = ""
    @Option(help: "事由 · why it is taken out") var reason: String = ""
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      guard let format = TableWriter.Format(rawValue: format) else {
        throw Unusable("unknown_format", Phrase("--format 为 csv 或 xlsx", "--format is csv or xlsx"))
      }
      let chosen = try RegisterColumn.chosen(columns)
      let (store, session) = try global.signIn()
      try session.require([.clerk, .supervisor, .administrator, .liaison])
      let writer = TableWriter(
        path: output, format: format, columns: chosen.map { TableWriter.Column($0.heading) }, sheet: "登记册",
        replacesExisting: false)
      var sha256 = ""
      let rows = try naming(output) {
        // Logged before the file has its name, so that no register lies there that the log does not know.
        try writer.write(
          { rows in
            try store.forEachCertificate { certificate in
              try rows.append(chosen.map { $0.text(certificate, on: store.today) })
            }
          },
          noting: { rows, temporaryPath in
            sha256 = try store.noteExport(
              of: try readFile(temporaryPath), rows: rows, columns: chosen.map(\.rawValue),
              to: FileNames.last(of: output),
              about: ["receiver": Cleaning.field(receiver), "reason": Cleaning.field(reason)], by: session)
          })
      }
      if Cleaning.field(receiver).isEmpty || Cleaning.field(reason).isEmpty {
        global.printer.complain(
          Phrase(
            "没有写明交给谁、为什么（--receiver、--reason）：日志里只有经办人、列和校验码",
            "To whom and why was not said (--receiver, --reason): the log has who did it, the columns and the digest")(
              in: global.language))
      }
      global.printer.answer(
        .object(["rows": .int(rows), "sha256": .string(sha256)]),
        Phrase("已导出 \(rows) 行到 \(output)", "Exported \(rows.counted("row")) to \(output)"))
    }
  }
}

/// Why numbers are given out whole (`--json`), for the log (domain: 9).
struct PurposeOption: ParsableArguments {
  @Option(help: "为什么看全号（--json），记入日志，缺省为「日常办理」 · why whole numbers, for the log; “日常办理” if not said")
  var reason: String = "日常办理"

  var text: RevealReason { .said(Cleaning.field(reason)) }
}

/// The columns that a register export can have; the headings are those that the import reads.
enum RegisterColumn: String, CaseIterable {
  case certificate, name, sex, ethnicity, identity, birth, address, category, grade, issued
  case validTo = "valid_to"
  case state, phone

  var heading: String {
    switch self {
    case .certificate: "残疾人证号"
    case .name: "姓名"
    case .sex: "性别"
    case .ethnicity: "民族"
    case .identity: "公民身份号码"
    case .birth: "出生日期"
    case .address: "户籍地址"
    case .category: "残疾类别"
    case .grade: "残疾等级"
    case .issued: "发证日期"
    case .validTo: "有效期止"
    case .state: "证件状态"
    case .phone: "联系电话"
    }
  }

  static func chosen(_ text: String?) throws -> [RegisterColumn] {
    guard let text else { return allCases }
    guard text.contains(where: { $0 != "," && $0 != " " }) else {
      throw Unusable("no_columns", Phrase("--columns 没有列出任何列", "--columns names no column"))
    }
    return try text.split(separator: ",").map { name in
      guard let column = RegisterColumn(rawValue: String(name)) ?? allCases.first(where: { $0.heading == name }) else {
        let known = allCases.map(\.rawValue).joined(separator: ",")
        throw Unusable("unknown_column", Phrase("没有列「\(name)」，可选：\(known)", "No column “\(name)”; one of: \(known)"))
      }
      return column
    }
  }

  func text(_ certificate: Certificate, on day: Day) -> String {
    switch self {
    case .certificate: certificate.number
    case .name: certificate.name
    case .sex: Sex(rawValue: certificate[.sex])?.name.chinese ?? ""
    case .ethnicity: certificate[.ethnicity]
    case .identity: certificate.identity
    case .birth: certificate[.birth]
    case .address: certificate[.address]
    case .category: certificate.category?.name.chinese ?? ""
    case .grade: certificate.grade?.name.chinese ?? ""
    case .issued: certificate[.validFrom]
    case .validTo: certificate[.validTo]
    case .state: certificate.state(on: day).writtenInRegister
    case .phone: certificate[.phone]
    }
  }
}

extension Certificate.State {
  /// As the register writes it, so that an export can be taken over again.
  fileprivate var writtenInRegister: String {
    switch self {
    case .valid, .expired: "有效"
    case .replaced, .spoiled: "作废"
    default: name.chinese
    }
  }
}

enum FileNames {
  static func last(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
