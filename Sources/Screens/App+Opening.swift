import CaseStore
import Casework
import TerminalKit

extension App {
  /// Opens a screen on top of the others; what cannot be read is said and nothing opens.
  @discardableResult
  mutating func open(_ route: Route) throws -> Attempt {
    if notice?.tone == .refused { notice = nil }
    return try attempt { app in
      var screen = try app.screen(for: route)
      if let draft = app.draftKey(for: route).flatMap({ app.drafts[$0] }) { screen.draft = draft }
      try app.load(&screen)
      app.places.append(Place(route: route, screen: screen))
    }
  }

  /// Opens a screen in the place of the top one; where it stands right below, goes back to it.
  mutating func replace(with route: Route) throws {
    if places.count > 1, places[places.count - 2].route == route { return try goBack() }
    if try open(route) == .done { places.remove(at: places.count - 2) }
  }

  /// Leaves the top screen; what was typed there and not recorded is kept for the next time.
  mutating func goBack() throws {
    if let top = places.last { keepDraft(of: top) }
    if notice?.tone == .refused { notice = nil }
    places.removeLast()
    isStale = true
  }

  private mutating func keepDraft(of place: Place) {
    guard let key = place.route.flatMap({ draftKey(for: $0) }) else { return }
    let draft = place.screen.draft
    drafts[key] = draft.isEmpty ? nil : draft
  }

  /// Keeps what was typed on every open screen, for when the same person signs in again.
  mutating func keepDrafts() {
    for place in places { keepDraft(of: place) }
  }

  /// Closes the dialogs that led to a move that was made; their drafts have served.
  mutating func closeDialogs() {
    while let top = places.last, top.screen is any Dialog {
      if let key = top.route.flatMap({ draftKey(for: $0) }) { drafts[key] = nil }
      places.removeLast()
    }
    (isStale, hasActed) = (true, true)
  }

  /// Reads the top screen again where that is due.
  mutating func settle() throws {
    guard isStale, !places.isEmpty else { return }
    (isStale, hasActed) = (false, false)
    let refusals = try attempt { app in
      var screen = app.places[app.places.count - 1].screen
      try app.load(&screen)
      app.places[app.places.count - 1].screen = screen
    }
    // What can no longer be shown is left, with the sentence that says why.
    if refusals == .refused, places.count > 1, let gone = places.last {
      keepDraft(of: gone)
      places.removeLast()
      isStale = true
    }
  }

  /// Reads a screen; a list reads as many rows as the terminal may show.
  func load(_ screen: inout any Screen) throws {
    if var list = screen as? any LiveScreen {
      list.rows = size.rows
      screen = list
    }
    if var scrolling = screen as? any Scrolling {
      scrolling.window = window
      screen = scrolling
    }
    if var showing = screen as? any ScanShowing {
      let application = try store.application(showing.id)
      showing.changedScans =
        application.state == .review
        ? CaseStore.changedScans(of: application, among: application.scans(reading: readFile)) : []
      screen = showing
    }
    try screen.load(from: store)
    if var holding = screen as? any FormHolding, holding.form.takesOwnSecret {
      holding.form.pinHolders = try store.pinHolders()
      screen = holding
    }
  }

  /// What a screen draws on now: longer notices leave less of it.
  private var window: Window {
    Window(columns: size.columns, rows: bodyRows(of: size), language: language)
  }

  /// Tells a screen that turns pages what it is drawn on.
  mutating func fitWindow() {
    guard var scrolling = places.last?.screen as? any Scrolling, scrolling.window != window else { return }
    scrolling.window = window
    places[places.count - 1].screen = scrolling
  }

  /// Takes note of the size of the terminal; in a larger one a list shows more.
  mutating func fit(_ size: Size) {
    if size.rows > self.size.rows { isStale = true }
    self.size = size
  }

  /// Lets a list of cases be read again after another desk has acted.
  mutating func noticeOthers() throws {
    guard lock == nil, places.last?.screen is any LiveScreen else { return }
    let newest = try store.newestEvent()
    if newest != lastEvent { isStale = true }
    lastEvent = newest
  }

