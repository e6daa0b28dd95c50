import Casework
import Glibc

/// A file written beside its place and put there when it is complete.
///
/// Only its owner can read it: it may hold people's data.
struct PendingFile: ~Copyable {
  let descriptor: Int32
  let temporaryPath: String
  private let path: String
  private let replacesExisting: Bool

  init(path: String, replacesExisting: Bool) throws(FileProblem) {
    if !replacesExisting && access(path, F_OK) == 0 { throw .alreadyExists }
    let temporaryPath = "\(path).\(String(UInt64.random(in: 0...UInt64.max), radix: 36)).part"
    let descriptor = open(temporaryPath, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw .cannotWrite(.lastSystemCause) }
    self.descriptor = descriptor
    self.temporaryPath = temporaryPath
    self.path = path
    self.replacesExisting = replacesExisting
  }

  /// Takes back what was not committed; after a commit there is nothing left under this name.
  deinit {
    close(descriptor)
    unlink(temporaryPath)
  }

  /// Makes sure the bytes are on the disk, then gives the file its name in one step.
  func commit() throws(FileProblem) {
    guard fsync(descriptor) == 0 else { throw .cannotWrite(.lastSystemCause) }
    try replacesExisting ? replace() : place()
    syncFolder()
  }

  private func replace() throws(FileProblem) {
    guard rename(temporaryPath, path) == 0 else { throw .cannotWrite(.lastSystemCause) }
  }

  /// A link is refused where the name is taken, even if it was taken just now; memory sticks know no links.
  private func place() throws(FileProblem) {
    if link(temporaryPath, path) == 0 { return }
    if errno == EEXIST || access(path, F_OK) == 0 { throw .alreadyExists }
    try replace()
  }

  private func syncFolder() {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
