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
  public init(table: some StringProtocol) throws(LexiconTableError) {
    var entries: [Entry] = []
    for (index, line) in table.split(separator: "\n").enumerated() {
      guard let entry = Entry(row: Substring(line)) else {
        throw LexiconTableError(row: index + 1, text: String(line))
      }
      entries.append(entry)
    }
    self.init(entries)
  }

  /// The lexicon in the form that ``init(table:)`` reads.
  public var table: String { all.map { $0.row + "\n" }.joined() }

  /// The readings that official letters need from the first day; reference data adds to them.
  public static let builtIn: ReadingLexicon = {
    do throws(LexiconTableError) {
      return try ReadingLexicon(table: builtInTable)
    } catch {
      preconditionFailure("the built-in lexicon has a faulty row: \(error.text)")
    }
  }()
}

extension ReadingLexicon.Entry {
  fileprivate init?(row: Substring) {
    let columns = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard columns.count == 8, !columns[0].isEmpty,
      let kind = KazakhStem.Kind(rawValue: columns[1]),
      let provenance = Provenance(rawValue: columns[7])
    else { return nil }
    let notations = [columns[2]] + columns[3].split(separator: ";").map(String.init)
    let readings = notations.filter { !$0.isEmpty }.compactMap(KazakhReading.init(notation:))
    guard readings.count == notations.count(where: { !$0.isEmpty }) else { return nil }
    let flags = columns[6].split(separator: ";")
    guard flags.allSatisfy({ $0 == "head" || $0 == "possessed" }) else { return nil }
    self.init(
      columns[0], kind, columns[2].isEmpty ? nil : readings.first,
      alternatives: columns[2].isEmpty ? readings : Array(readings.dropFirst()),
      beforeVowel: columns[4].isEmpty ? nil : columns[4],
      beforeSuffix: columns[5].isEmpty ? nil : columns[5],
      isPossessed: flags.contains("possessed"), isHead: flags.contains("head"),
      provenance: provenance)
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
