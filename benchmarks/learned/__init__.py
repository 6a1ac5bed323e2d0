"""Which tellings are of one deed, as learned of ECB+ alone: `benchmarks.coreference` sets it beside the tool's answer.

On marked mentions it beats what incidents are merged from; on stories it joins a few incidents worse (see
docs/why/what-fails.md), so the tool does not use it.
"""
