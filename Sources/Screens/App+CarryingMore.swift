import CaseStore
import Casework

extension App {
  /// Acts on sweeps, accounts, institutions and settings.
  mutating func carryOutMore(_ effect: Effect) throws {
    let session = try deskSession()
    switch effect {
    case .begin(let work): try begin(work)
    case .undoSweep(let act): try undo(act)
    case .keepList(let list, let path):
      try writeText(path, list.text) {
        _ = try store.noteExport(
          of: Array(list.text.utf8), rows: list.rows, columns: list.columns, to: path, by: session)
      }
      try goBack()
      notice = .done(Phrase("已写入 \(path)", "Written to \(path)"))
    case .noteCorrected(let number, let receiver, let how):
      try store.noteSent(.correction, to: [receiver], about: .certificate(number), file: how, by: session)
      finish(Phrase("已登记：\(receiver.name.chinese)已更正", "Noted: corrected with \(receiver.name.english)"))
    case .keepPapers(let order):
      let written = try writePapers(order, session, language)
      let boxes =
        written.unknownGlyphs == 0
        ? Phrase("", "")
        : Phrase("；\(written.unknownGlyphs) 个字本机字体没有", "; no font has \(written.unknownGlyphs.counted("character"))")
      finish(
        Phrase(
          "已写入 \(written.paths.joined(separator: "、"))", "Written to \(written.paths.joined(separator: ", "))") + boxes)
    case .keepMoveLetters(let path):
      // Nobody shall find a letter that could not be noted as posted.
      try session.require(MovesDueScreen.writers)
      let due = try store.lettersDue(by: session)
      let text = try MovePrints.text(of: due, in: store, language)
      try writeText(path, text) {
        try store.notePosted(due, file: path, sha256: CaseStore.digest(of: Array(text.utf8)), by: session)
      }
      let letters = due.byHolder.count
      finish(
        Phrase("\(letters) 封记为已寄，已写入 \(path)", "\(letters.counted("letter")) noted as posted, written to \(path)"))
    case .importApplicants(let source, let service):
      let list = try readApplicants(source)
      let outcomes = try store.importApplicants(list.lines, of: list.received, as: service, by: session)
      closeDialogs()
      try open(.applicantOutcomes(outcomes))
      let made = outcomes.count { $0.application != nil }
      notice = .done(Phrase("已存：\(made) 件草稿", "Saved: \(made.counted("draft"))"))
    case .decide(let selection, let decision, let target, let reason, let seen, let id):
      try asking(for: selection, of: target, reason, seen, on: id) { app in
        let (decided, left, undecided) = try app.store.decide(
          selection, decision, reason: reason, given: SweepGiven(target: target), seeing: seen, on: id, by: session)
        app.finish(selection.told(decision, decided: decided, left: left, undecided: undecided))
      }
    case .accept(let acceptance):
      let selection = SweepSelection.rows([acceptance.row...acceptance.row])
      let (decided, left, undecided) = try store.decide(
        selection, .accept, reason: acceptance.reason, given: acceptance.given, seeing: acceptance.seen,
        on: acceptance.id, by: session)
      finish(selection.told(.accept, decided: decided, left: left, undecided: undecided))
    case .tellApart(let number, let seen, let reason, let id):
      let (people, undecided) = try store.tellApart(
        number, from: seen.row, reason: reason, seeing: seen, on: id, by: session)
      finish(
        people == 0
          ? SweepSelection.rows([seen.row...seen.row]).told(.reject, decided: 1, left: 0, undecided: undecided)
          : Phrase(
            "已存：第 \(seen.row) 行不是此人，还有 \(people) 人可能", "Saved: row \(seen.row), not this one; \(people) stay possible"))
    case .holdPossible(let number, let seen, let reason, let id):
      let people = try store.holdPossible(number, in: seen.row, reason: reason, seeing: seen, on: id, by: session)
      finish(
        Phrase(
          "已存：第 \(seen.row) 行仍可能是此人，可能的有 \(people) 人", "Saved: row \(seen.row), possible again; \(people) are possible")
      )
    case .decideAsBefore(let id):
      let (done, undecided) = try store.decideAsBefore(on: id, by: session)
      let (decided, left) = (done.answered.count, done.left.count)
      finish(
        Phrase(
          "已存：\(decided) 行照以前的决定，留下 \(left) 行，还有 \(undecided) 行未决定",
          "Saved: \(decided.counted("row")) as before, \(left) left, \(undecided) undecided"))
    case .takeBack(let reason, let id):
      let (rows, undecided) = try store.takeBackLast(on: id, reason: reason, by: session)
      let count = rows.reduce(0) { $0 + $1.count }
      finish(SweepSelection.rows(rows).told(.open, decided: count, left: 0, undecided: undecided))
    case .recordMany(let act): try record(act)
    case .keepNotices(let villages, let path): try keepNotices(of: villages, at: path, by: session)
    case .recordSweep(let act): try record(act)
    case .addStaff(let member, let password, let isAnother):
      try store.add(member, password: password.text, isAnotherPerson: isAnother, by: session)
      finish(Phrase("已存：账号 \(member.id)", "Saved: account \(member.id)"))
    case .retireStaff(let id, let leavingEmpty):
      try store.retire(id, leavingEmpty: leavingEmpty, by: session)
      finish(Phrase("已存：账号 \(id) 已停用", "Saved: account \(id) is retired"))
    case .setPosts(let id, let roles, let leavingEmpty):
      try store.setPosts(roles, of: id, leavingEmpty: leavingEmpty, by: session)
      finish(Phrase("已存：\(id) 的岗位", "Saved: the posts of \(id)"))
    case .handOver(let owner, let successor, let reason):
      try show(try store.handOver(casesOf: owner, to: successor, reason: reason, by: session), of: .reassign)
    case .setPassword(let id, let password, let present):
      try store.setPassword(password.text, of: id, by: signedIn(by: present))
      let ask = try store.passwordGiver(of: id).map { _ in Phrase.ownerChangesItAgain } ?? Phrase("", "")
      finish(Phrase("已存：\(id) 的新密码", "Saved: a new password for \(id)") + ask)
    case .setPIN(let pin, let own):
      try store.setPIN(pin.text, by: signed(own))
      finish(Phrase("已存：签字密码。签字只收签字密码，登录仍用登录密码", "Saved: only the PIN signs now, the password still signs in"))
    case .takePINAway(let id, let own):
      try store.takePINAway(of: id, by: signed(own))
      finish(Phrase("已存：\(id) 的签字密码已取消，签字用登录密码", "Saved: \(id) has no PIN now and signs by the password"))
    case .setRecusals(let id, let numbers):
      try store.setRecusals(numbers, of: id, by: session)
      finish(Phrase("已存：\(id) 的回避登记", "Saved: the recusals of \(id)"))
    case .assess(let act): finish(try carryOut(act, by: session))
    case .delegate(let delegation, let password):
      let chair = try password.map { try signer(Credentials(name: delegation.from, password: $0.text)) }
      let made = try store.delegate(delegation, by: session, second: chair)
      finish(Phrase("已存：授权 \(made.code)", "Saved: delegation \(made.code)"))
    case .recall(let code, let reason):
      try store.recall(code, reason: reason, by: session)
      finish(Phrase("已存：授权 \(code) 已收回", "Saved: delegation \(code) is taken back"))
    case .changeList(let change):
      try store.carryOut(change, by: session)
      finish(Phrase("已存：\(change.listed.name)", "Saved: \(change.listed.name)"))
    case .setPolicy(let key, let value, let from, let reason):
      let change = try store.set(key, to: value, from: from, reason: reason, by: session)
      let words = key.value.words(change.value)
      finish(
        Phrase("已存：\(key.name.chinese) 自 \(from) 起为 \(words.chinese)", "Saved: \(words.english) from \(from)"))
    case .signReport(let period, let password):
      try store.sign(period, by: signed(password))
      finish(Phrase("已存：\(period.text) 的报表已签署", "Saved: the report of \(period.text) is signed"))
    case .correctReport(let period, let reason, let password):
      try store.correct(period, reason: reason, by: signed(password))
      finish(Phrase("已存：\(period.text) 的更正表已签署", "Saved: the correction of \(period.text) is signed"))
    default: preconditionFailure("carryOut takes every other effect")
    }
  }

