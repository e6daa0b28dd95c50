import CaseStore
import Casework
import TerminalKit

/// A case being filled in, the person first; every field is saved as it is left.
struct IntakeScreen: FormHolding, CaseWriting, Scrolling {
  enum Message: TextMessage {
    case typed(Key), pasted(String), repair(Int), repeatLast, useStored, agent, elsewhere, papers, submit, holder, back
  }

  let service: ServiceKind
  let session: Session
  /// Known once the first field is saved.
  private(set) var id: Int64?
  var form = Form([])
  /// The values as the store has them; what differs in the form is not saved yet.
  var base: Entries = [:]
  private(set) var facts: CaseFacts?
  /// Every paper that may have to be shown.
  private(set) var demanded: [MaterialDemand] = []
  private(set) var standing: PersonStanding?
  /// Live certificates under other numbers that may be this person's.
  private(set) var namesakes: [Certificate] = []
  /// Numbers one slip away from what stands in the field.
  private(set) var repairs = Mending()
  /// What was entered in cases before this one.
  private(set) var earlier = EarlierEntries()
  /// What is known of the guardian named in the form.
  private(set) var guardian: KnownHelper?
  /// The guardian whose name and phone were filled in.
  var filledFor = ""
  private(set) var today: Day?
  var showsAgent = false
  /// Whether another county may decide (跨省通办).
  var showsElsewhere = false
  /// Fields that somebody else changed while they were typed here; saved only once they have been looked at.
  var conflicts: Set<String> = []
  /// Those among them that have been seen.
  var looked: Set<String> = []
  private var kept: Entries
  /// What was known of the person before anything was typed.
  let brought: Entries
  private(set) var policy = Policy()
  private(set) var county = ""
  /// What could not be saved when the screen was to be left; the second time it is left all the same.
  var leaving: Entries?
  private(set) var held: HeldCase?
  /// Who has the case in hand, where that is somebody else.
  private(set) var keeper: String?
  var takenOver: String?
  /// Whether the message line speaks of a value that could not be stored.
  var complains = false
  /// How far the advice is turned.
  private(set) var pager = FactPager(reserved: 0)
  var window = Window() {
    didSet {
      let rect = Self.adviceRect(in: window.size)
      pager.window = Window(columns: rect.columns, rows: rect.rows, language: window.language)
    }
  }

  init(_ service: ServiceKind, id: Int64? = nil, prefilled: Entries = [:], session: Session) {
    self.service = service
    self.id = id
    self.session = session
    kept = prefilled
    brought = prefilled
  }

  var title: Phrase {
    let name = facts.map { .verbatim("\($0.application.number) · ") + $0.application.service.name } ?? service.name
    let missing = gaps == 0 ? Phrase("", "") : Phrase(" · 缺 \(gaps) 项", " · \(gaps) missing")
    return name + takeOverMark + missing
  }

  var bindings: [Binding<Message>] {
    if let picker = form.picker { return picker.bindings(Message.typed) }
    let repairs = mending.bindings(Message.repair)
    let isDisputed = form.focused.map { conflicts.contains($0.code) } ?? false
    let agreed = isDisputed ? nil : Phrase("没有他人的改动", "Nobody else changed this")
    let theirs = Binding(.function(4), Phrase("用他人填的", "Take theirs"), Message.useStored, refusal: agreed)
    let hasList = !isDisputed && form.focused?.listed.isEmpty == false
    return [Binding(.function(2), submitName, .submit)] + repairs + repeating + (hasList ? [] : [theirs]) + [
      Binding(
        .function(3), Phrase("已有资料", "What we hold"), .holder, isQuiet: standing?.certificates.isEmpty ?? true,
        refusal: standing?.certificates.isEmpty ?? true
          ? Phrase("登记册中没有此人", "The register does not hold this person") : nil),
      Binding(.function(8), Phrase("代理人", "Agent"), .agent, isQuiet: true),
    ] + allPapers + elsewhere + form.bindings(Message.typed)
      + pager.turning(advice, .typed(.pageDown), .typed(.pageUp)) + [.back(.back)]
  }

  var draft: Entries {
    get { bad.reduce(into: unsaved) { $0[$1.code] = $1.value } }
    set { kept = newValue }
  }

  mutating func load(from store: CaseStore) throws {
    today = store.today
    if let id {
      let application = try store.application(id)
      facts = try CaseFacts(application, in: store)
      held = held ?? HeldCase(id: id, owner: application.owner)
      keeper = application.owner == session.staff.id ? nil : try store.staffNames()[application.owner]
    }
    policy = try facts?.rules.policy ?? store.policy()
    county = try store.office().county
    if form.fields.isEmpty {
      earlier = try EarlierEntries(session.staff.id, besides: id, in: store)
      // What stood there before this form was opened is nobody's typing: looking alone writes nothing.
      filledFor = stored[.guardianIdentity]
    }
    demanded = Application.allDemands(stored, under: policy, on: store.today)
    arrange()
    standing = try PersonStanding(of: asTyped[.identity], under: policy, in: store)
    repairs = try Mending(form["identity"]?.value ?? "", birth: Day(iso: form.text("birth")), in: store)
    guardian = try store.knownHelper(asTyped[.guardianIdentity], of: asTyped)
    fillGuardian()
    namesakes = try store.namesakes(of: asTyped)
  }

