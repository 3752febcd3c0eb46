"""Files: what articles came from, as it is now, and the editors' own changes saved to it."""
