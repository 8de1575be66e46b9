extension Register {
  /// Who may do what, and what was done. Moments are seconds since 1970, as the caller has them.
  ///
  /// Of tokens only the SHA-256 is kept. Accounts are never deleted: letters and the audit log name them.
  static let accountTables = """
    CREATE TABLE account (
      id INTEGER PRIMARY KEY,
      login TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (
        length(login) BETWEEN 2 AND 64 AND login NOT GLOB '*[^A-Za-z0-9._@-]*'),
      name TEXT NOT NULL CHECK (trim(name) <> ''),
      role TEXT NOT NULL CHECK (role IN ('author', 'approver', 'administrator')),
      language TEXT NOT NULL CHECK (language IN ('kk', 'ru')),
      password TEXT CHECK (password GLOB 'scrypt$*$*$*'),
      is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
      created INTEGER NOT NULL CHECK (created >= 0)
    ) STRICT;
    CREATE TRIGGER account_stays BEFORE DELETE ON account BEGIN
      SELECT RAISE(ABORT, 'an account is disabled, never deleted');
    END;
    CREATE TRIGGER account_keeps_its_login BEFORE UPDATE OF id, login, created ON account BEGIN
      SELECT RAISE(ABORT, 'whose an account is never changes')
      WHERE NEW.id <> OLD.id OR NEW.login <> OLD.login OR NEW.created <> OLD.created;
    END;

    CREATE TABLE invitation (
      token TEXT PRIMARY KEY CHECK (length(token) = 64 AND token NOT GLOB '*[^0-9a-f]*'),
      account INTEGER NOT NULL REFERENCES account (id),
      purpose TEXT NOT NULL CHECK (purpose IN ('invite', 'reset')),
      created INTEGER NOT NULL CHECK (created >= 0),
      expires INTEGER NOT NULL CHECK (expires > created),
      used INTEGER CHECK (used <= expires)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX invitation_by_account ON invitation (account);

    CREATE TABLE session (
      id INTEGER PRIMARY KEY,
      token TEXT NOT NULL UNIQUE CHECK (length(token) = 64 AND token NOT GLOB '*[^0-9a-f]*'),
      account INTEGER NOT NULL REFERENCES account (id),
      created INTEGER NOT NULL CHECK (created >= 0),
      last_seen INTEGER NOT NULL CHECK (last_seen BETWEEN created AND expires),
      expires INTEGER NOT NULL CHECK (expires > created)
    ) STRICT;
    CREATE INDEX session_by_account ON session (account);
    CREATE INDEX session_by_end ON session (expires);

    CREATE TABLE audit (
      id INTEGER PRIMARY KEY,
      moment INTEGER NOT NULL CHECK (moment >= 0),
      account INTEGER REFERENCES account (id),
      name TEXT NOT NULL,
      action TEXT NOT NULL CHECK (action <> ''),
      subject TEXT NOT NULL,
      detail TEXT NOT NULL,
      address TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER audit_is_fixed BEFORE UPDATE ON audit BEGIN
      SELECT RAISE(ABORT, 'what was done does not change');
    END;
    CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN
      SELECT RAISE(ABORT, 'what was done is never deleted');
    END;
    """
}
