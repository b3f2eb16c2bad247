"""Document text -> what it says of money, with every value's place -> findings and a draft agreement."""
