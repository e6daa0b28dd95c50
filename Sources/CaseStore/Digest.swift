import CSodium

/// SHA-256, as the chain of events and the files received use it.
enum Digest {
  static func sha256(_ bytes: some ContiguousBytesLike) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    bytes.withBytes { buffer in _ = crypto_hash_sha256(&digest, buffer.baseAddress, UInt64(buffer.count)) }
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

/// Bytes that lie in one piece.
protocol ContiguousBytesLike {
  func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value
}

extension [UInt8]: ContiguousBytesLike {
  func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value { withUnsafeBufferPointer(body) }
}

/// A digest over text that comes piece by piece.
struct RunningDigest {
  private var state = crypto_hash_sha256_state()

  init() { crypto_hash_sha256_init(&state) }

  /// Takes in one piece with its length before it, so that pieces cannot run into each other.
  mutating func add(_ text: String) {
    for var piece in ["\(text.utf8.count):", text] {
      piece.withUTF8 { bytes in _ = crypto_hash_sha256_update(&state, bytes.baseAddress, UInt64(bytes.count)) }
    }
  }

  mutating func finish() -> String {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256_final(&state, &digest)
    return Digest.hex(digest)
  }
}
