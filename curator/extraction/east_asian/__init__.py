"""Chinese, Japanese and Korean: forms rewritten so that the grammars read them."""
