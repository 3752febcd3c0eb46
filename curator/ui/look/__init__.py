"""Look: colours, fonts, icons, and how values and pictures of the desk are written."""
