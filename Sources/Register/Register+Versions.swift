import GRDB

extension Register {
  /// Nothing that was ever in the register is lost: what a write replaces is kept, with the revisions between which
  /// it was the current state. The tables guard this themselves, whoever writes.
  ///
  /// The current rows stay where they were, so that figures of today cost what they did.
  static func keepVersions(in database: Database) throws {
    try database.execute(sql: revisionsWithAuthors)
    try database.execute(sql: modelColumns)
    try database.execute(sql: linksWithRevisions)
    try database.execute(sql: inquiriesAndOrganisers)
    try spellAddresses(in: database)
    for host in try String.fetchAll(database, sql: "SELECT DISTINCT host FROM resource") {
      guard let platform = Platform(host: host) else { continue }
      try database.execute(
        sql: "UPDATE resource SET platform = ? WHERE host = ?",
        arguments: [platform.rawValue, host])
    }
    for table in versionedTables {
      try database.execute(sql: table.past + table.guards)
    }
    try database.execute(sql: pastLinks)
  }

  /// Addresses under the spelling that this program gives them, so that what is imported again is found.
  ///
  /// One whose spelling another resource has already stays as it is: which of the two cards holds is nobody's choice
  /// here, and a verification names it.
  private static func spellAddresses(in database: Database) throws {
    var respelled: [(id: Int64, url: CanonicalURL)] = []
    let rows = try Row.fetchCursor(database, sql: "SELECT id, canonical_url, url FROM resource")
    while let row = try rows.next() {
      let (stored, entered): (String, String) = (row["canonical_url"], row["url"])
      if let url = try? CanonicalURL(parsing: entered), url.text != stored {
        respelled.append((row["id"], url))
      }
    }
    for (id, url) in respelled {
      try database.execute(
        sql: "UPDATE OR IGNORE resource SET canonical_url = ?, host = ? WHERE id = ?",
        arguments: [url.text, url.host, id])
    }
    for stored in try String.fetchAll(
      database, sql: "SELECT DISTINCT canonical_url FROM pending_link")
    {
      guard let url = try? CanonicalURL(parsing: stored), url.text != stored else { continue }
      try database.execute(
        sql: "UPDATE OR IGNORE pending_link SET canonical_url = ? WHERE canonical_url = ?",
        arguments: [url.text, stored])
    }
  }

  /// SQLite cannot alter a constraint in place, hence the copies. Foreign keys are off meanwhile and checked afterwards.
  private static let revisionsWithAuthors = """
    CREATE TABLE new_revision (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      action TEXT NOT NULL CHECK (
        action IN ('import', 'add', 'edit', 'status', 'registration', 'link')),
      author TEXT NOT NULL DEFAULT '',
      reason TEXT NOT NULL DEFAULT '',
      recorded_on TEXT CHECK (recorded_on IS date(recorded_on, '+0 days')),
      recorded_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
        CHECK (recorded_at IS strftime('%Y-%m-%dT%H:%M:%SZ', recorded_at)),
      resources_added INTEGER NOT NULL DEFAULT 0 CHECK (resources_added >= 0),
      resources_replaced INTEGER NOT NULL DEFAULT 0 CHECK (resources_replaced >= 0),
      documents_added INTEGER NOT NULL DEFAULT 0 CHECK (documents_added >= 0),
      documents_replaced INTEGER NOT NULL DEFAULT 0 CHECK (documents_replaced >= 0),
      links_added INTEGER NOT NULL DEFAULT 0 CHECK (links_added >= 0)
    ) STRICT;
    INSERT INTO new_revision
      SELECT number, action, '', '', recorded_on, NULL, resources_added, resources_replaced,
        documents_added, documents_replaced, links_added
      FROM revision;
    DROP TABLE revision;
    ALTER TABLE new_revision RENAME TO revision;
    """

