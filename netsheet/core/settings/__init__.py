"""The user's settings and breaks: what may be set (``table``), and how the sheets that say so are read and written."""
