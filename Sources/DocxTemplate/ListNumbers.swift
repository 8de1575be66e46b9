/// The lists of a document while it is filled: one that begins anew is a new list with the same looks (ECMA-376 part 1, §17.9.15).
struct ListNumbers {
  private var current: [Int: Int] = [:]
  /// The lists that have not been written since the last restart.
  private var waiting: Set<Int> = []

  /// From here on every list that was written begins anew.
  mutating func restart() { waiting.formUnion(current.keys) }

  /// The number under which the list goes on; `another` makes a list like the one of a number that counts from its beginning.
  mutating func number(_ original: Int, another: (Int) -> Int?) -> Int {
    if waiting.remove(original) != nil, let number = another(original) {
      current[original] = number
    }
    let number = current[original] ?? original
    current[original] = number
    return number
  }
}
