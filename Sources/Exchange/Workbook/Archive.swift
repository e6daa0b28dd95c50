import CMinizip

/// A ZIP file and its parts.
final class Archive {
  private static let largestPart: UInt64 = 1 << 30
  /// Sheets shrink to a tenth or a fiftieth; only a bomb shrinks to a thousandth.
  private static let steepestRatio: UInt64 = 250
  private static let ratioMattersFrom: UInt64 = 32 << 20

  private let handle: unzFile

  init(path: String) throws(FileProblem) {
    guard let handle = unzOpen64(path) else { throw .damaged(part: "zip") }
    self.handle = handle
  }

  deinit { unzClose(handle) }

  func has(_ part: String) -> Bool { unzLocateFile(handle, part, 2) == UNZ_OK }

  /// Opens a part, refusing one that would unpack to a suspicious size; one part can be open at a time.
  func open(_ part: String) throws(FileProblem) -> ArchivePart {
    var info = unz_file_info64()
    guard has(part), unzGetCurrentFileInfo64(handle, &info, nil, 0, nil, 0, nil, 0) == UNZ_OK else {
      throw .damaged(part: part)
    }
    if info.flag & 1 != 0 { throw .encrypted }
    let unpacked = UInt64(info.uncompressed_size)
    let isSteep = unpacked > Self.ratioMattersFrom && unpacked / Self.steepestRatio > UInt64(info.compressed_size)
    if unpacked > Self.largestPart || isSteep { throw .tooLarge(part: part) }
    guard unzOpenCurrentFile(handle) == UNZ_OK else { throw .damaged(part: part) }
    return ArchivePart(handle: handle, archive: self, name: part, size: Int(unpacked))
  }
}

/// One part of a ZIP file, unpacked as it is read.
final class ArchivePart {
  let name: String
  let size: Int
  private let handle: unzFile
  private let archive: Archive
  private var isOpen = true

  fileprivate init(handle: unzFile, archive: Archive, name: String, size: Int) {
    self.handle = handle
    self.archive = archive
    self.name = name
    self.size = size
  }

  deinit { if isOpen { unzCloseCurrentFile(handle) } }

  /// Reads up to `count` bytes; 0 at the end.
  func read(_ count: Int, into room: UnsafeMutableRawPointer) throws(FileProblem) -> Int {
    let got = unzReadCurrentFile(handle, room, UInt32(count))
    if got < 0 { throw .damaged(part: name) }
    return Int(got)
  }

  /// Closes the part once it is read to its end, checking its sum.
  func finish() throws(FileProblem) {
    isOpen = false
    if unzCloseCurrentFile(handle) != UNZ_OK { throw .damaged(part: name) }
  }
}
