/// A hospital or special institution designated for assessments (指定机构, Measures article 6).
public struct Institution: Hashable, Sendable {
  public let code: String
  public let name: String
  public let categories: [DisabilityCategory]
  public let listing: Listing

  public init(code: String, name: String, categories: [DisabilityCategory], listing: Listing = Listing()) {
    self.code = code
    self.name = name
    self.categories = categories
    self.listing = listing
  }

  /// Whether it is listed for all of these; of a multiple disability, its parts unknown, for any one, because the parts may
  /// be found by several institutions.
  public func assesses(_ wanted: [DisabilityCategory]) -> Bool {
    wanted.allSatisfy { category in
      category == .multiple ? !categories.isEmpty : categories.contains(category)
    }
  }

  /// Whether it may find a multiple disability alone.
  var assessesSeveral: Bool { categories.contains(.multiple) || categories.count > 1 }
}

/// A doctor on the list of an institution (评残医生).
public struct Doctor: Hashable, Sendable {
  /// The code of the institution.
  public let institution: String
  public let name: String
  public let categories: [DisabilityCategory]
  public let listing: Listing

  public init(institution: String, name: String, categories: [DisabilityCategory], listing: Listing = Listing()) {
    self.institution = institution
    self.name = name
    self.categories = categories
    self.listing = listing
  }

  /// Why the doctor may not find for any of these categories on this day, or `nil`.
  public func problem(on day: Day, for wanted: [DisabilityCategory]) -> Phrase? {
    if let problem = listing.problem(on: day) { return problem }
    if wanted.isEmpty || wanted.contains(where: categories.contains) { return nil }
    let names = wanted.map(\.name)
    return Phrase(
      "未列\(names.map(\.chinese).joined(separator: "、"))类",
      "not listed for \(names.map(\.english).joined(separator: ", "))")
  }
}
