"""Reading people's logs: from the cells of a workbook to people and touches, whatever the headings and the shape.

Start at ``interpret``: it finds the sheets (``sheets``, ``header``), settles the columns (``columns``, ``headings``),
reads the cells (``readings`` with ``dates``, ``cells``, ``vocabulary``), unfolds rows into touches (``touches``,
``months``, ``answers``, ``plans``) and puts the people together (``people``, ``assembly``).
"""
