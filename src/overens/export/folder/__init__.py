"""Many files -> a folder that is told as one: what it is, how far it has come, and a checksum for each file."""
