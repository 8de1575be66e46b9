import CivilDates
public import Letters

/// How the files of a letter are named: `{kind}/{number}.{language}`.
///
/// | placeholder | stands for |
/// |---|---|
/// | `{kind}` | the letter kind |
/// | `{number}` | the registration number, the id of a document that has none |
/// | `{id}` | the id in the register |
/// | `{prepared}`, `{year}`, `{month}` | the day of preparation, its year, its month |
/// | `{language}` | `kk` or `ru` |
public struct FileNamePattern: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case words(String)
    case kind, number, id, prepared, year, month, language
  }

  /// The pattern as it was written, without the ending of a form.
  public let text: String
  private let pieces: [Piece]

  /// `{kind}/{number}.{language}`
  public static let standard = FileNamePattern(
    text: "{kind}/{number}.{language}",
    pieces: [.kind, .words("/"), .number, .words("."), .language])

  private init(text: String, pieces: [Piece]) {
    self.text = text
    self.pieces = pieces
  }

  /// The pattern that `text` is; `nil` unless it tells languages and letters apart and stays within the folder.
  ///
  /// An ending `.docx` may be written for the reader's sake: each form has its own.
  public init?(_ text: String) {
    let text = text.hasSuffix(".docx") ? String(text.dropLast(5)) : text
    var pieces: [Piece] = []
    var rest = text[...]
    while let first = rest.first {
      if first == "{" {
        guard let end = rest.firstIndex(of: "}") else { return nil }
        switch rest[rest.index(after: rest.startIndex)..<end] {
        case "kind": pieces.append(.kind)
        case "number": pieces.append(.number)
        case "id": pieces.append(.id)
        case "prepared": pieces.append(.prepared)
        case "year": pieces.append(.year)
        case "month": pieces.append(.month)
        case "language": pieces.append(.language)
        default: return nil
        }
        rest = rest[rest.index(after: end)...]
      } else {
        let words = rest.prefix { $0 != "{" }
        guard !words.contains("}") else { return nil }
        pieces.append(.words(String(words)))
        rest = rest[words.endIndex...]
      }
    }
    guard pieces.contains(.language), pieces.contains(.number) || pieces.contains(.id) else {
      return nil
    }
    self.init(text: text, pieces: pieces)
    let example = name { $0 == .language ? "kk" : "x" }
    let components = example.split(separator: "/", omittingEmptySubsequences: false)
    guard components.allSatisfy({ FileName.isSafe(String($0)) }) else { return nil }
  }

  /// The path of a letter's files, without the language and the form's ending.
  func stem(of letter: PlannedLetter) -> LetterPath {
    LetterPath(
      template: name { piece in
        switch piece {
        case .words(let words): words
        case .kind: FileName.safe(letter.kind)
        case .number: FileName.safe(letter.number.isEmpty ? letter.id : letter.number)
        case .id: FileName.safe(letter.id)
        case .prepared: letter.prepared.iso
        case .year: String(letter.prepared.iso.prefix(4))
        case .month: String(letter.prepared.iso.dropFirst(5).prefix(2))
        case .language: LetterPath.mark
        }
      })
  }

  private func name(_ text: (Piece) -> String) -> String {
    pieces.map { piece in
      if case .words(let words) = piece { words } else { text(piece) }
    }.joined()
  }
}

/// Where the files of one letter lie within an export.
public struct LetterPath: Hashable, Sendable {
  /// Stands where the language does; no file name can have it.
  static let mark = "*"

  /// The path with the mark in place of the language.
  let template: String

  /// The path of one file, such as `prescription/04-12_27-1.kk.docx`.
  public func file(_ language: LetterLanguage, _ ending: String) -> String {
    filled(language.rawValue) + "." + ending
  }

  /// The folder of the files; empty for that of the export itself.
  func folder(_ language: LetterLanguage) -> String {
    let path = filled(language.rawValue)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// The path as people read it, such as `prescription/04-12_27-1.{language}`.
  public var text: String { filled("{language}") }

  /// The same path with the id of its letter, for one that another letter has, too.
  func told(apart by: String) -> LetterPath {
    let id = FileName.safe(by)
    guard let mark = template.lastIndex(of: Character(Self.mark)) else { return self }
    // Before the dot that the language follows, if there is one.
    var end = mark
    if end > template.startIndex, template[template.index(before: end)] == "." {
      end = template.index(before: end)
    }
    let separator =
      end == template.startIndex || template[template.index(before: end)] == "/" ? "" : "-"
    return LetterPath(template: template[..<end] + separator + id + template[end...])
  }

  private func filled(_ language: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(template.utf8.count + language.utf8.count)
    for byte in template.utf8 {
      if Self.mark.utf8.contains(byte) { bytes += language.utf8 } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
