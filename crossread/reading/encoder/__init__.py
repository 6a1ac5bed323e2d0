"""A report's text -> sentences with words, trees and the encoder's labels."""

from crossread.reading.encoder.model import Encoder

__all__ = ["Encoder"]
