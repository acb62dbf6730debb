"""What comes of following up (method.md, G): a module for each part of the room Insights."""
