//! The database: SQLite, in memory or in a file. Each module beside this one has the queries for its own table.

use rusqlite::Connection;
use std::path::Path;

/// Opens the database and makes sure that its tables are there.
///
/// # Panics
/// When the file cannot be opened or is no database.
pub fn open(file: Option<&Path>) -> Connection {
    let connection = match file {
        Some(file) => Connection::open(file).expect("the database file opens"),
        None => Connection::open_in_memory().expect("a database in memory opens"),
    };
    connection.execute_batch(include_str!("schema.sql")).expect("the schema is valid");
    connection.pragma_update(None, "foreign_keys", true).expect("foreign keys can be switched on");
    connection
}
