"""The xlsx engine: bytes in, bytes out, nothing lost; it knows nothing of networking."""
