import Cryptography
import GRDB

extension Register {
  /// Originals whose bytes are others than those of which the sum was kept.
  static func changedOriginals(in database: Database) throws -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    let rows = try Row.fetchCursor(
      database, sql: "SELECT letter, language, docx, sha256 FROM letter_original")
    while let row = try rows.next(), findings.count < limit {
      if SHA256.hexadecimal(of: Blob.bytes(of: row["docx"])) != row["sha256"] as String {
        findings.append(.original(letter: row["letter"], language: row["language"]))
      }
    }
    return findings
  }

  /// Approved letters that are not what an approval leaves behind.
  static func brokenLetters(in database: Database) throws -> [IntegrityFinding] {
    let kinds = DocumentKind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try Int.fetchAll(
      database,
      sql: """
        SELECT id FROM letter
        WHERE state IN ('approved', 'superseded') AND (
          2 <> (SELECT count(*) FROM letter_original WHERE letter = letter.id)
          OR kind IN (\(kinds))
            AND NOT EXISTS (SELECT 1 FROM document WHERE external_id = letter.document)
          OR (state = 'superseded') <> EXISTS (
            SELECT 1 FROM letter AS correction
            WHERE correction.supersedes = letter.id
              AND correction.state IN ('approved', 'superseded')))
        ORDER BY id LIMIT \(limit)
        """
    ).map { .letter($0) }
  }
}
