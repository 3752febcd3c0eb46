"""Services: what the desk and the command line do with a library, a transaction each."""
