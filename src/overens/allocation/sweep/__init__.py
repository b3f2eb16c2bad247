"""Many scenarios of the same pots, worked out at once, to the krona."""
