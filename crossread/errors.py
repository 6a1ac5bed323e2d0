"""The exceptions that Crossread raises on purpose.

CrossreadError
├── InputError          what was given cannot be read, or no report is left of it
│   └── DossierError    a dossier file is damaged, of another version, or quotes what its reports do not say
├── KnowledgeError      a knowledge file is missing or malformed
└── ModelError          the encoder's files are missing or damaged

Bad input among good input raises nothing: it is recorded as `Skipped` and the run goes on. Anything else that is
raised is a bug.
"""

from __future__ import annotations


class CrossreadError(Exception):
    """Base of all errors that a caller may want to catch; its text names the thing and the remedy."""


class InputError(CrossreadError):
    """What was given cannot be read, or no report is left of it."""


class DossierError(InputError):
    """A dossier file is damaged, of another version, or quotes what its reports do not say."""


class KnowledgeError(CrossreadError):
    """A knowledge file is missing or malformed."""


class ModelError(CrossreadError):
    """The encoder's files are missing or damaged."""
