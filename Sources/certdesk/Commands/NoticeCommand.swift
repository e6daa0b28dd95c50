import ArgumentParser
import CaseStore
import Casework
import Exchange
import Screens

/// Public notices, village by village.
struct NoticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice", abstract: "公示名单，按村 · public notices by village",
    subcommands: [List.self, Post.self, End.self])

  struct List: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "公示名单 · the lists to post")
    @Option(help: "村、社区或乡镇 · village or township") var village: String?
    @Option(help: "text|csv") var format: Format = .text
    @Option(help: "FILE") var output: String?
    @OptionGroup var global: GlobalOptions

    enum Format: String, ExpressibleByArgument { case text, csv }

    func perform() throws {
      let (store, session) = try global.signIn()
      let notices = try store.notices(visibleTo: session).filter { $0.village.answers(to: village ?? "") }
      let printer = global.printer
      let people = notices.reduce(0) { $0 + $1.lines.count }
      guard format == .csv || output != nil else {
        for notice in notices where printer.isJSON { printer.out(notice.json(in: printer.language).text) }
        if !printer.isJSON { printer.out(try NoticePrints.text(of: notices, in: store, printer.language)) }
        return printer.complain(leftOut(notices)(in: printer.language))
      }
      guard let output else {
        throw Unusable("no_output", Phrase("--format csv 须指明 --output", "--format csv takes --output"))
      }
      // Logged before the file has its name, so that no list lies there that the log does not know.
      func log(_ file: [UInt8]) throws {
        _ = try store.noteExport(
          of: file, rows: people, columns: ["name", "village", "category", "grade", "posted"],
          to: FileNames.last(of: output), by: session)
      }
      switch format {
      case .text:
        let text = try NoticePrints.text(of: notices, in: store, printer.language)
        try NewFile.write(to: output) { append in
          try append(text)
          try log(Array(text.utf8))
        }
      case .csv: try write(notices, to: output, noting: log)
      }
      printer.answer(
        .object(["file": .string(output), "villages": .int(notices.count), "people": .int(people)]),
        Phrase("已写入 \(output)：\(people) 人。", "Written to \(output): \(people.counted("person", "people")). ")
          + leftOut(notices))
    }

    private func write(_ notices: [VillageNotice], to output: String, noting log: ([UInt8]) throws -> Void) throws {
      let writer = TableWriter(
        path: output, format: .csv, columns: NoticePrints.headings.map { TableWriter.Column($0(in: global.language)) },
        sheet: "", replacesExisting: false)
      _ = try naming(output) {
        try writer.write(
          { rows in
            for line in notices.flatMap(\.lines) { try rows.append(NoticePrints.cells(of: line, in: global.language)) }
          }, noting: { try log(try readFile($1)) })
      }
    }

    private func leftOut(_ notices: [VillageNotice]) -> Phrase {
      let minors = notices.reduce(0) { $0 + $1.minors }
      return Phrase("未成年人 \(minors) 名不列入名单", "\(minors.counted("minor is", "minors are")) left out")
    }
  }

  struct Post: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "post", abstract: "张贴一村的公示 · post the ready cases of a village")
    @Option(help: "村、社区 · village") var village: String
    @Option(help: "公示地点 · posted at") var place: String
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let ready = try store.notice(of: village, visibleTo: session).lines(.ready)
      guard !ready.isEmpty else { throw Refusal.nobodyReady }
      try store.record(.postNotice, ["place": place], onEach: ready.map { SeenCase($0.application) }, by: session)
        .say(on: global.printer)
    }
  }

  struct End: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "end",
      abstract: "一村公示期满，登记证明 · end the notices of a village that are over")
    @Option(help: "村、社区 · village") var village: String
    @Option(help: "公示照片或记录 · photo or record of the notice") var evidence: String
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let notice = try store.notice(of: village, visibleTo: session)
      let over = notice.lines(.over)
      guard !over.isEmpty else { throw Refusal.nobodyOver(notice.lines(.posted).map(\.until).min()) }
      try store.record(.noticeEnd, ["evidence": evidence], onEach: over.map { SeenCase($0.application) }, by: session)
        .say(on: global.printer)
    }
  }
}

extension Refusal {
  fileprivate static let nobodyReady = Refusal(
    "nobody_ready", Phrase("此村没有待公示的业务", "No case of this village waits to be posted"))

  fileprivate static func nobodyOver(_ first: Day?) -> Refusal {
    Refusal(
      "nobody_over", Phrase("此村没有公示期满的业务", "No notice of this village is over"),
      remedy: first.map { Phrase("最早的公示到 \($0) 止", "The first one ends with \($0)") })
  }
}

extension CaseStore {
  /// The notice of the one village that somebody names.
  ///
  /// Throws `Unusable` where none or several are meant.
  fileprivate func notice(of village: String, visibleTo session: Session) throws -> VillageNotice {
    let all = try notices(visibleTo: session)
    let found = all.filter { $0.village.label.chinese == village || $0.village.label.english == village }
    let meant = found.isEmpty ? all.filter { $0.village.answers(to: village) } : found
    guard let only = meant.first, meant.count == 1 else {
      let names = (meant.isEmpty ? all : meant).map(\.village.label.chinese).joined(separator: "、")
      throw Unusable(
        meant.isEmpty ? "no_such_village" : "several_villages",
        Phrase("「\(village)」不能确定是哪个村，有公示的：\(names)", "“\(village)” names no single village; there are: \(names)"))
    }
    return only
  }
}

extension VillageNotice {
  fileprivate func json(in language: Language) -> JSON {
    .object([
      "village": .string(village.label(in: language)), "minors_left_out": .int(minors),
      "people": .array(
        lines.map { line in
          .object([
            "name": .string(line.name), "category": line.category.map { .int($0.rawValue) } ?? .null,
            "grade": line.grade.map { .int($0.rawValue) } ?? .null, "standing": .string(line.standing.rawValue),
            "posted": .string(line.from.iso), "until": .string(line.until.iso),
            "provisional": .bool(line.isProvisional),
          ])
        }),
    ])
  }
}
