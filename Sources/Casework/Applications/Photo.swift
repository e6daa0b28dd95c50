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
    return nil
  }

  /// Width and height as the frame header of a JPEG file tells them; `nil` where it is none.
  static func jpegSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.count > 4, bytes[0] == 0xFF, bytes[1] == 0xD8, bytes[2] == 0xFF else { return nil }
    var place = 2
    while place + 9 < bytes.count {
      guard bytes[place] == 0xFF else { return nil }
      let marker = bytes[place + 1]
      if marker == 0xFF {
        place += 1
        continue
      }
      if marker == 0x01 || (0xD0...0xD7).contains(marker) {
        place += 2
        continue
      }
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame {
        return (
          width: Int(bytes[place + 7]) << 8 | Int(bytes[place + 8]),
          height: Int(bytes[place + 5]) << 8 | Int(bytes[place + 6])
        )
      }
      let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
      guard length >= 2 else { return nil }
      place += 2 + length
    }
    return nil
  }
}
