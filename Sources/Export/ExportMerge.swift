import Diagnostics
import Files

/// Puts the parts that several machines have written together to the export that one machine would have written.
public struct ExportMerge {
  /// How many letters the whole has.
  public private(set) var letters = 0
  /// How many of these could not be made.
  public private(set) var failures = 0

  /// An entry of a part.
  private struct Entry {
    let path: String
    let part: Int
    let offset: Int
    let count: Int
    let isFailure: Bool
  }

  /// Merges the exports in `parts` into the folder `path`; the parts stay as they are.
  ///
  /// - Throws: `ExportError` where parts are missing, doubled, changed or not of one export; nothing is written then.
  public init(
    _ parts: [String], into path: String, mayReplace: Bool = false, seal: ExportSeal = .none
  ) throws(ExportError) {
    var entries: [Entry] = []
    var headers: [ExportHeader] = []
    for (index, part) in parts.enumerated() {
      var reader = try ManifestReader(part)
      headers.append(reader.header)
      while let next = try reader.next() {
        entries.append(
          Entry(
            path: next.entry.path, part: index, offset: next.offset, count: next.count,
            isFailure: next.entry.isFailure))
      }
    }
    let header = try Self.whole(headers, parts)
    entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    guard entries.count == header.total,
      zip(entries, entries.dropFirst()).allSatisfy({ $0.path != $1.path })
    else { throw Self.incomplete(parts, entries.count, header.total) }
    failures = entries.count { $0.isFailure }
    letters = entries.count - failures
    let folder = try ExportFolder(path)
    do throws(ExportError) {
      let state = try Self.state(of: folder, mayReplace)
      let earlier = try EarlierExport(folder, header, state, isResumed: false)
      // Only now is it known that nothing there has to stay.
      folder.discard()
      try Self.write(entries, header, parts, folder, earlier.files, seal)
    } catch {
      folder.leave()
      throw error
    }
    folder.close()
  }

  private static func state(
    of folder: borrowing ExportFolder, _ mayReplace: Bool
  ) throws(ExportError) -> ExportFolder.State {
    let state = try ExportError.reading { () throws(FileError) in try folder.state() }
    guard mayReplace || !state.isUnfinished else { throw .unfinished(folder.path) }
    guard mayReplace || !state.isComplete && !state.hasOthers else {
      throw .notEmpty(folder.path)
    }
    return state
  }

  private static func write(
    _ entries: [Entry], _ header: ExportHeader, _ parts: [String],
    _ folder: borrowing ExportFolder, _ earlier: Set<String>, _ seal: ExportSeal
  ) throws(ExportError) {
    var obsolete = earlier
    var lines: [FilePieces] = []
    for part in parts {
      lines.append(
        try ExportError.reading { () throws(FileError) in
          try FilePieces(of: "\(part)/\(Manifest.name)")
        })
    }
    let (hidden, staged, path) = (folder.hidden, folder.staged, folder.path)
    let manifest = "\(hidden)/\(Manifest.name)"
    func line(_ entry: Entry) throws(ExportError) -> [UInt8] {
      let part = lines[entry.part]
      return try ExportError.reading { () throws(FileError) in
        try part.bytes(at: entry.offset, count: entry.count)
      }
    }
    var writer = try ExportError.writing { () throws(FileError) in
      try ManifestWriter(header, to: manifest)
    }
    for entry in entries where !entry.isFailure {
      let line = try line(entry)
      for file in EntryLine(line)?.files ?? [] {
        guard ExportVerification.isInside(file.path) else {
          throw ManifestReader.unreadable("\(parts[entry.part])/\(Manifest.name)")
        }
        if let fault = ExportVerification.fault(of: file, in: parts[entry.part]) {
          throw ExportError(.refused, [fault])
        }
        obsolete.remove(file.path)
        try copy(file.path, from: parts[entry.part], to: staged)
      }
      do throws(FileError) { try writer.add(line) } catch { throw ExportError(writing: error) }
    }
    writer.beginFailures()
    for entry in entries where entry.isFailure {
      let line = try line(entry)
      do throws(FileError) { try writer.add(line) } catch { throw ExportError(writing: error) }
    }
    do throws(FileError) {
      try writer.finish()
      try FileSystem.synchronize(hidden)
      try Publication(folder: path, staged: staged, obsolete: obsolete).publish()
      try seal.apply(to: path, manifest: manifest)
    } catch {
      throw ExportError(writing: error)
    }
  }

  private static func copy(
    _ file: String, from part: String, to staged: String
  ) throws(ExportError) {
    try ExportError.writing { () throws(FileError) -> Void in
      let target = "\(staged)/\(file)"
      if let slash = target.lastIndex(of: "/") {
        try FileSystem.makeFolder(String(target[..<slash]))
      }
      try FileSystem.copy("\(part)/\(file)", to: target)
    }
  }

  /// The header of the whole that `headers` are the parts of.
  private static func whole(
    _ headers: [ExportHeader], _ parts: [String]
  ) throws(ExportError) -> ExportHeader {
    guard var whole = headers.first else { throw incomplete(parts, 0, 0) }
    whole.shard = nil
    for (header, part) in zip(headers, parts) {
      var header = header
      guard header.shard != nil else { throw unfit(part) }
      header.shard = nil
      guard header == whole else { throw unfit(part) }
    }
    let shards = headers.compactMap { $0.shard.flatMap { Shard($0) } }
    guard let count = shards.first?.count, shards.allSatisfy({ $0.count == count }),
      shards.map(\.index).sorted() == Array(1...count)
    else { throw incomplete(parts, shards.count, shards.first?.count ?? 0) }
    return whole
  }

  private static func unfit(_ part: String) -> ExportError {
    ExportError(
      .refused,
      [
        Diagnostic(
          "X113",
          Message(
            kk: "бұл – сол экспорттың бөлігі емес (`--shard`)",
            ru: "это не часть того же экспорта (`--shard`)",
            en: "this is no part of the same export (`--shard`)"),
          at: [Place(file: part)],
          hint: Message(
            kk: "барлық бөлік бір тізілімнен, бір үлгілерден және бір шарттармен жасалуы керек",
            ru: "все части делаются из одного реестра, одних шаблонов и при одних условиях",
            en:
              "all parts must be made of one register, one set of templates and one set of options")
        )
      ])
  }

  private static func incomplete(_ parts: [String], _ found: Int, _ expected: Int) -> ExportError {
    ExportError(
      .refused,
      [
        Diagnostic(
          "X113",
          Message(
            kk: "бөліктер толық емес немесе қайталанады: \(expected) орнына \(found)",
            ru: "части не полны или повторяются: \(found) вместо \(expected)",
            en: "parts are missing or doubled: \(found) instead of \(expected)"),
          at: parts.map { Place(file: $0) })
      ])
  }
}
