extension FieldAnalysis {
  /// Follows a filter: what it takes tells what the value is, and what it gives is looked at further on.
  mutating func filter(
    _ name: String, _ base: Expression.ID, _ arguments: ArgumentList
  ) -> Shape {
    let shape = evaluate(base)
    let positional = arguments.positional.map { (id: $0, shape: evaluate($0)) }
    let named = arguments.named.map { (name: $0.name, id: $0.value, shape: evaluate($0.value)) }
    for argument in positional { need(argument.shape, nil) }
    for argument in named { need(argument.shape, nil) }
    let attribute = (named.first { $0.name == "attribute" }?.id).flatMap { text($0) }
    let first = positional.first.flatMap { text($0.id) }

    if let kind = filterKinds[name] {
      need(shape, Self.use(of: kind))
      return .value(nil)
    }
    switch name {
    case "default", "d":
      // The value may be missing, and what takes its place tells what it is.
      let other = positional.first?.shape ?? named.first?.shape ?? .value(.string)
      if case .value(let kind?) = other, kind == .number { note(shape, .computed) }
      if case .parts = other { note(shape, .listed) }
      return .either([shape, other])
    case "length", "count":
      need(shape, .counted)
      return .value(.number)
    case "first", "last", "random", "min", "max":
      need(shape, .counted)
      if let attribute { _ = readItems(of: shape, attribute, .computed) }
      return item(of: shape)
    case "list", "reverse", "unique", "sort", "shuffle":
      need(shape, .counted)
      if let path = attribute { _ = readItems(of: shape, path, nil) }
      return shape
    case "selectattr", "rejectattr":
      need(shape, .listed)
      if let first { _ = readItems(of: shape, first, positional.count > 1 ? nil : .tested) }
      return shape
    case "select", "reject":
      need(shape, .listed)
      return shape
    case "batch", "slice":
      need(shape, .listed)
      return .items(.items(item(of: shape)))
    case "map":
      need(shape, .listed)
      if let attribute { return .items(readItems(of: shape, attribute, nil) ?? .value(nil)) }
      return .items(mapped(by: first, item(of: shape)))
    case "groupby":
      need(shape, .listed)
      let key = first ?? attribute
      let value = key.flatMap { readItems(of: shape, $0, nil) } ?? .value(nil)
      return .items(.mapping(["grouper": value, "list": .items(item(of: shape))]))
    case "sum":
      need(shape, .listed)
      if let path = attribute ?? first {
        _ = readItems(of: shape, path, .computed)
      } else {
        note(item(of: shape), .computed)
      }
      return .value(.number)
    case "join":
      need(shape, .listed)
      if let attribute {
        _ = readItems(of: shape, attribute, .printed)
      } else {
        note(item(of: shape), .printed)
      }
      return .value(.string)
    case "dictsort", "items":
      need(shape, .opened)
      guard case .field(let node) = shape else { return .items(.value(nil)) }
      return .items(.parts([.value(.string), .field(tree.value(of: node, named: "*"))]))
    case "attr":
      need(shape, nil)
      return first.map { member($0, of: shape, at: base) } ?? .value(nil)
    case "abs", "round", "filesizeformat":
      need(shape, .computed)
      return .value(.number)
    case "int", "float":
      need(shape, .printed)
      return .value(.number)
    case "upper", "lower", "title", "capitalize", "trim", "replace", "truncate", "wordwrap",
      "center", "indent", "wordcount", "striptags", "urlize", "format":
      need(shape, .printed)
      return .value(.string)
    case "string", "e", "escape", "forceescape", "safe", "pprint", "tojson", "urlencode":
      need(shape, .printed)
      return .value(.string)
    default:
      need(shape, nil)
      return .value(nil)
    }
  }

  /// What a filter that takes a value of this kind does with it.
  private static func use(of kind: FieldTree.Kind) -> FieldTree.Use? {
    switch kind {
    case .object: .opened
    case .list: .listed
    case .number: .computed
    case .string: .spelled
    case .boolean: .tested
    case .date: .dated
    case .text: .printed
    case .any: nil
    }
  }

  /// Notes that the items of a list are read at `path`, such as `owner.name`; returns what stands there.
  private mutating func readItems(
    of list: Shape, _ path: String, _ use: FieldTree.Use?
  ) -> Shape? {
    let start = item(of: list)
    guard case .field(let node) = start else { return nil }
    var found = start
    atItem(node) { analysis in
      for name in path.split(separator: ".") {
        found =
          Int(name) != nil
          ? analysis.item(of: found) : analysis.member(String(name), of: found, at: nil)
      }
      analysis.need(found, use)
    }
    return found
  }

  /// What `map('name')` makes of an item.
  private mutating func mapped(by filter: String?, _ item: Shape) -> Shape {
    switch filter {
    case "upper"?, "lower"?, "title"?, "capitalize"?, "trim"?, "string"?, "int"?, "float"?:
      note(item, .printed)
      return .value(filter == "int" || filter == "float" ? .number : .string)
    case "abs"?, "round"?:
      note(item, .computed)
      return .value(.number)
    case let name?:
      note(item, filterKinds[name].flatMap { Self.use(of: $0) })
      return .value(nil)
    case nil: return .value(nil)
    }
  }
}