  /// Takes on the number of the case that saving the first field has opened.
  mutating func adopt(_ opened: Int64) { id = opened }

  func message(typing key: Key) -> Message? {
    switch key {
    case .function, .escape, .control("l"): form.picker.map { _ in .typed(key) }
    default: .typed(key)
    }
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .typed(let key) where [.pageDown, .pageUp].contains(key) && form.picker == nil && pager.scrolls(advice):
      let lines = advice
      _ = pager.press(key, on: lines)
    case .typed(let key): return take(form.press(key))
    case .pasted(let text): return take(form.paste(text))
    case .repair(let index):
      let number = mending.repairs[index].number
      form["identity"]?.value = number
      return .reload
    case .repeatLast: return repeatLast()
    case .useStored:
      guard let code = form.focused?.code else { return .none }
      let stored = base.text(code)
      form[code]?.value = stored
      conflicts.remove(code)
    case .agent:
      showsAgent = true
      showFields(stored)
      form.take("agent.identity")
      return .reload
    case .papers:
      for field in form.fields where field.isShown && field.code.hasPrefix("paper.") && field.value == "missing" {
        form[field.code]?.value = "present"
      }
      form.arrangePapers()
      return saveAndSay()
    case .elsewhere:
      showsElsewhere = true
      showFields(stored)
      form.take(CaseField.decidingCounty.rawValue)
      return .reload
    case .holder: return standing?.certificates.last.map { .open(.holder($0.number)) } ?? .none
    case .submit: return submit()
    case .back: return leave()
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let size = canvas.size
    let isWide = Self.isWide(size)
    let rect = Self.adviceRect(in: size)
    let formRect = Rect(
      column: 0, row: 0, columns: isWide ? size.columns * 3 / 5 : size.columns, rows: isWide ? size.rows : rect.row - 1)
    canvas.form(form, in: formRect, language: language)
    let caret = canvas.cursor
    if !isWide { canvas.rule(row: formRect.rows, column: 1, columns: size.columns - 2) }
    let above = pager.skipped(of: advice)
    let used = canvas.facts(advice, in: rect, skipping: above, language: language)
    canvas.pageMarks(
      row: isWide ? size.rows - 1 : formRect.rows, skipping: above, of: used, showing: rect.rows,
      columns: size.columns, language: language)
    canvas.cursor = caret
  }

  /// Whether the advice stands beside the form, and not below it.
  private static func isWide(_ size: Size) -> Bool { size.columns >= 110 }

  private static func adviceRect(in size: Size) -> Rect {
    let column = size.columns * 3 / 5 + 1
    return isWide(size)
      ? Rect(column: column, row: 0, columns: size.columns - column, rows: size.rows - 1)
      : Rect(column: 0, row: size.rows - 5, columns: size.columns, rows: 5)
  }

  /// The case as the store has it, or what it would be before anything is known of it.
  var stored: Application {
    facts?.application ?? .blank(service, today: today ?? Day(ordinal: 0))
  }

  private var allPapers: [Binding<Message>] {
    guard isOpen, mending.repairs.count < 2, form.fields.contains(where: { $0.isShown && $0.isPaper }) else {
      return []
    }
    return [Binding(.function(6), Phrase("材料全收", "All papers in"), .papers)]
  }

  private var elsewhere: [Binding<Message>] {
    guard service.fields.contains(.decidingCounty), mending.repairs.count < 3 else { return [] }
    return [Binding(.function(7), Phrase("外县户籍", "Household elsewhere"), .elsewhere, isQuiet: true)]
  }

  /// The case as it would be with what stands in the form.
  var asTyped: Application {
    var entries = stored.entries
    if facts == nil { entries.merge(brought) }
    for (code, text) in form.entries.pairs where CaseField(rawValue: code) != nil { entries[code] = text }
    // Fifteen digits find a person, although they are not kept.
    if let number = checked?.number { entries[CaseField.identity.rawValue] = number.text }
    return .blank(stored.service, today: today ?? Day(ordinal: 0), entries)
  }

  /// The papers that are due for what stands in the form.
  var dueNow: Set<MaterialCode> { Set(asTyped.demands(under: policy, on: today ?? Day(ordinal: 0)).map(\.code)) }

  private mutating func arrange() {
    let isFirst = form.fields.isEmpty
    if isFirst {
      form = Form(fields(of: stored))
      offerKnown()
    }
    merge(stored)
    if isFirst {
      for (code, text) in kept.pairs {
        form[code]?.value = text
        mark(code)
      }
      showsAgent = !stored[.agentName].isEmpty
    }
    showFields(stored)
    if isFirst { form.takeFirstGap() }
  }
}
