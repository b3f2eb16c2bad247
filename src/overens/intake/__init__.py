"""Files and folders in."""
