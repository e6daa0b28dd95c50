import ArgumentParser
import CaseStore
import Casework
import Exchange

extension SweepCommand {
  struct Import: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "导入公安、民政名单并逐行比对 · import a police file")
    @Argument(help: "FILE (CSV, TSV, XLSX, XLS, HTML)") var file: String
    @Option(help: "季度，如 2026Q3 · quarter") var quarter: String?
    @Option(name: .customLong("map"), help: "COLUMN=FIELD") var mappings: [String] = []
    @Option(help: "auto|utf-8|gb18030|utf-16") var encoding: String = "auto"
    @Option(help: "工作表名 · sheet") var sheet: String?
    @Option(help: "来文单位，其列的对应关系会被记住 · sender, whose mapping of columns is remembered") var sender: String = ""
    @Option(help: "来文文号 · letter number") var letter: String = ""
    @Option(help: "收文日期 · date received") var received: String?
    @Option(help: "police|civil_affairs") var source: SweepSource = .police
    @Option(help: "没有类型列时各行的类型 · the kind of rows without one: death|move_out|…") var kind: String?
    @Flag(help: "不再问外县地址 · do not ask about addresses of another county") var foreign = false
    @Flag(help: "不再问季度以外的日期 · do not ask about dates outside the quarter") var otherDates = false
    @Flag(
      help: "名单行外的文字（标题、注、合计等）都看过，不针对任何一行；不答的逐行问 · what stands beside the rows was read and speaks against none of them"
    )
    var textsRead = false
    @Flag(help: "只看不存：前五行会怎样理解 · show how the file is understood, store nothing") var preview = false
    @Flag(help: "丢弃此文件停在半途的导入，不导入 · throw away what a stopped import of the file left, import nothing") var discard =
      false
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      if preview { return try show() }
      if discard { return try throwAway() }
      guard let written = quarter else {
        throw Unusable(
          "bad_quarter", Phrase("请用 --quarter 指明季度，写作 2026Q3", "Name the quarter with --quarter, as 2026Q3"))
      }
      let quarter = try Quarter.named(written)
      var list = try list()
      let (store, session) = try global.signIn()
      list.areTextsRead = try askAbout(list, in: store)
      // A script has nobody to ask: the answer tells it what would have been asked.
      (list.isForeignTaken, list.areOtherDatesTaken) = (true, true)
      var source = try list.source(in: store)
      source.progress = ProgressBar(Phrase("比对", "comparing"), in: global.language)
      let near = ProgressBar(Phrase("找近似", "near matches"), in: global.language)
      defer { near.end() }
      let sweep = try store.importSweep(
        try list.receivedFile, quarter: quarter, from: list.origin, by: session, progress: near.show,
        feed: try list.reader(in: store, source))
      let elsewhere = try store.progress(of: sweep, reading: .all, by: session).elsewhere
      global.printer.answer(sweep.importJSON(elsewhere: elsewhere), sweep.importText(elsewhere: elsewhere))
      store.settle()
    }

    /// Where somebody sits at a terminal, what looks like the wrong file is asked about before anything is stored, and
    /// whether what the list says outside of its rows speaks against one of them; gives whether it does not.
    ///
    /// Throws the `Refusal` of whatever is not meant.
    private func askAbout(_ list: PoliceList, in store: CaseStore) throws -> Bool {
      guard Question.canBeAsked, !global.json else { return list.areTextsRead }
      let preview = try naming(list.path) { try list.preview(in: store) }
      for doubt in list.doubts(about: preview) {
        let question = doubt.message + Phrase("。仍要导入吗", ". Import it all the same")
        guard Question.isAnsweredYes(question(in: global.language)) else { throw doubt }
      }
      if list.areTextsRead || preview.textsToRead.isEmpty { return list.areTextsRead }
      let texts = Phrase.joined(preview.textsToRead.map(\.words), by: .verbatim("\n"))
      let question =
        Phrase("名单的行外写着：\n", "Beside its rows the list says:\n") + texts
        + Phrase(
          "\n都看过，不针对任何一行吗（答否的，有关各行逐行问）", "\nDoes none of it speak against a row (else the rows are asked one by one)")
      return Question.isAnsweredYes(question(in: global.language))
    }

    /// The store is only asked where somebody signs in: for the sender's mapping and the office's county.
    private func show() throws {
      let store = global.staff == nil ? nil : try global.signIn().store
      let list = try list()
      let preview = try naming(list.path) { try list.preview(in: store) }
      global.printer.answer(preview.json, preview.text(in: global.language))
    }

    private func throwAway() throws {
      let (store, session) = try global.signIn()
      let rows = try store.discardBegun(try list().receivedFile, by: session)
      global.printer.answer(
        .object(["discarded": .int(rows)]),
        rows == 0
          ? Phrase("此文件没有停在半途的导入", "No import of this file was stopped on its way")
          : Phrase(
            "已丢弃停在半途的 \(rows) 行",
            "\(rows.counted("row of a stopped import was", "rows of a stopped import were")) thrown away"))
    }

    private func list() throws -> PoliceList {
      var list = PoliceList(path: try GivenPath(file).meant)
      list.mappings = mappings
      list.encoding = encoding
      list.sheet = sheet
      list.sender = sender
      list.letter = letter
      list.received = try day
      list.kind = try chosenKind
      list.office = source
      list.isForeignTaken = foreign
      list.quarter = try quarter.map { try Quarter.named($0) }
      list.areOtherDatesTaken = otherDates
      list.areTextsRead = textsRead
      return list
    }

    private var day: Day? {
      get throws {
        guard let received else { return nil }
        guard let day = Day(iso: received) else {
          throw Unusable("bad_date", Phrase("--received 应写作 2026-09-30", "Write --received as 2026-09-30"))
        }
        return day
      }
    }

    private var chosenKind: PoliceRecordKind? {
      get throws {
        guard let kind else { return source == .civilAffairs ? .death : nil }
        guard let found = PoliceRecordKind(rawValue: kind) else {
          let known = PoliceRecordKind.allCases.map(\.rawValue).joined(separator: " ")
          throw Unusable("bad_kind", Phrase("--kind 可选：\(known)", "--kind is one of: \(known)"))
        }
        return found
      }
    }
  }
}

extension SweepSource: ExpressibleByArgument {}
