"""What a person has filled in of outcomes, cell by cell -> figure files, or problems grouped by sheet."""
