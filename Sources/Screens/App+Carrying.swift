import CaseStore
import Casework

extension App {
  enum Attempt { case done, refused }

  @discardableResult
  mutating func carryOut(_ effect: Effect) throws -> Attempt {
    switch effect {
    case .none: break
    case .all(let effects):
      for effect in effects where try carryOut(effect) == .refused { return .refused }
    case .reload: isStale = true
    case .say(let notice): self.notice = notice
    case .open(let route): try open(route)
    case .replace(let route): try replace(with: route)
    case .back: try goBack()
    case .key(let key):
      try settle()
      try handle(.key(key))
    case .press(let key):
      places.removeLast()
      try handle(.key(key))
    case .stopWork(let discarding):
      running?.stop(discarding: discarding)
      notice = .working(Phrase("正在停止", "Stopping"))
    case .keepPapers:
      notice = .working(Phrase("正在写出，请稍候；已按的键不会丢", "Writing; keys pressed now are kept"))
      work = effect
    case .signReport, .correctReport:
      notice = .working(Phrase("正在签署，请稍候；已按的键不会丢", "Signing; keys pressed now are kept"))
      work = effect
    case .importApplicants, .recordMany, .handOver:
      notice = .working(Phrase("正在逐行比对、记录，请稍候；已按的键不会丢", "Working through the rows; keys pressed now are kept"))
      work = effect
    default: return try carryOutNow(effect)
    }
    return .done
  }

  /// Acts that go to the store; what is refused is said, and whatever was typed stays where it is.
  @discardableResult
  mutating func carryOutNow(_ effect: Effect) throws -> Attempt {
    try attempt { app in
      switch effect {
      case .signIn(let credentials): try app.signIn(credentials)
      case .unlock(let credentials): try app.unlock(credentials)
      case .signOut: try app.signOut()
      case .reveal(let reveal):
        if let reason = reveal.work ?? app.revealReason {
          try app.note(reveal, for: reason)
        } else {
          try app.open(.revealReason(reveal))
        }
      case .revealFor(let reason, let reveal):
        app.revealReason = reason
        try app.goBack()
        try app.note(reveal, for: reason)
      case .openCase(let service, let fields): try app.openCase(service, fields)
      case .record(let act): try app.record(act)
      case .recordOnCertificate(let act): try app.record(act)
      case .keepPrint(let kind, let id, let path, let isLarge):
        let application = try app.store.application(id)
        if kind.writesNumbersOut(for: application) {
          try app.store.noteReveal(
            kind.numberWritten(for: application), for: .work(application.ground), by: app.deskSession())
        }
        try app.writeText(
          path, kind.text(of: application, in: app.store, app.language, inFull: true, isLarge: isLarge)
        ) {
          try kind.noteSent(of: application, as: path, in: app.store, by: app.deskSession())
        }
        app.closeDialogs()
        app.notice = .done(Phrase("已写入 \(path)", "Written to \(path)"))
      default: try app.carryOutMore(effect)
      }
    }
  }

  /// Runs what may be refused: a refusal is put on the message line, a fault goes on up.
  @discardableResult
  mutating func attempt(_ body: (inout App) throws -> Void) throws -> Attempt {
    do {
      try body(&self)
      return .done
    } catch let refusal as Refusal {
      notice = .refused(refusal)
      point(at: refusal)
      let meanwhile = [Refusal.changedMeanwhile.code, Sweep.Requirement.notDecidedMeanwhile.rawValue]
      if meanwhile.contains(refusal.code) { isStale = true }
    } catch let problem as SignInProblem {
      nextTry = Instant(milliseconds: store.now.milliseconds + Int64(problem.waitMilliseconds))
      let seconds = (problem.waitMilliseconds + 999) / 1000
      notice = .refused(
        problem.message
          + Phrase("。请核对后再试（须等 \(seconds) 秒）", ". Check and try again (after \(seconds) s)"))
    } catch let problem as StoreProblem where ["busy", "unreachable"].contains(problem.code) {
      notice = .refused(problem.message)
    }
    return .refused
  }

  func deskSession() throws -> Session {
    guard let session else { throw Refusal.notSignedIn }
    return session
  }

  /// Somebody's session by name and password, as at the sign-in.
  private func session(of credentials: Credentials) throws -> Session {
    try mayTryAgain()
    return try store.signIn(credentials.name, password: credentials.password.text)
  }

  /// Somebody's own session for one act, by the secret that signs.
  func proof(of credentials: Credentials) throws -> Session {
    try mayTryAgain()
    return try store.prove(credentials.name, secret: credentials.password.text)
  }

  /// A wrong secret makes the next try wait.
  private func mayTryAgain() throws {
    let wait = nextTry.milliseconds - store.now.milliseconds
    if wait > 0 {
      let seconds = (wait + 999) / 1000
      throw Refusal(
        "wait", Phrase("密码刚才不对，请再等 \(seconds) 秒", "The password was wrong just now: wait \(seconds) s"))
    }
  }

  /// The session of whoever sits here, made anew where the own secret was given for the act at hand.
  func signed(_ password: Secret?) throws -> Session {
    let session = try deskSession()
    return try password.map { try signer(Credentials(name: session.staff.id, password: $0.text)) } ?? session
  }

  /// The session of whoever sits here, made anew where the own log-in password was given for the act at hand.
  func signedIn(by password: Secret?) throws -> Session {
    let session = try deskSession()
    guard let password else { return session }
    return try naming { try self.session(of: Credentials(name: session.staff.id, password: password.text)) }
  }