  /// A status that is reached has no date where a file did not tell one; a date that is told keeps its order.
  private static let modelColumns = """
    ALTER TABLE resource ADD COLUMN platform TEXT CHECK (platform <> '');
    ALTER TABLE resource ADD COLUMN evidence_hash TEXT CHECK (
      length(evidence_hash) = 64 AND evidence_hash NOT GLOB '*[^0-9a-f]*');
    ALTER TABLE resource ADD COLUMN court_act TEXT NOT NULL DEFAULT '';

    ALTER TABLE document ADD COLUMN agreed_at TEXT CHECK (
      agreed_at IS date(agreed_at, '+0 days') AND (agreed_at IS NULL OR agreed_at >= prepared_at));
    ALTER TABLE document ADD COLUMN signed_at TEXT CHECK (
      signed_at IS date(signed_at, '+0 days')
      AND (signed_at IS NULL OR signed_at >= coalesce(agreed_at, prepared_at)));
    ALTER TABLE document ADD COLUMN registered_at TEXT CHECK (
      registered_at IS date(registered_at, '+0 days')
      AND (registered_at IS NULL
        OR number <> '' AND registered_at >= coalesce(signed_at, agreed_at, prepared_at)
          AND registered_at <= coalesce(sent_at, registered_at)));
    ALTER TABLE document ADD COLUMN delivered_at TEXT CHECK (
      delivered_at IS date(delivered_at, '+0 days')
      AND (delivered_at IS NULL OR sent_at IS NOT NULL AND delivered_at >= sent_at));
    ALTER TABLE document ADD COLUMN executed_at TEXT CHECK (
      executed_at IS date(executed_at, '+0 days')
      AND (executed_at IS NULL
        OR sent_at IS NOT NULL AND executed_at >= coalesce(delivered_at, sent_at)));
    ALTER TABLE document ADD COLUMN refused_at TEXT CHECK (
      refused_at IS date(refused_at, '+0 days')
      AND (refused_at IS NULL OR status = 'refused' AND refused_at >= prepared_at));
    ALTER TABLE document ADD COLUMN revoked_at TEXT CHECK (
      revoked_at IS date(revoked_at, '+0 days')
      AND (revoked_at IS NULL
        OR status = 'revoked' AND revoked_at >= coalesce(sent_at, registered_at, prepared_at)));
    ALTER TABLE document ADD COLUMN deadline TEXT CHECK (
      deadline IS date(deadline, '+0 days') AND (deadline IS NULL OR deadline >= prepared_at));
    ALTER TABLE document ADD COLUMN legal_bases TEXT NOT NULL DEFAULT '[]' CHECK (
      json_type(legal_bases) = 'array');
    """

  /// When a link was made was not kept before: it is taken to be as old as the younger of its ends.
  private static let linksWithRevisions = """
    CREATE TABLE new_document_resource (
      document INTEGER NOT NULL REFERENCES document (id),
      resource INTEGER NOT NULL REFERENCES resource (id),
      revision INTEGER NOT NULL REFERENCES revision (number),
      PRIMARY KEY (document, resource)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO new_document_resource
      SELECT link.document, link.resource, max(document.revision, resource.revision)
      FROM document_resource AS link
      JOIN document ON document.id = link.document
      JOIN resource ON resource.id = link.resource;
    DROP TABLE document_resource;
    ALTER TABLE new_document_resource RENAME TO document_resource;
    CREATE INDEX document_by_resource ON document_resource (resource, document);
    """

  private static let inquiriesAndOrganisers = """
    CREATE TABLE inquiry (
      id INTEGER PRIMARY KEY,
      external_id TEXT NOT NULL UNIQUE CHECK (external_id <> ''),
      number TEXT NOT NULL,
      dated TEXT NOT NULL CHECK (dated IS date(dated, '+0 days')),
      sender TEXT NOT NULL CHECK (sender <> ''),
      subject TEXT NOT NULL,
      received_at TEXT NOT NULL CHECK (received_at IS date(received_at, '+0 days')),
      reply INTEGER REFERENCES document (id),
      file TEXT NOT NULL,
      line INTEGER NOT NULL CHECK (line > 0),
      revision INTEGER NOT NULL REFERENCES revision (number),
      CHECK (received_at >= dated)
    ) STRICT;
    CREATE INDEX inquiry_by_reply ON inquiry (reply);

    CREATE TABLE organiser (
      id INTEGER PRIMARY KEY,
      external_id TEXT NOT NULL UNIQUE CHECK (external_id <> ''),
      name TEXT NOT NULL CHECK (name <> ''),
      sites TEXT NOT NULL CHECK (json_type(sites) = 'array'),
      court TEXT NOT NULL,
      act_number TEXT NOT NULL,
      act_date TEXT CHECK (act_date IS date(act_date, '+0 days')),
      file TEXT NOT NULL,
      line INTEGER NOT NULL CHECK (line > 0),
      revision INTEGER NOT NULL REFERENCES revision (number),
      CHECK ((act_number = '') = (act_date IS NULL)),
      CHECK (court <> '' OR act_number = '')
    ) STRICT;
    """

