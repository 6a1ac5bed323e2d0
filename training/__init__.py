"""How the shared encoder is made from openly licensed data. Not part of the wheel; see README.md for the commands."""
