"""Facts: the rows of an article's facts, and the card of the open one."""
