"""The document as it was read -> clean text, blocks and sentences that remember where they stood."""
