"""Domain: the values all rooms speak of, and their rules; neither window nor database."""
