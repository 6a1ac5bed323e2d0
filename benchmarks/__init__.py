"""Speed and quality, measured by commands: `python -m benchmarks.NAME PATH…`. Each prints the score that its field uses."""
