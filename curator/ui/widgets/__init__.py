"""Small parts that panes are made of."""
