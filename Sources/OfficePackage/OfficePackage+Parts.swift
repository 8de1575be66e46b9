public import XML

extension OfficePackage {
  /// The bytes of a part and the tree that they are, for who looks at both.
  ///
  /// - Complexity: linear in the part, which is uncompressed once.
  public func contentAndTree(
    of part: String
  ) throws(OfficePackageError) -> (content: [UInt8], tree: XMLTree) {
    guard let entry = entry(of: part) else { throw OfficePackageError(.missingPart, part: part) }
    let content = entry.content
    do throws(XMLError) {
      return (content, try XMLTree(parsing: content, limits: limits.markup(of: entry)))
    } catch {
      throw OfficePackageError(error, part: part)
    }
  }
}
