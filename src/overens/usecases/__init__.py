"""One function per thing a person does: read, compute, answer."""
