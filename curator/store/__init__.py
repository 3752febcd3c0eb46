"""Store: the tables of a library and what is asked of them; SQLAlchemy is known here only."""
