"""Forms that letters alone do not tell, rewritten so that the grammars read them; most are of East Asia."""
