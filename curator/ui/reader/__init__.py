"""Reader: an article's text set as a page, its facts and repairs marked on its words."""
