"""Writers: articles as text in other programs' formats; values in, text out."""
