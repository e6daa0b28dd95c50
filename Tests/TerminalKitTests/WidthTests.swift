import CPty
import TerminalKit
import Testing

@Suite struct WidthTests {
  @Test func everyCodePointIsAsWideAsTheLibrarySays() {
    #expect(library_widths_are_utf8() == 1)
    var different: [String] = []
    for code in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let library = library_width(code)
      if Int32(scalar.columns ?? -1) != library { different.append("U+\(String(code, radix: 16)): \(library)") }
    }
    #expect(different.isEmpty, "\(different.prefix(20))")
  }
}
