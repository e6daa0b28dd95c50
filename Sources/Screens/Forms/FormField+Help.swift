import Casework
import TerminalKit

extension FormField {
  /// What F1 says of the field in hand: whether it must be given, how, and what stands there for example (features: 79).
  var help: Phrase {
    let must = isRequired ? Phrase("（必填）", " (required)") : Phrase("（可不填）", " (optional)")
    let said = [problem, hint, how, examples].compactMap { $0 }
    return name + must + Phrase("：", ": ") + .joined(said, by: Phrase("；", "; "))
  }

  private var how: Phrase? {
    switch editor {
    case .text(let text) where text.isSecret:
      Phrase("输入时不显示，Ctrl+U 清空", "nothing shows while it is typed, Ctrl+U clears it")
    case .text, .area: Phrase("直接输入，Ctrl+U 清空", "type it, Ctrl+U clears it")
    case .tick: Phrase("按空格或 1 确认", "Space or 1 confirms")
    case .choice: Phrase("按数字或空格选，退格清除", "a digit or Space chooses, Backspace clears")
    case .several: Phrase("按数字或左右键、空格选，可选多项", "digits, or arrows and Space; several are possible")
    case .button: nil
    }
  }

  private var examples: Phrase? {
    let few = listed.prefix(3).map(\.name)
    guard !few.isEmpty else { return nil }
    return Phrase("F4 选单 \(listed.count) 项，如：", "F4 lists \(listed.count), as: ") + .joined(few)
  }
}