  /// Decides; where a single row cannot be accepted without its real date or without one of several people, asks for it.
  private mutating func asking(
    for selection: SweepSelection, of target: String?, _ reason: String, _ seen: SweepRow?, on id: Int64,
    _ decide: (inout App) throws -> Void
  ) throws {
    do {
      try decide(&self)
    } catch let refusal as Refusal {
      guard refusal.isAboutWhatIsGiven, case .rows(let ranges) = selection, let row = ranges.first?.lowerBound,
        ranges.count == 1, ranges[0].count == 1
      else { throw refusal }
      closeDialogs()
      try open(.acceptance(id, row: row, of: target, reason: reason, seen))
    }
  }

  /// One row at once, the whole sweep beside the loop.
  private mutating func undo(_ act: SweepUndoAct) throws {
    let own = try signed(act.password)
    let second = try proof(of: act.second)
    guard let row = act.row else { return try begin(.undo(act.id, reason: act.reason, own: own, second: second)) }
    let undoing = try store.undo(sweep: act.id, row: row, reason: act.reason, by: own, second: second)
    finish(
      Phrase("已存：第 \(row) 行已撤销", "Saved: row \(row) is undone")
        + (undoing.corrections.isEmpty
          ? Phrase("", "")
          : Phrase(
            "；\(undoing.corrections.count) 项已出门的须更正", "; \(undoing.corrections.count.counted("notice")) to be corrected"
          )) + undoing.othersWords)
  }

