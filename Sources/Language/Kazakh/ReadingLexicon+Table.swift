/// A row of a lexicon's table that cannot be read.
public struct LexiconTableError: Error, Hashable, Sendable {
  /// The row, counted from 1.
  public let row: Int
  /// The row as it stands.
  public let text: String
}

extension ReadingLexicon {
  /// Reads the compact form that is built in: a row for each entry, its columns separated by `|`.
  ///
  ///     халық|word|||халқ||head|attested
  ///
  /// The columns are token, kind, reading, other readings, stem before vowels, stem before any suffix, flags (`head`,
  /// `possessed`) and provenance; those that do not apply are empty.
  ///
  /// - Throws: ``LexiconTableError`` at the first row that is not of this form.
  public init(table: String) throws(LexiconTableError) {
    self.init(try Self.entries(of: table))
  }

  static func entries(of table: String) throws(LexiconTableError) -> [Entry] {
    var entries: [Entry] = []
    for (index, line) in table.utf8.split(separator: UInt8(ascii: "\n")).enumerated() {
      guard let entry = Entry(row: Substring(line)) else {
        throw LexiconTableError(row: index + 1, text: String(Substring(line)))
      }
      entries.append(entry)
    }
    return entries
  }

  /// The lexicon in the form that ``init(table:)`` reads.
  public var table: String { all.map { $0.row + "\n" }.joined() }
}

extension LexiconIndex {
  /// The index of the built-in table.
  static let builtIn: LexiconIndex = {
    do throws(LexiconTableError) {
      return LexiconIndex(try ReadingLexicon.entries(of: ReadingLexicon.builtInTable))
    } catch {
      preconditionFailure("the built-in lexicon has a faulty row: \(error.text)")
    }
  }()
}

extension ReadingLexicon.Entry {
  fileprivate init?(row: Substring) {
    let columns = row.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      .map(Substring.init)
    guard columns.count == 8, !columns[0].isEmpty,
      let kind = KazakhStem.Kind(rawValue: String(columns[1])),
      let provenance = LexiconProvenance(rawValue: String(columns[7])),
      let reading = Self.readings(columns[2]), let others = Self.readings(columns[3]),
      reading.count < 2
    else { return nil }
    var isHead = false
    var isPossessed = false
    for flag in columns[6].utf8.split(separator: UInt8(ascii: ";")).map(Substring.init) {
      switch flag {
      case "head": isHead = true
      case "possessed": isPossessed = true
      default: return nil
      }
    }
    self.init(
      String(columns[0]), kind, reading.first, alternatives: others,
      beforeVowel: columns[4].isEmpty ? nil : String(columns[4]),
      beforeSuffix: columns[5].isEmpty ? nil : String(columns[5]),
      isPossessed: isPossessed, isHead: isHead, provenance: provenance)
  }

  private static func readings(_ column: Substring) -> [KazakhReading]? {
    guard !column.isEmpty else { return [] }
    var readings: [KazakhReading] = []
    for notation in column.utf8.split(separator: UInt8(ascii: ";")) {
      guard let reading = KazakhReading(notation: Substring(notation)) else { return nil }
      readings.append(reading)
    }
    return readings
  }

  fileprivate var row: String {
    let flags = [isHead ? "head" : nil, isPossessed ? "possessed" : nil].compactMap { $0 }
    return [
      token, kind.rawValue, reading?.notation ?? "",
      alternatives.map(\.notation).joined(separator: ";"), beforeVowel ?? "", beforeSuffix ?? "",
      flags.joined(separator: ";"), provenance.rawValue,
    ].joined(separator: "|")
  }
}
