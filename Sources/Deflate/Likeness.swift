/// Four bytes as a number below 2 to the power of `bits`, by which equal ones are found.
@inline(__always)
func hash(_ bytes: UnsafePointer<UInt8>, bits: UInt32) -> Int {
  let word = UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self).littleEndian
  return Int(truncatingIfNeeded: (word &* 2_654_435_761) &>> (32 &- bits))
}

/// How many bytes, at most `most`, are the same from both places on.
@inline(__always)
func bytesInCommon(_ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, _ most: Int) -> Int {
  var count = 0
  while count &+ 8 <= most {
    let difference =
      UnsafeRawPointer(one + count).loadUnaligned(as: UInt64.self).littleEndian
      ^ UnsafeRawPointer(other + count).loadUnaligned(as: UInt64.self).littleEndian
    if difference != 0 { return count &+ difference.trailingZeroBitCount &>> 3 }
    count &+= 8
  }
  while count < most, one[count] == other[count] { count &+= 1 }
  return count
}
