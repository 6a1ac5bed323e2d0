"""Days and intervals of days: what a date expression means once the day that it is counted from is known."""
