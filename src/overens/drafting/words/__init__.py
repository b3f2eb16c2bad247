"""The words of each part of the reader, as the lexicon writes them and ready to look with."""
