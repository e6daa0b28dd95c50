import Casework
import TerminalKit

/// Values that are set one after the other, with one of them in hand.
struct Form: Equatable, Sendable {
  /// What a key did in a form.
  enum Outcome: Hashable, Sendable {
    case changed
    /// Another field was taken in hand; this one was left.
    case left(code: String)
    /// The last field, the button or the key for it: everything is given.
    case done
    /// Enter in a password that is still empty.
    case secretMissing
    /// Words typed where nothing is written, which have answered nothing.
    case astray
    case passed
  }

  var fields: [FormField]
  private(set) var focus = 0
  /// How far the facts above the fields are turned, where they are more than fit.
  var pager = FactPager()
  /// Who signs with a PIN and not with the password.
  var pinHolders: Set<StaffMember.ID> = [] {
    didSet { nameSecrets() }
  }
  /// The list of what is known for the field in hand, while it is open.
  private(set) var picker: FieldPicker?
  /// What is being typed where nothing is written, as long as it may still be a word.
  private var stray: StrayTyping?

  init(_ fields: [FormField]) {
    self.fields = fields
    focus = fields.firstIndex(where: \.isShown) ?? 0
  }

  var focused: FormField? { fields.indices.contains(focus) ? fields[focus] : nil }

  subscript(code: String) -> FormField? {
    get { fields.first { $0.code == code } }
    set {
      guard let newValue, let index = fields.firstIndex(where: { $0.code == code }) else { return }
      fields[index] = newValue
    }
  }

  /// The value of a field, "" where there is none or it is hidden.
  func text(_ code: String) -> String { self[code].map { $0.isShown ? $0.value : "" } ?? "" }

  /// What was given, without secrets and without the fields that only steer the form.
  var entries: Entries {
    var entries = Entries()
    for field in fields where field.isShown && !field.isSecret && !field.value.isEmpty && field.isTold {
      entries[field.code] = field.value
    }
    return entries
  }

  /// What is kept of a form that is left: whoever opens it anew looks anew, and confirms anew what was seen.
  var draft: Entries { entries.without(ticks) }

  /// The things to confirm.
  var ticks: [String] {
    fields.filter { field in
      guard case .tick = field.editor else { return false }
      return field.isShown
    }.map(\.code)
  }

  mutating func show(_ code: String, _ isShown: Bool) { self[code]?.isShown = isShown }

  mutating func take(_ code: String) {
    if let index = fields.firstIndex(where: { $0.code == code && $0.isShown }) { focus = index }
  }

  /// Takes in hand the first field that is required and empty.
  mutating func takeFirstGap() {
    focus = fields.firstIndex(where: \.isGap) ?? fields.lastIndex(where: \.isShown) ?? 0
  }

  /// Empties the passwords that prove who acts: each is good for one try, and the next begins with it.
  mutating func forgetProofs() {
    let proofs = fields.indices.filter { fields[$0].isSecret && fields[$0].code.hasSuffix("_password") }
    for index in proofs { fields[index].value = "" }
    if let first = proofs.first(where: { fields[$0].isShown }) { focus = first }
  }

  /// Empties every text in which a password stands that was given here as well, and gives back what those fields are called.
  mutating func takeOutSecrets() -> [FormField] {
    let secrets = fields.filter { $0.isSecret && $0.value.count >= Self.shortestSecret }.map(\.value)
    let shown = fields.indices.filter { index in
      !fields[index].isSecret && fields[index].takesText && secrets.contains(where: fields[index].value.contains)
    }
    for index in shown { fields[index].value = "" }
    if let first = shown.first { focus = first }
    return shown.map { fields[$0] }
  }

  /// Shorter ones stand in many a word by chance.
  private static let shortestSecret = 6

  /// The fields without which nothing can be done.
  var missing: [FormField] { fields.filter { $0.isShown && $0.isRequired && $0.value.isEmpty } }

  /// Sets values that were kept from earlier.
  mutating func fill(with entries: Entries) {
    for (code, text) in entries.pairs { self[code]?.value = text }
    nameSecrets()
  }

