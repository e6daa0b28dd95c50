import ArgumentParser
import CaseStore
import Casework

/// Cases: open, act, look.
struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "业务办理 · cases",
    subcommands: [Open.self, CaseImport.self, Do.self, CaseApprove.self, Show.self, List.self, Papers.self, Print.self])

  struct Open: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "open", abstract: "登记一件业务 · open a case")
    @Argument(help: "SERVICE: \(ServiceKind.allCases.map(\.rawValue).joined(separator: "|"))") var service: String
    @Option(name: .customLong("set"), help: "FIELD=VALUE, FIELD=@FILE") var fields: [String] = []
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let service = try ServiceKind.named(service)
      let (store, session) = try global.signIn()
      let opened = try store.openCase(
        service, try SetFields.entries(fields), files: try SetFields.files(fields), by: session)
      let printer = global.printer
      let warnings = try store.allWarnings(of: opened)
      for warning in warnings { printer.complain((Phrase.toCheck + warning.words)(in: printer.language)) }
      printer.answer(
        .object([
          "case": .string(opened.number), "service": .string(opened.service.rawValue),
          "state": .string(opened.state.rawValue), "seq": .int(opened.sequence),
          "warnings": warnings.json(in: printer.language),
        ]), Phrase("已登记 \(opened.number)", "Opened \(opened.number)"))
    }
  }

  struct Do: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "do", abstract: "办理一步 · fire one event of the workflow")
    @Argument(help: "CASE") var number: String
    @Argument(help: "EVENT") var event: String
    @Option(
      name: .customLong("set"),
      help: "FIELD=VALUE, FIELD=@FILE；材料代码见 case papers --codes · codes of papers: case papers --codes")
    var fields: [String] = []
    @Option(help: "看到的 seq，已变则拒绝 · refuse when the case has moved on") var expect: Int?
    @OptionGroup var secondPerson: SecondPersonOptions
    @OptionGroup var pin: PINOptions
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      guard let move = Application.Move(rawValue: event), move != .open else {
        let known = Application.Move.allCases.map(\.rawValue).joined(separator: " ")
        throw Unusable("unknown_event", Phrase("没有「\(event)」这一步，可选：\(known)", "No event “\(event)”; one of: \(known)"))
      }
      let (store, session) = try signIn(for: move)
      let second = try secondPerson.session(on: store, global)
      let found = try store.application(numbered: number)
      let before = try store.allWarnings(of: found)
      let changed = try store.record(
        move, try SetFields.entries(fields),
        files: try SetFields.files(fields).merging(move == .approve ? found.scans(reading: receivedFile) : [:]) {
          own, _ in own
        },
        on: found.id, expecting: expect,
        by: session, second: second)
      let after = try store.allWarnings(of: changed)
      // What comes up by this very move is said at once; whoever decides or hands over is told of all that stood then.
      let stood = [.accept, .approve, .refuse, .collect].contains(move) ? before : []
      let warnings = stood + after.filter { !stood.contains($0) }
      let said =
        (stood + after.filter { !before.contains($0) }).map(\.words)
        + (move == .approve ? changed.doctorMarks : [])
      for mark in said { global.printer.complain((Phrase.toCheck + mark)(in: global.printer.language)) }
      let matter = move == .approve ? changed.matter(amid: try store.surroundings(of: found)) : []
      let due = changed.dueWords
      global.printer.answer(
        .object([
          "case": .string(changed.number), "state": .string(changed.state.rawValue), "seq": .int(changed.sequence),
          "deadline": .optional(changed.deadline?.day.iso), "warnings": warnings.json(in: global.printer.language),
          "decision": matter.json(in: global.printer.language),
        ]),
        Phrase(
          "\(changed.number) \(move.name.chinese)：\(changed.state.name.chinese)"
            + (due.map { "，" + $0.chinese } ?? ""),
          "\(changed.number) \(move.name.english): \(changed.state.name.english)"
            + (due.map { ", " + $0.english } ?? ""))
          + .joined(matter.map { .verbatim("\n  ") + $0.words }, by: .verbatim("")))
    }

    /// Signs in; a wrong secret counts for the seat that it was given for.
    private func signIn(for move: Application.Move) throws -> (store: CaseStore, session: Session) {
      do {
        let (store, session) = try global.signIn()
        let endsCard = try move == .approve && store.application(numbered: number).service.endsCertificate
        let signs = move.takesOwnSecret || endsCard
        return (store, signs ? try pin.signing(session, on: store, global) : session)
      } catch let problem as SignInProblem where move == .panelSign {
        let store = try global.openStore()
        let id = try store.application(numbered: number).id
        guard try store.noteWrongSecret(of: global.staff ?? "", inSeatOf: id) else { throw problem }
        throw Refusal.seatLocked
      }
    }
  }

  struct Show: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "一件业务 · one case")
    @Argument(help: "CASE") var number: String
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let (found, history) = try store.look(at: number, by: session)
      let view = CaseView(
        application: found, history: history, offers: try store.offers(on: found, for: session), today: store.today,
        rules: try store.rules(of: found), around: try store.surroundings(of: found), reader: session.staff,
        calendar: try store.calendar(), names: try store.staffNames())
      let printer = global.printer
      printer.answer(view.json(in: printer.language), view.text(in: printer.language))
    }
  }

  struct List: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "待办清单 · queues")
    @Option(help: "状态 · state") var state: String?
    @Option(help: "事项 · service") var service: String?
    @Option(help: "待办 · queue") var queue: String?
    @Flag(help: "只列逾期 · overdue only") var overdue = false
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let filter = CaseFilter(
        state: try code(state, as: Application.State.self, "state"),
        service: try code(service, as: ServiceKind.self, "service"),
        queue: try code(queue, as: CaseQueue.self, "queue"), overdueOnly: overdue)
      let (store, session) = try global.signIn()
      let printer = global.printer
      var table = TextTable(
        [
          Phrase("业务", "case"), Phrase("事项", "service"), Phrase("申请人", "applicant"), Phrase("状态", "state"),
          Phrase("自", "since"), Phrase("最迟", "by"), Phrase("经办", "owner"),
        ], in: printer.language)
      for found in try store.cases(filter, visibleTo: session) {
        if printer.isJSON { printer.out(found.line(on: store.today).text) }
        let late = found.isOverdue(on: store.today) ? Phrase(" 逾期", " overdue")(in: printer.language) : ""
        table.append([
          found.number, found.service.name(in: printer.language), found.applicant,
          found.state.name(in: printer.language), found.since.iso, (found.lastDay?(in: printer.language) ?? "") + late,
          found.owner,
        ])
      }
      if !printer.isJSON { printer.out(table.text) }
    }

    private func code<Code: RawRepresentable<String> & CaseIterable>(
      _ text: String?, as _: Code.Type, _ option: String
    ) throws -> Code? {
      guard let text else { return nil }
      guard let code = Code(rawValue: text) else {
        let known = Code.allCases.map(\.rawValue).joined(separator: " ")
        throw Unusable("bad_\(option)", Phrase("--\(option) 可选：\(known)", "--\(option) is one of: \(known)"))
      }
      return code
    }
  }
}

