"""Whose voice it is: quotations, reporting words and speakers, asked by statements and by wording."""
