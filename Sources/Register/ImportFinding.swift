import Diagnostics

/// What an import can find wrong, under ids that never change their meaning.
enum ImportFinding {
  /// R101: the bytes are no text that can be read without guessing.
  case encoding(TextEncodingFault)
  /// R102: no table of ours has these columns.
  case header(missing: [String], unknown: [String])
  /// R103: a row whose quotes do not close; R120: one with a character that can stand in no cell.
  case brokenRow(CSVFault.Kind)
  /// R104: more or fewer cells than the header has.
  case cellCount(found: Int, expected: Int)
  /// R105: a cell that must not be empty.
  case empty(column: String)
  /// R106: not the address of an internet resource.
  case url(URLProblem)
  /// R107: not a day.
  case date(column: String)
  /// R108: not one of the words that this column takes.
  case word(column: String, allowed: [String])
  /// R109: dates and status of a document contradict each other.
  case contradiction(Contradiction)
  /// R110: the case data of a document are not there or cannot be taken.
  case caseData(CaseDataFault)
  /// R111: the register has this resource with other data.
  case differingResource(columns: [String], since: String)
  /// R112: the register has this document with other data.
  case differingDocument(columns: [String], since: String)
  /// R113: links that wait for their document or resource.
  case pendingLinks(Int)
  /// R114: a card file without body or date, and no option that gives them.
  case missingOption(column: String)
  /// R115: an id with a control character.
  case documentID
  /// R121: the file was read as Windows-1251.
  case readAsWindows1251
  /// R122: not a SHA-256.
  case hash
  /// R123: not a list of provisions.
  case legalBases

  enum Contradiction: Hashable {
    case sentBeforePrepared, sentWithoutDate, dateWithoutSending, statusDates
  }

  enum CaseDataFault: Hashable {
    case outsideFolder, wrongName, missing, notText
    case notJSON(line: Int)
  }

  /// The finding as a diagnostic at `places`, the first of which is to be mended.
  func diagnostic(at places: Place...) -> Diagnostic {
    Diagnostic(rule, message, severity: severity, at: places, hint: hint)
  }

  var severity: Severity {
    switch self {
    case .pendingLinks, .readAsWindows1251: .warning
    default: .error
    }
  }

  var rule: String {
    switch self {
    case .encoding: "R101"
    case .header: "R102"
    case .brokenRow(.zeroByte), .brokenRow(.bareCarriageReturn): "R120"
    case .brokenRow: "R103"
    case .cellCount: "R104"
    case .empty: "R105"
    case .url: "R106"
    case .date: "R107"
    case .word: "R108"
    case .contradiction: "R109"
    case .caseData: "R110"
    case .differingResource: "R111"
    case .differingDocument: "R112"
    case .pendingLinks: "R113"
    case .missingOption: "R114"
    case .documentID: "R115"
    case .readAsWindows1251: "R121"
    case .hash: "R122"
    case .legalBases: "R123"
    }
  }
}
