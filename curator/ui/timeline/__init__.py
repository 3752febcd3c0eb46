"""The timeline: marks laid out in lanes, drawn, and walked through by keys; and the same as a table."""
