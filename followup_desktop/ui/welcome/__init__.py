"""What is asked on the first start: four things, and which way in."""
