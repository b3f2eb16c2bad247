"""What a place must do and will be paid, and when: dates and duties."""
