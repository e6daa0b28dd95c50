import CaseStore
import Casework
import TerminalKit

/// A place in the program, as a value: what it knows, what keys do, how it looks.
protocol Screen: Sendable {
  associatedtype Message: Sendable

  /// What stands in the title line.
  var title: Phrase { get }

  /// The keys that mean something now; footer, help and dispatch are made from this list.
  var bindings: [Binding<Message>] { get }

  /// What the help leads to besides the keys of the screen.
  var destinations: [Destination] { get }

  /// Reads what the screen shows, when it opens and whenever the store may have changed.
  mutating func load(from store: CaseStore) throws

  /// Takes in one message and answers with what should happen beyond this screen.
  mutating func update(_ message: Message) -> Effect

  /// Draws the part between title and message line.
  func draw(on canvas: inout Canvas, in language: Language)

  /// What a key means where text is typed or a field is set; `nil` leaves it to the bindings.
  func message(typing key: Key) -> Message?

  /// What pasted text means.
  func message(pasting text: String) -> Message?

  /// What was typed and not yet recorded, kept when the screen is left and given back when it is opened again.
  var draft: Entries { get set }
}

/// A list that shows the truth after every key, whoever has acted meanwhile.
///
/// Reading it again changes nothing that was typed or chosen.
protocol LiveScreen: Screen {
  /// How many rows the terminal has; a list reads no more than what fits.
  var rows: Int { get set }

  /// Whether there can be anything to read ahead.
  var readsAhead: Bool { get }
  /// Reads while nobody presses a key what the next keys may ask for, or a part of it.
  mutating func readAhead(from store: CaseStore) throws -> ReadingAhead
}

extension LiveScreen {
  var rows: Int {
    get { 0 }
    set {}
  }
  var readsAhead: Bool { false }
  mutating func readAhead(from store: CaseStore) throws -> ReadingAhead { .done }
}

/// A screen on which somebody decides on scanned papers, and is told of those that read otherwise than when they were
/// attached.
protocol ScanShowing: Screen {
  var id: Int64 { get }
  var changedScans: [MaterialCode] { get set }
}

/// A screen with more lines than may fit, which never goes past its last one.
protocol Scrolling: Screen {
  var window: Window { get set }
}

/// A screen on which typing looks for something else, so that what was said before is over.
protocol Sifting: Screen {}

/// A screen that prepares one move and is closed once that move is made.
protocol Dialog: Screen {}

/// The messages of a screen that takes text: what is typed and what is pasted.
protocol TextMessage: Sendable {
  static func typed(_ key: Key) -> Self
  static func pasted(_ text: String) -> Self
}

/// A screen with one line of text above a list: what can be written is for the line, every other key for the bindings.
extension Screen where Message: TextMessage {
  func message(typing key: Key) -> Message? {
    key.isForTextLine ? .typed(key) : nil
  }

  func message(pasting text: String) -> Message? { .pasted(text) }
}

extension Screen {
  var destinations: [Destination] { [] }
  func message(typing key: Key) -> Message? { nil }
  func message(pasting text: String) -> Message? { nil }
  var draft: Entries {
    get { [:] }
    set {}
  }

  /// Does what a key means here; a key whose act is not possible now says why.
  mutating func press(_ key: Key) -> Effect {
    if let message = message(typing: key) { return update(message) }
    guard let binding = bindings.first(where: { $0.answers(to: key.halfWidthTwin) }) else { return .none }
    if let refusal = binding.refusal { return .say(.refused(refusal)) }
    return update(binding.message)
  }

  mutating func paste(_ text: String) -> Effect { message(pasting: text).map { update($0) } ?? .none }

  /// The bindings without their messages: for footer, help and the printed key sheet.
  var hints: [KeyHint] { bindings.map(\.hint) }
}