  mutating func press(_ key: Key) -> Outcome {
    defer { nameSecrets() }
    guard fields.indices.contains(focus) else { return .passed }
    if picker != nil { return pressInList(key) }
    if isAstray(key) { return .astray }
    if fields[focus].press(key) { return .changed }
    switch key {
    case .enter where fields[focus].isSecret && missing.contains(fields[focus]): return .secretMissing
    case .function(4) where !fields[focus].listed.isEmpty:
      picker = FieldPicker(fields[focus])
      return .changed
    case .enter where isAtEnd: return .done
    case .tab, .enter, .down: return move(by: 1)
    case .backTab, .up: return move(by: -1)
    case .pageUp, .home: return go(to: fields.firstIndex(where: \.isShown))
    case .pageDown, .end: return go(to: fields.lastIndex(where: \.isShown))
    default: return .passed
    }
  }

  mutating func paste(_ text: String) -> Outcome {
    defer { nameSecrets() }
    guard fields.indices.contains(focus) else { return .passed }
    if picker != nil { picker?.insert(text) } else { fields[focus].paste(text) }
    return .changed
  }

  /// Keys of the open list; taking something goes on to the next field, as Enter in a field does.
  private mutating func pressInList(_ key: Key) -> Outcome {
    switch key {
    case .enter:
      guard let chosen = picker?.chosen else { return .changed }
      picker = nil
      fields[focus].take(chosen)
      return fields[focus].isOneOfAList ? move(by: 1) : .changed
    case .escape, .function(4): picker = nil
    default: picker?.press(key)
    }
    return .changed
  }

  /// Whether a key belongs to a word typed on a field that is chosen or ticked, where a password is asked for too: then
  /// the field stands as it was before that word.
  private mutating func isAstray(_ key: Key) -> Bool {
    guard fields.contains(where: \.isSecret),
      let typing = (stray ?? StrayTyping(on: fields[focus])).typing(key, on: fields[focus])
    else {
      stray = nil
      return false
    }
    stray = typing
    if typing.isWord { fields[focus] = typing.before }
    return typing.isWord
  }

  private var isAtEnd: Bool { !fields[(focus + 1)...].contains(where: \.isShown) }

  private mutating func move(by step: Int) -> Outcome {
    var index = focus + step
    while fields.indices.contains(index), !fields[index].isShown { index += step }
    return go(to: fields.indices.contains(index) ? index : nil)
  }

  private mutating func go(to index: Int?) -> Outcome {
    guard let index, index != focus else { return .changed }
    let left = fields[focus].code
    focus = index
    return .left(code: left)
  }
}

extension Form {
  /// The keys of a form as they are now, for footer and help; the form itself takes them.
  func bindings<Message>(_ message: (Key) -> Message) -> [Binding<Message>] {
    setting(message) + listing(message) + [
      Binding(.tab, Phrase("下一项", "Next"), message(.tab)),
      Binding(.enter, Phrase("下一项", "Next"), message(.enter), isQuiet: true),
      Binding(.backTab, Phrase("上一项", "Field before"), message(.backTab), isQuiet: true),
      Binding(.up, Phrase("上一项", "Field before"), message(.up), isQuiet: true),
      Binding(.down, Phrase("下一项", "Next"), message(.down), isQuiet: true),
    ]
  }

  private func listing<Message>(_ message: (Key) -> Message) -> [Binding<Message>] {
    guard let focused, !focused.listed.isEmpty else { return [] }
    return [Binding(.function(4), Phrase("选单", "List"), message(.function(4)))]
  }

  /// How the field in hand is set where that is not by typing.
  private func setting<Message>(_ message: (Key) -> Message) -> [Binding<Message>] {
    switch focused?.editor {
    case .tick: [Binding(" ", Phrase("确认", "Confirm"), message(" "))]
    case .choice: [Binding(" ", Phrase("选择（或按数字）", "Choose (or a digit)"), message(" "))]
    case .several: [Binding(" ", Phrase("选中（或按数字）", "Pick (or a digit)"), message(" "))]
    case .text, .area, .button, nil: []
    }
  }
}
