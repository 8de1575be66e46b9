import Export
import Testing

@Suite struct ShardTests {
  @Test("A letter would be written by two machines, or by none")
  func partition() throws {
    for count in [1, 2, 4, 7, 100] {
      let shards = try (1...count).map { try #require(Shard($0, of: count)) }
      for number in 0..<500 {
        #expect(shards.filter { $0.holds("P-2021-\(number)") }.count == 1)
      }
    }
  }

  @Test("One machine would do nearly all the work")
  func balance() throws {
    let shards = try (1...4).map { try #require(Shard($0, of: 4)) }
    let ids = (1...4000).map { "P-2021-\($0)" }
    for shard in shards {
      #expect((850...1150).contains(ids.count { shard.holds($0) }))
    }
  }

  @Test(
    "A wrong part would be taken for another one",
    arguments: ["0/4", "5/4", "1/0", "1", "/", "a/2", "1/2/3", "-1/2", ""])
  func refused(_ text: String) {
    #expect(Shard(text) == nil)
  }

  @Test("The same letter would go to another part in a later version")
  func stability() throws {
    let shard = try #require(Shard("2/4"))
    #expect((1...12).filter { shard.holds("P-2021-\($0)") } == [5, 7, 8, 9, 12])
  }
}
