/// What a filter yields item by item: it can be gone through, but has no length and no item at an index. The items are at hand all the same, so that it can be gone through again.
final class Generator: PythonValue {
  private let yielded: [Value]

  init(_ items: [Value]) { yielded = items }

  /// Python prints an address in memory here; the items are of more use.
  var text: String { Value.array(yielded).text }
  var items: [Value]? { yielded }
  var isTrue: Bool { true }
}
