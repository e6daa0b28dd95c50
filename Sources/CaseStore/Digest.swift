import CSodium

/// SHA-256, as the chain of events and the files received use it.
enum Digest {
  static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return digest
  }

  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func sha256Hex(_ text: String) -> String { hex(sha256(Array(text.utf8))) }
}

/// A digest over very many rows of text: BLAKE2b, which takes a third of the time of SHA-256.
///
/// Rows are gathered into blocks, and each block is hashed together with the digest of all before it.
struct RowsDigest {
  private var bytes = [UInt8](repeating: 0, count: length)
  private static let length = 32
  private static let block = 1 << 16

  /// Takes in the last row of some texts: its number, where each text ends, and the texts, so that none can run into
  /// the next.
  ///
  /// An empty last text counts for nothing: the rows of before there was such a column keep their digest.
  mutating func add(row: Int, _ texts: RowTexts) {
    var ends = texts.lastEnds
    if ends.count > 1, ends[ends.endIndex - 1] == ends[ends.endIndex - 2] { ends = ends.dropLast() }
    var place = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: 4 * (ends.count + 1)))
    bytes.withUnsafeMutableBytes { bytes in
      bytes.storeBytes(of: UInt32(truncatingIfNeeded: row).bigEndian, toByteOffset: place, as: UInt32.self)
      for end in ends {
        place += 4
        let length = UInt32(truncatingIfNeeded: end - texts.lastStart)
        bytes.storeBytes(of: length.bigEndian, toByteOffset: place, as: UInt32.self)
      }
    }
    bytes.append(contentsOf: texts.bytes[texts.lastStart...])
    if bytes.count >= Self.block { fold() }
  }

  /// The digest of no rows.
  static var ofNothing: String {
    var digest = RowsDigest()
    return digest.finish()
  }

  mutating func finish() -> String {
    fold()
    return Digest.hex(bytes)
  }

  private mutating func fold() {
    var digest = [UInt8](repeating: 0, count: Self.length)
    crypto_generichash(&digest, Self.length, bytes, UInt64(bytes.count), nil, 0)
    bytes.replaceSubrange(bytes.indices, with: digest)
  }
}

/// The texts of one row or several behind each other, made once for the digest and for the database.
struct RowTexts {
  private(set) var bytes: [UInt8] = []
  /// Where each text ends.
  private(set) var ends: [Int] = []
  /// Where the last row begins.
  private(set) var lastStart = 0
  private var lastEnd = 0

  var lastEnds: ArraySlice<Int> { ends[lastEnd...] }

  /// Makes room for so many rows as they usually are.
  mutating func reserve(rows: Int, of columns: Int) {
    bytes.reserveCapacity(rows * 16 * columns)
    ends.reserveCapacity(rows * columns)
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    beginRow()
  }

  mutating func beginRow() {
    lastStart = bytes.count
    lastEnd = ends.count
  }

  mutating func add(_ text: String) {
    if !text.isEmpty {
      var text = text
      text.withUTF8 { bytes.append(contentsOf: $0) }
    }
    ends.append(bytes.count)
  }

  /// Makes the texts those of one row.
  mutating func fill(with texts: [String]) {
    clear()
    for text in texts { add(text) }
  }
}

extension CaseStore {
  /// The SHA-256 of some bytes, as the store writes it of files.
  public static func digest(of bytes: [UInt8]) -> String { Digest.hex(Digest.sha256(bytes)) }
}
