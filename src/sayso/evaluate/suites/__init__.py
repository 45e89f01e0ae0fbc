"""What is measured on each corpus."""
