/// `sharedStrings.xml`: the texts of a workbook that cells refer to by number.
final class SharedTexts: XMLListener {
  let pool = TextPool()
  private var isInText = false
  private var phoneticDepth = 0
  var isPaused = false

  private static let item = XMLName(letters: 0x7369)
  private static let run = XMLName(letters: 0x74)
  private static let phonetic = XMLName(letters: 0x72_5068)

  var wantsText: Bool { isInText }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == Self.phonetic { phoneticDepth += 1 }
    if name == Self.run { isInText = phoneticDepth == 0 }
    if name == CellStyles.strike, CellStyles.isOn(attributes) { pool.strikeText() }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) { pool.add(text) }

  func end(_ name: XMLName) {
    switch name {
    case Self.run: isInText = false
    case Self.phonetic: phoneticDepth -= 1
    case Self.item: pool.endText()
    default: break
    }
  }
}
