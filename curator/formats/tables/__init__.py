"""Tables: CSV and workbooks, an article a row, ours and anybody's."""
