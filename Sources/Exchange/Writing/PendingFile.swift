import Casework
import Glibc

/// A file written beside its place and put there when it is complete.
///
/// Only its owner can read it: it may hold people's data. Where the disk can do so it has no name until then, and
/// nothing of it stays when the program is killed.
struct PendingFile: ~Copyable {
  let descriptor: Int32
  /// Where whoever writes by a name finds it meanwhile.
  let temporaryPath: String
  private let path: String
  /// What it is called where it needs a name before it is complete.
  private let name: String
  private let isNamed: Bool
  private let replacesExisting: Bool

  init(path: String, replacesExisting: Bool) throws(FileProblem) {
    if !replacesExisting && access(path, F_OK) == 0 { throw .alreadyExists }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let nameless = open(folder, O_RDWR | O_CLOEXEC | Self.withoutName, 0o600)
    let name = "\(path).\(String(UInt64.random(in: 0...UInt64.max), radix: 36)).part"
    let descriptor = nameless >= 0 ? nameless : open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw .cannotWrite(.lastSystemCause) }
    self.name = name
    isNamed = nameless < 0
    temporaryPath = isNamed ? name : "/proc/self/fd/\(descriptor)"
    self.descriptor = descriptor
    self.path = path
    self.replacesExisting = replacesExisting
  }

  /// Linux' O_TMPFILE, which its headers hide from Swift.
  private static let withoutName: Int32 = 0o20_000_000 | O_DIRECTORY

  /// Takes back what was not committed; after a commit there is nothing left under this name.
  deinit {
    close(descriptor)
    unlink(name)
  }

  /// Makes sure the bytes are on the disk, then gives the file its name in one step.
  ///
  /// - Parameter note: what must be known before the file is there; it finds the bytes at the path it is told.
  func commit(noting note: (_ temporaryPath: String) throws -> Void = { _ in }) throws {
    guard fsync(descriptor) == 0 else { throw FileProblem.cannotWrite(.lastSystemCause) }
    try note(temporaryPath)
    try replacesExisting ? replace() : place()
    syncFolder()
  }

  private func replace() throws(FileProblem) {
    if !isNamed && !link(to: name) { throw .cannotWrite(.lastSystemCause) }
    guard rename(name, path) == 0 else { throw .cannotWrite(.lastSystemCause) }
  }

  /// A link is refused where the name is taken, even if it was taken just now; memory sticks know no links.
  private func place() throws(FileProblem) {
    if link(to: path) { return }
    if errno == EEXIST || access(path, F_OK) == 0 { throw .alreadyExists }
    try replace()
  }

  private func link(to place: String) -> Bool {
    linkat(AT_FDCWD, temporaryPath, AT_FDCWD, place, AT_SYMLINK_FOLLOW) == 0
  }

  private func syncFolder() {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
