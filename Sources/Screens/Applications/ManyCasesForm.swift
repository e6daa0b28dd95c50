import CaseStore
import Casework
import TerminalKit

/// Asks once for what a move takes, then makes it on many cases.
struct ManyCasesForm: FormDialog {
  let move: Application.Move
  let cases: [SeenCase]
  let session: Session
  var form: Form
  /// What speaks against approving a case of these; nothing of those without a doubt.
  private(set) var doubts: [Int64: [Phrase]] = [:]
  /// What each of these decides, where they are approved.
  private(set) var matters: [Int64: [DecidedFact]] = [:]
  /// What follows where a certificate ends or rests with it.
  private(set) var endings: [Int64: Phrase] = [:]

  init(move: Application.Move, cases: [SeenCase], session: Session) {
    self.move = move
    self.cases = cases
    self.session = session
    // An exception is made for one case, not for many, and a death doubted is judged by itself.
    let asks = (Application.transitions.first { $0.move == move }?.asks ?? []).filter {
      $0.code != "override" && (move != .approve || $0.code != "reason")
    }
    var fields = asks.flatMap { FormField.fields(for: $0, from: FormSources()) }
    if move == .approve {
      fields.append(.ownPassword(of: session.staff))
    }
    let question = move == .approve ? Self.endingQuestion(cases) : nil
    form = Form(fields + [question.map(FormField.sure) ?? .button(move.name)])
    if let village = cases.first?.village, village.isKnown, cases.allSatisfy({ $0.village == village }) {
      form["place"]?.value = village.label.chinese
    }
  }

  var title: Phrase {
    move.name + Phrase(" · \(cases.count) 件", " · \(cases.count.counted("case"))")
  }

  var lines: [FactLine] {
    checks + ending + decisions + [
      FactLine(
        Phrase("说明", "Note"),
        Phrase("逐件判定，各自存入；不能办的留下并写明原因，不影响其他", "Each is judged and saved by itself; one refused hinders no other"))
    ]
  }

  mutating func load(from store: CaseStore) throws {
    guard move == .approve else { return }
    let looked = try store.toDecide(cases.map { try store.application($0.id) })
    doubts = looked.mapValues { $0.warnings.map(\.sentence) }.filter { !$0.value.isEmpty }
    matters = looked.mapValues(\.matter)
    endings = looked.compactMapValues(\.ending)
  }

  /// Whose cases they are; of those that are approved what each decides.
  private var decisions: [FactLine] {
    guard move == .approve else { return [FactLine(Phrase("业务", "Cases"), .listed(cases.map(\.applicant)))] }
    return cases.map { seen in
      let matter = (matters[seen.id] ?? []).map(\.words)
      let follows = endings[seen.id].map { [CaseFacts.ifApproved + Phrase("：", ": ") + $0] } ?? []
      return FactLine(
        .verbatim(seen.number),
        .joined([.verbatim(seen.applicant + " ") + seen.service.name] + matter + follows, by: Phrase("；", "; ")),
        follows.isEmpty ? .plain : .warning)
    }
  }

  /// Which of them have something to check, each in short: whoever marked it has seen it whole.
  private var checks: [FactLine] {
    cases.compactMap { seen in
      doubts[seen.id].map { doubts in
        FactLine(
          .verbatim("! \(seen.number)"),
          .verbatim(seen.applicant) + Phrase("：", ": ") + .joined(doubts, by: Phrase("；", "; ")), .warning
        ).inShort
      }
    }
  }

  /// Where certificates end or rest with it, every case.
  var linesToSee: Int { ending.isEmpty ? checks.count : lines.count }

  /// Whose certificates end or rest with it, by name (features: 81).
  private var ending: [FactLine] {
    guard move == .approve else { return [] }
    return Self.ending(cases).map { service, met in
      FactLine(
        service.name,
        Phrase("\(met.count) 本证件立即停用：", "\(met.count) no longer usable at once: ") + .listed(met.map(\.applicant)),
        .warning)
    }
  }

  /// The cancellations and the freezes among some cases.
  private static func ending(_ cases: [SeenCase]) -> [(service: ServiceKind, cases: [SeenCase])] {
    [ServiceKind.cancel, .freeze].map { service in (service, cases.filter { $0.service == service }) }
      .filter { !$0.1.isEmpty }
  }

  /// The last question, as a single approval asks it: how many certificates end or rest; `nil` where none does.
  private static func endingQuestion(_ cases: [SeenCase]) -> Phrase? {
    let ending = ending(cases)
    guard !ending.isEmpty else { return nil }
    let counts = ending.map { service, met in
      Phrase("\(service.name.chinese) \(met.count) 本", "\(service.name.english): \(met.count)")
    }
    return Phrase("共 \(cases.count) 件，其中", "\(cases.count) in all; ") + .joined(counts)
      + Phrase("，确定批准吗", ". Really approve")
  }

  var done: Effect {
    .recordMany(
      ManyCasesAct(
        move: move, fields: form.entries, cases: cases,
        password: form.ownPassword))
  }
}

/// One move on many cases; approving takes the own password once.
struct ManyCasesAct: Hashable, Sendable {
  let move: Application.Move
  let fields: Entries
  let cases: [SeenCase]
  let password: Secret?
}
