import GRDB

extension Register {
  /// `QSHT`: written into the database's header, so that another program's database is never taken for a register.
  static let applicationID: Int32 = 0x5153_4854

  /// All changes of the tables, oldest first. A published one is frozen: a change is a further migration.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 resources, documents, links") { database in
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: firstTables)
    }
    migrator.registerMigration("2 versions, dates, inquiries, organisers") { database in
      try keepVersions(in: database)
    }
    migrator.registerMigration("3 resources counted by document") { database in
      try database.execute(sql: coverage)
    }
    migrator.registerMigration("4 accounts and letters") { database in
      try database.execute(sql: accountTables + letterTables)
    }
    migrator.registerMigration("5 lists by day and host") { database in
      try database.execute(sql: listIndexes)
    }
    return migrator
  }

  /// Dates are ISO text, which sorts as days do; `date()` with a modifier gives back only days that exist.
  private static let firstTables = """
    CREATE TABLE revision (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      action TEXT NOT NULL CHECK (action IN ('import')),
      recorded_on TEXT CHECK (recorded_on IS date(recorded_on, '+0 days')),
      resources_added INTEGER NOT NULL DEFAULT 0 CHECK (resources_added >= 0),
      resources_replaced INTEGER NOT NULL DEFAULT 0 CHECK (resources_replaced >= 0),
      documents_added INTEGER NOT NULL DEFAULT 0 CHECK (documents_added >= 0),
      documents_replaced INTEGER NOT NULL DEFAULT 0 CHECK (documents_replaced >= 0),
      links_added INTEGER NOT NULL DEFAULT 0 CHECK (links_added >= 0)
    ) STRICT;

    CREATE TABLE imported_file (
      revision INTEGER NOT NULL REFERENCES revision (number),
      position INTEGER NOT NULL CHECK (position > 0),
      name TEXT NOT NULL,
      content TEXT NOT NULL CHECK (content IN ('resources', 'documents', 'links')),
      PRIMARY KEY (revision, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE resource (
      id INTEGER PRIMARY KEY,
      canonical_url TEXT NOT NULL UNIQUE CHECK (canonical_url GLOB 'http*://?*/*'),
      host TEXT NOT NULL CHECK (host <> ''),
      title TEXT NOT NULL,
      url TEXT NOT NULL CHECK (url <> ''),
      reason TEXT NOT NULL,
      object_type TEXT NOT NULL,
      resource_type TEXT NOT NULL,
      violation TEXT NOT NULL,
      language TEXT NOT NULL,
      "group" TEXT NOT NULL,
      screenshot TEXT NOT NULL,
      publications TEXT NOT NULL,
      subscribers TEXT NOT NULL,
      court_decision TEXT NOT NULL,
      source TEXT NOT NULL,
      entered_at TEXT NOT NULL CHECK (entered_at IS date(entered_at, '+0 days')),
      body TEXT NOT NULL,
      channel TEXT NOT NULL CHECK (channel IN ('is', 'own')),
      file TEXT NOT NULL,
      line INTEGER NOT NULL CHECK (line > 0),
      revision INTEGER NOT NULL REFERENCES revision (number),
      CHECK (body <> '' OR channel = 'own')
    ) STRICT;
    CREATE INDEX resource_by_entry ON resource (channel, entered_at, body);
    CREATE INDEX resource_by_day ON resource (entered_at);

    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      external_id TEXT NOT NULL UNIQUE CHECK (external_id <> ''),
      kind TEXT NOT NULL CHECK (
        kind IN ('prescription', 'notification', 'warning', 'recommendation', 'response')),
      status TEXT NOT NULL CHECK (
        status IN ('draft', 'agreed', 'signed', 'registered', 'sent', 'delivered', 'executed',
          'refused', 'revoked')),
      prepared_at TEXT NOT NULL CHECK (prepared_at IS date(prepared_at, '+0 days')),
      sent_at TEXT CHECK (sent_at IS date(sent_at, '+0 days')),
      number TEXT NOT NULL,
      addressee TEXT NOT NULL,
      case_file TEXT NOT NULL,
      case_data TEXT,
      file TEXT NOT NULL,
      line INTEGER NOT NULL CHECK (line > 0),
      revision INTEGER NOT NULL REFERENCES revision (number),
      CHECK (sent_at IS NULL OR sent_at >= prepared_at),
      CHECK (sent_at IS NOT NULL OR status NOT IN ('sent', 'delivered', 'executed')),
      CHECK (sent_at IS NULL OR status NOT IN ('draft', 'agreed', 'signed')),
      CHECK ((case_file = '') = (case_data IS NULL))
    ) STRICT;
    CREATE INDEX document_by_preparation ON document (kind, prepared_at);
    CREATE INDEX document_by_sending ON document (kind, sent_at);

    CREATE TABLE document_resource (
      document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      resource INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
      PRIMARY KEY (document, resource)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX document_by_resource ON document_resource (resource, document);

    CREATE TABLE pending_link (
      document TEXT NOT NULL CHECK (document <> ''),
      canonical_url TEXT NOT NULL CHECK (canonical_url <> ''),
      file TEXT NOT NULL,
      line INTEGER NOT NULL CHECK (line > 0),
      revision INTEGER NOT NULL REFERENCES revision (number),
      PRIMARY KEY (document, canonical_url)
    ) STRICT, WITHOUT ROWID;
    """
}
