"""What changed between two dossiers, and which report did it."""

from crossread.crossing.changes.comparing import changes
from crossread.crossing.changes.figures import replay
from crossread.crossing.changes.shape import Changes

__all__ = ["Changes", "changes", "replay"]
