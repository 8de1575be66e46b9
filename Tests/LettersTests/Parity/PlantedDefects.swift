import Diagnostics
import Files
import JSON

@testable import Letters

/// A folder of `fixtures/parity`: letters in order, and defects that were planted into them one at a time.
struct PlantedDefects {
  /// A defect and where it must be told.
  struct Defect: Sendable {
    struct Edit: Sendable {
      let language: LetterLanguage
      let from: String
      let to: String
    }

    struct Target: Sendable {
      let language: String
      let text: String
    }

    let id: String
    /// The rules that it breaks, each of which may tell it.
    let rules: [String]
    let letter: String
    let note: String
    let edits: [Edit]
    /// The places one of which must be marked.
    let places: [Target]
    /// Whether it is known that no rule tells it yet.
    let isOpen: Bool
  }

  /// A letter's two originals as they are in their files.
  struct Letter: Sendable {
    let number: String
    let documents: [LetterLanguage: PairCheck.Document]
  }

  let letters: [Letter]
  let defects: [Defect]
  /// What is found in the letters as they are, each a letter and a rule: right remarks, and false alarms that are known.
  let remarks: Set<String>

  init(_ name: String) throws {
    let folder = "\(Example.root)/fixtures/parity/\(name)"
    var letters: [Letter] = []
    for file in try FileSystem.names(in: folder).sorted() {
      let parts = file.split(separator: ".")
      guard parts.count == 3, parts[1] == "kk" else { continue }
      var documents: [LetterLanguage: PairCheck.Document] = [:]
      for language in LetterLanguage.allCases {
        let name = "\(parts[0]).\(language).\(parts[2])"
        documents[language] = .init(file: name, bytes: try FileSystem.read("\(folder)/\(name)"))
      }
      letters.append(Letter(number: String(parts[0]), documents: documents))
    }
    self.letters = letters
    let lines = (try? FileSystem.read("\(folder)/remarks.txt")) ?? []
    remarks = Set(
      String(decoding: lines, as: UTF8.self).split(separator: "\n").map {
        $0.split(separator: " ").prefix(2).joined(separator: " ")
      })
    let json = try JSON(parsing: FileSystem.read("\(folder)/defects.json"))
    defects = json.elements.compactMap(Defect.init)
  }

  /// The pair with the defect's edits made; `nil` if one of them does not stand in the text exactly once.
  func pair(with defect: Defect) -> [LetterLanguage: PairCheck.Document]? {
    guard var documents = letters.first(where: { $0.number == defect.letter })?.documents else {
      return nil
    }
    for edit in defect.edits {
      guard let document = documents[edit.language] else { return nil }
      let text = String(decoding: document.bytes, as: UTF8.self)
      let ranges = text.ranges(of: edit.from)
      guard let range = ranges.first, ranges.count == 1 else { return nil }
      let changed = String(text[..<range.lowerBound]) + edit.to + text[range.upperBound...]
      documents[edit.language] = .init(file: document.file, bytes: Array(changed.utf8))
    }
    return documents
  }
}

extension PlantedDefects.Defect {
  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let letter = json["letter"]?.text else { return nil }
    self.id = id
    self.letter = letter
    rules = json["rules"]?.elements.compactMap(\.text) ?? []
    note = json["note"]?.text ?? ""
    isOpen = json["open"] == .bool(true)
    edits = (json["edits"]?.elements ?? []).compactMap { edit in
      guard let language = edit["language"]?.text.flatMap(LetterLanguage.init(rawValue:)),
        let from = edit["from"]?.text, let to = edit["to"]?.text
      else { return nil }
      return Edit(language: language, from: from, to: to)
    }
    places = (json["places"]?.elements ?? []).compactMap { place in
      guard let language = place["language"]?.text, let text = place["text"]?.text else {
        return nil
      }
      return Target(language: language, text: text)
    }
  }

  /// Whether a finding tells it: by one of its rules, at one of its places.
  func isTold(by finding: Diagnostic) -> Bool {
    rules.contains(finding.rule)
      && finding.places.contains { place in
        places.contains {
          $0.language == place.language && $0.meets(place)
        }
      }
  }
}

extension PlantedDefects.Defect.Target {
  /// Whether the marked words are those of the defect, a part of them, or some more words around them.
  fileprivate func meets(_ place: Place) -> Bool {
    let found = place.text
    let (expected, marked) = (Self.plain(text), Self.plain(found))
    guard !expected.isEmpty, !marked.isEmpty else {
      return !found.isEmpty && text.contains(found)
        || marked.isEmpty && Self.isAround(expected, place)
    }
    // A whole paragraph may be marked by its first words.
    let whole = Self.plain(place.excerpt)
    if marked.count + 4 > whole.count, whole.contains(expected) { return true }
    guard marked.count <= max(4 * expected.count, 12) else { return false }
    if expected.contains(marked) || marked.contains(expected) { return true }
    let (left, right) = (expected.split(separator: " "), marked.split(separator: " "))
    return (1...max(1, min(left.count, right.count))).contains {
      left.suffix($0) == right.prefix($0) || right.suffix($0) == left.prefix($0)
    }
  }

  /// Whether a mark on nothing, or on white space, stands within the words.
  private static func isAround(_ expected: String, _ place: Place) -> Bool {
    plain(place.excerpt).contains(expected)
  }

  /// Single spaces, no line ends; a hyphen at the end of a line joins the two words.
  private static func plain(_ text: String) -> String {
    text.replacing(/-\n\s*/, with: "-").replacing("\u{A0}", with: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension JSON {
  fileprivate var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }
  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
}
