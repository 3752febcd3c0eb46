"""Database: the file, its tables and migrations, and what SQLite alone can do."""
