/// Eight bytes looked at as one number.
extension UInt64 {
  /// Not zero if one of the bytes is; the lowest bit that is set belongs to the first such byte, if that is the lowest of the number.
  @inline(__always)
  var zeroBytes: UInt64 { (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080 }
}
