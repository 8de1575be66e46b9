import Diagnostics
import Files

extension ExportWork {
  /// Writes the manifest, and publishes what was made: only now does anything stand where it belongs.
  func end(_ state: inout State, _ place: Location) throws(ExportError) -> ExportOutcome {
    if let failure = state.failure {
      throw failure.telling(done: state.done, of: state.positions.count, place.path)
    }
    guard state.inTheWay.isEmpty else {
      throw .inTheWay(state.inTheWay.sorted().map { "\(place.path)/\($0)" })
    }
    do throws(FileError) {
      let manifest = "\(place.hidden)/\(Manifest.name)"
      let obsolete = try writeManifest(manifest, &state)
      if isResumed { try removeStrays(place.staged, but: state.waiting) }
      FileSystem.removeEmptyFolders(in: place.staged)
      try FileSystem.synchronize(place.hidden)
      try Publication(folder: place.path, staged: place.staged, obsolete: obsolete).publish()
      try seal.apply(to: place.path, manifest: manifest)
    } catch {
      throw ExportError(writing: error)
    }
    return state.outcome
  }

  /// Writes the entries in the order of the letters, and tells which files of the earlier export there are no more.
  private func writeManifest(
    _ path: String, _ state: inout State
  ) throws(FileError) -> Set<String> {
    var obsolete = earlier.files
    var writer = try ManifestWriter(header, to: path)
    for position in state.positions {
      guard let position, !position.isFailure else { continue }
      let line = try state.journal.line(at: position)
      if !obsolete.isEmpty, let entry = EntryLine(line) {
        for file in entry.files { obsolete.remove(file.path) }
      }
      try writer.add(line)
    }
    writer.beginFailures()
    for position in state.positions {
      guard let position, position.isFailure else { continue }
      try writer.add(try state.journal.line(at: position))
    }
    try writer.finish()
    return obsolete
  }

  /// Removes what a run that was killed left waiting and nobody needs: a torn file, a letter with another name by now, the
  /// former state of a folder that was exchanged.
  private func removeStrays(_ staged: String, but waiting: Set<String>) throws(FileError) {
    for file in try FileSystem.tree(staged) where !waiting.contains(file) {
      FileSystem.remove("\(staged)/\(file)")
    }
  }
}

extension ExportError {
  /// The error of an export that was under way, with how to go on.
  fileprivate func telling(done: Int, of total: Int, _ folder: String) -> ExportError {
    let advice = Diagnostic(
      "X109",
      Message(
        kk:
          "дайын хаттар: \(total) ішінен \(done), ештеңе жоғалған жоқ; себебі жойылған соң `--resume` жалғастырады",
        ru:
          "готово писем: \(done) из \(total), ничего не потеряно; когда причина устранена, `--resume` продолжит",
        en:
          "\(done) of \(total) letters are done and nothing is lost; `--resume` goes on when the cause is mended"
      ), severity: .warning, at: [Place(file: folder)])
    return ExportError(cause, diagnostics + [advice])
  }
}
