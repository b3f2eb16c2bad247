"""What was read of a document -> one page that shows the text with everything marked."""
