import CaseStore
import Casework
import TerminalKit

/// What happens in a form.
enum FormMessage: Hashable, Sendable { case typed(Key), pasted(String), tickAll, done, back }

/// A form that prepares one act: facts above, fields below, one key to do it.
protocol FormDialog: Dialog, FormHolding, Scrolling where Message == FormMessage {
  /// What stands above the fields.
  var lines: [FactLine] { get }
  /// How many of the first lines have to be seen before the act.
  var linesToSee: Int { get }
  /// What the form asks for once everything is given.
  var done: Effect { get }
  /// Shows and hides fields as others are set.
  mutating func arrange()
  /// Brings what was typed into its usual form when a field is left.
  mutating func tidy(_ code: String)
  /// Takes a pasted text that is more than one field's value, and tells whether it did.
  mutating func takes(pasted text: String) -> Bool
}

extension FormDialog {
  var lines: [FactLine] { [] }
  var window: Window {
    get { form.pager.window }
    set { form.pager.window = newValue }
  }
  var linesToSee: Int { 0 }
  var bindings: [Binding<FormMessage>] {
    if let picker = form.picker { return picker.bindings(FormMessage.typed) }
    return [Binding(.function(2), Phrase("确定", "Done"), .done)] + ticking + turning
      + form.bindings(FormMessage.typed) + [.back(.back)]
  }
  var draft: Entries {
    get { form.draft }
    set { form.fill(with: newValue) }
  }

  /// Several things to confirm can be confirmed at once, by whoever has looked at all of them.
  private var ticking: [Binding<FormMessage>] {
    form.ticks.count > 1 ? [Binding(.function(5), Phrase("逐项都已确认", "All confirmed"), .tickAll)] : []
  }

  /// The keys that turn the facts, where they are more than fit.
  var turning: [Binding<FormMessage>] {
    form.pager.turning(lines, .typed(.pageDown), .typed(.pageUp))
  }

  mutating func load(from store: CaseStore) throws {}
  mutating func arrange() {}
  mutating func tidy(_ code: String) {}
  mutating func takes(pasted text: String) -> Bool { false }

  func message(typing key: Key) -> FormMessage? {
    switch key {
    case .function, .escape, .control("l"): form.picker.map { _ in .typed(key) }
    default: .typed(key)
    }
  }

  func message(pasting text: String) -> FormMessage? { .pasted(text) }

  mutating func update(_ message: FormMessage) -> Effect {
    switch message {
    case .typed(let key) where isTurning(key):
      let (lines, needed) = (lines, linesToSee)
      let hadSeen = form.pager.hasShown(needed, of: lines)
      _ = form.pager.press(key, on: lines)
      if !hadSeen, form.pager.hasShown(needed, of: lines) { return .say(.told(.allSeen)) }
    case .typed(let key):
      let outcome = form.press(key)
      var problem: Notice?
      if case .left(let code) = outcome {
        tidy(code)
        problem = form[code].flatMap { field in
          field.problem.map { .refused(field.name + Phrase("：", ": ") + $0, fields: [code]) }
        }
      }
      arrange()
      switch outcome {
      case .done: return sureDone()
      case .secretMissing: return .say(.missing(form.focused.map { [$0] } ?? []))
      case .astray: return .say(.told(.answeredNothing))
      case .changed, .left, .passed: return problem.map { .say($0) } ?? .none
      }
    case .pasted(let text): if !takes(pasted: text) { _ = form.paste(text) }
    case .tickAll:
      for code in form.ticks { form[code]?.value = "yes" }
      arrange()
    case .done:
      if form["sure"] == nil || form.focused?.code == "sure" { return sureDone() }
      if let notice = hindrance() { return .say(notice) }
      form.take("sure")
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let size = canvas.size
    var top = 0
    if !lines.isEmpty {
      let room = form.pager.room
      let skipped = form.pager.skipped(of: lines)
      let used = canvas.facts(
        lines, in: Rect(column: 0, row: 0, columns: size.columns, rows: room), skipping: skipped, language: language)
      top = min(room, used)
      canvas.ruleBelow(top, skipping: skipped, of: used, columns: size.columns, language: language)
    }
    canvas.form(
      form, in: Rect(column: 0, row: top + 1, columns: size.columns, rows: size.rows - top - 1), language: language)
  }

  private func isTurning(_ key: Key) -> Bool {
    [.pageDown, .pageUp].contains(key) && form.picker == nil && form.pager.scrolls(lines)
  }

  /// Nothing is asked of the store while something is missing; where the form asks twice, only Yes does it.
  private mutating func sureDone() -> Effect {
    if let notice = hindrance() { return .say(notice) }
    if let sure = form["sure"], sure.value != "yes" {
      return .say(.told(Phrase("未办理：选「是」才会办", "Nothing done: choose Yes to do it")))
    }
    let effect = done
    form.forgetProofs()
    return effect
  }

  /// What must be put right before the form is done, with the first field it names in hand; `nil` where nothing is.
  private mutating func hindrance() -> Notice? {
    let bare = form.takeOutSecrets()
    if !bare.isEmpty {
      let names = Phrase.joined(bare.map(\.name))
      return .refused(
        Phrase("密码写进了「", "A password stood in “") + names
          + Phrase("」，已清空，没有存：请重写这一栏", "”: it was emptied and not kept. Write that field anew"),
        fields: bare.map(\.code))
    }
    let missing = form.missing
    if let first = missing.first {
      form.take(first.code)
      return .missing(missing)
    }
    return form.pager.hasShown(linesToSee, of: lines) ? nil : .refused(.seeAllFirst)
  }
}

extension Notice {
  /// What has to be given still.
  fileprivate static func missing(_ fields: [FormField]) -> Notice {
    .refused(
      Phrase("还缺 \(fields.count) 项：", "\(fields.count) missing: ") + .joined(fields.map(\.name)),
      fields: fields.map(\.code))
  }
}

extension Phrase {
  /// Said where a word was typed on a field that is ticked or chosen.
  fileprivate static let answeredNothing = Phrase(
    "这一项不打字：刚才打的没有作数，密码请到密码栏输入",
    "Nothing is written here: what was typed answered nothing; a password goes into its own field")
}
