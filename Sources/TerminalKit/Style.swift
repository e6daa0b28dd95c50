/// What a piece of text is for; the terminal decides how that looks.
///
/// A style only ever repeats what words or signs on the screen already say.
public enum Style: UInt8, CaseIterable, Hashable, Sendable {
  case plain
  case heading
  /// The row or item that the next key acts on.
  case selected
  /// Explanations and what is not possible now.
  case faint
  case warning
  case danger
  case good
  case field
  case fieldFocused
  /// The name of a key in a footer or a menu.
  case key
  /// The sign of a rehearsal with invented people.
  case practice
}
