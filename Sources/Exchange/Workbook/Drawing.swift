/// The texts of boxes and shapes that lie over a sheet: a part of its own, which few sheets have.
final class DrawingListener: XMLListener {
  private static let most = 100

  /// One text for each shape.
  private(set) var texts: [String] = []
  private var text: [UInt8] = []
  private(set) var wantsText = false
  var isPaused = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case XMLName("txBody"): text = []
    case XMLName("t"): wantsText = true
    case XMLName("br"): text.append(UInt8(ascii: " "))
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(contentsOf: bytes) }

  func end(_ name: XMLName) {
    switch name {
    case XMLName("t"): wantsText = false
    case XMLName("p"): text.append(UInt8(ascii: " "))
    case XMLName("txBody"):
      let said = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !said.isEmpty, texts.count < Self.most { texts.append(said) }
    default: break
    }
  }
}
