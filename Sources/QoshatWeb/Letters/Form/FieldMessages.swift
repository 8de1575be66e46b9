import Diagnostics

/// What was found in case data, by the fields that it concerns.
struct FieldMessages {
  private var byPath: [FormPath: [Diagnostic]] = [:]
  /// What concerns no field, or words of an original besides.
  private(set) var others: [Diagnostic] = []

  /// `file` is the name that the case data have in the places of `diagnostics`.
  init(_ diagnostics: [Diagnostic], file: String) {
    for diagnostic in diagnostics {
      let paths = diagnostic.places.filter { $0.file == file }.compactMap { place in
        place.block.flatMap { $0 == "$" ? .root : FormPath($0) }
      }
      if paths.isEmpty || diagnostic.places.contains(where: { $0.language != nil }) {
        others.append(diagnostic)
      }
      for path in Set(paths) { byPath[path, default: []].append(diagnostic) }
    }
  }

  /// What concerns the field as a whole.
  func at(_ path: FormPath) -> [Diagnostic] { byPath[path] ?? [] }

  /// What concerns the field or a part of it, the parts in their order.
  func within(_ path: FormPath) -> [(path: FormPath, diagnostic: Diagnostic)] {
    byPath.keys.filter { $0.isWithin(path) }.sorted { $0 < $1 }.flatMap { key in
      at(key).map { (key, $0) }
    }
  }

  /// All that concerns a field, in the order of the paths.
  var all: [(path: FormPath, diagnostic: Diagnostic)] { within(.root) }
}

extension FormPath: Comparable {
  static func < (one: FormPath, other: FormPath) -> Bool {
    for (step, otherStep) in zip(one.steps, other.steps) where step != otherStep {
      switch (step, otherStep) {
      case (.item(let index), .item(let otherIndex)): return index < otherIndex
      case (.member(let name), .member(let otherName)): return name < otherName
      case (.item, .member): return true
      case (.member, .item): return false
      }
    }
    return one.steps.count < other.steps.count
  }
}