  private static let pastLinks = """
    CREATE TABLE document_resource_past (
      document INTEGER NOT NULL REFERENCES document (id),
      resource INTEGER NOT NULL REFERENCES resource (id),
      since INTEGER NOT NULL REFERENCES revision (number),
      until INTEGER NOT NULL REFERENCES revision (number),
      PRIMARY KEY (document, resource, since),
      CHECK (since < until)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER document_resource_ends BEFORE DELETE ON document_resource BEGIN
      INSERT INTO document_resource_past (document, resource, since, until)
        SELECT OLD.document, OLD.resource, OLD.revision, newest.number
        FROM (SELECT max(number) AS number FROM revision) AS newest
        WHERE OLD.revision < newest.number;
    END;
    CREATE TRIGGER document_resource_stays BEFORE UPDATE ON document_resource BEGIN
      SELECT RAISE(ABORT, 'a link is made or ended, never changed');
    END;
    CREATE TRIGGER document_resource_past_is_fixed BEFORE UPDATE ON document_resource_past BEGIN
      SELECT RAISE(ABORT, 'the past does not change');
    END;
    CREATE TRIGGER document_resource_past_stays BEFORE DELETE ON document_resource_past BEGIN
      SELECT RAISE(ABORT, 'the past is never deleted');
    END;
    """

  /// A table whose former rows are kept; the lists are as frozen as the migration that uses them.
  private struct Versioned {
    let name: String
    let key: String
    /// Each with its type, the key among them.
    let columns: [(name: String, type: String)]

    var past: String {
      """
      CREATE TABLE \(name)_past (
        id INTEGER NOT NULL REFERENCES \(name) (id),
        \(columns.map { "\"\($0.name)\" \($0.type)" }.joined(separator: ",\n  ")),
        since INTEGER NOT NULL REFERENCES revision (number),
        until INTEGER NOT NULL REFERENCES revision (number),
        PRIMARY KEY (id, since),
        CHECK (since < until)
      ) STRICT, WITHOUT ROWID;
      """
    }

    var guards: String {
      let names = (["id"] + columns.map(\.name)).map { "\"\($0)\"" }
      return """
        CREATE TRIGGER \(name)_changes BEFORE UPDATE ON \(name) BEGIN
          SELECT RAISE(ABORT, 'a change needs the newest revision')
          WHERE NEW.revision IS NOT (SELECT max(number) FROM revision);
          SELECT RAISE(ABORT, 'what a row is about never changes')
          WHERE NEW.id <> OLD.id OR NEW.\(key) <> OLD.\(key);
          INSERT INTO \(name)_past (\(names.joined(separator: ", ")), since, until)
            SELECT \(names.map { "OLD.\($0)" }.joined(separator: ", ")), OLD.revision, NEW.revision
            WHERE OLD.revision < NEW.revision;
        END;
        CREATE TRIGGER \(name)_stays BEFORE DELETE ON \(name) BEGIN
          SELECT RAISE(ABORT, 'nothing is ever deleted');
        END;
        CREATE TRIGGER \(name)_past_is_fixed BEFORE UPDATE ON \(name)_past BEGIN
          SELECT RAISE(ABORT, 'the past does not change');
        END;
        CREATE TRIGGER \(name)_past_stays BEFORE DELETE ON \(name)_past BEGIN
          SELECT RAISE(ABORT, 'the past is never deleted');
        END;
        """
    }
  }

  private static func texts(_ names: String...) -> [(name: String, type: String)] {
    names.map { ($0, "TEXT NOT NULL") }
  }

  private static func optionalTexts(_ names: String...) -> [(name: String, type: String)] {
    names.map { ($0, "TEXT") }
  }

  private static let origin = [(name: "file", type: "TEXT NOT NULL"), ("line", "INTEGER NOT NULL")]

  private static var versionedTables: [Versioned] {
    [
      Versioned(
        name: "resource", key: "canonical_url",
        columns: texts(
          "canonical_url", "host", "title", "url", "reason", "object_type", "resource_type",
          "violation", "language", "group", "screenshot", "publications", "subscribers",
          "court_decision", "source", "entered_at", "body", "channel", "court_act")
          + optionalTexts("platform", "evidence_hash") + origin),
      Versioned(
        name: "document", key: "external_id",
        columns: texts(
          "external_id", "kind", "status", "prepared_at", "number", "addressee", "case_file",
          "legal_bases")
          + optionalTexts(
            "sent_at", "case_data", "agreed_at", "signed_at", "registered_at", "delivered_at",
            "executed_at", "refused_at", "revoked_at", "deadline") + origin),
      Versioned(
        name: "inquiry", key: "external_id",
        columns: texts("external_id", "number", "dated", "sender", "subject", "received_at")
          + [("reply", "INTEGER")] + origin),
      Versioned(
        name: "organiser", key: "external_id",
        columns: texts("external_id", "name", "sites", "court", "act_number")
          + optionalTexts("act_date") + origin),
    ]
  }
}
