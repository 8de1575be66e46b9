import OfficePackage
import WordprocessingML

/// Reads any bytes as a Word document.
///
/// Bytes that begin with `PK` are the archive itself. Of others the first byte says which part the rest is, so that no checksum stands between what is tried and what reads it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDocument(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let archive = bytes.starts(with: "PK".utf8) ? bytes : document(bytes)
  guard let package = try? OfficePackage(reading: archive) else { return 0 }
  keepsEverything(package)
  guard let document = try? WordDocument(package) else { return 0 }
  _ = document.plainText()
  _ = document.plainText(everything)
  _ = document.html(HTMLOptions())
  return 0
}

/// All that the text can show.
private let everything = {
  var options = TextOptions()
  options.changes = .all
  options.tables = .aligned
  options.hasAlternativeText = true
  options.hasPageBreaks = true
  options.width = 40
  return options
}()

/// What is written anew without a change is the same.
private func keepsEverything(_ package: OfficePackage) {
  do {
    let copy = try OfficePackage(reading: package.archived())
    precondition(copy.partNames == package.partNames, "other parts")
    for part in package.partNames {
      precondition(copy.content(of: part) == package.content(of: part), "another \(part)")
    }
  } catch {
    preconditionFailure("what was read cannot be written: \(error)")
  }
}

private let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
private let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
private let types = "http://schemas.openxmlformats.org/package/2006"

/// The parts by the letters that choose them.
private let parts: [(letter: String, name: String, content: String)] = [
  ("t", "[Content_Types].xml", "<Types xmlns='\(types)/content-types'/>"),
  (
    "p", "_rels/.rels",
    "<Relationships xmlns='\(types)/relationships'><Relationship Id='a' Type='\(office)/officeDocument' Target='word/document.xml'/></Relationships>"
  ),
  (
    "r", "word/_rels/document.xml.rels",
    "<Relationships xmlns='\(types)/relationships'>"
      + ["styles", "numbering", "footnotes", "header"].map {
        "<Relationship Id='\($0)' Type='\(office)/\($0)' Target='\($0).xml'/>"
      }.joined() + "</Relationships>"
  ),
  (
    "d", "word/document.xml",
    "<w:document xmlns:w='\(word)' xmlns:r='\(office)'><w:body><w:p><w:pPr><w:pStyle w:val='a'/><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>text</w:t><w:footnoteReference w:id='1'/></w:r></w:p><w:sectPr><w:headerReference r:id='header'/></w:sectPr></w:body></w:document>"
  ),
  (
    "s", "word/styles.xml",
    "<w:styles xmlns:w='\(word)'><w:style w:type='paragraph' w:styleId='a'/></w:styles>"
  ),
  (
    "n", "word/numbering.xml",
    "<w:numbering xmlns:w='\(word)'><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>"
  ),
  (
    "f", "word/footnotes.xml",
    "<w:footnotes xmlns:w='\(word)'><w:footnote w:id='1'><w:p/></w:footnote></w:footnotes>"
  ),
  ("h", "word/header.xml", "<w:hdr xmlns:w='\(word)'><w:p/></w:hdr>"),
]

/// The archive of a document in which the part that the first byte chooses holds the other bytes.
private func document(_ bytes: [UInt8]) -> [UInt8] {
  let chosen = bytes.first.map { byte in
    parts.firstIndex { $0.letter.utf8.first == byte } ?? Int(byte) % parts.count
  }
  return StoredArchive.bytes(
    of: parts.indices.map { index in
      let isChosen = index == chosen
      return (
        parts[index].name, isChosen ? Array(bytes.dropFirst()) : Array(parts[index].content.utf8)
      )
    })
}
