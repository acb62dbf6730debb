"""The reminder in the window: what the corner of the screen offers to the mouse, by keyboard."""
