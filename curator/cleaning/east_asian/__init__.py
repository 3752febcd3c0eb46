"""East Asian: damaged Chinese, Japanese and Korean, whose lines are read as graphs of running words.

`readers` says who reads a language; all others are the parts of such a reading.
"""
