"""The engine: puts the concrete parts together and serves them on the local socket."""
