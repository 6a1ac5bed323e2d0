"""Who says what in one report, and through whom."""

from crossread.reading.statements.saying import find_statements

__all__ = ["find_statements"]
