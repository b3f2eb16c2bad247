"""What a person wrote -> a tree that knows its lines -> checked clauses, or problems."""
