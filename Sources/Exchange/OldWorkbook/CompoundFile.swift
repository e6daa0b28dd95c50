/// The container of old Office files: streams by name, cut into sectors that are chained through a table.
struct CompoundFile {
  private static let endOfChain = 0xFFFF_FFFE
  private static let entrySize = 128

  private let file: ByteView
  private let sectorShift: Int
  private let shortestLong: Int
  private var table: [Int] = []
  private var smallTable: [Int] = []
  private var entries: [(name: String, kind: Int, start: Int, size: Int)] = []
  private var smallSectors = ByteView([])

  init?(_ bytes: [UInt8]) {
    file = ByteView(bytes[...])
    guard let shift = file.short(0x1E), shift == 9 || shift == 12, let shortest = file.long(0x38),
      let directory = file.long(0x30), let firstSmall = file.long(0x3C)
    else { return nil }
    sectorShift = shift
    shortestLong = shortest
    guard let sectors = tableSectors() else { return nil }
    for sector in sectors {
      guard let numbers = numbers(in: sector) else { return nil }
      table += numbers
    }
    guard let listing = chain(from: directory) else { return nil }
    entries = Self.entries(in: ByteView(listing[...]))
    if firstSmall < Self.endOfChain, let small = chain(from: firstSmall) {
      smallTable = stride(from: 0, to: small.count, by: 4).compactMap { ByteView(small[...]).long($0) }
    }
    if let root = entries.first(where: { $0.kind == 5 }), root.start < Self.endOfChain,
      let all = chain(from: root.start)
    {
      smallSectors = ByteView(all[...])
    }
  }

  var names: [String] { entries.map(\.name) }

  /// A stream's bytes; `nil` where there is none of that name or its chain is broken.
  func stream(_ name: String) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.kind == 2 && $0.name == name }) else { return nil }
    if entry.size >= shortestLong {
      guard var bytes = chain(from: entry.start), bytes.count >= entry.size else { return nil }
      bytes.removeLast(bytes.count - entry.size)
      return bytes
    }
    var bytes: [UInt8] = []
    var sector = entry.start
    while bytes.count < entry.size {
      guard smallTable.indices.contains(sector), let part = smallSectors.part(sector << 6, 64) else { return nil }
      bytes += part.bytes
      sector = smallTable[sector]
    }
    bytes.removeLast(bytes.count - entry.size)
    return bytes
  }

  private func sector(_ number: Int) -> ByteView? {
    guard number < Self.endOfChain, number <= file.count >> sectorShift else { return nil }
    let start = (number + 1) << sectorShift
    return file.part(start, min(1 << sectorShift, max(0, file.count - start)))
  }

  private func numbers(in number: Int) -> [Int]? {
    guard let sector = sector(number), sector.count == 1 << sectorShift else { return nil }
    return stride(from: 0, to: sector.count, by: 4).compactMap { sector.long($0) }
  }

  /// The sectors of the table: 109 of them stand in the header, the others in a chain of their own.
  private func tableSectors() -> [Int]? {
    guard let count = file.long(0x2C), count <= file.count >> sectorShift, var next = file.long(0x44) else {
      return nil
    }
    var sectors = (0..<min(count, 109)).compactMap { file.long(0x4C + 4 * $0) }
    while sectors.count < count {
      guard let more = numbers(in: next), let last = more.last else { return nil }
      sectors += more.dropLast().prefix(count - sectors.count)
      next = last
    }
    return sectors
  }

  /// The sectors of a chain one behind the other; a chain that runs in a circle is broken.
  private func chain(from start: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var next = start
    while next != Self.endOfChain {
      guard table.indices.contains(next), let sector = sector(next), bytes.count <= file.count else { return nil }
      bytes += sector.bytes
      next = table[next]
    }
    return bytes
  }

  private static func entries(in listing: ByteView) -> [(name: String, kind: Int, start: Int, size: Int)] {
    stride(from: 0, to: listing.count, by: entrySize).compactMap { offset in
      guard let length = listing.short(offset + 0x40), (2...64).contains(length),
        let kind = listing.byte(offset + 0x42),
        let start = listing.long(offset + 0x74), let size = listing.long(offset + 0x78)
      else { return nil }
      let units = stride(from: 0, to: length - 2, by: 2).compactMap { listing.short(offset + $0).map(UInt16.init) }
      return (String(decoding: units, as: UTF16.self), kind, start, size)
    }
  }
}
