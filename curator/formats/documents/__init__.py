"""Documents: a file with one article, as Markdown, plain text or HTML, and what its text says of itself."""
