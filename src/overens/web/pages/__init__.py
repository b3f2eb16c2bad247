"""One file a view: what is asked -> its answer, ready to be shown."""
