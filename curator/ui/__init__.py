"""The desktop: panels, the desk that connects them with the services, and the look."""

from __future__ import annotations

WRITERS = {"pdf": "curator.ui.printing:PDF", "png": "curator.ui.printing:PNG"}
"""The formats that are drawn; what starts the program offers them with the others."""
