import GRDB

extension Register {
  /// How many resources each document names, kept as links come and go, so that a figure adds up documents where it
  /// would otherwise tell a million links apart.
  ///
  /// A resource counts once however many documents name it. Most are named by one: those are kept as numbers, by what a
  /// figure chooses resources by. The others are listed, and told apart when a figure is asked. The tables say nothing that
  /// the links do not say; triggers keep them, whoever writes, and a verification counts them anew.
  static let coverage = """
    CREATE TABLE document_coverage (
      document INTEGER NOT NULL REFERENCES document (id),
      channel TEXT NOT NULL,
      entered_at TEXT NOT NULL,
      resources INTEGER NOT NULL CHECK (resources >= 0),
      PRIMARY KEY (document, channel, entered_at)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE shared_link (
      document INTEGER NOT NULL REFERENCES document (id),
      resource INTEGER NOT NULL REFERENCES resource (id),
      PRIMARY KEY (document, resource)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX shared_link_by_resource ON shared_link (resource, document);

    INSERT INTO shared_link
      SELECT document, resource FROM document_resource
      WHERE resource IN (
        SELECT resource FROM document_resource GROUP BY resource HAVING count(*) > 1);
    INSERT INTO document_coverage
      SELECT link.document, resource.channel, resource.entered_at, count(*)
      FROM document_resource AS link
      JOIN resource ON resource.id = link.resource
      WHERE NOT EXISTS (SELECT 1 FROM shared_link WHERE shared_link.resource = link.resource)
      GROUP BY 1, 2, 3;

    CREATE TRIGGER document_resource_is_counted AFTER INSERT ON document_resource BEGIN
      UPDATE document_coverage SET resources = resources - 1
      WHERE (document, channel, entered_at) IN (
        SELECT link.document, resource.channel, resource.entered_at
        FROM document_resource AS link
        JOIN resource ON resource.id = link.resource
        WHERE link.resource = NEW.resource AND link.document <> NEW.document
          AND NOT EXISTS (SELECT 1 FROM shared_link WHERE resource = NEW.resource));
      INSERT INTO shared_link (document, resource)
        SELECT link.document, link.resource FROM document_resource AS link
        WHERE link.resource = NEW.resource
          AND EXISTS (
            SELECT 1 FROM document_resource AS other
            WHERE other.resource = NEW.resource AND other.document <> link.document)
        ON CONFLICT DO NOTHING;
      INSERT INTO document_coverage (document, channel, entered_at, resources)
        SELECT NEW.document, channel, entered_at, 1 FROM resource
        WHERE id = NEW.resource
          AND NOT EXISTS (SELECT 1 FROM shared_link WHERE resource = NEW.resource)
        ON CONFLICT DO UPDATE SET resources = resources + 1;
    END;

    CREATE TRIGGER document_resource_is_uncounted AFTER DELETE ON document_resource BEGIN
      UPDATE document_coverage SET resources = resources - 1
      WHERE (document, channel, entered_at) IN (
          SELECT OLD.document, channel, entered_at FROM resource WHERE id = OLD.resource)
        AND NOT EXISTS (SELECT 1 FROM shared_link WHERE resource = OLD.resource);
      DELETE FROM shared_link WHERE document = OLD.document AND resource = OLD.resource;
      INSERT INTO document_coverage (document, channel, entered_at, resources)
        SELECT link.document, resource.channel, resource.entered_at, 1
        FROM shared_link AS link
        JOIN resource ON resource.id = link.resource
        WHERE link.resource = OLD.resource
          AND 1 = (SELECT count(*) FROM shared_link WHERE resource = OLD.resource)
        ON CONFLICT DO UPDATE SET resources = resources + 1;
      DELETE FROM shared_link
      WHERE resource = OLD.resource
        AND 1 = (SELECT count(*) FROM shared_link WHERE resource = OLD.resource);
    END;

    CREATE TRIGGER resource_is_counted_anew AFTER UPDATE OF channel, entered_at ON resource
    WHEN NEW.channel <> OLD.channel OR NEW.entered_at <> OLD.entered_at BEGIN
      UPDATE document_coverage SET resources = resources - 1
      WHERE (document, channel, entered_at) IN (
        SELECT document, OLD.channel, OLD.entered_at FROM document_resource
        WHERE resource = NEW.id
          AND NOT EXISTS (SELECT 1 FROM shared_link WHERE resource = NEW.id));
      INSERT INTO document_coverage (document, channel, entered_at, resources)
        SELECT document, NEW.channel, NEW.entered_at, 1 FROM document_resource
        WHERE resource = NEW.id
          AND NOT EXISTS (SELECT 1 FROM shared_link WHERE resource = NEW.id)
        ON CONFLICT DO UPDATE SET resources = resources + 1;
    END;

    DROP INDEX document_by_preparation;
    CREATE INDEX document_by_preparation ON document (kind, prepared_at, status);
    DROP INDEX document_by_sending;
    CREATE INDEX document_by_sending ON document (kind, sent_at, status);
    """

  /// The documents whose kept numbers are not those of their links.
  static let miscounted = """
    WITH shared AS (
      SELECT resource FROM document_resource GROUP BY resource HAVING count(*) > 1),
    counted AS (
      SELECT link.document, resource.channel, resource.entered_at, count(*) AS resources
      FROM document_resource AS link
      JOIN resource ON resource.id = link.resource
      WHERE link.resource NOT IN (SELECT resource FROM shared)
      GROUP BY 1, 2, 3),
    listed AS (
      SELECT document, resource FROM document_resource
      WHERE resource IN (SELECT resource FROM shared)),
    kept AS (SELECT * FROM document_coverage WHERE resources > 0),
    differing AS (
      SELECT document FROM (SELECT * FROM counted EXCEPT SELECT * FROM kept)
      UNION SELECT document FROM (SELECT * FROM kept EXCEPT SELECT * FROM counted)
      UNION SELECT document FROM (SELECT * FROM listed EXCEPT SELECT * FROM shared_link)
      UNION SELECT document FROM (SELECT * FROM shared_link EXCEPT SELECT * FROM listed))
    SELECT document.external_id FROM differing JOIN document ON document.id = differing.document
    """
}
