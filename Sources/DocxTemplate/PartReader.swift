import OfficePackage
import XML

/// The parts of a package while a template is made of it: however many look at one, it is uncompressed and parsed once.
final class PartReader {
  let package: OfficePackage
  private var trees: [String: XMLTree] = [:]
  /// Of the parts that were read.
  private var numbers = OccupiedNumbers()
  private var counted: Set<String> = []

  init(_ package: OfficePackage) { self.package = package }

  /// The part as a tree.
  func tree(of part: String) throws(OfficePackageError) -> XMLTree {
    if let tree = trees[part] { return tree }
    let (content, tree) = try package.contentAndTree(of: part)
    count(part, content)
    trees[part] = tree
    return tree
  }

  /// The relationships of `part`, or of the package itself for an empty name.
  func relationships(of part: String) throws(OfficePackageError) -> [Relationship] {
    try package.relationships(of: part)
  }

  /// The part that holds the document's text.
  func mainDocument() throws(OfficePackageError) -> String {
    try package.mainDocument()
  }

  func partName(_ name: String) -> String? { package.partName(name) }

  /// The numbers and names that are taken in the whole package.
  func occupiedNumbers() -> OccupiedNumbers {
    for part in package.partNames where !counted.contains(part) {
      guard part.lowercased().hasSuffix(".xml"), let content = package.content(of: part) else {
        continue
      }
      count(part, content)
    }
    return numbers
  }

  private func count(_ part: String, _ content: [UInt8]) {
    guard part.lowercased().hasSuffix(".xml"), counted.insert(part).inserted else { return }
    numbers.collect(from: content)
  }
}
