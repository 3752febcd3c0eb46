"""Front matter: YAML, TOML or JSON at the top of a text, read as fields and patched in place."""
