extension Register {
  /// Letters on their way: what was typed, what became of it, and the two originals that were approved.
  ///
  /// The tables themselves see to it that an approved letter stays as it is, whoever writes.
  static let letterTables = """
    CREATE TABLE letter (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind <> ''),
      state TEXT NOT NULL CHECK (state IN (
        'draft', 'submitted', 'returned', 'approved', 'superseded', 'discarded')),
      title TEXT NOT NULL,
      data TEXT NOT NULL CHECK (json_valid(data)),
      version INTEGER NOT NULL CHECK (version > 0),
      author INTEGER REFERENCES account (id),
      author_name TEXT NOT NULL,
      created INTEGER NOT NULL CHECK (created >= 0),
      changed INTEGER NOT NULL CHECK (changed >= created),
      remark TEXT NOT NULL DEFAULT '' CHECK (remark <> '' OR state <> 'returned'),
      supersedes INTEGER REFERENCES letter (id) CHECK (supersedes < id),
      document TEXT CHECK (document <> '')
    ) STRICT;
    CREATE INDEX letter_by_change ON letter (changed, id);
    CREATE UNIQUE INDEX letter_by_correction ON letter (supersedes) WHERE state <> 'discarded';

    CREATE TABLE letter_event (
      id INTEGER PRIMARY KEY,
      letter INTEGER NOT NULL REFERENCES letter (id),
      began INTEGER NOT NULL CHECK (began >= 0),
      moment INTEGER NOT NULL CHECK (moment >= began),
      account INTEGER REFERENCES account (id),
      name TEXT NOT NULL,
      action TEXT NOT NULL CHECK (action IN (
        'created', 'saved', 'uploaded', 'removed', 'submitted', 'returned', 'approved',
        'superseded', 'discarded')),
      remark TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      data TEXT CHECK (data IS NULL OR json_valid(data))
    ) STRICT;
    CREATE INDEX letter_event_by_letter ON letter_event (letter, id);

    CREATE TABLE letter_original (
      letter INTEGER NOT NULL REFERENCES letter (id),
      language TEXT NOT NULL CHECK (language IN ('kk', 'ru')),
      docx BLOB NOT NULL CHECK (length(docx) > 0),
      text TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
      is_uploaded INTEGER NOT NULL CHECK (is_uploaded IN (0, 1)),
      file_name TEXT NOT NULL,
      moment INTEGER NOT NULL CHECK (moment >= 0),
      account INTEGER REFERENCES account (id),
      name TEXT NOT NULL,
      PRIMARY KEY (letter, language)
    ) STRICT;

    CREATE TRIGGER letter_begins BEFORE INSERT ON letter
    WHEN NEW.state <> 'draft' OR NEW.version <> 1 BEGIN
      SELECT RAISE(ABORT, 'a letter begins as a draft');
    END;
    CREATE TRIGGER letter_changes BEFORE UPDATE ON letter BEGIN
      SELECT RAISE(ABORT, 'what a letter is about never changes')
      WHERE NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.created <> OLD.created
        OR NEW.author IS NOT OLD.author OR NEW.author_name <> OLD.author_name
        OR NEW.supersedes IS NOT OLD.supersedes;
      SELECT RAISE(ABORT, 'a version follows the one before it')
      WHERE NEW.version <> OLD.version + 1;
      SELECT RAISE(ABORT, 'a letter does not come to this state from that one')
      WHERE OLD.state || ' ' || NEW.state NOT IN (
        'draft draft', 'draft submitted', 'draft discarded', 'returned returned',
        'returned submitted', 'returned discarded', 'submitted returned', 'submitted approved',
        'approved superseded');
      SELECT RAISE(ABORT, 'what was submitted does not change')
      WHERE OLD.state IN ('submitted', 'approved')
        AND (NEW.data <> OLD.data OR NEW.title <> OLD.title);
      SELECT RAISE(ABORT, 'the document of a letter does not change')
      WHERE NEW.document IS NOT OLD.document
        AND NOT (OLD.document IS NULL AND NEW.state = 'approved');
      SELECT RAISE(ABORT, 'an approved letter has two originals')
      WHERE NEW.state = 'approved'
        AND 2 <> (SELECT count(*) FROM letter_original WHERE letter = NEW.id);
    END;
    CREATE TRIGGER letter_stays BEFORE DELETE ON letter BEGIN
      SELECT RAISE(ABORT, 'a letter is discarded, never deleted');
    END;

    CREATE TRIGGER letter_event_is_fixed BEFORE UPDATE ON letter_event BEGIN
      SELECT RAISE(ABORT, 'what was done does not change')
      WHERE OLD.action <> 'saved' OR NEW.action <> 'saved' OR NEW.id <> OLD.id
        OR NEW.letter <> OLD.letter OR NEW.account IS NOT OLD.account OR NEW.name <> OLD.name
        OR NEW.began <> OLD.began
        OR EXISTS (SELECT 1 FROM letter_event WHERE letter = OLD.letter AND id > OLD.id);
    END;
    CREATE TRIGGER letter_event_stays BEFORE DELETE ON letter_event BEGIN
      SELECT RAISE(ABORT, 'what was done is never deleted');
    END;

    CREATE TRIGGER letter_original_comes_in_time BEFORE INSERT ON letter_original BEGIN
      SELECT RAISE(ABORT, 'the originals of an approved letter do not change')
      FROM letter WHERE id = NEW.letter AND state IN ('approved', 'superseded', 'discarded');
    END;
    CREATE TRIGGER letter_original_is_fixed BEFORE UPDATE ON letter_original BEGIN
      SELECT RAISE(ABORT, 'an original is replaced, never changed');
    END;
    CREATE TRIGGER letter_original_stays BEFORE DELETE ON letter_original BEGIN
      SELECT RAISE(ABORT, 'the originals of an approved letter do not change')
      FROM letter WHERE id = OLD.letter AND state IN ('approved', 'superseded', 'discarded');
    END;
    """
}
