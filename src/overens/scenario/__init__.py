"""Two readings of the grants compared: years, agreements, drafts, before and after an amendment."""
