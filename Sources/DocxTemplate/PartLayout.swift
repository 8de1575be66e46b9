import Deflate
import Jinja
import Synchronization

/// What writing a part needs to know of it beside its program: what the numbers of sites and hooks lead to.
final class PartLayout: TemplateUnit {
  let part: String
  let sites: [TagSite]
  let hooks: [Hook]
  let markup: PartMarkup
  /// Whether CR LF in a value is a line feed in the text before the line break, as docxtpl has it.
  let keepsCarriageReturns: Bool
  /// The bytes of the part that are the same in every rendering, and where each constant stands in them.
  private let bytes: [UInt8]
  private let ranges: [Range<Int>]
  private let prepared = Mutex<Constants?>(nil)

  init(
    part: String, sites: [TagSite] = [], hooks: [Hook] = [],
    markup: PartMarkup = PartMarkup(prefix: "w:"),
    constants: (bytes: [UInt8], ranges: [Range<Int>]) = ([], []),
    keepsCarriageReturns: Bool = false
  ) {
    self.part = part
    self.sites = sites
    self.hooks = hooks
    self.markup = markup
    (bytes, ranges) = constants
    self.keepsCarriageReturns = keepsCarriageReturns
  }

  /// How many bytes of the part are the same in every rendering.
  var constantBytes: Int { bytes.count }

  /// The constants, ready to be compressed with values between them: made once, when the part is first filled.
  var constants: Constants {
    prepared.withLock { prepared in
      if let prepared { return prepared }
      let made = Constants(bytes, ranges)
      prepared = made
      return made
    }
  }

  /// Where a constant ends.
  func end(of placement: Placement) -> Int { placement.start + ranges[placement.piece].count }
}
