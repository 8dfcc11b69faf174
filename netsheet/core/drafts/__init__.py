"""What is drafted for whom: ``outreach`` plans, ``choosing`` picks action, channel and template, ``guards`` say no."""
