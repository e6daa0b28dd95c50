public import CaseStore
public import Casework
public import TerminalKit

/// The stack of open screens and the loop that feeds it.
public struct App {
  let store: CaseStore
  let office: Office
  let idleLock: Duration?
  let policeFiles: PoliceFiles
  let readFile: AnyFileReader
  let writeText: TextWriter
  let writePapers: PaperWriter
  let readApplicants: ApplicantListReader
  var language: Language
  /// Who sits at the desk; `nil` before the sign-in.
  var session: Session?
  var places: [Place] = []
  /// Why numbers are shown that belong to no work of one's own, once it was said since signing in.
  var revealReason: RevealReason?
  /// What stands in place of everything while the desk is locked.
  var lock: LockScreen?
  var notice: Notice?
  /// What was typed into forms that were left, by who and where.
  var drafts: [DraftKey: Entries] = [:]
  /// Whether the top screen must be loaded before it is looked at.
  var isStale = false
  /// Whether something was done since the top screen was read, so that no key may run ahead of it.
  var hasActed = false
  /// When an Esc left a screen, as long as no other key has come.
  var leftAt: Instant?
  /// The last Enter, as long as no other key has come.
  var entered: Entered?
  /// Long work that waits until the screen says that it goes on.
  var work: Effect?
  /// Work that goes on beside the loop.
  var running: WorkReport?
  /// What was pressed meanwhile, for the screen that comes after.
  var typedAhead: [TerminalKit.Input] = []
  /// Wakes the loop from beside it; `nil` where there is none, and such work is done at once.
  var wake: (@Sendable () -> Void)?
  /// Before this moment no further password is tried.
  var nextTry: Instant
  private var lastInput: Instant
  /// The newest event when the top screen was read.
  var lastEvent: Int64 = 0
  /// The size of the terminal when it was last drawn.
  var size = Size(columns: 80, rows: 24)
  /// Whether characters that some terminals draw wide are shown by plain twins.
  private let avoidsAmbiguous: Bool

  /// An open screen and the name it was opened by; the help has none.
  struct Place {
    let route: Route?
    var screen: any Screen
  }

  struct DraftKey: Hashable {
    let staff: StaffMember.ID
    let route: Route
  }

  /// - Parameters:
  ///   - idleLock: after how long without a key the desk locks; `nil` for never.
  ///   - policeFileReader: opens a police file; throws `Refusal` for what it cannot read.
  ///   - policePreviewer: reads the first rows of a police file.
  ///   - fileReader: reads a photo or a scan by its path.
  ///   - textWriter: writes a printed text into a new file; throws `Refusal` where it cannot.
  ///   - paperWriter: writes papers into new files.
  ///   - applicantReader: reads a list of applicants from a file or a pasted text.
  public init(
    store: CaseStore, language: Language, idleLock: Duration? = .seconds(600), avoidsAmbiguous: Bool = false,
    policeFileReader: @escaping PoliceFileReader, policePreviewer: @escaping PolicePreviewer,
    fileReader: @escaping AnyFileReader,
    textWriter: @escaping TextWriter, paperWriter: @escaping PaperWriter,
    applicantReader: @escaping ApplicantListReader
  ) throws {
    self.store = store
    self.language = language
    self.idleLock = idleLock
    self.avoidsAmbiguous = avoidsAmbiguous
    policeFiles = PoliceFiles(open: policeFileReader, preview: policePreviewer)
    readFile = fileReader
    writeText = textWriter
    writePapers = paperWriter
    readApplicants = applicantReader
    office = try store.office()
    lastInput = store.now
    nextTry = store.now
    try open(.signIn)
  }

