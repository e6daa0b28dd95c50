import Exchange
import Foundation
import Testing

/// Whatever the bytes, a file gives rows or one problem.
@Suite struct FuzzTests {
  /// `FUZZ_SEED` repeats a run, `FUZZ_ROUNDS` makes a longer one.
  private static let environment = ProcessInfo.processInfo.environment
  private static let seed = environment["FUZZ_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...UInt64.max)
  private static let rounds = environment["FUZZ_ROUNDS"].flatMap { Int($0) } ?? 200

  private static let text =
    "名单\r\n公民身份号码,姓名,死亡日期,备注\r\n1,王芳,2026-01-31,\"第1次\r\n第\"\"2\"\"次\"\r\n2,㐂𠮷,,'=1\r\n合计,,,\r\n"

  private static let row = "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c s=\"1\"><v>46053</v></c></row>"
  private static let parts = WorkbookParts.workbook(
    [("名单", WorkbookParts.headings + row)],
    strings: "<si><r><t>王_x0041_</t></r><rPh><t>w</t></rPh></si>",
    styles: """
      <numFmts><numFmt numFmtId="164" formatCode="yyyy"/></numFmts>
      <cellXfs><xf/><xf numFmtId="164"/></cellXfs>
      """)

  @Test func damagedTextGivesRowsOrOneProblem() throws {
    print("FUZZ_SEED=\(Self.seed)")
    var random = SplitMix(state: Self.seed)
    for _ in 0..<Self.rounds {
      for encoding in ["utf-8", "gb18030", "utf-16"] {
        let file = try TemporaryFile(damaged(encoded(Self.text, as: encoding), by: &random))
        _ = try problem(file.path)
      }
      let noise = (0..<Int.random(in: 0...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let file = try TemporaryFile(noise)
      _ = try problem(file.path)
    }
  }

  @Test func damagedWorkbooksGiveRowsOrOneProblem() throws {
    print("FUZZ_SEED=\(Self.seed)")
    var random = SplitMix(state: Self.seed)
    for _ in 0..<Self.rounds {
      let inside = try TemporaryFile(parts: Self.parts.map { ($0.name, damaged($0.bytes, by: &random)) })
      _ = try problem(inside.path)
      let outside = try TemporaryFile(damaged(try TemporaryFile(parts: Self.parts).bytes, by: &random))
      _ = try problem(outside.path)
    }
  }

  /// A few bytes changed, removed or doubled, and sometimes the end cut off.
  private func damaged(_ whole: [UInt8], by random: inout SplitMix) -> [UInt8] {
    var bytes = whole
    for _ in 0..<Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: index)
      default: bytes.insert(bytes[index], at: index)
      }
    }
    if Int.random(in: 0...3, using: &random) == 0 { bytes.removeLast(Int.random(in: 0...bytes.count, using: &random)) }
    return bytes
  }
}

/// A generator whose run can be repeated from its seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
