"""Speed and quality, measured by commands: `python -m benchmarks.NAME PATH…`. Each prints its field's own score."""
