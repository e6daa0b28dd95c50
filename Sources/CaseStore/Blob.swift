import Foundation
import GRDB

/// Bytes as GRDB takes them.
func blob(_ bytes: [UInt8]) -> Data { Data(bytes) }

/// Bytes as GRDB gives them.
func bytes(of row: Row, at index: Int) -> [UInt8] { [UInt8](row[index] as Data) }
