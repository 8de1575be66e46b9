import Diagnostics

extension Environment {
  /// The built-in functions.
  static let builtInFunctions: [String: Function] = [
    "range": { arguments throws(Fault) in
      try arguments.expectPositional(1...3)
      let first = try arguments.whole(0, "") ?? 0
      let second = try arguments.whole(1, "")
      let step = try arguments.whole(2, "") ?? 1
      guard step != 0 else { throw arguments.unfit }
      let range = RangeValue(from: second == nil ? 0 : first, to: second ?? first, by: step)
      guard let range else { throw Operators.tooLarge }
      return .custom(range)
    },
    "dict": { arguments throws(Fault) in
      guard arguments.positional.count <= 1 else { throw arguments.unfit }
      return .object(ObjectValue(keyed: try ObjectValue.members(of: arguments)))
    },
    "namespace": { arguments throws(Fault) in
      guard arguments.positional.count <= 1 else { throw arguments.unfit }
      var members: [(name: String, value: Value)] = []
      for (key, value) in try ObjectValue.members(of: arguments) {
        var visited = 0
        guard value.isNested(withinLevels: 100, &visited) else { throw Operators.tooLarge }
        members.append((key.text, value))
      }
      return .custom(NamespaceValue(members))
    },
    "cycler": { arguments throws(Fault) in
      guard arguments.named.isEmpty, !arguments.positional.isEmpty else { throw arguments.unfit }
      return .custom(Cycler(arguments.positional))
    },
    "joiner": { arguments throws(Fault) in
      try arguments.expect("sep")
      return .custom(Joiner(arguments.value(0, "sep") ?? .string(", ")))
    },
    "lipsum": { arguments throws(Fault) in
      try arguments.expect("n", "html", "min", "max")
      let count = try arguments.whole(0, "n") ?? 5
      let least = try arguments.whole(2, "min") ?? 20
      let most = try arguments.whole(3, "max") ?? 100
      guard count <= 1000, least < most, least >= 0, most <= 10_000 else { throw arguments.unfit }
      let paragraphs = PlaceholderText.paragraphs(max(count, 0), words: least..<most)
      guard arguments.value(1, "html")?.isTrue ?? true else {
        return .string(try paragraphs.joinedWithinLimit("\n\n"))
      }
      return .markup(try paragraphs.map { "<p>\($0)</p>" }.joinedWithinLimit("\n"))
    },
  ]
}

/// Text without meaning that shows how a page will look. It is the same every time.
private enum PlaceholderText {
  private static let words =
    """
    a ab accumsan ad aliquam aliquet ante aptent arcu at auctor augue bibendum blandit class \
    commodo condimentum congue consectetuer consequat conubia convallis cras cum curae cursus \
    dapibus diam dictum dignissim dis dolor donec dui duis egestas eget eleifend elementum elit \
    enim erat eros est et etiam eu euismod facilisi fames felis fermentum feugiat fringilla \
    fusce gravida habitant hendrerit iaculis id imperdiet in integer ipsum justo lacinia lacus \
    laoreet lectus leo libero ligula lobortis lorem luctus maecenas magna malesuada massa mattis \
    mauris metus mi molestie mollis morbi nam nascetur natoque nec neque nibh nisi nisl non \
    nostra nulla nunc odio orci ornare parturient pede pellentesque pharetra placerat porta
    """.split(separator: " ").map(String.init)

  static func paragraphs(_ count: Int, words range: Range<Int>) -> [String] {
    var numbers = StableNumbers(seed: 1)
    return (0..<count).map { _ in
      let length = range.lowerBound + numbers.next(below: range.count)
      return paragraph(of: length, &numbers)
    }
  }

  private static func paragraph(of length: Int, _ numbers: inout StableNumbers) -> String {
    var result = ""
    var untilStop = 0
    for index in 0..<length {
      let word = words[numbers.next(below: words.count)]
      if index > 0 { result += untilStop == 0 ? ". " : numbers.next(below: 9) == 0 ? ", " : " " }
      result += untilStop == 0 ? word.capitalizedOnce : word
      untilStop = untilStop == 0 ? 6 + numbers.next(below: 10) : untilStop - 1
    }
    return result + "."
  }
}
