"""What is measured and how: on sentences with gold words, and on whole texts."""