  private mutating func record(_ act: ManyCasesAct) throws {
    let outcomes = try store.record(act.move, act.fields, onEach: act.cases, by: signed(act.password)) {
      try scans(for: act.move, on: $0)
    }
    try show(outcomes, of: act.move)
  }

  private mutating func show(_ outcomes: [CaseOutcome], of move: Application.Move) throws {
    closeDialogs()
    try open(.caseOutcomes(move, outcomes))
    let done = outcomes.count { $0.refusal == nil }
    notice = .done(Phrase("已存：\(done) 件", "Saved: \(done)"))
  }

  private mutating func keepNotices(of villages: [Village], at path: String, by session: Session) throws {
    let notices = try store.notices(visibleTo: session).filter { villages.contains($0.village) }
    let text = try NoticePrints.text(of: notices, in: store, language)
    try writeText(path, text) {
      _ = try store.noteExport(
        of: Array(text.utf8), rows: notices.reduce(0) { $0 + $1.lines.count },
        columns: ["name", "village", "category", "grade", "posted"], to: path, by: session)
    }
    finish(Phrase("已写入 \(path)", "Written to \(path)"))
  }

  private mutating func record(_ act: SweepAct) throws {
    let changed = try store.record(act.move, act.fields, onSweep: act.id, by: signed(act.password))
    finish(Phrase("已存：", "Saved: ") + act.move.name + .verbatim(" → ") + changed.state.name)
  }

  private mutating func finish(_ text: Phrase) {
    closeDialogs()
    notice = .done(text)
  }
}

extension SweepSelection {
  /// What a decision did: on one row, or on many with what it left.
  fileprivate func told(_ decision: SweepDecision, decided: Int, left: Int, undecided: Int) -> Phrase {
    if case .rows(let ranges) = self, decided == 1, let row = ranges.first?.lowerBound {
      return Phrase(
        "已存：第 \(row) 行 \(decision.name.chinese)，还有 \(undecided) 行未决定",
        "Saved: row \(row), \(decision.name.english.lowercased()); \(undecided) undecided")
    }
    let rest =
      left == 0
      ? Phrase("", "") : Phrase("，留下 \(left) 行须单独看", ", \(left) left to look at")
    return Phrase(
      "已存：\(decided) 行\(decision.name.chinese)",
      "Saved: \(decided.counted("row")) \(decision.name.english.lowercased())")
      + rest + Phrase("，还有 \(undecided) 行未决定", ", \(undecided) undecided")
  }
}
