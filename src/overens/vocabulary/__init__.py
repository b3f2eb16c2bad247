"""Kronor, periods, recipients, sources, statuses, problems: the words every floor shares."""
