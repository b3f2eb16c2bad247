"""Answers -> JSON documents that others rely on (docs/json.md)."""
