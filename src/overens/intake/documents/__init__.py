"""Text out of documents: text, Markdown, HTML, PDF, DOCX."""
