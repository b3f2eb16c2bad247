"""State grants to Sweden's regions and municipalities, from agreement to krona."""

__version__ = "0.1.0"