  /// Draws, waits for input, acts; until no screen is left.
  ///
  /// While keys wait nothing is drawn, so that typing ahead is never slowed down by pictures nobody sees.
  public mutating func run(on terminal: inout some Terminal & ~Copyable) throws {
    wake = terminal.waking
    defer { endWork() }
    while !places.isEmpty {
      if work != nil || !terminal.hasInput(within: 0) { terminal.present(try frame(of: terminal.size)) }
      if work == nil, try readAhead(on: terminal) { continue }
      if let work {
        self.work = nil
        try carryOutNow(work)
      } else {
        try handle(terminal.nextInput(timeout: patience))
      }
    }
  }

  mutating func handle(_ input: TerminalKit.Input) throws {
    if ![.tick, .resized, .posted].contains(input) { lastInput = store.now }
    if isForLater(input) { return typedAhead.append(input) }
    if isUnseen(input) { return }
    switch input {
    case .key(let key): try press(key)
    case .paste(let text): try paste(text)
    case .tick:
      lockIfIdle()
      try noticeTakeOver()
    case .posted: try takeReport()
    case .resized: break
    case .hungUp: places.removeAll()
    }
  }

  /// The picture as it is now; what has become stale is read again first.
  mutating func frame(of size: Size) throws -> Canvas {
    fit(size)
    try settle()
    fitWindow()
    var canvas = Canvas(size, avoidsAmbiguous: avoidsAmbiguous)
    if let lock {
      draw(lock, on: &canvas)
    } else if let top = places.last {
      draw(top.screen, on: &canvas)
    }
    return canvas
  }

  private mutating func press(_ pressed: Key) throws {
    let (key, depth) = (meant(by: pressed), places.count)
    defer { leftAt = key == .escape && places.count < depth ? store.now : nil }
    if isOver(notice, with: key) { notice = nil }
    let (said, form) = (notice, formInHand)
    defer { clearMended(said, since: form) }
    try noticeOthers()
    try noticeTakeOver()
    // What a screen shows is what a key acts on: only text being typed may run ahead of it.
    if hasActed || !key.isTyping || places.last?.screen.message(typing: key) == nil { try settle() }
    switch key {
    case .function(9): language = language == .chinese ? .english : .chinese
    case _ where lock != nil: try carryOut(lock?.press(key == .function(10) ? .escape : key) ?? .none)
    case .function(1): try openHelp()
    case .control("l"), .function(12): lockNow()
    default: try act(on: key == .function(10) ? .escape : key)
    }
  }

  private mutating func paste(_ text: String) throws {
    let (said, form) = (notice, formInHand)
    defer { clearMended(said, since: form) }
    let effect = lock == nil ? places[places.count - 1].screen.paste(text) : lock?.paste(text) ?? .none
    try carryOut(effect)
  }

  /// What was refused stands until another key does something else than set a field.
  private func isOver(_ notice: Notice?, with key: Key) -> Bool {
    if key.isTyping && places.last?.screen is any Sifting { return true }
    return switch notice?.tone {
    case .done, .told: true
    case .refused: lock == nil && places.last?.screen.message(typing: key) == nil
    case .working, nil: false
    }
  }

  /// How long to wait for a key before the desk locks or looks what others did, in milliseconds.
  private var patience: Int? {
    guard session != nil, lock == nil else { return nil }
    let look = places.last?.screen is any CaseWriting ? Self.lookout : nil
    guard let idleLock else { return look }
    let left = Int(max(1, lastInput.milliseconds + idleLock.milliseconds - store.now.milliseconds))
    return min(left, look ?? left)
  }

  private mutating func lockIfIdle() {
    guard let idleLock, store.now.milliseconds - lastInput.milliseconds >= idleLock.milliseconds else { return }
    lockNow()
  }

  private mutating func lockNow() {
    guard let session, lock == nil else { return }
    lock = LockScreen(staff: session.staff)
    notice = nil
  }
}

extension Duration {
  fileprivate var milliseconds: Int64 { components.seconds * 1000 }
}

extension Key {
  /// Whether it only adds to or takes from a text, so that nothing needs to be read again for it.
  fileprivate var isTyping: Bool {
    switch self {
    case .character, .backspace: true
    default: false
    }
  }
}