  /// Lets the top screen read ahead until a key comes; true where that has changed what it shows.
  mutating func readAhead(on terminal: borrowing some Terminal & ~Copyable) throws -> Bool {
    guard lock == nil, (places.last?.screen as? any LiveScreen)?.readsAhead == true else { return false }
    // The terminal paints first: on a small machine it would wait for its turn.
    var pause = Self.pause
    while !terminal.hasInput(within: pause) {
      pause = 0
      switch try readAhead() {
      case .changed: return true
      case .goesOn: continue
      case .done: return false
      }
    }
    return false
  }

  /// How many milliseconds nobody presses a key before something is read ahead.
  private static let pause = 10

  private mutating func readAhead() throws -> ReadingAhead {
    guard var screen = places.last?.screen as? any LiveScreen else { return .done }
    var reading = ReadingAhead.done
    _ = try attempt { app in
      reading = try screen.readAhead(from: app.store)
      app.places[app.places.count - 1].screen = screen
    }
    return reading
  }

  mutating func openHelp() throws {
    guard let top = places.last, !(top.screen is HelpScreen) else { return }
    let focused = (top.screen as? any FormHolding)?.form.focused
    let typing = focused?.takesText == true ? KeyHint.inText : []
    let hints = top.screen.hints + typing + KeyHint.everywhere.dropFirst()
    places.append(
      Place(
        route: nil, screen: HelpScreen(of: top.screen.title, hints, top.screen.destinations, field: focused?.help)))
  }

  private func draftKey(for route: Route) -> DraftKey? {
    session.map { DraftKey(staff: $0.staff.id, route: route) }
  }

