/// How many pages a PDF has.
public enum PDFPages {
  /// The number that LibreOffice writes at the root of the pages; `nil` where the file does not say it in plain words.
  ///
  /// - Source: ISO 32000-1, §7.7.3.
  public static func count(in pdf: [UInt8]) -> Int? {
    let root = Array("/Type/Pages".utf8)
    let count = Array("/Count ".utf8)
    // Pages may be in groups, each with its own number: the root has the largest.
    var largest: Int?
    var index = pdf.startIndex
    while let found = position(of: root, in: pdf[index...]) {
      index = found + root.count
      let object = pdf[index...].prefix { $0 != UInt8(ascii: ">") }
      guard let begin = position(of: count, in: object) else { continue }
      let digits = object[(begin + count.count)...].prefix { (48...57).contains($0) }
      if let number = Int(String(decoding: digits, as: UTF8.self)) {
        largest = max(largest ?? 0, number)
      }
    }
    return largest
  }

  private static func position(of text: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    var rest = bytes
    while let found = rest.firstIndex(of: text[0]) {
      rest = rest[found...]
      if rest.starts(with: text) { return found }
      rest = rest.dropFirst()
    }
    return nil
  }
}
