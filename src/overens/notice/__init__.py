"""What recipients are told, and how early."""
