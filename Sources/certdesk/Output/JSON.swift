import Casework

/// A JSON value whose keys keep the order in which they were given.
enum JSON {
  case null
  case bool(Bool)
  case int(Int)
  case string(String)
  case array([JSON])
  case object(KeyValuePairs<String, JSON>)
  case pairs([(String, JSON)])

  var text: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .string(let value): JSONText.quoted(value)
    case .array(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
    case .object(let pairs): JSON.pairs(pairs.map { ($0.key, $0.value) }).text
    case .pairs(let pairs):
      "{" + pairs.map { "\(JSONText.quoted($0.0)):\($0.1.text)" }.joined(separator: ",") + "}"
    }
  }

  static func strings(_ values: some Sequence<String>) -> JSON { .array(values.map(JSON.string)) }
  static func optional(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }
  static func entries(_ entries: Entries) -> JSON { .pairs(entries.pairs.map { ($0.code, .string($0.text)) }) }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .int(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
}
