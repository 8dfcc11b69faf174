"""The .ods engine: bytes in, bytes out, nothing lost; it knows nothing of networking."""
