import Dispatch
import Testing

@testable import CaseStore

@Suite struct ConveyorTests {
  private struct Trouble: Error {}

  @Test func itemsComeInTheirOrderAndThenNothing() throws {
    let belt = Conveyor<Int>(room: 2)
    DispatchQueue.global().async {
      belt.end(Result { for item in 1...500 { try belt.put(item) } })
    }
    var taken: [Int] = []
    while let item = try belt.take() { taken.append(item) }
    #expect(taken == Array(1...500))
    #expect(try belt.take() == nil)
  }

  @Test func whatWentWrongIsToldBehindTheLastItemAndAgain() throws {
    let belt = Conveyor<Int>(room: 2)
    try belt.put(1)
    belt.end(.failure(Trouble()))
    #expect(try belt.take() == 1)
    #expect(throws: Trouble.self) { try belt.take() }
    #expect(throws: Trouble.self) { try belt.take() }
  }

  @Test func whatWaitsIsTakenTogetherUpToTheNumberAskedForAndAtLeastOne() throws {
    let belt = Conveyor<Int>(room: 8)
    for item in 1...5 { try belt.put(item) }
    #expect(try belt.takeWaiting(most: 2) == [1, 2])
    #expect(try belt.takeWaiting(most: 0) == [3])
    #expect(try belt.takeWaiting(most: 9) == [4, 5])
    belt.end(.success(()))
    #expect(try belt.takeWaiting(most: 9).isEmpty)
    #expect(try belt.takeWaiting(most: 9).isEmpty)
  }

  @Test func whoeverPutsIsToldThatNobodyTakes() throws {
    let belt = Conveyor<Int>(room: 1)
    try belt.put(1)
    belt.close()
    #expect(throws: CancellationError.self) { try belt.put(2) }
  }

  @Test func itMayBeLetGoWithItemsOnIt() throws {
    try Conveyor<Int>(room: 2).put(1)
  }
}
