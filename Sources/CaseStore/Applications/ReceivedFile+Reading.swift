public import Casework

extension AttachedFile {
  /// What lies at the places that fields name, by the code of the field.
  public static func files(
    named fields: Entries, reading read: (String) throws -> ReceivedFile
  ) throws -> [String: ReceivedFile] {
    var files: [String: ReceivedFile] = [:]
    for kind in allCases where !fields.text(kind.rawValue).isEmpty {
      do {
        files[kind.rawValue] = try read(fields.text(kind.rawValue))
      } catch let refusal as Refusal {
        throw Refusal(refusal.code, refusal.message, remedy: refusal.remedy, fields: [kind.rawValue])
      }
    }
    return files
  }
}

extension Application {
  /// What lies now where the scans of the case were read, for whoever decides on them; one that was moved away is kept
  /// in the store anyway.
  public func scans(reading read: (String) throws -> ReceivedFile) -> [String: ReceivedFile] {
    var scans: [String: ReceivedFile] = [:]
    for (key, path) in scanPlaces {
      do { scans[key] = try read(path) } catch { continue }
    }
    return scans
  }
}
