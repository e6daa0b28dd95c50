import CaseStore
import Casework
import Foundation

/// Where passwords come from: a file that others cannot read, or a prompt without echo.
enum Password {
  static func read(file: String?, for name: String) throws -> String {
    let environment = ProcessInfo.processInfo.environment["CERTDESK_PASSWORD_FILE"]
    guard let path = file ?? environment.flatMap({ $0.isEmpty ? nil : $0 }) else {
      return try prompt(.password(of: name))
    }
    return try contents(of: path)
  }

  static func contents(of path: String) throws -> String {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw Unusable("no_password_file", Phrase("没有密码文件 \(path)", "There is no password file \(path)"))
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Unusable(
        "password_file_open",
        Phrase("密码文件 \(path) 他人可读，请先 chmod 600", "Others can read the password file \(path): chmod 600 it first"))
    }
    let bytes = try readFile(path, orPipe: true)
    // Notepad puts a mark before the text, which nobody typed.
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var text = String(decoding: isMarked ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    while let last = text.last, last.isNewline { text.removeLast() }
    return text
  }

  static func prompt(_ what: Phrase) throws -> String {
    guard isatty(STDIN_FILENO) == 1 else {
      throw NotSignedIn(
        message: Phrase(
          "没有终端可输入密码，请用 --password-file", "There is no terminal to ask for a password: use --password-file"))
    }
    var settings = termios()
    tcgetattr(STDIN_FILENO, &settings)
    var silent = settings
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
      ErrorStream.write("\n")
    }
    ErrorStream.write("\(what.chinese) · \(what.english): ")
    return readLine() ?? ""
  }

  /// A new password: from the file, or asked twice.
  static func new(file: String?, for name: String) throws -> String {
    if let file { return try contents(of: file) }
    if let path = ProcessInfo.processInfo.environment["CERTDESK_PASSWORD_FILE"], !path.isEmpty {
      return try contents(of: path)
    }
    return try own(file: nil, for: name)
  }
}

/// The bytes of a file.
///
/// Throws `Unusable` where it cannot be read; a device, which may never end, is no file, and a pipe only where a
/// script may hand over a secret or a text in one.
func readFile(_ path: String, orPipe: Bool = false) throws -> [UInt8] {
  var status = stat()
  guard stat(path, &status) == 0 else { throw unreadable(path) }
  let kind = status.st_mode & S_IFMT
  guard kind == S_IFREG || kind == S_IFDIR || (orPipe && kind == S_IFIFO) else {
    throw Unusable("unreadable", Phrase("不能读取 \(path)：不是普通文件", "\(path) cannot be read: it is not a regular file"))
  }
  guard let handle = fopen(path, "rb") else { throw unreadable(path) }
  defer { fclose(handle) }
  var bytes: [UInt8] = []
  if kind == S_IFREG { bytes.reserveCapacity(Int(status.st_size)) }
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&chunk, 1, chunk.count, handle)
    if count == 0 { break }
    bytes += chunk[..<count]
  }
  guard ferror(handle) == 0 else { throw unreadable(path) }
  return bytes
}

private func unreadable(_ path: String) -> Unusable {
  let code = errno
  return Unusable(
    "unreadable",
    Phrase("不能读取 \(path)：", "\(path) cannot be read: ") + .systemCause(code, String(cString: strerror(code)))
      + Phrase("。", ". ") + remedy(of: code))
}

/// What helps where a file cannot be read.
private func remedy(of code: Int32) -> Phrase {
  switch code {
  case EISDIR: Phrase("请在后面写上文件名", "Write the name of the file behind it")
  case EACCES, EPERM:
    Phrase("请文件的主人放开读取权限，或另存一份到自己的文件夹", "Have its owner let you read it, or keep a copy in a folder of your own")
  case ENOENT, ENOTDIR: Phrase("请核对位置和文件名", "Check the place and the name")
  default: Phrase("请检查存储设备", "Check the disk")
  }
}

extension Phrase {
  static func password(of name: String) -> Phrase { .secret(.password, of: name) }

  static func secret(_ secret: SigningSecret, of name: String) -> Phrase {
    Phrase("\(name) 的", "\(name)'s ") + secret.name
  }

  /// Why the last call of the operating system failed.
  static var lastSystemCause: Phrase {
    let code = errno
    return systemCause(code, String(cString: strerror(code)))
  }
}

/// A file with the name under which it came.
func receivedFile(_ path: String) throws -> ReceivedFile {
  ReceivedFile(name: FileNames.last(of: path), bytes: try readFile(path))
}