  /// Somebody's session for an act where the screen names the person and asks for the own secret alone.
  func signer(_ credentials: Credentials) throws -> Session {
    try naming { try proof(of: credentials) }
  }

  /// Nothing is wrong with a name that the screen gives.
  private func naming(_ opening: () throws -> Session) throws -> Session {
    do {
      return try opening()
    } catch let problem as SignInProblem {
      throw problem.aboutPassword
    }
  }

  /// The session of whoever signs a seat; a wrong secret counts for that seat.
  private func seatSession(of credentials: Credentials, for act: CaseAct) throws -> Session {
    do {
      return try signer(credentials)
    } catch let problem as SignInProblem where act.move == .panelSign {
      guard try store.noteWrongSecret(of: credentials.name, inSeatOf: act.id) else { throw problem }
      throw Refusal.seatLocked
    }
  }

  private mutating func note(_ reveal: Reveal, for reason: RevealReason) throws {
    try store.noteReveal(reveal.number, for: reason, about: reveal.subject, by: deskSession())
    notice = .done(
      Phrase("已显示号码，并已记录查看人和理由：\(reason.name.chinese)", "Shown; noted who looked and why: \(reason.name.english)"))
    isStale = true
  }

  private mutating func signIn(_ credentials: Credentials) throws {
    let opened = try session(of: credentials)
    (session, revealReason) = (opened.continued, nil)
    places.removeAll()
    try open(.desk)
    if let giver = try store.passwordGiver(of: opened.staff.id) { notice = .told(giver.hasSetYourPassword) }
  }

  private mutating func unlock(_ credentials: Credentials) throws {
    _ = try naming { try session(of: credentials) }
    lock = nil
    notice = nil
  }

  private mutating func signOut() throws {
    keepDrafts()
    lock = nil
    session = nil
    places.removeAll()
    try open(.signIn)
  }

  /// Papers ticked before the case existed are recorded after it.
  private mutating func openCase(_ service: ServiceKind, _ fields: Entries) throws {
    let opening = Entries(
      fields.pairs.filter { CaseField(rawValue: $0.code) != nil }.reduce(into: [:]) { $0[$1.code] = $1.text })
    let opened = try store.openCase(
      service, opening, files: AttachedFile.files(named: opening, reading: readFile), by: deskSession())
    if var intake = places.last?.screen as? IntakeScreen {
      intake.adopt(opened.id)
      places[places.count - 1] = Place(route: .resumeIntake(opened.id), screen: intake)
    }
    isStale = true
    notice = .done(Phrase("已存：新业务 \(opened.number)", "Saved: new case \(opened.number)"))
    let rest = fields.pairs.filter { CaseField(rawValue: $0.code) == nil }
    if !rest.isEmpty {
      let more = Entries(rest.reduce(into: [:]) { $0[$1.code] = $1.text })
      _ = try store.record(.edit, more, on: opened.id, expecting: opened.sequence, by: deskSession())
    }
  }

  private mutating func record(_ act: CertificateAct) throws {
    let second = try act.second.map { try proof(of: $0) }
    let changed = try store.record(
      act.move, act.fields, onCertificate: act.number, expecting: act.sequence, by: deskSession(), second: second)
    closeDialogs()
    notice = .done(Phrase("已存：", "Saved: ") + act.move.name + .verbatim(" → ") + changed.state(on: store.today).name)
  }

  /// The scans that a decision rests on, as they read now.
  func scans(for move: Application.Move, on id: Int64) throws -> [String: ReceivedFile] {
    move == .approve ? try store.application(id).scans(reading: readFile) : [:]
  }

  private mutating func record(_ act: CaseAct) throws {
    let signer = try act.signer.map { try seatSession(of: $0, for: act) } ?? deskSession()
    let second = try act.second.map { try proof(of: $0) }
    for id in [act.signer?.name, act.second?.name].compactMap({ $0 }) {
      let fields = try store.fieldsWithPassword(of: id, among: act.fields)
      if !fields.isEmpty { throw Refusal.passwordInText(fields) }
    }
    let before = act.move == .edit ? [] : try store.allWarnings(of: store.application(act.id))
    let changed = try store.record(
      act.move, act.fields,
      files: try AttachedFile.files(named: act.fields, reading: readFile)
        .merging(scans(for: act.move, on: act.id)) { own, _ in own },
      on: act.id, expecting: act.sequence, by: signer, second: second)
    closeDialogs()
    notice =
      act.move == .edit
      ? .saved
      : try .done(
        Phrase("已存：", "Saved: ") + act.move.name + .verbatim(" → ") + changed.state.name + receipt(of: changed, act)
          + raised(by: changed, before))
  }

  /// What this very move gives to look at.
  private func raised(by application: Application, _ before: [Application.Warning]) throws -> Phrase {
    let raised = try store.allWarnings(of: application).filter { !before.contains($0) }.map(\.sentence)
    return raised.isEmpty
      ? Phrase("", "") : Phrase("。请核：", ". Check: ") + .joined(raised, by: Phrase("；", "; "))
  }

  /// Where the receipt is that was promised with an acceptance.
  private func receipt(of application: Application, _ act: CaseAct) -> Phrase {
    guard act.move == .accept, application.value("receipt", of: .accept) == "yes" else { return .verbatim("") }
    return Phrase("。按 F7 打印受理回执", ". F7 prints the receipt")
  }
}
