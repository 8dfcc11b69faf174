"""Words that headings are made of, one file for each language: data.

Each line of ``WORDS`` is a notion of ``heading_grammar`` and the words that mean it, as people write them. A language may
lack some notions: then headings with them are not understood in it. ``STATUS`` and ``CHANNELS`` are words in cells, by meaning.
"""
