"""The staff page: a process of its own between the engine's local socket and associates' phones on the store LAN."""
