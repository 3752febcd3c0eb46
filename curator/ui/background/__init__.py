"""Background: work in threads, waiting for it, and what may be collected when."""
