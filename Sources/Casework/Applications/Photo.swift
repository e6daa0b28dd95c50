/// The photo of a certificate, judged by its bytes (domain: 4.4, Measures article 9).
public enum Photo {
  /// What is wrong with a photo file, or `nil`.
  public static func problem(of bytes: [UInt8], under policy: Policy) -> Refusal? {
    guard let size = jpegSize(bytes) else {
      return Refusal(
        "photo_not_jpeg", Phrase("照片文件不是 JPEG 图像", "The photo file is no JPEG picture"),
        remedy: Phrase("请另存为 .jpg 后再选", "Save it as .jpg and choose it again"))
    }
    if bytes.count > policy.photoMaxKilobytes * 1024 {
      return Refusal(
        "photo_too_large",
        Phrase(
          "照片 \(bytes.count / 1024) KB，超过 \(policy.photoMaxKilobytes) KB", "The photo has \(bytes.count / 1024) KB"),
        remedy: Phrase("请压缩后再选", "At most \(policy.photoMaxKilobytes) KB"))
    }
    if size.width < policy.photoMinWidth || size.height < policy.photoMinHeight {
      return Refusal(
        "photo_too_small",
        Phrase("照片只有 \(size.width)×\(size.height) 像素", "The photo has \(size.width)×\(size.height) pixels"),
        remedy: Phrase(
          "至少 \(policy.photoMinWidth)×\(policy.photoMinHeight)",
          "At least \(policy.photoMinWidth)×\(policy.photoMinHeight)"))
    }
    if !isWhole(bytes) {
      return Refusal(
        "photo_broken", Phrase("照片文件不完整：没有到结尾就断了", "The photo file is not whole: it breaks off before its end"),
        remedy: Phrase("请从相机或原文件重新拷贝，打开看过再选", "Copy it anew from where it was taken, look at it, then choose it again"))
    }
    return nil
  }

  /// Width and height as the frame header of a JPEG file tells them; `nil` where it is none.
  static func jpegSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    var segments = JPEGSegments(bytes)
    while let segment = segments.next() {
      guard segment.isFrame else { continue }
      guard segment.content.count >= 5 else { return nil }
      let at = segment.content.lowerBound
      return (
        width: Int(bytes[at + 3]) << 8 | Int(bytes[at + 4]), height: Int(bytes[at + 1]) << 8 | Int(bytes[at + 2])
      )
    }
    return nil
  }

  /// Whether a JPEG file has a frame, then a picture in it, and goes on to its end mark.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    var segments = JPEGSegments(bytes)
    var (hasFrame, hasScan) = (false, false)
    while let segment = segments.next() {
      if segment.marker == JPEGSegments.end { return hasScan }
      if segment.isFrame { hasFrame = true }
      if segment.marker == JPEGSegments.scan { hasScan = hasFrame }
    }
    return false
  }
}

/// The segments of a JPEG file, one after the other, until the first that cannot be one.
private struct JPEGSegments {
  static let scan: UInt8 = 0xDA
  static let end: UInt8 = 0xD9

  private let bytes: [UInt8]
  private var place = 2

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.count < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8 { place = bytes.count }
  }

  struct Segment {
    let marker: UInt8
    /// Without marker and length.
    let content: Range<Int>

    var isFrame: Bool { (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker) }
  }

  mutating func next() -> Segment? {
    while place + 1 < bytes.count, bytes[place] == 0xFF, bytes[place + 1] == 0xFF { place += 1 }
    guard place + 1 < bytes.count, bytes[place] == 0xFF else { return nil }
    let marker = bytes[place + 1]
    place += 2
    if marker == Self.end || marker == 0x01 || (0xD0...0xD7).contains(marker) {
      return Segment(marker: marker, content: place..<place)
    }
    guard place + 1 < bytes.count else { return nil }
    let length = Int(bytes[place]) << 8 | Int(bytes[place + 1])
    guard length >= 2, place + length <= bytes.count else { return nil }
    let content = place + 2..<place + length
    place += length
    if marker == Self.scan { passPicture() }
    return Segment(marker: marker, content: content)
  }

  /// Goes on to the marker behind the coded picture, in which 0xFF stands before 0 and before a restart alone.
  private mutating func passPicture() {
    while place < bytes.count {
      if bytes[place] == 0xFF, place + 1 < bytes.count {
        let next = bytes[place + 1]
        if next != 0, !(0xD0...0xD7).contains(next) { return }
      }
      place += 1
    }
  }
}
