public import Diagnostics

/// Finds what a misspelt name was probably meant to be.
public enum Spelling {
  /// "Did you mean …", or `nil` where nothing known is near.
  public static func hint(for name: String, among known: some Sequence<String>) -> Message? {
    if let twin = Lookalikes.twin(of: name, among: known) {
      return Message(
        kk: "`\(twin)` бар: көрінісі бірдей, бірақ кейбір әріптері басқа әліпбиден",
        ru: "есть `\(twin)`: выглядит так же, но часть букв из другого алфавита",
        en: "there is `\(twin)`: it looks the same, but some letters are of another alphabet")
    }
    guard let nearest = nearest(to: name, among: known) else { return nil }
    return Message(
      kk: "мүмкін, `\(nearest)`?", ru: "возможно, `\(nearest)`?", en: "did you mean `\(nearest)`?")
  }

  /// The known name with the fewest letters different, at most a third of them.
  public static func nearest(to name: String, among known: some Sequence<String>) -> String? {
    let letters = Array(name.lowercased().unicodeScalars)
    guard letters.count <= 64 else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in known where candidate != name {
      let distance = distance(letters, Array(candidate.lowercased().unicodeScalars))
      guard distance <= max(1, letters.count / 3) else { continue }
      if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast = Array(0...right.count)
    var last = beforeLast
    for (i, letter) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var least = min(last[j] + (letter == other ? 0 : 1), row[j] + 1, last[j + 1] + 1)
        // Two letters in the wrong order are one slip.
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
          least = min(least, beforeLast[j - 1] + 1)
        }
        row.append(least)
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}
