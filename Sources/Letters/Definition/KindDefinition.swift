public import Register
public import WordprocessingML

/// What `letter.yaml` says of a letter kind.
public struct KindDefinition: Sendable {
  public var name = Bilingual(kk: "", ru: "")
  /// What letters of the kind are written for, in a phrase.
  public var purpose: Bilingual?
  public var fields: [FieldDefinition] = []
  /// Values that every letter of the kind prints, by name.
  var constants: [(name: String, value: CaseValue)] = []
  public var citations: [Citation] = []
  public var bodies: [NamedBody] = []
  public var terms: [DefinedTerm] = []
  public var periods: [PeriodDefinition] = []
  public var figures: [FigureDefinition] = []
  public var sums: [Sum] = []
  public var subsets: [Subset] = []
  public var charts: [ChartDefinition] = []
  /// Figures of documents that have one list of kinds in all years of their period, by name.
  public var closed: [String] = []

  /// An act, or an article of one, that letters of the kind rely on.
  public struct Citation: Hashable, Sendable {
    public let name: String
    public let act: EntryChoice
    public let place: ActPlace
  }

  /// A state body that letters of the kind name.
  public struct NamedBody: Hashable, Sendable {
    public let name: String
    public let body: EntryChoice
  }

  /// Which entry of the reference data is meant.
  public enum EntryChoice: Hashable, Sendable {
    case id(String)
    /// The one that has the role on the letter's date.
    case role(String)
  }

  /// How a period follows from the case data.
  public struct PeriodDefinition: Hashable, Sendable {
    public enum Start: Hashable, Sendable {
      /// The field's date, or the first day of its year.
      case field(String)
      /// The first day of the year of the field, some years on.
      case yearOf(String, offset: Int)
    }

    public let name: String
    public let start: Start
    /// The field with the last day; `nil` for the end of the first day's year.
    public let end: String?
  }

  /// A number that the register is asked for.
  public struct FigureDefinition: Hashable, Sendable {
    /// What is counted.
    public enum Count: String, Hashable, Sendable, CaseIterable {
      case documents
      case enteredResources = "entered-resources"
      case coveredResources = "covered-resources"
      case actedUponResources = "acted-upon-resources"
      case bodies
    }

    /// What the letter calls that which is counted.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
      case documents, resources, links
      case resourcesAndLinks = "resources-and-links"
      case bodies

      /// Whether a whole of this unit can have parts of the other.
      func includes(_ other: Unit) -> Bool {
        self == other || self == .resourcesAndLinks && (other == .resources || other == .links)
      }
    }

    public let name: String
    public let label: Bilingual
    public let count: Count
    /// The unit that the letter prints, where the definition says so.
    public let unit: Unit?
    public let kinds: Set<DocumentKind>
    public let state: DocumentSelection.State
    public let channel: Channel?
    public let period: String
  }

  /// A chart of the rows of a field.
  public struct ChartDefinition: Hashable, Sendable {
    public struct Series: Hashable, Sendable {
      /// The member of the rows with the numbers.
      public let member: String
      public let label: Bilingual
    }

    public let name: String
    public let kind: Chart.Kind
    public let title: Bilingual?
    /// What is read out to those who do not see the chart.
    public let alternativeText: Bilingual
    /// The field with the rows, and their member that names each.
    public let rows: String
    public let category: String
    public let series: [Series]
  }

  /// Figures that must add up to another.
  public struct Sum: Hashable, Sendable {
    public let total: String
    public let parts: [String]
  }

  /// A figure that counts nothing but what another counts.
  public struct Subset: Hashable, Sendable {
    public let part: String
    public let whole: String
  }
}
