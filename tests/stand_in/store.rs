//! The database: SQLite, in memory or in a file. Each module beside this one has the queries for its own table.

use rusqlite::Connection;
use std::path::Path;

/// The version of schema.sql. It goes up when a table changes, because nothing moves the rows of an older file.
const VERSION: i32 = 2;

/// Opens the database and makes sure that its tables are there.
///
/// # Panics
/// When the file cannot be opened, is no database, or has another version.
pub fn open(file: Option<&Path>) -> Connection {
    let connection = match file {
        Some(file) => Connection::open(file).expect("the database file opens"),
        None => Connection::open_in_memory().expect("a database in memory opens"),
    };
    let is_new: bool = connection
        .query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))
        .expect("the database can be read");
    let version: i32 =
        connection.pragma_query_value(None, "user_version", |row| row.get(0)).expect("the database can be read");
    assert!(is_new || version == VERSION, "another version of the stand-in made the database file; delete it");
    connection.pragma_update(None, "user_version", VERSION).expect("the version can be noted");
    connection.execute_batch(include_str!("schema.sql")).expect("the schema is valid");
    connection.pragma_update(None, "foreign_keys", true).expect("foreign keys can be switched on");
    connection
}
