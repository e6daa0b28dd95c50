/// A text file taken into memory whole, in UTF-8.
struct WholeText {
  private static let largestFile = 128 << 20

  let bytes: [UInt8]
  let encoding: TextEncoding

  init(path: String, head: [UInt8], declared: ReadingOptions.Encoding) throws(FileProblem) {
    let file = try InputFile(path: path)
    if file.size > Self.largestFile { throw .tooLarge(part: "html") }
    let rest = try InputFile(path: path)
    var taken: [UInt8] = []
    try rest.read(head.count, into: &taken)
    encoding = try EncodingRecognition.encoding(of: rest, head: head, declared: declared)
    let decoder = try TextDecoder(encoding)
    var raw: [UInt8] = []
    try file.read(file.size, into: &raw)
    raw.removeFirst(EncodingRecognition.markLength(encoding, head: head))
    var text = [UInt8](repeating: 0, count: 3 * raw.count + 8)
    let decoded = raw.withUnsafeBufferPointer { raw in
      text.withUnsafeMutableBytes { decoder.decode(raw, into: $0) }
    }
    text.removeLast(text.count - decoded.written)
    bytes = text
    switch decoded.stop {
    case .complete: return
    case .cut: throw .tableCutShort
    case .bad:
      throw .undecodable(
        line: 1 + text.count { $0 == 10 }, byteOffset: decoded.read, encoding: encoding.rawValue)
    }
  }
}
