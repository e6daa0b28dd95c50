extension CaseStore {
  /// The same store on a connection of its own, for work beside whoever reads and writes here.
  public func reopened() throws -> CaseStore { try Self.open(at: path, clock: clock) }
}
