import CaseStore
import Casework
import TerminalKit

/// Decides all of a class that need no look of their own, with the count of what that takes and leaves.
struct BulkDecisionForm: FormDialog {
  let id: Int64
  let sweepClass: SweepClass
  let session: Session
  var form: Form
  private(set) var count = (taken: 0, left: 0)
  private(set) var kept: Phrase?

  init(id: Int64, sweepClass: SweepClass, session: Session) {
    self.id = id
    self.sweepClass = sweepClass
    self.session = session
    let choices = [SweepDecision.accept, .reject, .hold].map { Choice($0.rawValue, $0.name) }
    form = Form([
      FormField("decision", Phrase("决定", "Decision"), .choice(choices, 0), isRequired: true),
      FormField("reason", Phrase("理由", "Reason"), .area(TextArea(columns: 44, limit: 500))),
      .button(Phrase("成批决定", "Decide them together")),
    ])
  }

  var title: Phrase { Phrase("成批决定 · ", "In bulk · ") + sweepClass.name }

  var lines: [FactLine] {
    [
      FactLine(Phrase("范围", "Rows"), sweepClass.name + Phrase("，未决定的", ", undecided")),
      FactLine(
        Phrase("行数", "Count"),
        Phrase(
          "取 \(count.taken) 行；留下 \(count.left) 行须逐行看",
          "takes \(count.taken.counted("row")), leaves \(count.left) to look at"),
        count.taken > 0 ? .key : .warning),
    ] + [kept].compactMap(\.self).map { FactLine(Phrase("不动", "Kept"), $0, .warning) }
  }

  mutating func load(from store: CaseStore) throws {
    let sweep = try store.sweep(id)
    count = try store.bulk(of: sweepClass, in: sweep, by: session)
    kept = try store.keeping(sweepClass, in: sweep, besides: .open, by: session).keptWords
  }

  var done: Effect {
    guard count.taken > 0, let decision = SweepDecision(rawValue: form.text("decision")) else {
      return .say(.refused(Phrase("没有可以成批决定的行，请逐行看", "No row can be decided in bulk: look at each")))
    }
    return .decide(
      .whole(sweepClass), decision, reason: form.text("reason").trimmed, seeing: nil, sweep: id)
  }
}

/// Asks for whatever a move on a sweep takes; confirming and carrying out are asked twice.
struct SweepMoveForm: FormDialog {
  let move: Sweep.Move
  let id: Int64
  let session: Session
  private let seen: SweepRehearsal?
  var form = Form([])
  private(set) var totals: [FactLine] = []
  private(set) var number = ""
  private var kept: Entries = [:]

  init(move: Sweep.Move, id: Int64, session: Session, seen: SweepRehearsal? = nil) {
    self.seen = seen
    self.move = move
    self.id = id
    self.session = session
  }

  var title: Phrase { move.name + .verbatim(" · \(number)") }
  var lines: [FactLine] { totals }
  var draft: Entries {
    get { form.draft }
    set { kept = newValue }
  }

  mutating func load(from store: CaseStore) throws {
    let sweep = try store.sweep(id)
    number = sweep.number
    let rows = try store.rows(of: sweep, by: session)
    let share = seen == nil ? Self.facts(of: try store.share(of: sweep, by: session)) : []
    totals = share + (seen?.facts(of: sweep) ?? Self.accepted(of: rows)) + Self.others(of: rows)
    if [.submit, .approve].contains(move), let words = try store.decisions(of: sweep, by: session).nothingAccepted {
      totals.insert(FactLine(Phrase("先看", "Read first"), words, .warning), at: 0)
    }
    if [.submit, .approve].contains(move),
      let words = Phrase.acceptedBefore(try store.acceptedBefore(in: sweep, by: session))
    {
      totals.insert(FactLine(Phrase("先看", "Read first"), words, .danger), at: 0)
    }
    if [.submit, .approve].contains(move),
      let words = sweep.nearNobodyWords(try store.progress(of: sweep, reading: .near, by: session).nearNobody)
    {
      totals.append(FactLine(Phrase("相近", "Near"), words, .warning))
    }
    guard form.fields.isEmpty else { return }
    guard let row = try store.offers(on: sweep, for: session).first(where: { $0.transition.move == move })?.transition
    else { throw Refusal.changedMeanwhile }
    var fields = row.asks.flatMap { FormField.fields(for: $0, from: FormSources()) }
    if row.guards.contains(.ownSecret) {
      fields.append(.ownPassword(of: session.staff))
    }
    let asksTwice = [.approve, .apply, .abandon].contains(move)
    fields.append(
      asksTwice ? .sure(Phrase("确定要「", "Really “") + move.name + Phrase("」吗", "”")) : .button(move.name))
    form = Form(fields)
    form.fill(with: kept)
    form.takeFirstGap()
  }

  var done: Effect {
    if move == .apply { return .begin(.apply(id)) }
    return .recordSweep(SweepAct(move: move, fields: form.entries, id: id, password: form.ownPassword))
  }

  /// What was accepted; what comes of it is seen once it is carried out.
  private static func accepted(of rows: [SweepRow]) -> [FactLine] {
    let accepted = rows.filter { $0.decision == .accept }
    let of = { (kinds: [PoliceRecordKind]) in accepted.count { kinds.contains($0.carriedOutAs) } }
    let decided = { (decision: SweepDecision) in rows.count { $0.decision == decision } }
    let changes = of([.moveWithin, .identityChanged, .nameChanged, .other])
    return [
      FactLine(
        Phrase("同意注销", "To cancel"), Phrase("\(of([.death])) 本", "\(of([.death]))"), of([.death]) > 0 ? .danger : .plain
      ),
      FactLine(Phrase("迁出计时", "Watch"), "\(of([.moveOut]))"),
      FactLine(
        Phrase("变更", "Changes"),
        Phrase("\(changes)", "\(changes)")
          + (changes > 0 ? Phrase("（记待办，另办信息变更后才改）", " (noted: each changes by a case of its own)") : Phrase("", ""))),
      FactLine(
        Phrase("不同意 / 留待", "Rejected / held"), "\(decided(.reject)) / \(decided(.hold))"),
    ]
  }

  /// How much of the register would end; a warning where no quarter has so much.
  private static func facts(of share: SweepShare) -> [FactLine] {
    if share.ending == 0 { return [] }
    return [
      share.warning.map { FactLine(Phrase("先看", "Read first"), $0, .danger) }
        ?? FactLine(Phrase("占比", "Share"), share.agreedWords)
    ]
  }

  /// How the decided rows were looked at, counted as before confirming, and what was left alone.
  private static func others(of rows: [SweepRow]) -> [FactLine] {
    let single = rows.count {
      $0.decision.map { $0 != .accept } ?? false || $0.decision == .accept && $0.isAcceptedSingly
    }
    let untouched = rows.count { !$0.needsDecision && $0.decision == nil }
    return [
      FactLine(Phrase("逐行决定的", "Decided singly"), "\(single)"),
      FactLine(Phrase("不需处理的行", "Nothing to do"), "\(untouched)"),
    ]
  }
}