  private func screen(for route: Route) throws -> any Screen {
    if route == .signIn { return SignInScreen() }
    guard let session else { throw Refusal.notSignedIn }
    return switch route {
    case .signIn: SignInScreen()
    case .desk: DeskScreen(session: session)
    case .reception(let number): ReceptionScreen(number: number, session: session)
    case .approvals: ApprovalsScreen(session: session)
    case .renewals: RenewalsScreen(session: session)
    case .renewalWaves(let end, let village): RenewalWavesScreen(end: end, village: village, session: session)
    case .renewalWeek(let week): RenewalWeekScreen(week, session: session)
    case .notices: NoticesScreen(session: session)
    case .notice(let village): NoticeScreen(village: village, session: session)
    case .keepNotices(let villages): KeepNoticesForm(villages: villages)
    case .many(let move, let cases): ManyCasesForm(move: move, cases: cases, session: session)
    case .caseOutcomes(let move, let outcomes): CaseOutcomesScreen(move: move, outcomes: outcomes)
    case .applicantList: ApplicantListForm()
    case .applicantOutcomes(let outcomes): ApplicantOutcomeScreen(outcomes)
    case .today: TodayScreen(session: session)
    case .print(let id): PrintScreen(id: id, language: language, session: session)
    case .keepPrint(let kind, let id, let isLarge): KeepPrintForm(kind: kind, id: id, isLarge: isLarge)
    case .why(let move, let id): WhyScreen(move: move, id: id, session: session)
    case .certificateMove(let move, let number, let fields):
      CertificateMoveForm(move: move, number: number, prefilled: fields, session: session)
    case .queue(let queue): QueueScreen(queue: queue, session: session)
    case .register: RegisterScreen(session: session)
    case .intake(let service, let fields): IntakeScreen(service, prefilled: fields, session: session)
    case .resumeIntake(let id): IntakeScreen(try store.application(id).service, id: id, session: session)
    case .application(let id): CaseScreen(id: id, session: session)
    case .revealReason(let reveal): RevealReasonScreen(reveal)
    case .holder(let number): HolderScreen(number: number, session: session)
    case .seats(let id): SeatsScreen(id: id, session: session)
    case .review(let id): ReviewScreen(id: id, session: session)
    case .signed(let move, let id, let signer): MoveForm(move: move, id: id, session: session, signer: signer)
    case .move(let move, let id): MoveForm(move: move, id: id, session: session)
    case .sweeps: SweepsScreen(session: session)
    case .sweepImport: SweepImportForm(today: store.today)
    case .sweep(let id): SweepScreen(id: id, session: session)
    case .sweepMoves(let id): SweepMovesScreen(id: id, session: session)
    case .sweepMove(let move, let id, let seen): SweepMoveForm(move: move, id: id, session: session, seen: seen)
    case .bulkDecision(let id, let sweepClass): BulkDecisionForm(id: id, sweepClass: sweepClass, session: session)
    case .asBefore(let id): AsBeforeForm(id: id, session: session)
    case .takeBack(let id): TakeBackForm(id: id, session: session)
    case .rowDecision(let id, let row, let decision):
      RowDecisionScreen(id: id, seen: row, decision: decision, session: session)
    case .acceptance(let id, let row, let target, let reason, let seen):
      AcceptanceForm(id: id, row: row, of: target, reason: reason, seen: seen, session: session)
    case .sweepReview(let id, let reading, let row):
      SweepReviewScreen(id: id, reading: reading, at: row, session: session)
    case .policePreview(let wanted, let preview): PolicePreviewForm(wanted, preview)
    case .sweepSummary(let id): SweepSummaryScreen(id: id, session: session)
    case .sweepOutcome(let id): SweepOutcomeScreen(id: id, session: session, language: language)
    case .sweepUndo(let id, let row): SweepUndoForm(id: id, row: row, session: session)
    case .movesDue: MovesDueScreen(session: session)
    case .sweepPapers(let id): SweepPapersForm(id: id, session: session)
    case .moveLetters: MoveLettersForm(session: session)
    case .corrections: CorrectionsScreen(session: session, language: language)
    case .noteCorrected(let number, let receiver): CorrectedForm(certificate: number, receiver: receiver)
    case .keepList(let list): KeepListForm(list)
    case .staff: StaffScreen(session: session)
    case .newStaff: NewStaffForm()
    case .password(let id): PasswordForm(staff: id, session: session)
    case .recusals(let id): RecusalsForm(staff: id)
    case .posts(let id): PostsForm(staff: id)
    case .retire(let id): RetireForm(staff: id)
    case .handOver(let id): HandOverForm(staff: id)
    case .institutions: InstitutionsScreen(session: session)
    case .assessmentDays: AssessmentDaysScreen(session: session)
    case .planDay: PlanDayForm()
    case .assessmentDay(let code): AssessmentDayScreen(code: code, session: session)
    case .listOnDay(let code): ListOnDayForm(code: code, session: session)
    case .sheet(let code): SheetForm(code: code)
    case .delegations: DelegationsScreen(session: session)
    case .delegate: DelegationForm(session: session)
    case .recall(let delegation): RecallForm(delegation)
    case .doctors(let institution): DoctorsScreen(institution: institution, session: session)
    case .casesAssessed(let doctor): AssessedCasesScreen(doctor: doctor, session: session)
    case .listing(let listed): ListingForm(listed)
    case .suspension(let listed): SuspensionForm(listed, today: store.today)
    case .resuming(let listed): ResumingForm(listed)
    case .closeDay(let code): CloseDayForm(code: code)
    case .policy: PolicyScreen()
    case .setting(let key): PolicyForm(key, session: session)
    case .reports: ReportsScreen(session: session)
    case .figures(let period): FiguresScreen(period: period, session: session)
    case .figurePapers(let period): FigurePapersForm(period: period)
    case .figureCases(let period, let code): FigureScreen<FigureCase>(period: period, code: code, session: session)
    case .figureRows(let period, let code): FigureScreen<FigureRow>(period: period, code: code, session: session)
    case .signReport(let period): SignReportForm(period: period, session: session)
    case .correctReport(let period): CorrectReportForm(period: period, session: session)
    }
  }
}

extension Refusal {
  static let notSignedIn = Refusal("not_signed_in", Phrase("请先登录", "Sign in first"))
}
