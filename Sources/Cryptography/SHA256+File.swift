public import Files

extension SHA256 {
  /// The sum of a file, read piece by piece: 64 hexadecimal digits in lower case, and how many bytes the file has.
  public static func sum(ofFile path: String) throws(FileError) -> (hexadecimal: String, size: Int)
  {
    var sum = SHA256()
    var size = 0
    try FileSystem.read(path) { piece in
      sum.update(piece)
      size += piece.count
    }
    return (hexadecimal(digest: sum.digest()), size)
  }
}
