import CSodium

/// Argon2id, two passes over 64 MiB.
enum PasswordHash {
  static func make(_ password: String) -> String {
    var hash = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let bytes = Array(password.utf8).map { CChar(bitPattern: $0) }
    let done = crypto_pwhash_str(&hash, bytes, UInt64(bytes.count), 2, 64 << 20)
    precondition(done == 0, "hashing a password takes 64 MiB of memory")
    return String(decoding: hash.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func verify(_ password: String, against hash: String) -> Bool {
    let bytes = Array(password.utf8).map { CChar(bitPattern: $0) }
    return crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count)) == 0
  }

  /// Verifying against this takes as long as against a real one, so that an unknown name is not told from a wrong password.
  static let decoy = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$bXVjaCBhZG8gYWJvdXQgbm90aGluZyBhdCBhbGwhIQ"
}
