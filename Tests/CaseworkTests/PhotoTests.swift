import Testing

@testable import Casework

/// A photo is judged by its bytes (domain: 4.4).
@Suite struct PhotoTests {
  private static let start: [UInt8] = [0xFF, 0xD8]
  private static let tables: [UInt8] = [0xFF, 0xC4, 0x00, 0x04, 0x01, 0x02]

  /// The header of one frame: marker, length, precision, height, width, components.
  private static func frame(_ width: Int, _ height: Int, marker: UInt8 = 0xC0) -> [UInt8] {
    let size = [height >> 8, height & 255, width >> 8, width & 255].map { UInt8($0) }
    return [0xFF, marker, 0x00, 0x11, 0x08] + size + [0x03, 0x01, 0x22, 0x00, 0x02, 0x11, 0x01, 0x03, 0x11, 0x01]
  }

  private static func segment(_ marker: UInt8, _ bytes: [UInt8]) -> [UInt8] {
    [0xFF, marker, UInt8((bytes.count + 2) >> 8), UInt8((bytes.count + 2) & 255)] + bytes
  }

  /// What a camera writes behind the frame: one coded picture, with a stuffed byte and a restart in it, and the end mark.
  private static let picture: [UInt8] =
    segment(0xDA, [0x01, 0x01, 0x00, 0x00, 0x3F, 0x00]) + [0x5A, 0xFF, 0x00, 0xFF, 0xD0, 0x33]
  private static let end: [UInt8] = [0xFF, 0xD9]

  private static let jfif = segment(0xE0, Array("JFIF".utf8) + Array(repeating: 0, count: 10))

  /// The parts of a file, one after the other, and the size they tell.
  private static let files: [([[UInt8]], String)] = [
    ([start, jfif, frame(413, 579)], "413×579"), ([start, jfif, frame(413, 579, marker: 0xC2)], "413×579"),
    ([start, tables, frame(600, 800)], "600×800"), ([start, [0xFF], jfif, [0xFF], frame(600, 800)], "600×800"),
    ([start, segment(0xE1, Array(repeating: 0xFF, count: 300)), frame(9000, 7)], "9000×7"),
    ([start, [0xFF, 0x01], frame(413, 579)], "413×579"), ([start, jfif, [0x00], frame(413, 579)], ""),
    ([start, segment(0xC8, Array(repeating: 1, count: 9)), frame(413, 579)], "413×579"),
    ([start], ""), ([start, jfif], ""), ([start, [0xFF, 0xE0, 0x00, 0x01], frame(413, 579)], ""),
    ([start, [0xFF, 0xE0, 0xFF, 0xFF], frame(413, 579)], ""), ([], ""), ([Array("GIF89a photo, no more".utf8)], ""),
    ([[0x89], Array("PNG\r\n\u{1A}\n........".utf8)], ""), ([Array("%PDF-1.7 scanned".utf8)], ""),
    ([start, [0x00], frame(413, 579)], ""),
  ]

  @Test(arguments: files)
  func theHeaderTellsTheSize(_ parts: [[UInt8]], _ size: String) {
    let bytes = parts.flatMap { $0 }
    let found = Photo.jpegSize(bytes)
    #expect(found.map { "\($0.width)×\($0.height)" } ?? "" == size)
    if size.isEmpty { #expect(Photo.problem(of: bytes, under: Policy())?.code == "photo_not_jpeg") }
  }

  @Test(arguments: [
    (413, 579, 500, nil), (412, 579, 20, "photo_too_small"), (413, 578, 20, "photo_too_small"),
    (413, 579, 501, "photo_too_large"), (4130, 5790, 20, nil),
  ])
  func aPhotoIsLargeEnoughAndNotTooLarge(_ width: Int, _ height: Int, _ kilobytes: Int, _ code: String?) {
    let bytes = Self.start + Self.jfif + Self.frame(width, height) + Self.picture + Self.end
    let padded = bytes + Array(repeating: 0, count: kilobytes * 1024 - bytes.count)

    let problem = Photo.problem(of: padded, under: Policy())
    #expect(problem?.code == code)
    #expect(problem?.message.isWhole ?? true)
  }

  /// A copy that broke off on its way has the header of the whole.
  @Test(
    arguments: [
      ([start, jfif, frame(413, 579), picture, end], true), ([start, frame(413, 579), picture, end, [1, 2, 3]], true),
      ([start, frame(413, 579), tables, picture, tables, picture, end], true),
      ([start, frame(413, 579), picture], false), ([start, frame(413, 579), picture, [0xFF]], false),
      ([start, frame(413, 579)], false), ([start, frame(413, 579), end], false),
      ([start, frame(413, 579), [0x00], picture, end], false),
      ([start, frame(413, 579), [0xFF, 0xC4, 0x7F, 0xFF], picture, end], false),
      ([start, frame(413, 579), picture, [0xFF, 0xC4, 0x00, 0x01], end], false),
    ] as [([[UInt8]], Bool)])
  func aFileIsWholeToItsEndMark(_ parts: [[UInt8]], _ isWhole: Bool) {
    let problem = Photo.problem(of: parts.flatMap { $0 }, under: Policy())
    #expect(problem?.code == (isWhole ? nil : "photo_broken"))
    #expect(problem?.message.isWhole ?? true)
  }
}