/// `--set FIELD=VALUE`, and `FIELD=@FILE` for longer values.
enum SetFields {
  static func entries(_ settings: [String]) throws -> Entries {
    var entries = Entries()
    for setting in settings {
      guard let mark = setting.firstIndex(of: "="), mark != setting.startIndex else {
        throw Unusable("bad_set", Phrase("--set 写作 字段=值", "Write --set as FIELD=VALUE"))
      }
      let code = String(setting[..<mark])
      guard entries[code] == nil else {
        throw Unusable("set_twice", Phrase("--set 中「\(code)」写了两次", "--set names “\(code)” twice"))
      }
      var value = String(setting[setting.index(after: mark)...])
      if value.hasPrefix("@") {
        let path = String(value.dropFirst())
        // The file itself is kept, not what it says.
        if AttachedFile(rawValue: code) != nil {
          throw Unusable(
            "file_by_place",
            Phrase(
              "「\(code)」直接写文件的位置，不加 @：--set \(code)=\(path)",
              "“\(code)” takes the place of the file without @: --set \(code)=\(path)"))
        }
        guard let text = String(validating: try readFile(path, orPipe: true), as: UTF8.self) else {
          throw Unusable("undecodable", Phrase("\(path) 不是 UTF-8 文本", "\(path) is not UTF-8 text"))
        }
        value = text
        while let last = value.last, last.isNewline { value.removeLast() }
      }
      entries[code] = value
    }
    return entries
  }

  /// What lies at the places that fields name: a photo, a scan.
  static func files(_ settings: [String]) throws -> [String: ReceivedFile] {
    try AttachedFile.files(named: try entries(settings), reading: receivedFile)
  }
}
