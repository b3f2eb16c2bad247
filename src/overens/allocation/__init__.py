"""Who gets what, to the krona, and why."""
